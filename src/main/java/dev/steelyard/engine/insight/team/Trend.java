package dev.steelyard.engine.insight.team;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's printed figures over the periods that reports look back at 趋势, and this one's.
 *
 * @param marks oldest first; periods without a final are left out
 */
public record Trend(List<Mark> marks) {

    /** From so many periods on there is a trend. */
    private static final int LEAST = 2;

    /** @param dimensions dimension → points, of those that have any */
    public record Mark(Period period, Points score, Optional<String> grade, Map<String, Points> dimensions) {}

    public Trend {
        marks = List.copyOf(marks);
    }

    /** Empty where there are fewer than two periods to show. */
    public static Optional<Trend> of(List<EarlierScorecard> earlier, Period period, RankedScorecard card) {
        List<Mark> marks = Stream.concat(earlier.stream().flatMap(Trend::mark), mark(period, card))
                .toList();
        return marks.size() < LEAST ? Optional.empty() : Optional.of(new Trend(marks));
    }

    /** How the final moved against the mark before the last. */
    public Points change() {
        return marks.get(marks.size() - 1)
                .score()
                .minus(marks.get(marks.size() - 2).score());
    }

    private static Stream<Mark> mark(EarlierScorecard card) {
        return card.score().map(score -> new Mark(card.period(), score, card.grade(), card.dimensions())).stream();
    }

    private static Stream<Mark> mark(Period period, RankedScorecard card) {
        Map<String, Points> dimensions = new HashMap<>();
        card.card()
                .dimensions()
                .forEach((id, dimension) -> dimension.points().ifPresent(points -> dimensions.put(id, points)));
        return card.pooled().score().map(score -> new Mark(period, score, card.grade(), dimensions)).stream();
    }
}
