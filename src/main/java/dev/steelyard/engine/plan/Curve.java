package dev.steelyard.engine.plan;

import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Value → points 分档 (rules.md 4.3). Never a gap; points are rounded half-up from the unrounded value. */
public sealed interface Curve {

    /** The figure itself, for factors that are not points. */
    Fraction exactAt(Fraction value);

    /** The points of a value, rounded half-up to 0.01 (ruling 46: the value is not rounded before). */
    default Points pointsAt(Fraction value) {
        return Points.rounded(exactAt(value));
    }

    /** The most that the curve gives: bonus points of an appeal stop here (rulings 84). */
    Points highest();

    /** The least value from which on (or up to which) the highest points are given is reached by {@code value}. */
    default boolean isAtCap(Fraction value) {
        return pointsAt(value).isAtLeast(highest());
    }

    /**
     * The value nearest to this one that earns at least these points; empty where none does, or where it would lie just
     * short of a limit that is excluded.
     */
    Optional<Fraction> nearest(Fraction value, Points points);

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

    private static Optional<Fraction> nearest(Fraction value, List<Fraction> candidates) {
        return candidates.stream()
                .min(Comparator.comparing(candidate -> candidate.max(value).minus(candidate.min(value))));
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
        public Optional<Fraction> nearest(Fraction value, Points enough) {
            if (exactAt(value).isAtLeast(enough.exact())) {
                return Optional.of(value);
            }
            List<Fraction> candidates = new ArrayList<>();
            for (int i = 1; i < points.size(); i++) {
                nearest(points.get(i - 1), points.get(i), value, enough.exact()).ifPresent(candidates::add);
            }
            return Curve.nearest(value, candidates);
        }

        /** The same between two breakpoints. */
        private static Optional<Fraction> nearest(Point below, Point above, Fraction value, Fraction enough) {
            boolean from = below.points().isAtLeast(enough);
            boolean to = above.points().isAtLeast(enough);
            if (!from && !to) {
                return Optional.empty();
            }
            Fraction least = from ? below.value() : crossing(below, above, enough);
            Fraction most = to ? above.value() : crossing(below, above, enough);
            return Optional.of(value.max(least).min(most));
        }

        private static Fraction crossing(Point below, Point above, Fraction points) {
            Fraction part = points.minus(below.points()).over(above.points().minus(below.points()));
            return below.value().plus(above.value().minus(below.value()).times(part));
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
        public Optional<Fraction> nearest(Fraction value, Points enough) {
            if (exactAt(value).isAtLeast(enough.exact())) {
                return Optional.of(value);
            }
            return Curve.nearest(
                    value,
                    points.stream()
                            .filter(step -> step.points().isAtLeast(enough.exact())
                                    && step.value().isAtLeast(value))
                            .map(Point::value)
                            .toList());
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
        public Optional<Fraction> nearest(Fraction value, Points enough) {
            return Optional.of(value.max(enough.exact()));
        }

        @Override
        public Points highest() {
            return Points.of(100);
        }
    }
}
