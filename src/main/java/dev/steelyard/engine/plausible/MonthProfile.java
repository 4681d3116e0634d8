package dev.steelyard.engine.plausible;

import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an export holds of one month, of rows that are neither rejected nor duplicates.
 *
 * @param rows data rows
 * @param lost rejected rows that are dated in the month
 * @param sums numeric column → its sum
 * @param blanks column → rows in which it is blank; columns without a blank are left out
 * @param days the days with rows, as bits: the first of the month is bit 0
 * @param heads how many people have rows
 * @param people person → the sum of the first amount column over the person's rows, 0 where there is none; nobody once it was judged
 * @param tops person → their greatest amount, where one is above 0
 * @param median the median amount of the rows, to two digits downwards; empty where no row has one
 * @param priced rows in which cost and amount are above 0
 * @param swapped those of them whose cost is above the amount
 * @param odd rows whose amount is 0, or has another sign than the quantity
 * @param repeats whose rows all come several times
 * @param said the sum of what its rows say; 0 where that is not known
 * @param spread the amounts between which nine tenths of those above 0 lie; empty where no row has one, or that is not known
 * @param prints person → what their rows say but for the day; under a blank those of rows that name nobody
 * @param most numeric column → the greatest number in it; column of days, but for the dataset's own → the latest, as days since 1970
 */
public record MonthProfile(
        long rows,
        long lost,
        Map<String, BigDecimal> sums,
        Map<String, Long> blanks,
        int days,
        int heads,
        Map<String, BigDecimal> people,
        Map<String, Top> tops,
        Optional<BigDecimal> median,
        long priced,
        long swapped,
        Signs odd,
        Repeats repeats,
        long said,
        Optional<Spread> spread,
        Map<String, Print> prints,
        Map<String, BigDecimal> most) {

    public static final MonthProfile NONE = new MonthProfile(
            0,
            0,
            Map.of(),
            Map.of(),
            0,
            0,
            Map.of(),
            Map.of(),
            Optional.empty(),
            0,
            0,
            Signs.NONE,
            Repeats.NONE,
            0,
            Optional.empty(),
            Map.of(),
            Map.of());

    /**
     * What somebody's rows say, whatever their days and keys.
     *
     * @param different how many different rows there are, at least
     * @param sum over what each says; the same of the same rows
     */
    public record Print(long rows, int different, long sum) {}

    /** @param low a twentieth of the rows have less than this, to two digits; {@code high}: a twentieth have more */
    public record Spread(BigDecimal low, BigDecimal high) {}

    /** What all rows say, whatever their days and keys. */
    public long undated() {
        return prints.values().stream().mapToLong(Print::sum).sum();
    }

    /**
     * The greatest amount of somebody's rows.
     *
     * @param rows how many rows they have
     */
    public record Top(BigDecimal amount, long rows) {}

    /**
     * Rows whose amount is odd by its sign.
     *
     * @param earned the quantity is below 0, the amount above: as a return that adds
     * @param taken the quantity is above 0, the amount below: as a sale that takes away, or a discount
     * @param nothing the amount is 0
     * @param back quantity and amount are below 0: returns
     * @param cheap the cost is a tenth of the amount, or less
     */
    public record Signs(long earned, long taken, long nothing, long back, long cheap) {

        static final Signs NONE = new Signs(0, 0, 0, 0, 0);

        /** A row whose cost is so small. */
        static final Signs CHEAP = new Signs(0, 0, 0, 0, 1);

        Signs plus(Signs other) {
            return new Signs(
                    earned + other.earned,
                    taken + other.taken,
                    nothing + other.nothing,
                    back + other.back,
                    cheap + other.cheap);
        }

        /** What one row is, by the signs of its quantity, 0 where it has none, and amount. */
        static Signs of(int quantity, int amount) {
            if (amount == 0) {
                return new Signs(0, 0, 1, 0, 0);
            }
            if (quantity * amount < 0) {
                return amount > 0 ? new Signs(1, 0, 0, 0, 0) : new Signs(0, 1, 0, 0, 0);
            }
            return amount < 0 && quantity < 0 ? new Signs(0, 0, 0, 1, 0) : NONE;
        }
    }

    /**
     * Rows that are alike but for their keys.
     *
     * @param people person → rows of theirs, where each comes several times; of rows that name nobody under a blank
     * @param common whether rows of the others are often alike too
     */
    public record Repeats(Map<String, Repeated> people, boolean common) {

        static final Repeats NONE = new Repeats(Map.of(), false);

        public Repeats {
            people = Collections.unmodifiableMap(new TreeMap<>(people));
        }
    }

    /**
     * Rows of one person that all come several times.
     *
     * @param rows all of them
     * @param times how often each comes: 2 or 3
     * @param different how many different ones there are, at least
     */
    public record Repeated(long rows, int times, int different) {

        /** All rows of these people. */
        static long rows(Map<String, Repeated> people) {
            return people.values().stream().mapToLong(Repeated::rows).sum();
        }
    }

    public MonthProfile {
        sums = Collections.unmodifiableMap(new TreeMap<>(sums));
        blanks = Collections.unmodifiableMap(new TreeMap<>(blanks));
        people = sorted(people);
        tops = sorted(tops);
        prints = sorted(prints);
        most = Collections.unmodifiableMap(new TreeMap<>(most));
    }

    private static <V> Map<String, V> sorted(Map<String, V> people) {
        return people instanceof ByPerson<V> ? people : Collections.unmodifiableMap(new TreeMap<>(people));
    }

    /** What is kept of it: nothing of single people. */
    public MonthProfile judged() {
        return new MonthProfile(
                rows,
                lost,
                sums,
                blanks,
                days,
                heads,
                Map.of(),
                Map.of(),
                median,
                priced,
                swapped,
                odd,
                Repeats.NONE,
                said,
                spread,
                together(),
                Map.of());
    }

    /** What all rows say, as if they were one person's. */
    private Map<String, Print> together() {
        return prints.isEmpty() ? Map.of() : Map.of("", new Print(rows, 0, undated()));
    }

    /** How many of its rows leave the column blank. */
    long blank(String column) {
        return blanks.getOrDefault(column, 0L);
    }

    /** How many of its rows have something in the column. */
    long filled(String column) {
        return rows - blank(column);
    }

    /** How many of its rows leave the column blank, from 0 to 1; 0 where there is no row. */
    Fraction blankShare(String column) {
        return Ratios.share(blank(column), rows);
    }

    /** How many of its priced rows have cost and amount the wrong way round, from 0 to 1. */
    Fraction swappedShare() {
        return Ratios.share(swapped, priced);
    }

    /** The sum of a numeric column; 0 where it has no number. */
    BigDecimal sum(String column) {
        return sums.getOrDefault(column, BigDecimal.ZERO);
    }

    /** The mean of a numeric column's filled cells; empty where it is not above 0. */
    Optional<Fraction> mean(String column) {
        return sum(column).signum() <= 0 || filled(column) <= 0
                ? Optional.empty()
                : Optional.of(Fraction.of(sum(column)).over(Fraction.of(filled(column))));
    }

    /** The greatest number of a column; 0 where it has none. */
    BigDecimal most(String column) {
        return most.getOrDefault(column, BigDecimal.ZERO);
    }

    /** The greatest amount; 0 where none is above. */
    BigDecimal top() {
        return tops.values().stream().map(Top::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
