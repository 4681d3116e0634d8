package dev.steelyard.engine.register;

import dev.steelyard.engine.calendar.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was published of a job's periods before the run's own, as far as reports look back: trends, movers, careers. No
 * score or payment comes of it.
 *
 * @param chapters oldest first; periods without a final revision are left out
 */
public record History(List<Chapter> chapters) {

    public static final History NONE = new History(List.of());

    /**
     * One earlier period: where it is closed as it was closed, else its newest final revision.
     *
     * @param run the id of the run whose figures they are
     */
    public record Chapter(Period period, String run, boolean closed, List<EarlierScorecard> cards) {
        public Chapter {
            cards = List.copyOf(cards);
        }
    }

    public History {
        chapters = List.copyOf(chapters);
    }

    /** The figures of one period; none where it is not among them. */
    public List<EarlierScorecard> of(Period period) {
        return chapters.stream()
                .filter(chapter -> chapter.period().equals(period))
                .findFirst()
                .map(Chapter::cards)
                .orElse(List.of());
    }

    /** Employee id → their card of each period, oldest first. */
    public Map<String, List<EarlierScorecard>> byPerson() {
        Map<String, List<EarlierScorecard>> people = new TreeMap<>();
        chapters.forEach(chapter -> chapter.cards()
                .forEach(card -> people.computeIfAbsent(card.employeeId(), id -> new ArrayList<>())
                        .add(card)));
        return people;
    }

    /** The last closed periods, oldest first, as many as there are up to {@code most}. */
    public List<Chapter> lastClosed(int most) {
        List<Chapter> closed = chapters.stream().filter(Chapter::closed).toList();
        return closed.subList(Math.max(0, closed.size() - most), closed.size());
    }
}
