package dev.steelyard.engine.plausible;

import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * By which rules deliveries are held against themselves and against earlier months: data of a job ({@code plausible:}). A rule
 * that is not written is off.
 *
 * @param watched the datasets whose volume is watched
 * @param base when months are compared with
 * @param empty a required dataset without any row; but of {@code except}, where that is a good month
 * @param stale a watched and required dataset without a row of the period
 * @param thin a watched dataset with far fewer rows a working day than before
 * @param endsEarly a watched dataset whose last row lies long before the period's end
 * @param growth a watched dataset with far more rows than any month of the base
 * @param twice rows of a watched dataset that come several times under different keys
 * @param unit amounts or targets in another unit, as ten thousands
 * @param swap cost and amount in each other's column
 * @param totals rows that are the sum of others
 * @param signs quantity and amount of opposite signs
 * @param lost most rows of a required dataset rejected
 * @param blank columns that pay reads and that are blank in many rows
 * @param held nobody ranked
 * @param points an indicator in which hardly anybody who has rows has a point
 * @param roster most people gone, or a team without rows of a dataset that it always had
 * @param absent people with a target and without a row
 * @param left rows of people who were not employed
 * @param team a new team that is spelt nearly as another, or somebody with targets or rows who has no team or track
 * @param unread words that a column which nobody reads must not hold
 * @param dates rows dated where no row can be
 * @param same rows of registers beside those of the same key a month before
 * @param gone rows of registers that were there a month before
 * @param single single values that stand out from their column, or from what they replace
 */
public record Plausible(
        List<String> watched,
        Base base,
        Optional<Except> empty,
        Optional<Few> stale,
        Optional<Thin> thin,
        Optional<EndsEarly> endsEarly,
        Optional<Times> growth,
        Optional<Twice> twice,
        Optional<Unit> unit,
        Optional<Swap> swap,
        Optional<Totals> totals,
        Optional<Signs> signs,
        Optional<Lost> lost,
        Optional<Blank> blank,
        Optional<Least> held,
        Optional<Most> points,
        Optional<Gone> roster,
        Optional<Absent> absent,
        Optional<Left> left,
        Optional<Least> team,
        Optional<Unread> unread,
        Optional<Ahead> dates,
        Optional<Same> same,
        Optional<Went> gone,
        Optional<Single> single) {

    /** How many rows a month make a dataset one that has rows on most days. */
    int often() {
        return thin.map(Thin::rows).orElse(Integer.MAX_VALUE);
    }

    /**
     * Which months are compared with: the three before and that of a year ago, where they have this many rows.
     *
     * @param rows how many rows make a month comparable
     * @param months how many such months there must be
     */
    public record Base(int rows, int months) {}

    /** @param except datasets of which an empty one is a good month */
    public record Except(List<String> except) {}

    /** @param rows a base with fewer rows than this only warns */
    public record Few(int rows) {}

    /**
     * @param implausible share of the base's median below which the dataset is implausible
     * @param warning share of the base's median below which people are warned
     * @param rows the least median that is compared with
     */
    public record Thin(Fraction implausible, Fraction warning, int rows) {}

    /**
     * @param days working days without a row before the period's end that are nothing
     * @param gaps how many times the longest gap of the base is nothing
     * @param often the same as {@code days} where the base has as many rows as make it comparable for {@link Thin}
     */
    public record EndsEarly(int days, int gaps, int often) {}

    /**
     * @param people how many must have rows
     * @param share of them from which on it is said
     */
    public record Most(int people, Fraction share) {}

    /** @param times the base's largest month */
    public record Times(Fraction times) {}

    /**
     * @param people from how many on it is implausible; fewer only warn
     * @param different how many different rows a person must have
     * @param common the same where rows of other people are often alike too, so that all of somebody's may be by chance
     * @param share of all rows from which on it is implausible however few people and rows there are
     */
    public record Twice(int people, int different, int common, Fraction share) {

        /** How many different rows of somebody are no chance in such a month. */
        int enough(MonthProfile month) {
            return month.repeats().common() ? common : different;
        }

        /** Person → rows of theirs that all come several times, and not by chance. */
        Map<String, MonthProfile.Repeated> repeated(MonthProfile month) {
            Map<String, MonthProfile.Repeated> people =
                    new TreeMap<>(month.repeats().people());
            people.values().removeIf(own -> own.different() < enough(month));
            return people;
        }
    }

    /**
     * @param sales target's indicator → the dataset whose amounts it is about
     * @param times how far the median of sales ÷ target, and the median amount ÷ the base's, may be from 1
     * @param warning how far that of sales ÷ target may be before people are warned
     * @param targets how far a target may be from that of the same person a month before
     * @param share of the targets that must be beyond it
     * @param people how many there must be
     * @param rows how many amounts there must be
     */
    public record Unit(
            Map<String, String> sales,
            Fraction times,
            Fraction warning,
            Fraction targets,
            Fraction share,
            int people,
            int rows) {}

    /**
     * @param implausible share of rows whose cost is above the amount
     * @param warning the same, where the base has less than {@code base}
     */
    public record Swap(Fraction implausible, Fraction warning, Fraction base, int rows) {}

    /**
     * @param people how many people must have such a row, and of those with three rows this share
     * @param rows how many rows a person, or the export, must have where it is one row alone
     */
    public record Totals(int people, Fraction share, int rows) {}

    /**
     * @param earned share of the rows with a quantity below and an amount above 0 from which on it is implausible
     * @param taken the same the other way round, which discounts may be
     * @param rows how many there must be
     */
    public record Signs(Fraction earned, Fraction taken, int rows) {}

    /**
     * @param share of the period's rows that are rejected, of at least {@code rows}
     * @param warning the same, above which people are warned, however few rows there are
     */
    public record Lost(Fraction share, int rows, Fraction warning) {}

    /**
     * @param columns dataset → its columns that pay reads
     * @param base the most that months before may have
     */
    public record Blank(
            Fraction implausible, Fraction warning, Fraction base, int rows, Map<String, List<String>> columns) {

        boolean isOfPay(String dataset, String column) {
            return columns.getOrDefault(dataset, List.of()).contains(column);
        }
    }

    /** @param people how many there must be */
    public record Least(int people) {}

    /**
     * @param share of the last final run's people below which a roster is implausible
     * @param people how many there were before at least
     * @param team how many people make a team whose absence is noticed
     */
    public record Gone(Fraction share, int people, int team) {}

    /** @param datasets by whose rows people are paid */
    public record Left(List<String> datasets) {}

    /**
     * @param sales target's indicator → the dataset that it is about
     * @param people how many there must be
     * @param warning share of those with such a target
     * @param implausible the same
     */
    public record Absent(Map<String, String> sales, int people, Fraction warning, Fraction implausible) {}

    /**
     * @param words values that say that a row should not count, or that its money is another
     * @param known dataset → columns that are left unread on purpose
     */
    public record Unread(List<String> words, Map<String, List<String>> known) {}

    /**
     * @param days how far ahead of the as-of day a row may be dated
     * @param decided how many days a decision may be away from the period that it is about, and a short leave may last
     */
    public record Ahead(int days, int decided) {}

    /**
     * @param kept dataset → column that does not change by itself → columns whose own change explains it
     * @param numbers dataset → columns whose numbers do not change {@code times}
     * @param moving dataset → columns that change, but not of many at once
     * @param warning share of the rows from which on many have changed
     * @param share of the rows that have changed what is kept, from which on it is implausible
     * @param rows how many rows both shares must be
     */
    public record Same(
            Map<String, Map<String, List<String>>> kept,
            Map<String, List<String>> numbers,
            Map<String, List<String>> moving,
            Fraction times,
            Fraction warning,
            Fraction share,
            int rows) {}

    /**
     * @param until dataset → the day after which its rows may go
     * @param lasting dataset → the day of its rows, which may go after a year
     * @param dated dataset → the day of its rows: what is older than all that is delivered may go
     */
    public record Went(Map<String, String> until, Map<String, String> lasting, Map<String, String> dated) {}

    /**
     * @param times how far a value may be from those that it stands beside
     * @param rows how many rows there must be that are otherwise
     * @param least how many rows somebody must have in each month, to be compared with themselves
     * @param ahead how many days after the as-of day somebody may leave
     */
    public record Single(Fraction times, int rows, int least, int ahead) {}
}
