package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.plausible.MonthProfile.Print;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Rules that hold what somebody's rows say of a month against other months (rules.md 9): the rows of another month again, dated and
 * numbered anew (TWICE); nothing of somebody who always had rows (ROSTER).
 */
final class AgainRules {

    private AgainRules() {}

    private static List<Integer> others(int month) {
        return List.of(month - 1, month - 2, month - 3, month - 12);
    }

    /** A month here, else as the ledger remembers it. */
    private static MonthProfile known(Evidence seen, String dataset, int month) {
        MonthProfile here = seen.of(dataset, month);
        return here.rows() > 0
                ? here
                : seen.earlier().profiles().getOrDefault(dataset, Map.of()).getOrDefault(month, MonthProfile.NONE);
    }

    static void again(Evidence seen, Consumer<Finding> to) {
        seen.rules().twice().ifPresent(rule -> {
            for (String dataset : VolumeRules.watched(seen)) {
                for (int month : seen.months()) {
                    others(month).stream()
                            .filter(other -> again(seen, rule, dataset, month, other, to))
                            .findFirst();
                }
            }
        });
    }

    private static boolean again(
            Evidence seen, Plausible.Twice rule, String dataset, int month, int other, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        MonthProfile then = known(seen, dataset, other);
        if (now.rows() == 0 || then.rows() == 0) {
            return false;
        }
        int enough = now.repeats().common() ? rule.common() : rule.different();
        Map<String, Print> same = new TreeMap<>();
        if (isRemembered(seen, dataset, other)) {
            // Whose rows they were is not remembered.
            boolean all = now.undated() == then.undated()
                    && now.rows() == then.rows()
                    && now.rows() >= seen.rules().base().rows();
            if (all && !isUsual(seen, dataset, month, other, then.undated())) {
                same.putAll(now.prints());
                same.values().removeIf(own -> own.different() < enough);
            }
        } else {
            now.prints().forEach((person, own) -> {
                Print before = then.prints().get(person);
                if (own.equals(before)
                        && own.different() >= enough
                        && !isUsual(seen, dataset, month, other, person, own)) {
                    same.put(person, own);
                }
            });
        }
        long rows = same.values().stream().mapToLong(Print::rows).sum();
        if (rows == 0) {
            return false;
        }
        boolean many = same.size() >= rule.people()
                || Fraction.of(rows).over(Fraction.of(now.rows())).isAtLeast(rule.share());
        to.accept(new Finding(
                        "TWICE.again",
                        many ? Gravity.IMPLAUSIBLE : Gravity.WARNING,
                        dataset,
                        month,
                        "",
                        BigDecimal.valueOf(rows),
                        Map.of())
                .with("rows", rows)
                .with("people", same.size())
                .with("first", same.keySet().iterator().next())
                .with("other", Period.of(Period.Kind.MONTH, Month.first(other))));
        return true;
    }

    private static boolean isRemembered(Evidence seen, String dataset, int month) {
        return seen.of(dataset, month).rows() == 0;
    }

    /** Standing orders: the same came in a third month too. */
    private static boolean isUsual(Evidence seen, String dataset, int month, int other, String person, Print print) {
        return others(month).stream()
                .filter(third -> third != other)
                .anyMatch(third -> print.equals(seen.of(dataset, third).prints().get(person)));
    }

    private static boolean isUsual(Evidence seen, String dataset, int month, int other, long undated) {
        return others(month).stream()
                .filter(third -> third != other)
                .map(third -> known(seen, dataset, third))
                .anyMatch(third -> third.rows() > 0 && third.undated() == undated);
    }

    /** Who had rows in each of the three months before, and now has none, was employed and not away: under another's id, or lost. */
    static void idle(Evidence seen, Consumer<Finding> to) {
        seen.rules().roster().filter(rule -> seen.isOver()).ifPresent(rule -> {
            for (String dataset : VolumeRules.watched(seen)) {
                for (int month : seen.months()) {
                    idle(seen, rule, dataset, month, to);
                }
            }
        });
    }

    private static void idle(Evidence seen, Plausible.Gone rule, String dataset, int month, Consumer<Finding> to) {
        Days days = new Days(Month.first(month), Month.last(month));
        MonthProfile now = seen.of(dataset, month);
        Set<String> idle = new TreeSet<>();
        for (Employee employee : seen.registers().roster().employees()) {
            boolean always = List.of(month - 1, month - 2, month - 3).stream()
                    .map(before -> seen.of(dataset, before).prints().get(employee.id()))
                    .allMatch(print -> print != null && print.rows() >= rule.team());
            if (always
                    && !now.prints().containsKey(employee.id())
                    && employee.employed(days).equals(days)
                    && !seen.registers().isAwayOrMoves(employee.id(), days)) {
                idle.add(employee.id());
            }
        }
        if (!idle.isEmpty() && now.rows() > 0) {
            to.accept(new Finding(
                            "ROSTER.idle",
                            Gravity.WARNING,
                            dataset,
                            month,
                            "",
                            BigDecimal.valueOf(idle.size()),
                            Map.of())
                    .with("people", idle.size())
                    .with("first", idle.iterator().next()));
        }
    }
}
