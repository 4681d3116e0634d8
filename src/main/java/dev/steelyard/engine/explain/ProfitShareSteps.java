package dev.steelyard.engine.explain;

import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.pay.ExcessProfit;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.ProfitPool;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A share of the team's excess profit: the pool, the own weight of all weights, the cent by largest remainder (rulings 72–76). */
final class ProfitShareSteps {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** A sharer's part before the left cents are dealt out. */
    private record Part(ProfitPool.Sharer sharer, Money whole, Fraction remainder) {}

    private final RunResult result;
    private final TargetStep targets;
    private final ExcessProfit profit;

    ProfitShareSteps(RunResult result, TargetStep targets) {
        this.result = result;
        this.targets = targets;
        this.profit = result.profit();
    }

    private Pay.ExcessProfitShare rule() {
        return result.input().plan().pay().excessProfitShare().orElseThrow();
    }

    Step of(PayoutLine line) {
        ProfitPool pool = profit.pool(line.employee().team(), result.book()).orElseThrow();
        List<Part> parts = parts(pool);
        List<Part> byRemainder = new ArrayList<>(parts);
        byRemainder.sort(Comparator.comparing(Part::remainder).reversed());
        Part own = parts.stream()
                .filter(part ->
                        part.sharer().employee().id().equals(line.employee().id()))
                .findFirst()
                .orElseThrow();
        Money dealt = parts.stream().map(Part::whole).reduce(Money.ZERO, Money::plus);
        long left = pool.amount().minus(dealt).amount().movePointRight(2).longValueExact();
        int place = byRemainder.indexOf(own) + 1;
        Step weights = Step.of("weights", Said.of("explain.profitShare.allWeights"), FigureNumbers.exact(sum(pool)))
                .from(
                        Formula.sumOfParts(0, parts.size()),
                        parts.stream()
                                .map(part -> sharer(part, byRemainder.indexOf(part) + 1, left))
                                .toList());
        Step whole = Step.of(
                        "whole_cents", Said.of("explain.profitShare.partWeightCutWhole"), PayStep.money(own.whole()))
                .from(
                        Formula.part(0)
                                .times(Formula.part(1))
                                .over(Formula.part(2))
                                .downTo(Formula.constant(CENT)),
                        List.of(pool(pool), weight(own.sharer()), weights));
        Step cent = Step.of(
                        "cent",
                        Said.of("explain.profitShare.centLargestRemainder"),
                        Figure.plain(place <= left ? CENT : BigDecimal.ZERO.setScale(2)))
                .note(Said.of(
                        "explain.profitShare.centsLeftOneEach", "left", left, "cents", cents(own), "place", place));
        return PayStep.named(line)
                .from(Formula.part(0).plus(Formula.part(1)), List.of(whole, cent))
                .note(PayStep.note(line));
    }

    private static Fraction sum(ProfitPool pool) {
        return pool.sharers().stream().map(ProfitPool.Sharer::weight).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static List<Part> parts(ProfitPool pool) {
        Fraction sum = sum(pool);
        return pool.sharers().stream()
                .map(sharer -> {
                    Fraction cents = pool.amount()
                            .exact()
                            .times(Fraction.of(100))
                            .times(sharer.weight())
                            .over(sum);
                    long whole = cents.floor();
                    return new Part(sharer, new Money(BigDecimal.valueOf(whole, 2)), cents.minus(Fraction.of(whole)));
                })
                .toList();
    }

    // ------------------------------------------------------------------ weights

    private static Step weight(ProfitPool.Sharer sharer) {
        return Step.of("weight", Said.of("explain.profitShare.ownWeightFinalTimes"), figure(sharer))
                .from(weighing(sharer), List.of());
    }

    private static Step sharer(Part part, int place, long left) {
        ProfitPool.Sharer sharer = part.sharer();
        return Step.of(
                        "sharer." + sharer.employee().id(),
                        Said.text(sharer.employee().name() + " ("
                                + sharer.employee().id() + ")"),
                        figure(sharer))
                .from(weighing(sharer), List.of())
                .note(Said.of(
                        "explain.profitShare.remainderCentsPlace",
                        "what",
                        (place <= left ? Said.of("explain.profitShare.oneCent") : Said.text("")),
                        "cents",
                        cents(part),
                        "place",
                        place));
    }

    private static Figure figure(ProfitPool.Sharer sharer) {
        return FigureNumbers.exact(sharer.weight());
    }

    private static Formula weighing(ProfitPool.Sharer sharer) {
        Formula days = Formula.constant(sharer.days().exact());
        return sharer.points()
                .map(points -> Formula.constant(points.decimal()).times(days))
                .orElse(days);
    }

    private static String cents(Part part) {
        return part.remainder().rounded(4).toPlainString();
    }

    // ------------------------------------------------------------------ pool

    private Step pool(ProfitPool pool) {
        List<Step> people = pool.profits().stream()
                .filter(one -> one.revenue().signum() != 0 || one.cost().signum() != 0)
                .map(one -> Step.of(
                                "profit." + one.employee().id(),
                                Said.text(one.employee().name() + " ("
                                        + one.employee().id() + ")"),
                                FigureNumbers.exact(one.exact()))
                        .from(
                                FigureNumbers.constant(one.revenue()).minus(FigureNumbers.constant(one.cost())),
                                List.of()))
                .toList();
        Fraction sum = pool.profits().stream().map(ProfitPool.Profit::exact).reduce(Fraction.ZERO, Fraction::plus);
        Step earned = Step.of("profit", Said.of("explain.profitShare.teamProfitAmountCost"), FigureNumbers.exact(sum))
                .from(Formula.sumOfParts(0, people.size()), people)
                .note(Said.text(result.input().period().days().toString()));
        Step target = targets.of(
                Step.of(
                        "target",
                        Said.of("explain.profitShare.profitTarget"),
                        FigureNumbers.exact(pool.target().value())),
                new TargetKey(
                        "team", pool.team(), rule().target(), result.input().period()),
                pool.target());
        return Step.of(
                        "pool",
                        Said.of("explain.profitShare.poolTeam", "team", pool.team()),
                        PayStep.money(pool.amount()))
                .from(
                        FigureNumbers.constant(rule().share(), Figure.Style.PERCENT)
                                .times(Formula.part(0).minus(Formula.part(1))),
                        List.of(earned, target));
    }
}
