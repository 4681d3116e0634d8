package dev.steelyard.engine.plausible;

import dev.steelyard.engine.plausible.Evidence.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.plausible.MonthProfile.Repeated;
import dev.steelyard.engine.unit.Fraction;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rules about rows that are each well formed, and that come twice or contradict themselves (rules.md 9: TWICE, SIGNS). */
final class RowRules {

    private RowRules() {}

    /** Of whom every row comes twice under different keys, it was delivered twice: equal sales of one day happen, but not to each. */
    static void twice(Evidence seen, Consumer<Finding> to) {
        seen.rules().twice().ifPresent(rule -> {
            for (String dataset : VolumeRules.watched(seen)) {
                for (int month : seen.months()) {
                    twice(rule, dataset, month, seen.of(dataset, month), to);
                }
            }
        });
    }

    private static void twice(Plausible.Twice rule, String dataset, int month, MonthProfile now, Consumer<Finding> to) {
        Map<String, Repeated> people = new TreeMap<>(now.repeats().people());
        int enough = now.repeats().common() ? rule.common() : rule.different();
        int different = people.values().stream().mapToInt(Repeated::different).sum();
        boolean most = different >= enough && share(rows(people), now.rows()).isAtLeast(rule.share());
        people.values().removeIf(own -> !most && own.different() < enough);
        if (!people.isEmpty()) {
            boolean many = most || people.size() >= rule.people();
            long rows = rows(people);
            to.accept(finding("TWICE", many ? Gravity.IMPLAUSIBLE : Gravity.WARNING, dataset, month, rows)
                    .with("people", people.size())
                    .with("first", people.keySet().stream().limit(3).collect(Collectors.joining(", ")))
                    .with("times", people.values().iterator().next().times()));
        }
    }

    private static long rows(Map<String, Repeated> people) {
        return people.values().stream().mapToLong(Repeated::rows).sum();
    }

    /** A return that adds is a mistake; a sale that takes away may be a discount, where months before have some too. */
    static void signs(Evidence seen, Consumer<Finding> to) {
        seen.rules().signs().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.profiles().keySet())) {
                for (int month : seen.months()) {
                    MonthProfile now = seen.of(dataset, month);
                    long earned = now.odd().earned();
                    long taken = now.odd().taken();
                    Fraction usual = seen.base(dataset, month).stream()
                            .map(Compared::profile)
                            .map(one -> share(one.odd().taken(), one.rows()))
                            .reduce(Fraction.ZERO, Fraction::max);
                    boolean more = usual.times(Fraction.of(2)).isBelow(share(taken, now.rows()));
                    if (earned > 0) {
                        boolean many = earned >= rule.rows()
                                && share(earned, now.rows()).isAtLeast(rule.earned());
                        to.accept(
                                finding("SIGNS", many ? Gravity.IMPLAUSIBLE : Gravity.WARNING, dataset, month, earned));
                    }
                    if (taken > 0) {
                        boolean many =
                                taken >= rule.rows() && share(taken, now.rows()).isAtLeast(rule.taken());
                        Gravity few = more ? Gravity.WARNING : Gravity.NOTE;
                        to.accept(finding("SIGNS.taken", many ? Gravity.IMPLAUSIBLE : few, dataset, month, taken));
                    }
                }
            }
        });
    }

    private static Fraction share(long part, long all) {
        return all == 0 ? Fraction.ZERO : Fraction.of(part).over(Fraction.of(all));
    }

    private static Finding finding(String kind, Gravity gravity, String dataset, int month, long rows) {
        return new Finding(kind, gravity, dataset, month, "", Fraction.of(rows).rounded(6), Map.of())
                .with("rows", rows);
    }
}
