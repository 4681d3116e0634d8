package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.PriceEvent;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.plausible.Evidence.Gauged;
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

    private static boolean isApart(Plausible.Single rule, Fraction one, Fraction other) {
        return one.signum() > 0 && other.signum() > 0 && rule.times().isBelow(Ratios.distance(one.over(other)));
    }

    /** A target of the period beside the same subject's of the period before. Of many at once the rule UNIT speaks. */
    static void targets(Plausible.Single rule, Evidence seen, Consumer<Finding> to) {
        Map<String, Finding> apart = new TreeMap<>();
        for (TargetRow row : seen.registers().all(TargetRow.DATASET)) {
            TargetKey key = row.key().orElse(null);
            if (key == null || !isOf(seen, key.period())) {
                continue;
            }
            Period period = key.period();
            Optional<Fraction> now = seen.standing(key);
            Optional<Fraction> before =
                    seen.known(new TargetKey(key.subjectType(), key.subject(), key.indicator(), period.previous()));
            boolean decided = seen.registers()
                    .targets()
                    .standing(key)
                    .flatMap(Targets.Target::calibration)
                    .isPresent();
            if (!decided && now.isPresent() && before.isPresent() && isApart(rule, now.get(), before.get())) {
                apart.put(
                        key.subject() + " " + key.indicator() + " " + period,
                        seen.last("targets")
                                .warning("SINGLE.target", now.get())
                                .at("person", key.subject())
                                .with("which", key.indicator())
                                .with("about", period)
                                .with("now", Ratios.plain(now.get()))
                                .with("before", Ratios.plain(before.get())));
            }
        }
        apart.values().stream().findFirst().ifPresent(first -> to.accept(first.with("more", apart.size() - 1)));
    }

    /** The run's own period, and the months and quarters of it. */
    private static boolean isOf(Evidence seen, Period period) {
        return !period.first().isBefore(seen.period().first())
                && !period.last().isAfter(seen.period().last());
    }

    /** A decided target beside the one that it takes the place of. */
    static void calibrations(Plausible.Single rule, Evidence seen, Consumer<Finding> to) {
        for (Calibration one : seen.registers().calibrations()) {
            Optional<Fraction> replaced = seen.registers()
                    .targets()
                    .standing(one.key())
                    .filter(target -> target.calibration().equals(Optional.of(one)))
                    .flatMap(Targets.Target::replaced)
                    .map(Targets.Target::value);
            replaced.filter(before -> seen.concerns(one.key().period()) && isApart(rule, one.newTarget(), before))
                    .ifPresent(before -> to.accept(seen.last("calibrations")
                            .warning("SINGLE.calibration", one.newTarget())
                            .at("id", one.decisionId())
                            .with("times", Ratios.plain(rule.times()))
                            .with("now", Ratios.plain(one.newTarget()))
                            .with("before", Ratios.plain(before))));
        }
    }

    /** A value that an appeal sets, beside all that the indicator's curve names; points beside those that it can give. */
    static void appeals(Plausible.Single rule, Evidence seen, Consumer<Finding> to) {
        for (Appeal appeal : seen.registers().appeals()) {
            Gauged curve = seen.gauged().get(appeal.subject());
            if (curve == null
                    || appeal.period().filter(seen::concerns).isEmpty()
                    || appeal.value().isEmpty()) {
                continue;
            }
            Fraction value = appeal.value().get();
            boolean sets = appeal.effect() == Appeal.Effect.SET_VALUE;
            boolean adds = appeal.effect() == Appeal.Effect.ADD_POINTS;
            if (sets && isBeyond(rule, value, curve)
                    || adds
                            && curve.points()
                                    .isBelow(value.times(Fraction.of(2)).max(value.times(Fraction.of(-2))))) {
                to.accept(seen.last("appeals")
                        .warning(sets ? "SINGLE.appeal" : "SINGLE.points", value)
                        .at("id", appeal.appealId())
                        .with("which", appeal.subject())
                        .with("now", Ratios.plain(value))
                        .with("low", Ratios.plain(curve.low()))
                        .with("high", Ratios.plain(curve.high())));
            }
        }
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
    static void prices(Plausible.Single rule, Evidence seen, Consumer<Finding> to) {
        for (PriceEvent event : seen.registers().all(PriceEvent.DATASET)) {
            if (!event.isPriced()) {
                continue;
            }
            BigDecimal old = event.oldPrice().orElseThrow();
            BigDecimal now = event.newPrice().orElseThrow();
            if (event.isCut() && now.compareTo(old) > 0
                    || event.isListed() && isApart(rule, Fraction.of(now), Fraction.of(old))) {
                to.accept(seen.last("price_events")
                        .warning("SINGLE.price", Fraction.of(now))
                        .at("id", event.eventId())
                        .with("old", old.toPlainString())
                        .with("now", now.toPlainString()));
            }
        }
    }

    /** What was measured of many, far beyond what the curve names: in hours instead of days; targets in another unit. */
    static void gauged(Plausible.Unit rule, Evidence seen, Consumer<Finding> to) {
        new TreeMap<>(seen.gauged()).forEach((indicator, gauged) -> {
            if (gauged.values().size() < rule.people() || rule.sales().containsKey(indicator)) {
                return;
            }
            Fraction median = Ratios.median(gauged.values());
            boolean above = gauged.high().signum() > 0
                    && rule.warning().times(gauged.high()).isBelow(median);
            boolean below = gauged.attains()
                    && median.signum() > 0
                    && rule.warning().times(median).isBelow(Fraction.ONE);
            if (above || below) {
                to.accept(seen.last("")
                        .warning("UNIT.gauged", median)
                        .at("which", indicator)
                        .with("people", gauged.values().size())
                        .with("ratio", Ratios.plain(median))
                        .with("high", Ratios.plain(gauged.high())));
            }
        });
    }
}
