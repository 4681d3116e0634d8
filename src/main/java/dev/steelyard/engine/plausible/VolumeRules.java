package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.plausible.Evidence.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules about how many rows there are, and of which days (rules.md 9: EMPTY, STALE, THIN, ENDS_EARLY, GROWTH, DATES). */
final class VolumeRules {

    private VolumeRules() {}

    private static Finding finding(String kind, Gravity gravity, String dataset, int month, Fraction figure) {
        return new Finding(kind, gravity, dataset, month, "", figure.rounded(6), Map.of());
    }

    static void empty(Evidence seen, Consumer<Finding> to) {
        seen.rules().empty().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.required())) {
                boolean isEmpty = seen.profiles().getOrDefault(dataset, Map.of()).values().stream()
                        .allMatch(month -> month.rows() + month.lost() == 0);
                if (isEmpty && seen.has(dataset) && !rule.except().contains(dataset)) {
                    to.accept(finding("EMPTY", Gravity.IMPLAUSIBLE, dataset, last(seen), Fraction.ZERO));
                }
            }
        });
    }

    private static int last(Evidence seen) {
        return Month.of(seen.period().last());
    }

    /** The watched datasets that were delivered. */
    static List<String> watched(Evidence seen) {
        return seen.rules().watched().stream().filter(seen::has).toList();
    }

    static void stale(Evidence seen, Consumer<Finding> to) {
        if (seen.rules().stale().isEmpty() || !seen.isOver()) {
            return;
        }
        for (String dataset : watched(seen)) {
            for (int month : seen.required().contains(dataset) ? seen.months() : List.<Integer>of()) {
                MonthProfile now = seen.of(dataset, month);
                boolean enough = seen.isComparable(seen.base(dataset, month));
                boolean older = newest(seen, dataset)
                        .filter(day -> day.isBefore(Month.first(month)))
                        .isPresent();
                if (now.rows() == 0 && (enough || older)) {
                    boolean few = seen.rowsBefore(dataset, month)
                                    < seen.rules().stale().get().rows()
                            && !enough;
                    to.accept(
                            finding("STALE", few ? Gravity.WARNING : Gravity.IMPLAUSIBLE, dataset, month, Fraction.ZERO)
                                    .with(
                                            "newest",
                                            newest(seen, dataset)
                                                    .map(LocalDate::toString)
                                                    .orElse("–")));
                }
            }
        }
    }

    /** What the last run read and this one was not given: pay would change as if nothing of it had happened. */
    static void gone(Evidence seen, Consumer<Finding> to) {
        if (seen.rules().stale().isEmpty() || !seen.isOver()) {
            return;
        }
        new TreeMap<>(seen.earlier().delivered()).forEach((dataset, rows) -> {
            if (rows > 0 && !seen.has(dataset)) {
                to.accept(finding("STALE.gone", Gravity.WARNING, dataset, last(seen), Fraction.of(rows))
                        .with("rows", rows));
            }
        });
    }

    private static Optional<LocalDate> newest(Evidence seen, String dataset) {
        return seen.profiles().getOrDefault(dataset, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().days() != 0)
                .max(Map.Entry.comparingByKey())
                .map(entry -> lastDay(entry.getKey(), entry.getValue().days()));
    }

    private static LocalDate lastDay(int month, int days) {
        return Month.first(month).plusDays(31L - Integer.numberOfLeadingZeros(days));
    }

    static void thin(Evidence seen, Consumer<Finding> to) {
        seen.rules()
                .thin()
                .filter(rule -> seen.isOver())
                .ifPresent(rule -> each(seen, (dataset, month, now, base) -> {
                    Fraction usual =
                            Evidence.median(base.stream().map(seen::rate).toList());
                    Fraction rows = Evidence.median(base.stream()
                            .map(one -> Fraction.of(one.profile().rows()))
                            .toList());
                    Fraction share = seen.rate(new Compared(month, now)).over(usual);
                    if (now.rows() > 0 && rows.isAtLeast(Fraction.of(rule.rows())) && share.isBelow(rule.warning())) {
                        Gravity gravity = share.isBelow(rule.implausible()) ? Gravity.IMPLAUSIBLE : Gravity.WARNING;
                        to.accept(finding("THIN", gravity, dataset, month, share)
                                .with("rows", now.rows())
                                .with("usual", rows.rounded(0).toPlainString())
                                .with("share", percent(share)));
                    }
                }));
    }

    static void endsEarly(Evidence seen, Consumer<Finding> to) {
        seen.rules()
                .endsEarly()
                .filter(rule -> seen.isOver())
                .ifPresent(rule -> each(seen, (dataset, month, now, base) -> {
                    int gap = base.stream()
                            .mapToInt(
                                    one -> gap(seen, one.month(), one.profile().days()))
                            .max()
                            .orElse(0);
                    if (now.days() != 0) {
                        LocalDate last = lastDay(month, now.days());
                        int missing = seen.calendar().count(new Days(last.plusDays(1), Month.last(month)));
                        boolean often = base.stream()
                                .allMatch(one ->
                                        one.profile().rows() >= seen.rules().often());
                        if (missing > Math.max(often ? rule.often() : rule.days(), rule.gaps() * gap)) {
                            to.accept(finding("ENDS_EARLY", Gravity.WARNING, dataset, month, Fraction.of(missing))
                                    .with("newest", last)
                                    .with("days", missing));
                        }
                    }
                }));
    }

    /** The most working days between two neighbouring days with rows, and from the last one to the month's end. */
    private static int gap(Evidence seen, int month, int days) {
        int longest = 0;
        LocalDate before = null;
        for (LocalDate day = Month.first(month); !day.isAfter(Month.last(month)); day = day.plusDays(1)) {
            if ((days >> (day.getDayOfMonth() - 1) & 1) == 1) {
                longest = before == null
                        ? longest
                        : Math.max(longest, seen.calendar().count(new Days(before.plusDays(1), day.minusDays(1))));
                before = day;
            }
        }
        return before == null
                ? longest
                : Math.max(longest, seen.calendar().count(new Days(before.plusDays(1), Month.last(month))));
    }

    static void growth(Evidence seen, Consumer<Finding> to) {
        seen.rules()
                .growth()
                .ifPresent(rule -> each(seen, (dataset, month, now, base) -> {
                    long most = base.stream()
                            .mapToLong(one -> one.profile().rows())
                            .max()
                            .orElse(0);
                    Fraction times = Fraction.of(now.rows()).over(Fraction.of(most));
                    if (rule.times().isBelow(times)) {
                        to.accept(finding("GROWTH", Gravity.WARNING, dataset, month, times)
                                .with("rows", now.rows())
                                .with("most", most));
                    }
                }));
    }

    /** Looks at a watched dataset's month beside its base. */
    @FunctionalInterface
    private interface Look {
        void at(String dataset, int month, MonthProfile now, List<Compared> base);
    }

    private static void each(Evidence seen, Look look) {
        for (String dataset : watched(seen)) {
            for (int month : seen.months()) {
                List<Compared> base = seen.base(dataset, month);
                if (seen.isComparable(base)) {
                    look.at(dataset, month, seen.of(dataset, month), base);
                }
            }
        }
    }

    /** One note where nothing can be compared. */
    static void noHistory(Evidence seen, Consumer<Finding> to) {
        if (!seen.isOver()
                || seen.rules().stale().isEmpty() && seen.rules().thin().isEmpty()) {
            return;
        }
        Set<String> without = new TreeSet<>();
        for (String dataset : watched(seen)) {
            if (seen.months().stream().anyMatch(month -> !seen.isComparable(seen.base(dataset, month)))) {
                without.add(dataset);
            }
        }
        if (!without.isEmpty()) {
            to.accept(finding("NO_HISTORY", Gravity.NOTE, "", last(seen), Fraction.ZERO)
                    .with("datasets", String.join(", ", without)));
        }
    }

    static void dates(Evidence seen, Consumer<Finding> to) {
        if (seen.rules().dates().isEmpty()) {
            return;
        }
        int founded = seen.registers().roster().employees().stream()
                .map(Employee::hireDate)
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .map(Month::of)
                .orElse(Profile.UNDATED);
        LocalDate farthest = seen.asOf().plusDays(seen.rules().dates().get().days());
        seen.profiles().forEach((dataset, months) -> {
            boolean dated = seen.registers()
                    .schema(dataset)
                    .date()
                    .flatMap(seen.registers().schema(dataset)::column)
                    .filter(column -> column.type() != DatasetColumn.Type.PERIOD)
                    .isPresent();
            long before = 0;
            long far = 0;
            long after = 0;
            for (Map.Entry<Integer, MonthProfile> month : months.entrySet()) {
                if (dated && month.getKey() != Profile.UNDATED) {
                    long rows = month.getValue().rows();
                    before += month.getKey() < founded ? rows : 0;
                    boolean isFar = Month.first(month.getKey()).isAfter(farthest);
                    far += isFar ? rows : 0;
                    after += !isFar && Month.first(month.getKey()).isAfter(seen.asOf()) ? rows : 0;
                }
            }
            said(seen, "DATES.before", Gravity.WARNING, dataset, before, to);
            said(seen, "DATES.far", Gravity.WARNING, dataset, far, to);
            said(seen, "DATES.after", Gravity.NOTE, dataset, after, to);
        });
    }

    private static void said(
            Evidence seen, String kind, Gravity gravity, String dataset, long rows, Consumer<Finding> to) {
        if (rows > 0) {
            to.accept(finding(kind, gravity, dataset, last(seen), Fraction.of(rows))
                    .with("rows", rows));
        }
    }

    /** With at most one decimal: {@code 7.4%}. */
    static String percent(Fraction share) {
        BigDecimal hundredfold = share.times(Fraction.of(100)).rounded(1);
        return (hundredfold.signum() == 0
                        ? "0"
                        : hundredfold.stripTrailingZeros().toPlainString()) + "%";
    }
}
