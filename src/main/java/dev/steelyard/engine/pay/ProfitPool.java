package dev.steelyard.engine.pay;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.fact.Targets;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.List;

/**
 * A team's profit above its target, and who shares it (rulings 72–76).
 *
 * @param profits of everyone on the roster with the team, by id
 * @param target the team's target of gross profit
 * @param amount the plan's share of the excess, rounded half-up to 0.01; what is split
 * @param sharers by id; none where nobody is good enough
 */
public record ProfitPool(String team, List<Profit> profits, Targets.Target target, Money amount, List<Sharer> sharers) {

    /** One person's part of the team's profit: revenue − cost. */
    public record Profit(Employee employee, Fraction revenue, Fraction cost) {
        public Fraction exact() {
            return revenue.minus(cost);
        }
    }

    /**
     * Somebody who shares.
     *
     * @param days working days in the team within the quarter (rulings 74)
     */
    public record Sharer(RankedScorecard card, long days) {
        public Employee employee() {
            return card.participant().employee();
        }

        /** Final × working days. */
        public Fraction weight() {
            return card.pooled().score().orElseThrow().exact().times(Fraction.of(days));
        }
    }
}
