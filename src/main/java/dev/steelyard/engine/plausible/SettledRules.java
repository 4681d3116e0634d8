package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What has come or changed since a month was closed (rules.md 8.11): it is paid as it was closed until the month is calculated again,
 * so nobody must have to think of it. No job turns this off.
 */
final class SettledRules {

    /** Told one by one. */
    private static final Set<String> DECISIONS = Set.of("calibrations", "appeals");

    private SettledRules() {}

    /** Rows of a closed month that are others than its newest edition was made of. */
    static void rows(Evidence seen, Consumer<Finding> to) {
        seen.earlier().settled().keySet().forEach(month -> {
            Set<String> datasets = new TreeSet<>(seen.earlier().profiles().keySet());
            datasets.addAll(seen.profiles().keySet());
            datasets.removeAll(DECISIONS);
            datasets.stream().filter(seen::has).forEach(dataset -> {
                MonthProfile now = seen.of(dataset, month);
                MonthProfile then = seen.earlier()
                        .profiles()
                        .getOrDefault(dataset, Map.of())
                        .getOrDefault(month, MonthProfile.NONE);
                if (reaches(seen, dataset, month, then) && sameAs(now, then) && saysElse(now, then)) {
                    to.accept(finding("CHANGED.said", dataset, month, "", now.rows())
                            .with("rows", now.rows()));
                }
                if (reaches(seen, dataset, month, then) && !sameAs(now, then)) {
                    to.accept(finding("CHANGED", dataset, month, "", now.rows())
                            .with("rows", now.rows())
                            .with("before", then.rows())
                            .with("sums", moved(now, then)));
                }
            });
        });
    }

    /** A delivery need not hold months that are long closed, nor the whole of the oldest that it holds. */
    private static boolean reaches(Evidence seen, String dataset, int month, MonthProfile then) {
        MonthProfile now = seen.of(dataset, month);
        boolean older = seen.profiles().getOrDefault(dataset, Map.of()).entrySet().stream()
                .anyMatch(other -> other.getKey() < month && other.getValue().rows() > 0);
        return now.rows() > 0 && (older || now.rows() >= then.rows());
    }

    private static boolean sameAs(MonthProfile now, MonthProfile then) {
        return now.rows() == then.rows()
                && now.days() == then.days()
                && now.sums().keySet().stream()
                        .allMatch(column -> sum(now, column).compareTo(sum(then, column)) == 0);
    }

    /** As many rows with the same sums that are others all the same: of somebody else, of another kind, dismissed since. */
    private static boolean saysElse(MonthProfile now, MonthProfile then) {
        return then.said() != 0 && now.said() != then.said();
    }

    private static BigDecimal sum(MonthProfile of, String column) {
        return of.sums().getOrDefault(column, BigDecimal.ZERO);
    }

    private static String moved(MonthProfile now, MonthProfile then) {
        StringBuilder moved = new StringBuilder();
        now.sums().forEach((column, sum) -> {
            BigDecimal by = sum.subtract(sum(then, column));
            if (by.signum() != 0) {
                moved.append(moved.isEmpty() ? "" : "; ")
                        .append(column)
                        .append(by.signum() > 0 ? " +" : " ")
                        .append(by.stripTrailingZeros().toPlainString());
            }
        });
        return moved.isEmpty() ? "–" : moved.toString();
    }

    /** Decisions about a closed month that its newest edition did not know. */
    static void decisions(Evidence seen, Consumer<Finding> to) {
        for (Calibration calibration : seen.registers().calibrations()) {
            decision(
                    seen,
                    calibration.key().period(),
                    calibration.decidedDate(),
                    "calibrations",
                    calibration.decisionId(),
                    to);
        }
        for (Appeal appeal : seen.registers().appeals()) {
            appeal.period()
                    .ifPresent(period ->
                            decision(seen, period, appeal.decidedAt().toLocalDate(), "appeals", appeal.appealId(), to));
        }
    }

    private static void decision(
            Evidence seen, Period about, LocalDate decided, String dataset, String id, Consumer<Finding> to) {
        int month = Month.of(about.first());
        LocalDate known = seen.earlier().settled().get(month);
        if (about.kind() == Period.Kind.MONTH && known != null && decided.isAfter(known)) {
            to.accept(finding("CHANGED.decision", dataset, month, id, 1)
                    .with("id", id)
                    .with("decided", decided));
        }
    }

    private static Finding finding(String kind, String dataset, int month, String place, long figure) {
        return new Finding(kind, Gravity.WARNING, dataset, month, place, BigDecimal.valueOf(figure), Map.of());
    }
}
