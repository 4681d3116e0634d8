package dev.steelyard.engine.compare;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import java.util.List;
import java.util.Optional;

/**
 * Where a person stands in one result.
 *
 * @param score the final; empty where the person is held
 * @param money the sum of the person's payout lines, before tax, whatever becomes of them
 * @param onHold how much of it waits for a decision
 * @param reasons why the person is held, vetoed, capped or marked
 */
public record Standing(
        Status status,
        Optional<Points> score,
        Optional<Integer> rank,
        Optional<String> grade,
        Money money,
        Money onHold,
        List<Said> reasons) {

    public Standing {
        reasons = List.copyOf(reasons);
    }

    /** Whether nothing moved that anybody is told or paid. */
    boolean isAt(Standing other) {
        return status == other.status
                && score.equals(other.score)
                && rank.equals(other.rank)
                && grade.equals(other.grade)
                && money.equals(other.money)
                && onHold.equals(other.onHold);
    }
}
