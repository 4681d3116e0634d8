package dev.steelyard.engine.plausible;

import dev.steelyard.engine.fact.PriceEvent;
import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.MarketShare;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rules about targets, amounts, prices and shares that are in another unit than they were (rules.md 9: UNIT). */
final class UnitRules {

    private UnitRules() {}

    static void unit(Plausible.Unit rule, Evidence seen, Consumer<Finding> to) {
        for (DatasetMonth targets : seen.months("targets")) {
            if (seen.isOver()) {
                rule.sales().forEach((indicator, dataset) -> sales(rule, targets, indicator, dataset, to));
            }
            targets(rule, targets, to);
            seen.rules().watched().forEach(dataset -> amounts(rule, seen.at(dataset, targets.month()), to));
        }
    }

    private static void sales(
            Plausible.Unit rule, DatasetMonth targets, String indicator, String dataset, Consumer<Finding> to) {
        Evidence seen = targets.seen();
        Map<String, Fraction> ratios = new TreeMap<>();
        seen.at(dataset, targets.month()).now().people().forEach((person, sum) -> seen.target(
                        person, indicator, targets.month())
                .filter(target -> sum.signum() > 0)
                .ifPresent(target -> ratios.put(person, Fraction.of(sum).over(target))));
        if (ratios.size() < rule.people() || !sales(rule, targets, indicator, ratios, to)) {
            one(rule, targets, indicator, ratios, to);
        }
    }

    /** Of many: whether their median is so far away that nothing need be said of single ones. */
    private static boolean sales(
            Plausible.Unit rule,
            DatasetMonth targets,
            String indicator,
            Map<String, Fraction> ratios,
            Consumer<Finding> to) {
        Fraction median = Ratios.median(List.copyOf(ratios.values()));
        Fraction distance = Ratios.distance(median);
        boolean grave = rule.times().isBelow(distance);
        if (grave || rule.warning().isBelow(distance)) {
            to.accept(targets.finding(Gravity.of(grave), grave ? "UNIT" : "UNIT.far", distance)
                    .at("which", indicator)
                    .with("people", ratios.size())
                    .with("ratio", Ratios.plain(median)));
        }
        return grave;
    }

    private static void one(
            Plausible.Unit rule,
            DatasetMonth targets,
            String indicator,
            Map<String, Fraction> ratios,
            Consumer<Finding> to) {
        ratios.forEach((person, ratio) -> {
            if (rule.times().isBelow(Ratios.distance(ratio))) {
                to.accept(targets.warning("UNIT.one", Ratios.distance(ratio))
                        .at("person", person)
                        .with("which", indicator)
                        .with("ratio", Ratios.plain(ratio)));
            }
        });
    }

    /** Money targets beside those of the same people a month before. */
    private static void targets(Plausible.Unit rule, DatasetMonth targets, Consumer<Finding> to) {
        Evidence seen = targets.seen();
        Map<String, Fraction> beyond = new TreeMap<>();
        int compared = 0;
        TreeSet<String> people = seen.registers().roster().employees().stream()
                .map(Employee::id)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String indicator : rule.sales().keySet()) {
            for (String person : people) {
                Optional<Fraction> now = seen.target(person, indicator, targets.month());
                Optional<Fraction> before = seen.knownTarget(person, indicator, targets.month() - 1);
                if (now.isPresent() && before.isPresent()) {
                    compared++;
                    Fraction moved = Ratios.distance(now.get().over(before.get()));
                    if (rule.targets().isBelow(moved)) {
                        beyond.put(person, moved);
                    }
                }
            }
        }
        if (beyond.size() >= rule.people()
                && Ratios.share(beyond.size(), compared).isAtLeast(rule.share())) {
            Fraction median = Ratios.median(List.copyOf(beyond.values()));
            to.accept(targets.finding(Gravity.IMPLAUSIBLE, "UNIT.targets", median)
                    .with("people", beyond.size())
                    .with("compared", compared)
                    .with("times", Ratios.plain(median)));
            return;
        }
        beyond.forEach((person, moved) -> to.accept(
                targets.warning("UNIT.target", moved).at("person", person).with("times", Ratios.plain(moved))));
    }

    private static void amounts(Plausible.Unit rule, DatasetMonth at, Consumer<Finding> to) {
        List<Fraction> base = at.base().stream()
                .flatMap(profile -> profile.median().stream())
                .map(Fraction::of)
                .toList();
        Optional<BigDecimal> now = at.now().median();
        if (at.now().rows() >= rule.rows() && now.isPresent() && at.seen().isEnough(base)) {
            Fraction ratio = Fraction.of(now.get()).over(Ratios.median(base));
            if (rule.times().isBelow(Ratios.distance(ratio))) {
                to.accept(at.finding(Gravity.IMPLAUSIBLE, "UNIT.amounts", Ratios.distance(ratio))
                        .with("ratio", Ratios.plain(ratio)));
            }
        }
    }

    /** A price that is so many times another: the two are in different units. */
    static void prices(Plausible.Unit rule, Evidence seen, Consumer<Finding> to) {
        for (PriceEvent event : seen.registers().all(PriceEvent.DATASET)) {
            if (!event.isPriced()) {
                continue;
            }
            BigDecimal old = event.oldPrice().orElseThrow();
            BigDecimal now = event.newPrice().orElseThrow();
            Fraction distance = Ratios.distance(Ratios.of(now, old));
            if (rule.targets().isBelow(distance)) {
                to.accept(seen.last("price_events")
                        .warning("UNIT.price", distance)
                        .at("id", event.eventId())
                        .with("old", old.toPlainString())
                        .with("now", now.toPlainString()));
            }
        }
    }

    /** A region's share beside the one published before it: shares move by parts, units by a hundred. */
    static void shares(Plausible.Unit rule, Evidence seen, Consumer<Finding> to) {
        MarketShare market = seen.registers().marketShare();
        for (String region : market.regions()) {
            Optional<PublishedShare> newest =
                    market.newest(region, seen.period().last(), Integer.MAX_VALUE);
            Optional<PublishedShare> before = newest.flatMap(one -> market.before(region, one));
            if (before.isEmpty()
                    || newest.get().share().signum() <= 0
                    || before.get().share().signum() <= 0) {
                continue;
            }
            Fraction moved = newest.get().share().over(before.get().share());
            if (rule.warning().isBelow(Ratios.distance(moved))) {
                to.accept(seen.last("market_share")
                        .warning("UNIT.share", Ratios.distance(moved))
                        .at("region", region)
                        .with("newest", newest.get().period())
                        .with("before", before.get().period())
                        .with("ratio", Ratios.plain(moved)));
            }
        }
    }
}
