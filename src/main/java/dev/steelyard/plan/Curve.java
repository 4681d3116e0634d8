package dev.steelyard.plan;

import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import java.util.List;

/** Value → points 分档 (domain.md 4, Curve). Never a gap; points are rounded half-up from the unrounded value. */
public sealed interface Curve {

    /** The figure itself, for factors that are not points. */
    Fraction exactAt(Fraction value);

    default Points pointsAt(Fraction value) {
        return Points.rounded(exactAt(value));
    }

    /** The most that the curve gives: bonus points of an appeal stop here (rulings 84). */
    Points highest();

    /** The least value from which on (or up to which) the highest points are given is reached by {@code value}. */
    default boolean isAtCap(Fraction value) {
        return pointsAt(value).isAtLeast(highest());
    }

    /** One breakpoint. */
    record Point(Fraction value, Fraction points) {}

    private static List<Point> checked(List<Point> points) {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a curve needs at least two breakpoints");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i - 1).value().isAtLeast(points.get(i).value())) {
                throw new IllegalArgumentException("breakpoint " + (i + 1) + " must lie above breakpoint " + i);
            }
        }
        return List.copyOf(points);
    }

    private static Points highest(List<Point> points) {
        return points.stream()
                .map(point -> Points.rounded(point.points()))
                .max(Points::compareTo)
                .orElseThrow();
    }

    /** Interpolates between breakpoints, flat beyond both ends. */
    record Linear(List<Point> points) implements Curve {
        public Linear {
            points = checked(points);
        }

        @Override
        public Fraction exactAt(Fraction value) {
            Point below = points.get(0);
            if (value.compareTo(below.value()) <= 0) {
                return below.points();
            }
            for (Point above : points.subList(1, points.size())) {
                if (value.compareTo(above.value()) <= 0) {
                    Fraction part =
                            value.minus(below.value()).over(above.value().minus(below.value()));
                    return below.points()
                            .plus(above.points().minus(below.points()).times(part));
                }
                below = above;
            }
            return below.points();
        }

        @Override
        public Points highest() {
            return Curve.highest(points);
        }
    }

    /** Holds from its limit, included, to the next, excluded; the first step holds below its limit too. */
    record Step(List<Point> points) implements Curve {
        public Step {
            points = checked(points);
        }

        @Override
        public Fraction exactAt(Fraction value) {
            Point held = points.get(0);
            for (Point step : points) {
                if (value.isAtLeast(step.value())) {
                    held = step;
                }
            }
            return held.points();
        }

        @Override
        public Points highest() {
            return Curve.highest(points);
        }
    }

    /** The value is the points. */
    record AsPoints() implements Curve {
        @Override
        public Fraction exactAt(Fraction value) {
            return value;
        }

        @Override
        public Points highest() {
            return Points.of(100);
        }
    }
}
