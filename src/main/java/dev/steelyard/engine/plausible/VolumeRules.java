package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.plausible.DatasetMonth.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/** Rules about how many rows there are, and of which days (rules.md 9: EMPTY, STALE, THIN, ENDS_EARLY, GROWTH, DATES). */
final class VolumeRules {

    private VolumeRules() {}

    static void empty(Plausible.Except rule, Evidence seen, Consumer<Finding> to) {
        for (String dataset : new TreeSet<>(seen.required())) {
            if (seen.isEmpty(dataset) && !rule.except().contains(dataset)) {
                to.accept(seen.last(dataset).finding(Gravity.IMPLAUSIBLE, "EMPTY", 0));
            }
        }
    }

    static void stale(Plausible.Few rule, DatasetMonth at, Consumer<Finding> to) {
        Optional<LocalDate> newest = newest(at);
        boolean older = newest.filter(day -> day.isBefore(at.days().first())).isPresent();
        boolean enough = at.isComparable();
        if (at.seen().required().contains(at.dataset()) && at.now().rows() == 0 && (enough || older)) {
            // However few rows the months before have: a small company is no empty one.
            long before =
                    at.before().stream().mapToLong(other -> other.now().rows()).sum();
            to.accept(at.finding(Gravity.of(enough || before >= rule.rows()), "STALE", 0)
                    .with("newest", newest.map(LocalDate::toString).orElse("–")));
        }
    }

    /** What the last run read and this one was not given: pay would change as if nothing of it had happened. */
    static void gone(Evidence seen, Consumer<Finding> to) {
        new TreeMap<>(seen.earlier().delivered()).forEach((dataset, rows) -> {
            if (rows > 0 && !seen.has(dataset)) {
                to.accept(seen.last(dataset).warning("STALE.gone", rows).with("rows", rows));
            }
        });
    }

    private static Optional<LocalDate> newest(DatasetMonth at) {
        return at.seen().profile(at.dataset()).entrySet().stream()
                .filter(entry -> entry.getValue().days() != 0)
                .max(Map.Entry.comparingByKey())
                .map(entry -> lastDay(entry.getKey(), entry.getValue().days()));
    }

    private static LocalDate lastDay(int month, int days) {
        return Month.first(month).plusDays(31L - Integer.numberOfLeadingZeros(days));
    }

    static void thin(Plausible.Thin rule, DatasetMonth at, Consumer<Finding> to) {
        MonthProfile now = at.now();
        Fraction usual =
                Ratios.median(at.compared().stream().map(Compared::rate).toList());
        Fraction rows = Ratios.median(
                at.base().stream().map(one -> Fraction.of(one.rows())).toList());
        Fraction share = new Compared(at, now).rate().over(usual);
        if (now.rows() > 0 && rows.isAtLeast(Fraction.of(rule.rows())) && share.isBelow(rule.warning())) {
            to.accept(at.finding(Gravity.of(share.isBelow(rule.implausible())), "THIN", share)
                    .with("rows", now.rows())
                    .with("usual", rows.rounded(0).toPlainString())
                    .with("share", Ratios.percent(share)));
        }
    }

    static void endsEarly(Plausible.EndsEarly rule, DatasetMonth at, Consumer<Finding> to) {
        int gap = at.compared().stream().mapToInt(VolumeRules::gap).max().orElse(0);
        if (at.now().days() != 0) {
            LocalDate last = lastDay(at.month(), at.now().days());
            int missing = at.seen()
                    .calendar()
                    .count(new Days(last.plusDays(1), at.days().last()));
            boolean often = at.base().stream()
                    .allMatch(one -> one.rows() >= at.seen().rules().often());
            if (missing > Math.max(often ? rule.often() : rule.days(), rule.gaps() * gap)) {
                to.accept(at.warning("ENDS_EARLY", missing).with("newest", last).with("days", missing));
            }
        }
    }

    /** The most working days between two neighbouring days with rows, and from the last one to the month's end. */
    private static int gap(Compared one) {
        Days month = one.at().days();
        int longest = 0;
        LocalDate before = null;
        for (LocalDate day = month.first(); !day.isAfter(month.last()); day = day.plusDays(1)) {
            if ((one.profile().days() >> (day.getDayOfMonth() - 1) & 1) == 1) {
                longest = Math.max(longest, between(one, before, day.minusDays(1)));
                before = day;
            }
        }
        return Math.max(longest, between(one, before, month.last()));
    }

    /** @param before null where there is no such day, and so nothing between */
    private static int between(Compared one, LocalDate before, LocalDate last) {
        return before == null ? 0 : one.at().seen().calendar().count(new Days(before.plusDays(1), last));
    }

    static void growth(Plausible.Times rule, DatasetMonth at, Consumer<Finding> to) {
        long most = at.base().stream().mapToLong(MonthProfile::rows).max().orElse(0);
        Fraction times = Fraction.of(at.now().rows()).over(Fraction.of(most));
        if (rule.times().isBelow(times)) {
            to.accept(at.warning("GROWTH", times).with("rows", at.now().rows()).with("most", most));
        }
    }

    /** One note where nothing can be compared. */
    static void noHistory(Evidence seen, Consumer<Finding> to) {
        if (seen.rules().stale().isEmpty() && seen.rules().thin().isEmpty()) {
            return;
        }
        TreeSet<String> without = new TreeSet<>(seen.watched());
        without.removeIf(dataset -> seen.months(dataset).stream().allMatch(DatasetMonth::isComparable));
        if (!without.isEmpty()) {
            to.accept(
                    seen.last("").finding(Gravity.NOTE, "NO_HISTORY", 0).with("datasets", String.join(", ", without)));
        }
    }

    static void dates(Plausible.Ahead rule, Evidence seen, Consumer<Finding> to) {
        int founded = seen.registers().roster().employees().stream()
                .map(Employee::hireDate)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .map(Month::of)
                .orElse(Profile.UNDATED);
        LocalDate farthest = seen.asOf().plusDays(rule.days());
        IntPredicate far = month -> Month.first(month).isAfter(farthest);
        IntPredicate after = month -> Month.first(month).isAfter(seen.asOf()) && !far.test(month);
        for (String dataset : seen.profiles().keySet()) {
            if (seen.last(dataset).schema().hasDays()) {
                dates(seen.last(dataset), "DATES.before", Gravity.WARNING, month -> month < founded, to);
                dates(seen.last(dataset), "DATES.far", Gravity.WARNING, far, to);
                dates(seen.last(dataset), "DATES.after", Gravity.NOTE, after, to);
            }
        }
    }

    private static void dates(
            DatasetMonth last, String kind, Gravity gravity, IntPredicate which, Consumer<Finding> to) {
        long rows = last.seen().profile(last.dataset()).entrySet().stream()
                .filter(month -> month.getKey() != Profile.UNDATED && which.test(month.getKey()))
                .mapToLong(month -> month.getValue().rows())
                .sum();
        if (rows > 0) {
            to.accept(last.finding(gravity, kind, rows).with("rows", rows));
        }
    }
}
