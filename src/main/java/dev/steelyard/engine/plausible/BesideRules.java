package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.PriceEvent;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.plausible.Evidence.Gauged;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Rules about values that somebody wrote, beside what they replace or follow (rules.md 9: SINGLE), and about what was measured beside
 * what its curve spans (UNIT). They only warn.
 */
final class BesideRules {

    private BesideRules() {}

    private static Finding finding(Evidence seen, String kind, String dataset, String place, Fraction figure) {
        return new Finding(
                kind, Gravity.WARNING, dataset, Month.of(seen.period().last()), place, figure.rounded(6), Map.of());
    }

    /** How far a ratio above 0 is from 1 either way: at least 1. */
    private static Fraction distance(Fraction ratio) {
        return ratio.isBelow(Fraction.ONE) ? Fraction.ONE.over(ratio) : ratio;
    }

    private static boolean isApart(Plausible.Single rule, Fraction one, Fraction other) {
        return one.signum() > 0 && other.signum() > 0 && rule.times().isBelow(distance(one.over(other)));
    }

    /** A target of the period beside the same subject's of the period before. Of many at once the rule UNIT speaks. */
    static void targets(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            Map<String, Finding> apart = new TreeMap<>();
            for (TargetRow row : seen.registers().all(TargetRow.DATASET)) {
                TargetKey key = row.key().orElse(null);
                if (key == null || !isOf(seen, key.period())) {
                    continue;
                }
                Period period = key.period();
                Optional<Fraction> now = UnitRules.standing(seen.registers(), key);
                Optional<Fraction> before = UnitRules.known(
                        seen, new TargetKey(key.subjectType(), key.subject(), key.indicator(), period.previous()));
                boolean decided = seen.registers()
                        .targets()
                        .standing(key)
                        .flatMap(Targets.Target::calibration)
                        .isPresent();
                if (!decided && now.isPresent() && before.isPresent() && isApart(rule, now.get(), before.get())) {
                    apart.put(
                            key.subject() + " " + key.indicator() + " " + period,
                            finding(seen, "SINGLE.target", "targets", key.subject(), now.get())
                                    .with("person", key.subject())
                                    .with("which", key.indicator())
                                    .with("about", period)
                                    .with("now", UnitRules.plain(now.get()))
                                    .with("before", UnitRules.plain(before.get())));
                }
            }
            apart.values().stream().findFirst().ifPresent(first -> to.accept(first.with("more", apart.size() - 1)));
        });
    }

    /** The run's own period, and the months and quarters of it. */
    private static boolean isOf(Evidence seen, Period period) {
        return !period.first().isBefore(seen.period().first())
                && !period.last().isAfter(seen.period().last());
    }

    /** A decided target beside the one that it takes the place of. */
    static void calibrations(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (Calibration one : seen.registers().calibrations()) {
                Optional<Fraction> replaced = seen.registers()
                        .targets()
                        .standing(one.key())
                        .filter(target -> target.calibration().equals(Optional.of(one)))
                        .flatMap(Targets.Target::replaced)
                        .map(Targets.Target::value);
                boolean concerned = !one.key()
                                .period()
                                .last()
                                .isBefore(seen.period().first())
                        && !one.key().period().first().isAfter(seen.period().last());
                replaced.filter(before -> concerned && isApart(rule, one.newTarget(), before))
                        .ifPresent(before -> to.accept(
                                finding(seen, "SINGLE.calibration", "calibrations", one.decisionId(), one.newTarget())
                                        .with("id", one.decisionId())
                                        .with("times", UnitRules.plain(rule.times()))
                                        .with("now", UnitRules.plain(one.newTarget()))
                                        .with("before", UnitRules.plain(before))));
            }
        });
    }

    /** A value that an appeal sets, beside all that the indicator's curve names; points beside those that it can give. */
    static void appeals(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (Appeal appeal : seen.registers().appeals()) {
                Gauged curve = seen.gauged().get(appeal.subject());
                boolean concerned = appeal.period()
                        .filter(period -> !period.last().isBefore(seen.period().first())
                                && !period.first().isAfter(seen.period().last()))
                        .isPresent();
                if (curve == null || !concerned || appeal.value().isEmpty()) {
                    continue;
                }
                Fraction value = appeal.value().get();
                boolean sets = appeal.effect() == Appeal.Effect.SET_VALUE;
                boolean adds = appeal.effect() == Appeal.Effect.ADD_POINTS;
                if (sets && isBeyond(rule, value, curve)
                        || adds
                                && curve.points()
                                        .isBelow(value.times(Fraction.of(2)).max(value.times(Fraction.of(-2))))) {
                    to.accept(
                            finding(seen, sets ? "SINGLE.appeal" : "SINGLE.points", "appeals", appeal.appealId(), value)
                                    .with("id", appeal.appealId())
                                    .with("which", appeal.subject())
                                    .with("now", UnitRules.plain(value))
                                    .with("low", UnitRules.plain(curve.low()))
                                    .with("high", UnitRules.plain(curve.high())));
                }
            }
        });
    }

    private static boolean isBeyond(Plausible.Single rule, Fraction value, Gauged curve) {
        boolean above =
                curve.high().signum() > 0 && rule.times().times(curve.high()).isBelow(value);
        boolean below =
                curve.low().signum() > 0 && rule.times().times(value).isBelow(curve.low()) && !isBest(curve, value);
        return above || below || curve.low().signum() >= 0 && value.signum() < 0;
    }

    /** 0 is the best that a share of what should not be can be. */
    private static boolean isBest(Gauged curve, Fraction value) {
        return curve.falls() && value.signum() == 0;
    }

    /** State purchasing that raises a price: old and new are the wrong way round, or one has a digit too many. */
    static void prices(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (PriceEvent event : seen.registers().all(PriceEvent.DATASET)) {
                if (!event.isPriced()) {
                    continue;
                }
                BigDecimal old = event.oldPrice().orElseThrow();
                BigDecimal now = event.newPrice().orElseThrow();
                if (event.isCut() && now.compareTo(old) > 0
                        || event.isListed() && isApart(rule, Fraction.of(now), Fraction.of(old))) {
                    String id = event.eventId();
                    to.accept(finding(seen, "SINGLE.price", "price_events", id, Fraction.of(now))
                            .with("id", id)
                            .with("old", old.toPlainString())
                            .with("now", now.toPlainString()));
                }
            }
        });
    }

    /** What was measured of many, far beyond what the curve names: in hours instead of days; targets in another unit. */
    static void gauged(Evidence seen, Consumer<Finding> to) {
        seen.rules().unit().filter(rule -> seen.isOver()).ifPresent(rule -> new TreeMap<>(seen.gauged())
                .forEach((indicator, gauged) -> {
                    if (gauged.values().size() < rule.people() || rule.sales().containsKey(indicator)) {
                        return;
                    }
                    Fraction median = Evidence.median(gauged.values());
                    boolean above = gauged.high().signum() > 0
                            && rule.warning().times(gauged.high()).isBelow(median);
                    boolean below = gauged.attains()
                            && median.signum() > 0
                            && rule.warning().times(median).isBelow(Fraction.ONE);
                    if (above || below) {
                        to.accept(finding(seen, "UNIT.gauged", "", indicator, median)
                                .with("which", indicator)
                                .with("people", gauged.values().size())
                                .with("ratio", UnitRules.plain(median))
                                .with("high", UnitRules.plain(gauged.high())));
                    }
                }));
    }
}
