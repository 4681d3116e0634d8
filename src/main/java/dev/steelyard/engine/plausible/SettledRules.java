package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
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
        Set<String> datasets = new TreeSet<>(seen.earlier().profiles().keySet());
        datasets.addAll(seen.profiles().keySet());
        datasets.removeAll(DECISIONS);
        datasets.removeIf(dataset -> !seen.has(dataset));
        for (int month : seen.earlier().settled().keySet()) {
            datasets.stream()
                    .map(dataset -> seen.at(dataset, month))
                    .filter(SettledRules::isReached)
                    .forEach(at -> changed(at, to));
        }
    }

    private static void changed(DatasetMonth at, Consumer<Finding> to) {
        MonthProfile now = at.now();
        MonthProfile then = at.remembered();
        if (!sameAs(now, then)) {
            to.accept(at.warning("CHANGED", now.rows())
                    .with("rows", now.rows())
                    .with("before", then.rows())
                    .with("sums", moved(now, then)));
        } else if (saysElse(now, then)) {
            to.accept(at.warning("CHANGED.said", now.rows()).with("rows", now.rows()));
        }
    }

    /** A delivery need not hold months that are long closed, nor the whole of the oldest that it holds. */
    private static boolean isReached(DatasetMonth at) {
        boolean older = at.seen().profile(at.dataset()).entrySet().stream()
                .anyMatch(
                        other -> other.getKey() < at.month() && other.getValue().rows() > 0);
        return at.now().rows() > 0
                && (older || at.now().rows() >= at.remembered().rows());
    }

    private static boolean sameAs(MonthProfile now, MonthProfile then) {
        return now.rows() == then.rows()
                && now.days() == then.days()
                && now.sums().keySet().stream()
                        .allMatch(column -> now.sum(column).compareTo(then.sum(column)) == 0);
    }

    /** As many rows with the same sums that are others all the same: of somebody else, of another kind, dismissed since. */
    private static boolean saysElse(MonthProfile now, MonthProfile then) {
        return then.said() != 0 && now.said() != then.said();
    }

    private static String moved(MonthProfile now, MonthProfile then) {
        StringBuilder moved = new StringBuilder();
        now.sums().forEach((column, sum) -> {
            BigDecimal by = sum.subtract(then.sum(column));
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
        for (Calibration one : seen.registers().calibrations()) {
            LocalDate decided = one.decidedDate();
            settled(seen, "calibrations", one.key().period(), decided)
                    .ifPresent(at -> to.accept(decision(at, one.decisionId(), decided)));
        }
        for (Appeal one : seen.registers().appeals()) {
            LocalDate decided = one.decidedAt().toLocalDate();
            one.period()
                    .flatMap(about -> settled(seen, "appeals", about, decided))
                    .ifPresent(at -> to.accept(decision(at, one.appealId(), decided)));
        }
    }

    /** The month that a decision is about, where it was closed before the decision. */
    private static Optional<DatasetMonth> settled(Evidence seen, String dataset, Period about, LocalDate decided) {
        int month = Month.of(about.first());
        LocalDate known = seen.earlier().settled().get(month);
        return about.kind() == Period.Kind.MONTH && known != null && decided.isAfter(known)
                ? Optional.of(seen.at(dataset, month))
                : Optional.empty();
    }

    private static Finding decision(DatasetMonth at, String id, LocalDate decided) {
        return at.warning("CHANGED.decision", 1).at("id", id).with("decided", decided);
    }
}
