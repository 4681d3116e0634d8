package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.plausible.Evidence.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules about targets and amounts that are in another unit than they were (rules.md 9: UNIT). */
final class UnitRules {

    private UnitRules() {}

    private static Finding finding(
            String kind, Gravity gravity, String dataset, int month, String place, Fraction figure) {
        return new Finding(kind, gravity, dataset, month, place, figure.rounded(6), Map.of());
    }

    static void unit(Evidence seen, Consumer<Finding> to) {
        seen.rules().unit().ifPresent(rule -> {
            for (int month : seen.months()) {
                if (seen.isOver()) {
                    rule.sales().forEach((indicator, dataset) -> sales(seen, rule, month, indicator, dataset, to));
                }
                targets(seen, rule, month, to);
                amounts(seen, rule, month, to);
            }
        });
    }

    /** How far a ratio is from 1 either way: at least 1. */
    static Fraction distance(Fraction ratio) {
        return ratio.isBelow(Fraction.ONE) ? Fraction.ONE.over(ratio) : ratio;
    }

    private static void sales(
            Evidence seen, Plausible.Unit rule, int month, String indicator, String dataset, Consumer<Finding> to) {
        Map<String, Fraction> ratios = new TreeMap<>();
        seen.of(dataset, month).people().forEach((person, sum) -> target(seen, person, indicator, month)
                .filter(target -> sum.signum() > 0)
                .ifPresent(target -> ratios.put(person, Fraction.of(sum).over(target))));
        if (ratios.size() < rule.people() || !sales(rule, month, indicator, ratios, to)) {
            one(rule, month, indicator, ratios, to);
        }
    }

    /** Of many: whether their median is so far away that nothing need be said of single ones. */
    private static boolean sales(
            Plausible.Unit rule, int month, String indicator, Map<String, Fraction> ratios, Consumer<Finding> to) {
        Fraction median = Evidence.median(new ArrayList<>(ratios.values()));
        boolean grave = rule.times().isBelow(distance(median));
        if (grave || rule.warning().isBelow(distance(median))) {
            to.accept(finding(
                            grave ? "UNIT" : "UNIT.far",
                            grave ? Gravity.IMPLAUSIBLE : Gravity.WARNING,
                            "targets",
                            month,
                            indicator,
                            distance(median))
                    .with("which", indicator)
                    .with("people", ratios.size())
                    .with("ratio", plain(median)));
        }
        return grave;
    }

    private static void one(
            Plausible.Unit rule, int month, String indicator, Map<String, Fraction> ratios, Consumer<Finding> to) {
        ratios.forEach((person, ratio) -> {
            if (rule.times().isBelow(distance(ratio))) {
                to.accept(finding("UNIT.one", Gravity.WARNING, "targets", month, person, distance(ratio))
                        .with("person", person)
                        .with("which", indicator)
                        .with("ratio", plain(ratio)));
            }
        });
    }

    /** A person's target of a month; none where it is 0. */
    static Optional<Fraction> target(Evidence seen, String person, String indicator, int month) {
        Period period = Period.of(Period.Kind.MONTH, Month.first(month));
        return standing(seen.registers(), new TargetKey("employee", person, indicator, period))
                .filter(target -> target.signum() > 0);
    }

    /** What stands here, else what stood a month before. */
    static Optional<Fraction> known(Evidence seen, TargetKey key) {
        return standing(seen.registers(), key).or(() -> seen.former().flatMap(former -> standing(former, key)));
    }

    /** Looked at only: what no calculation reads is not in force. */
    static Optional<Fraction> standing(Registers registers, TargetKey key) {
        return registers.targets().standing(key).map(Targets.Target::value);
    }

    /** Money targets beside those of the same people a month before. */
    private static void targets(Evidence seen, Plausible.Unit rule, int month, Consumer<Finding> to) {
        Map<String, Fraction> beyond = new TreeMap<>();
        int compared = 0;
        for (String indicator : rule.sales().keySet()) {
            for (String person : new TreeSet<>(seen.registers().roster().employees().stream()
                    .map(employee -> employee.id())
                    .toList())) {
                Optional<Fraction> now = target(seen, person, indicator, month);
                Period earlier = Period.of(Period.Kind.MONTH, Month.first(month - 1));
                Optional<Fraction> before = known(seen, new TargetKey("employee", person, indicator, earlier))
                        .filter(target -> target.signum() > 0);
                if (now.isPresent() && before.isPresent()) {
                    compared++;
                    Fraction moved = distance(now.get().over(before.get()));
                    if (rule.targets().isBelow(moved)) {
                        beyond.put(person, moved);
                    }
                }
            }
        }
        if (beyond.size() >= rule.people()
                && Fraction.of(beyond.size()).over(Fraction.of(compared)).isAtLeast(rule.share())) {
            Fraction median = Evidence.median(new ArrayList<>(beyond.values()));
            to.accept(finding("UNIT.targets", Gravity.IMPLAUSIBLE, "targets", month, "", median)
                    .with("people", beyond.size())
                    .with("compared", compared)
                    .with("times", plain(median)));
            return;
        }
        beyond.forEach(
                (person, moved) -> to.accept(finding("UNIT.target", Gravity.WARNING, "targets", month, person, moved)
                        .with("person", person)
                        .with("times", plain(moved))));
    }

    private static void amounts(Evidence seen, Plausible.Unit rule, int month, Consumer<Finding> to) {
        for (String dataset : seen.rules().watched()) {
            MonthProfile now = seen.of(dataset, month);
            List<Fraction> base = seen.base(dataset, month).stream()
                    .map(Compared::profile)
                    .flatMap(profile -> profile.median().stream())
                    .map(Fraction::of)
                    .toList();
            if (now.rows() >= rule.rows()
                    && now.median().isPresent()
                    && base.size() >= seen.rules().base().months()) {
                Fraction ratio = Fraction.of(now.median().get()).over(Evidence.median(base));
                if (rule.times().isBelow(distance(ratio))) {
                    to.accept(finding("UNIT.amounts", Gravity.IMPLAUSIBLE, dataset, month, "", distance(ratio))
                            .with("ratio", plain(ratio)));
                }
            }
        }
    }

    /** As people read a ratio: two significant digits at least, no trailing zeros. */
    static String plain(Fraction ratio) {
        BigDecimal rounded = ratio.rounded(ratio.isBelow(Fraction.ONE) ? 6 : 2);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
