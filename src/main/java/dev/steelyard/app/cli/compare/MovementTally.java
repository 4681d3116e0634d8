package dev.steelyard.app.cli.compare;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.engine.compare.Movement;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import java.util.function.Predicate;

/**
 * Movements counted.
 *
 * @param gain the sum of what those who get more get more
 * @param loss the sum of what those who get less get less, at most 0
 */
record MovementTally(
        int people,
        int moved,
        int byPoints,
        int byRank,
        int byGrade,
        int byStatus,
        int winners,
        Money gain,
        int losers,
        Money loss) {

    public static MovementTally of(List<Movement> all) {
        return new MovementTally(
                all.size(),
                count(all, Movement::moved),
                count(all, one -> one.points()
                        .filter(points -> points.hundredths() != 0)
                        .isPresent()),
                count(all, one -> one.places().filter(places -> places != 0).isPresent()),
                count(all, Movement::gradeMoved),
                count(all, Movement::statusMoved),
                count(all, one -> one.moneyChange().signum() > 0),
                sum(all, one -> one.moneyChange().signum() > 0),
                count(all, one -> one.moneyChange().signum() < 0),
                sum(all, one -> one.moneyChange().signum() < 0));
    }

    private static int count(List<Movement> all, Predicate<Movement> which) {
        return (int) all.stream().filter(which).count();
    }

    private static Money sum(List<Movement> all, Predicate<Movement> which) {
        return all.stream().filter(which).map(Movement::moneyChange).reduce(Money.ZERO, Money::plus);
    }

    public Json json() {
        return Json.of("people", people)
                .with("moved", moved)
                .with("points", byPoints)
                .with("rank", byRank)
                .with("grade", byGrade)
                .with("status", byStatus)
                .with("winners", winners)
                .with("gain", gain.toString())
                .with("losers", losers)
                .with("loss", loss.toString());
    }
}
