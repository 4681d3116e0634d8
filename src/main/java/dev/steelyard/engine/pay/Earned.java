package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Pay.Tier;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * What a person's facts come to under one commission rule, cut into the parts that the tiers pay for (rulings 63–66).
 *
 * @param days the days whose facts earn by the rule: those on a track of it that the run pays
 * @param amount the sum of the facts over the period, exact
 * @param target the target that the tiers are measured by, as far as it was the person's; empty for a flat rate and for who has none
 * @param parts lowest tier first; their bases sum to the amount
 */
public record Earned(
        Commission commission, List<Days> days, Fraction amount, Optional<PersonalTarget> target, List<Part> parts) {

    /**
     * The exact part of the amount that earns a tier's rate. Nothing is paid on a basis of 0.
     *
     * @param from where the part begins: the end of the tier before
     * @param tiered whether the tier's limits cut it; not where all of the amount goes by one rate
     */
    public record Part(Tier tier, Fraction from, Fraction basis, boolean tiered) {}
}
