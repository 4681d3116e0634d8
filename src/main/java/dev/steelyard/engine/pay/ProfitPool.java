package dev.steelyard.engine.pay;

import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Optional;

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
        /** Revenue less cost, exact, in the plan's currency; may be negative. */
        public Fraction exact() {
            return revenue.minus(cost);
        }
    }

    /**
     * Somebody who shares.
     *
     * @param team the pool's, whichever the person's is now
     * @param days working days in the team within the quarter (rulings 74, 105); halves count
     * @param points by which the days weigh: the final, of an exempt person the mean of the others'; empty where there are none
     */
    public record Sharer(RankedScorecard card, String team, Fraction days, Optional<Points> points) {
        /** The person with the team whose pool it is, whatever their team is now (ruling 105). */
        public Employee employee() {
            return card.participant().employee().in(team);
        }

        Sharer weighing(Optional<Points> mean) {
            return new Sharer(card, team, days, mean);
        }

        /** Points × working days; days alone where nobody has points. */
        public Fraction weight() {
            return points.map(Points::exact).orElse(Fraction.ONE).times(days);
        }
    }
}
