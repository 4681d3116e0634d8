package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
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
     */
    public record Gauged(
            Fraction low, Fraction high, Fraction points, boolean falls, boolean attains, List<Fraction> values) {}

    /**
     * What became of the people.
     *
     * @param people all
     * @param placed ranked or vetoed
     * @param excused interim or exempt: nobody expects a place of them
     */
    public record Standing(long people, long placed, long excused) {}

    /** A month to compare with. */
    record Compared(int month, MonthProfile profile) {}

    /** The months of the period that are not closed. */
    List<Integer> months() {
        return IntStream.rangeClosed(Month.of(period.first()), Month.of(period.last()))
                .filter(month -> !earlier.closed().contains(month))
                .boxed()
                .toList();
    }

    /** Whether the period has ended: before that nothing is said of how much there is. */
    boolean isOver() {
        return !asOf.isBefore(period.last());
    }

    boolean has(String dataset) {
        return registers.has(dataset);
    }

    /** What this delivery holds of a month. */
    MonthProfile of(String dataset, int month) {
        return profiles.getOrDefault(dataset, Map.of()).getOrDefault(month, MonthProfile.NONE);
    }

    /** The months of which it matters what single people's rows say: those of the period and those that they are compared with. */
    public static IntPredicate closely(Period period) {
        Set<Integer> months = new TreeSet<>();
        for (int month = Month.of(period.first()); month <= Month.of(period.last()); month++) {
            months.addAll(List.of(month, month - 1, month - 2, month - 3, month - 12));
        }
        return months::contains;
    }

    /** The months that a month is compared with: with enough rows here, else in the ledger. */
    List<Compared> base(String dataset, int month) {
        List<Compared> base = new ArrayList<>();
        for (int other : List.of(month - 1, month - 2, month - 3, month - 12)) {
            MonthProfile here = of(dataset, other);
            MonthProfile kept =
                    earlier.profiles().getOrDefault(dataset, Map.of()).getOrDefault(other, MonthProfile.NONE);
            MonthProfile best = here.rows() >= rules.base().rows() ? here : kept;
            if (best.rows() >= rules.base().rows()
                    && calendar.years().contains(Month.first(other).getYear())) {
                base.add(new Compared(other, best));
            }
        }
        return base;
    }

    /** Whether there is enough to compare with. */
    boolean isComparable(List<Compared> base) {
        return base.size() >= rules.base().months();
    }

    /** Rows of a few months before, however few, to tell a small company from an empty one. */
    long rowsBefore(String dataset, int month) {
        return List.of(month - 1, month - 2, month - 3, month - 12).stream()
                .mapToLong(other -> of(dataset, other).rows())
                .sum();
    }

    int workingDays(int month) {
        return calendar.count(new Days(Month.first(month), Month.last(month)));
    }

    /** Rows a working day. */
    Fraction rate(Compared compared) {
        return Fraction.of(compared.profile().rows()).over(Fraction.of(Math.max(1, workingDays(compared.month()))));
    }

    static Fraction median(List<Fraction> values) {
        List<Fraction> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).over(Fraction.of(2));
    }
}
