package dev.steelyard.engine.insight.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The value that earns so many points, against the curve itself. */
class CurveNearestTest {

    private static final int CURVES = 300;

    private static List<Curve.Point> points(Random dice) {
        List<Curve.Point> points = new ArrayList<>();
        int value = -dice.nextInt(50);
        for (int i = 2 + dice.nextInt(4); i > 0; i--) {
            points.add(new Curve.Point(Fraction.of(value), Fraction.of(dice.nextInt(121))));
            value += 1 + dice.nextInt(30);
        }
        return points;
    }

    @Test
    void aLineGivesTheNearestValueThatIsEnough() {
        Random dice = new Random(7);
        for (int i = 0; i < CURVES; i++) {
            Curve curve = new Curve.Linear(points(dice));
            Fraction now = Fraction.of(dice.nextInt(120) - 50);
            Points enough = Points.of(dice.nextInt(121));
            Optional<Fraction> nearest = curve.nearest(now, enough);
            if (nearest.isEmpty()) {
                assertThat(curve.highest()).isLessThan(enough);
                continue;
            }
            assertThat(curve.exactAt(nearest.get())).isGreaterThanOrEqualTo(enough.exact());
            Fraction way = nearest.get().minus(now);
            for (int part = 1; part < 10; part++) {
                Fraction between = now.plus(way.times(Fraction.of(part)).over(Fraction.of(10)));
                if (way.signum() != 0 && !curve.exactAt(now).isAtLeast(enough.exact())) {
                    assertThat(curve.exactAt(between)).isLessThan(enough.exact());
                }
            }
        }
    }

    @Test
    void aStepIsReachedAtItsLimitAndAFallingOneNowhere() {
        Curve rising = new Curve.Step(List.of(
                new Curve.Point(Fraction.of(0), Fraction.of(0)), new Curve.Point(Fraction.of(3), Fraction.of(100))));
        assertThat(rising.nearest(Fraction.of(1), Points.of(60))).contains(Fraction.of(3));
        Curve falling = new Curve.Step(List.of(
                new Curve.Point(Fraction.of(0), Fraction.of(100)), new Curve.Point(Fraction.of(3), Fraction.of(0))));
        assertThat(falling.nearest(Fraction.of(5), Points.of(60))).isEmpty();
    }

    @Test
    void aValueThatIsItsPoints() {
        assertThat(new Curve.AsPoints().nearest(Fraction.of(40), Points.of(60))).contains(Fraction.of(60));
    }
}
