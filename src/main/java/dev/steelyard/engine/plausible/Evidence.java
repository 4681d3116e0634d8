package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Everything that the rules look at.
 *
 * @param required the datasets without which the job does not run
 * @param profiles dataset → month → what this delivery holds
 * @param earlier what the ledger remembers
 * @param standing how many people the run ranks
 * @param unread the columns that nobody reads
 * @param gauged indicator → what was measured of it
 * @param former the registers that the month before was run with; empty where there is no such run, or they are the same
 */
public record Evidence(
        Plausible rules,
        Set<String> required,
        Period period,
        LocalDate asOf,
        WorkingDays calendar,
        Map<String, Map<Integer, MonthProfile>> profiles,
        Earlier earlier,
        Registers registers,
        Standing standing,
        List<UnreadColumn> unread,
        Map<String, Gauged> gauged,
        Optional<Registers> former) {

    /**
     * What an indicator's curve spans, and what was measured.
     *
     * @param low the least value that its curve names
     * @param high the greatest
     * @param points the most points that it gives
     * @param falls whether less is better
     * @param attains whether a value is what was reached ÷ a target
     * @param values of everybody who has one
     * @param counted how many of them have rows of it
     * @param pointless how many of these have no point all the same
     */
    public record Gauged(
            Fraction low,
            Fraction high,
            Fraction points,
            boolean falls,
            boolean attains,
            List<Fraction> values,
            long counted,
            long pointless) {}

    /**
     * What became of the people.
     *
     * @param people all
     * @param placed ranked or vetoed
     * @param excused interim or exempt: nobody expects a place of them
     */
    public record Standing(long people, long placed, long excused) {}

    /** The months of the period that are not closed. */
    List<Integer> months() {
        return IntStream.rangeClosed(Month.of(period.first()), Month.of(period.last()))
                .filter(month -> !earlier.closed().contains(month))
                .boxed()
                .toList();
    }

    /** A dataset's months of the period that are not closed. */
    List<DatasetMonth> months(String dataset) {
        return months().stream().map(month -> at(dataset, month)).toList();
    }

    DatasetMonth at(String dataset, int month) {
        return new DatasetMonth(this, dataset, month);
    }

    /** Where what is found of a dataset as a whole is said: in the period's last month. */
    DatasetMonth last(String dataset) {
        return at(dataset, Month.of(period.last()));
    }

    /** The datasets of which there are profiles. */
    List<String> datasets() {
        return profiles.keySet().stream().sorted().toList();
    }

    /** The months of each of them. */
    List<DatasetMonth> allMonths() {
        return datasets().stream().flatMap(dataset -> months(dataset).stream()).toList();
    }

    /** The watched datasets that were delivered. */
    List<String> watched() {
        return rules.watched().stream().filter(this::has).toList();
    }

    /** The months of each watched dataset. */
    List<DatasetMonth> watchedMonths() {
        return watched().stream().flatMap(dataset -> months(dataset).stream()).toList();
    }

    /** Those of them that there is enough to compare with. */
    List<DatasetMonth> comparable() {
        return watchedMonths().stream().filter(DatasetMonth::isComparable).toList();
    }

    /** The months of each delivered dataset whose rows have days. */
    List<DatasetMonth> dated() {
        return datasets().stream()
                .filter(dataset -> has(dataset) && registers.schema(dataset).hasDays())
                .flatMap(dataset -> months(dataset).stream())
                .toList();
    }

    /** Whether the period has ended: before that nothing is said of how much there is. */
    boolean isOver() {
        return !asOf.isBefore(period.last());
    }

    boolean has(String dataset) {
        return registers.has(dataset);
    }

    /** Whether a dataset was delivered without any row. */
    boolean isEmpty(String dataset) {
        return has(dataset) && profile(dataset).values().stream().allMatch(month -> month.rows() + month.lost() == 0);
    }

    /** Whether no row of a dataset has a month. */
    boolean isUndated(String dataset) {
        return profile(dataset).keySet().stream().allMatch(month -> month == Profile.UNDATED);
    }

    /** Month → what this delivery holds of a dataset. */
    Map<Integer, MonthProfile> profile(String dataset) {
        return profiles.getOrDefault(dataset, Map.of());
    }

    /** The months of which it matters what single people's rows say: those of the period and those that they are compared with. */
    public static IntPredicate closely(Period period) {
        Set<Integer> months = new TreeSet<>();
        for (int month = Month.of(period.first()); month <= Month.of(period.last()); month++) {
            months.addAll(List.of(month, month - 1, month - 2, month - 3, month - 12));
        }
        return months::contains;
    }

    /** Whether these are enough months to compare with. */
    boolean isEnough(List<?> base) {
        return base.size() >= rules.base().months();
    }

    /** Whether some day of the other period is one of the run's. */
    boolean concerns(Period other) {
        return !period.days().and(other.days()).isEmpty();
    }

    /** Who is employed on a day of the period at least. */
    List<Employee> employed() {
        return registers.roster().employees().stream()
                .filter(employee -> !employee.employed(period.days()).isEmpty())
                .toList();
    }

    /** A person's target of a month; none where it is 0. */
    Optional<Fraction> target(String person, String indicator, int month) {
        return standing(key(person, indicator, month)).filter(target -> target.signum() > 0);
    }

    /** The same of a month that may be remembered only. */
    Optional<Fraction> knownTarget(String person, String indicator, int month) {
        return known(key(person, indicator, month)).filter(target -> target.signum() > 0);
    }

    private static TargetKey key(String person, String indicator, int month) {
        return new TargetKey("employee", person, indicator, Period.of(Period.Kind.MONTH, Month.first(month)));
    }

    /** A target of this delivery. It is looked at only: what no calculation reads is not in force. */
    Optional<Fraction> standing(TargetKey key) {
        return standing(registers, key);
    }

    /** A target of this delivery, else as the month before was run with. */
    Optional<Fraction> known(TargetKey key) {
        return standing(key).or(() -> former.flatMap(one -> standing(one, key)));
    }

    private static Optional<Fraction> standing(Registers registers, TargetKey key) {
        return registers.targets().standing(key).map(Targets.Target::value);
    }
}
