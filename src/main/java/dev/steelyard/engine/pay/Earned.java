package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Pay.Tier;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person's facts come to under one commission rule, cut into the parts that the tiers pay for (rulings 63–66).
 *
 * @param days the days whose facts earn by the rule: those on a track of it that the run pays
 * @param amount the sum of the facts over the period, exact
 * @param target the target that the tiers are measured by, as far as it was the person's; empty for a flat rate and for whoever has none
 * @param parts lowest tier first; their bases sum to the amount
 */
public record Earned(
        Commission commission, List<Days> days, Fraction amount, Optional<PersonalTarget> target, List<Part> parts) {

    static Earned of(Commission commission, List<Days> days, Fraction amount, Optional<PersonalTarget> target) {
        return new Earned(
                commission, days, amount, target, parts(commission.tiers(), amount, target.map(PersonalTarget::value)));
    }

    /** The same of another amount. */
    Earned with(Fraction other) {
        return of(commission, days, other, target);
    }

    private static List<Part> parts(List<Tier> tiers, Fraction amount, Optional<Fraction> target) {
        // What is taken back, or has no target to be measured by, goes by the first tier.
        if (target.isEmpty() || amount.signum() < 0 || tiers.size() == 1) {
            return List.of(new Part(tiers.get(0), Fraction.ZERO, amount, false));
        }
        List<Part> parts = new ArrayList<>();
        Fraction from = Fraction.ZERO;
        for (Tier tier : tiers) {
            Fraction end = tier.upTo().map(target.get()::times).map(amount::min).orElse(amount);
            parts.add(new Part(tier, from, end.minus(from), true));
            if (end.equals(amount)) {
                break;
            }
            from = end;
        }
        return List.copyOf(parts);
    }

    /**
     * The exact part of the amount that earns a tier's rate. Nothing is paid on a basis of 0.
     *
     * @param from where the part begins: the end of the tier before
     * @param tiered whether the tier's limits cut it; not where all of the amount goes by one rate
     */
    public record Part(Tier tier, Fraction from, Fraction basis, boolean tiered) {}
}
