package dev.steelyard.engine.pay;

import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What returns of one rule take back of what an edition of an earlier period paid a person (rules.md 8.5; ruling 112).
 *
 * @param tiers the parts of the tiers that were paid, from the highest down
 * @param beyond what exceeds what was paid, at the first tier's rate
 * @param factor that period's factor − 1, where it adjusted what the tiers paid
 * @param team the team in which it was paid
 * @param events what the edition's lines wait for
 */
record TakenBack(List<Part> tiers, Part beyond, Optional<Fraction> factor, String team, List<String> events) {

    /** An amount and the rate at which it was paid. */
    record Part(Fraction amount, Fraction rate) {

        Money money() {
            return Money.rounded(amount.times(rate));
        }
    }

    /**
     * What is taken back by an edition; empty where it paid the person nothing, or a veto forfeited it.
     *
     * @param own the edition's lines of the person
     * @param earned those of the period itself that the rule earned
     * @param before what earlier returns took
     * @param amount what came back
     * @param first the rule's rate of the first tier
     */
    static Optional<TakenBack> of(
            List<PaidPeriods.Line> own,
            List<PaidPeriods.Line> earned,
            Fraction before,
            Fraction amount,
            Fraction first) {
        boolean vetoed = own.stream().anyMatch(line -> line.component() == Component.VETO_FORFEIT);
        if (vetoed || earned.isEmpty()) {
            return Optional.empty();
        }
        // Of a period that was below 0 nothing is at a higher tier: all of it exceeds what was paid.
        List<PaidPeriods.Line> paid =
                earned.stream().filter(line -> line.basis().signum() > 0).toList();
        List<Part> tiers = new ArrayList<>();
        Fraction skip = before;
        Fraction left = amount;
        for (int i = paid.size() - 1; i >= 0 && left.signum() > 0; i--) {
            Fraction basis = paid.get(i).basis();
            Fraction skipped = skip.min(basis);
            skip = skip.minus(skipped);
            Fraction part = left.min(basis.minus(skipped));
            if (part.signum() > 0) {
                tiers.add(new Part(part, paid.get(i).rate()));
                left = left.minus(part);
            }
        }
        return Optional.of(new TakenBack(
                tiers,
                new Part(left, first),
                own.stream()
                        .filter(line -> line.component() == Component.GRADE_ADJUSTMENT
                                && line.sourcePeriod().equals(earned.get(0).sourcePeriod()))
                        .map(PaidPeriods.Line::rate)
                        .findFirst(),
                earned.get(0).team(),
                earned.stream()
                        .flatMap(line -> line.heldBy().stream())
                        .distinct()
                        .toList()));
    }

    /** What the tiers paid, each rounded as its line is. */
    Money ofTiers() {
        return tiers.stream().map(Part::money).reduce(Money.ZERO, Money::plus);
    }

    /** What is taken in all. */
    Money whole() {
        Money tiered = ofTiers();
        return tiered.plus(beyond.money())
                .plus(factor.map(rate -> Money.rounded(tiered.exact().times(rate)))
                        .orElse(Money.ZERO));
    }
}
