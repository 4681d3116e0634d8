package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.plausible.MonthProfile.Print;
import dev.steelyard.engine.register.Employee;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Rules that hold what somebody's rows say of a month against other months (rules.md 9): the rows of another month again, dated and
 * numbered anew (TWICE); nothing of somebody who always had rows (ROSTER).
 */
final class AgainRules {

    private AgainRules() {}

    static void again(Plausible.Twice rule, DatasetMonth at, Consumer<Finding> to) {
        at.before().stream().filter(other -> again(rule, at, other, to)).findFirst();
    }

    private static boolean again(Plausible.Twice rule, DatasetMonth at, DatasetMonth other, Consumer<Finding> to) {
        MonthProfile now = at.now();
        MonthProfile then = other.known();
        // Whose rows they were is not remembered.
        boolean isRemembered = other.now().rows() == 0;
        if (now.rows() == 0 || then.rows() == 0 || isRemembered && !isAll(at, other)) {
            return false;
        }
        Map<String, Print> same = new TreeMap<>(now.prints());
        same.values().removeIf(own -> own.different() < rule.enough(now));
        if (!isRemembered) {
            same.entrySet()
                    .removeIf(own -> !own.getValue().equals(then.prints().get(own.getKey()))
                            || isUsual(at, other, own.getKey(), own.getValue()));
        }
        long rows = same.values().stream().mapToLong(Print::rows).sum();
        if (rows == 0) {
            return false;
        }
        boolean many =
                same.size() >= rule.people() || Ratios.share(rows, now.rows()).isAtLeast(rule.share());
        to.accept(at.finding(Gravity.of(many), "TWICE.again", rows)
                .with("rows", rows)
                .with("people", same.size())
                .with("first", same.keySet().iterator().next())
                .with("other", other.period()));
        return true;
    }

    /** Whether both months say the same as a whole, of enough rows, and no third one does. */
    private static boolean isAll(DatasetMonth at, DatasetMonth other) {
        MonthProfile now = at.now();
        MonthProfile then = other.known();
        return now.undated() == then.undated()
                && now.rows() == then.rows()
                && now.rows() >= at.seen().rules().base().rows()
                && third(at, other).stream()
                        .map(DatasetMonth::known)
                        .noneMatch(third -> third.rows() > 0 && third.undated() == then.undated());
    }

    /** Standing orders: the same came in a third month too. */
    private static boolean isUsual(DatasetMonth at, DatasetMonth other, String person, Print print) {
        return third(at, other).stream()
                .anyMatch(third -> print.equals(third.now().prints().get(person)));
    }

    private static List<DatasetMonth> third(DatasetMonth at, DatasetMonth other) {
        return at.before().stream()
                .filter(third -> third.month() != other.month())
                .toList();
    }

    /** Who had rows in each of the three months before, and now has none, was employed and not away: under another's id, or lost. */
    static void idle(Plausible.Gone rule, DatasetMonth at, Consumer<Finding> to) {
        List<String> idle = at.seen().registers().roster().employees().stream()
                .filter(employee -> isIdle(rule, at, employee))
                .map(Employee::id)
                .distinct()
                .sorted()
                .toList();
        if (!idle.isEmpty() && at.now().rows() > 0) {
            to.accept(at.warning("ROSTER.idle", idle.size())
                    .with("people", idle.size())
                    .with("first", idle.get(0)));
        }
    }

    private static boolean isIdle(Plausible.Gone rule, DatasetMonth at, Employee employee) {
        Days days = at.days();
        return at.lately().stream()
                        .map(before -> before.now().prints().get(employee.id()))
                        .allMatch(print -> print != null && print.rows() >= rule.team())
                && !at.now().prints().containsKey(employee.id())
                && !employee.isPartOf(days)
                && !at.seen().registers().isAwayOrMoves(employee.id(), days);
    }
}
