package dev.steelyard.engine.compare;

import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Optional;

/**
 * One person in both results.
 *
 * @param name as in the later one, where the person is in it
 * @param before empty where the person was not in the run
 * @param after empty where the person is not in it any more
 * @param score what moved the final; empty where one of the two has none
 * @param money what moved the payout
 */
public record Movement(
        String id,
        String name,
        String track,
        String team,
        Optional<Standing> before,
        Optional<Standing> after,
        List<ScorePart> score,
        List<MoneyPart> money) {

    public Movement {
        score = List.copyOf(score);
        money = List.copyOf(money);
    }

    /** Whether the person's final, rank, grade, status or money is another. */
    public boolean moved() {
        return before.isEmpty() || after.isEmpty() || !before.get().isAt(after.get());
    }

    /** The change of the final; empty where one of the two has none. */
    public Optional<Points> points() {
        return before.flatMap(Standing::score)
                .flatMap(then -> after.flatMap(Standing::score).map(now -> now.minus(then)));
    }

    /** Places won; below 0 for places lost; empty where one of the sides has no rank. */
    public Optional<Integer> places() {
        return before.flatMap(Standing::rank)
                .flatMap(then -> after.flatMap(Standing::rank).map(now -> then - now));
    }

    /** What is payable after less what was before, in the plan's currency, to the cent; who is on one side only has 0.00 on the other. */
    public Money moneyChange() {
        return amount(after).minus(amount(before));
    }

    private static Money amount(Optional<Standing> standing) {
        return standing.map(Standing::money).orElse(Money.ZERO);
    }

    /** Whether the grade is another, or is there on one side only. */
    public boolean gradeMoved() {
        return !before.flatMap(Standing::grade).equals(after.flatMap(Standing::grade));
    }

    /** Whether the status is another, or the person is on one side only. */
    public boolean statusMoved() {
        return !before.map(Standing::status).equals(after.map(Standing::status));
    }
}
