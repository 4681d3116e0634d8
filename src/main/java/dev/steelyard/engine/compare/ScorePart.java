package dev.steelyard.engine.compare;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many points of a final's change one cause made. The points of all parts sum to the change; what half-up rounding
 * leaves is a part of its own.
 *
 * @param exact before rounding
 * @param details what the cause was for this person: values, rows, events
 */
public record ScorePart(Cause cause, Fraction exact, Points points, List<Said> details) {

    /** The greatest first. */
    private static final Comparator<ScorePart> ORDER = Comparator.comparing(
                    (ScorePart part) -> part.exact().signum() < 0 ? part.exact().negate() : part.exact())
            .reversed()
            .thenComparing(part -> part.cause().kind())
            .thenComparing(part -> part.cause().subject())
            .thenComparing(part -> part.cause().rule());

    public ScorePart {
        details = List.copyOf(details);
    }

    /** Parts being gathered: those of one cause are one. */
    static final class Gathered {

        private final Map<Cause, Fraction> sums = new LinkedHashMap<>();
        private final Map<Cause, Set<Said>> details = new LinkedHashMap<>();

        void add(Cause cause, Fraction points, List<Said> why) {
            if (points.signum() != 0) {
                sums.merge(cause, points, Fraction::plus);
                details.computeIfAbsent(cause, first -> new LinkedHashSet<>()).addAll(why);
            }
        }

        void add(Cause cause, Fraction points, Said why) {
            add(cause, points, List.of(why));
        }

        /** All parts and what rounding leaves of the change. */
        List<ScorePart> closed(Points change) {
            List<ScorePart> parts = new ArrayList<>();
            Points left = change;
            Fraction leftExact = change.exact();
            for (Map.Entry<Cause, Fraction> sum : sums.entrySet()) {
                if (sum.getValue().signum() != 0) {
                    Points rounded = Points.rounded(sum.getValue());
                    parts.add(new ScorePart(
                            sum.getKey(), sum.getValue(), rounded, List.copyOf(details.get(sum.getKey()))));
                    left = left.minus(rounded);
                    leftExact = leftExact.minus(sum.getValue());
                }
            }
            parts.sort(ORDER);
            if (left.hundredths() != 0 || leftExact.signum() != 0) {
                parts.add(new ScorePart(Cause.SCORE_ROUNDING, leftExact, left, List.of()));
            }
            return List.copyOf(parts);
        }
    }
}
