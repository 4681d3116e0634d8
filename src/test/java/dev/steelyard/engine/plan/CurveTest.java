package dev.steelyard.engine.plan;

import static dev.steelyard.engine.Given.number;
import static dev.steelyard.engine.Given.perhaps;
import static dev.steelyard.engine.Given.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.engine.Given;
import dev.steelyard.engine.unit.Fraction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Value → points (rules.md 4.3; rulings 46, 84). */
class CurveTest {

    private static List<Curve.Point> breakpoints(String text) {
        return Arrays.stream(text.split(" "))
                .map(one -> one.split("→"))
                .map(one -> new Curve.Point(number(one[0]), number(one[1])))
                .toList();
    }

    /** As the reference plan has them; one value is below, at and above each breakpoint. */
    @ParameterizedTest(name = "{0}: {1} is worth {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            sales_growth       | -25%     | 0.00
            sales_growth       | -20%     | 0.00
            sales_growth       | -10%     | 30.00
            sales_growth       | 0%       | 60.00
            # 60 + 40 × 3.33 ÷ 10 = 73.32
            sales_growth       | 3.33%    | 73.32
            sales_growth       | 10%      | 100.00
            sales_growth       | 15%      | 110.00
            sales_growth       | 20%      | 120.00
            sales_growth       | 300%     | 120.00
            share_retention    | 90%      | 0.00
            # 100 × 9.995 ÷ 10 = 99.95: the value is not rounded before
            share_retention    | 99.995%  | 99.95
            share_retention    | 105%     | 120.00
            # falling: 3 days → 100, 10 days → 0
            delivery_days      | 2.9      | 100.00
            delivery_days      | 3        | 100.00
            delivery_days      | 5        | 71.43
            delivery_days      | 10       | 0.00
            delivery_days      | 11       | 0.00
            stockout_rate      | 1%       | 100.00
            stockout_rate      | 5.5%     | 50.00
            nps                | -20      | 0.00
            nps                | 30       | 60.00
            nps                | 70       | 100.00
            # as points
            product_defence    | 88.885   | 88.89
            """)
    void ofTheReferencePlan(String indicator, String value, String points) {
        Curve curve = Given.PLAN.indicators().get(indicator).curve().orElseThrow();
        assertThat(curve.pointsAt(number(value))).hasToString(points);
    }

    /** A step holds from its limit, included, to the next, excluded. */
    @ParameterizedTest(name = "{0} is worth {1}")
    @CsvSource({
        "-1, 0.00",
        "0, 0.00",
        "2.999999, 0.00",
        "3, 60.00",
        "3.000001, 60.00",
        "4.999999, 60.00",
        "5, 40.00",
        "9, 40.00"
    })
    void aStepHoldsFromItsLimit(String value, String points) {
        Curve curve = new Curve.Step(breakpoints("0→0 3→60 5→40"));
        assertThat(curve.pointsAt(number(value))).hasToString(points);
    }

    /** What bonus points of an appeal stop at, and from which value on nothing more is to be had. */
    @ParameterizedTest(name = "{0}: at most {1}; at the cap: {2} yes, {3} no")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0→0 100→100 120→120  | 120.00 | 120     | 119.9
            # falling: the cap is at the low end
            3→100 10→0           | 100.00 | 3       | 3.1
            # in the middle
            0→0 50→80 100→20     | 80.00  | 50      | 51
            """)
    void theHighestPoints(String breakpoints, String highest, String at, String below) {
        Curve curve = new Curve.Linear(breakpoints(breakpoints));
        assertThat(curve.highest()).hasToString(highest);
        assertThat(curve.isAtCap(number(at))).isTrue();
        assertThat(curve.isAtCap(number(below))).isFalse();
        assertThat(new Curve.Step(breakpoints(breakpoints)).highest()).hasToString(highest);
        assertThat(new Curve.AsPoints().highest()).hasToString("100.00");
    }

    /** The value nearest to what there is that earns enough. */
    @ParameterizedTest(name = "{0}: from {1} to {2} points by {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0→0 100→100         | 40  | 60 | 60
            # enough already
            0→0 100→100         | 70  | 60 | 70
            # 0 + 60 × 30 ÷ 60 → half of the first stretch
            -20→0 30→60 70→100  | -20 | 30 | 5
            3→100 10→0          | 9   | 50 | 6.5
            3→100 10→0          | 1   | 50 | 1
            # up and down: from either side
            0→0 50→80 100→0     | 90  | 40 | 75
            0→0 50→80 100→0     | 10  | 40 | 25
            0→0 100→100         | 40  | 101 |
            """)
    void theNearestValueThatIsEnough(String breakpoints, String now, String enough, String nearest) {
        assertThat(new Curve.Linear(breakpoints(breakpoints)).nearest(number(now), points(enough)))
                .isEqualTo(perhaps(nearest).map(any -> number(nearest)));
    }

    @ParameterizedTest(name = "from {0} to {1} points by {2}")
    @CsvSource({"1, 60, 3", "3, 60, 3", "1, 61, 5", "6, 60, 6", "6, 91,", "4, 61, 5", "4, 60, 4", "6, 40, 6"})
    void theNearestStepThatIsEnough(String now, String enough, String nearest) {
        Curve rising = new Curve.Step(breakpoints("0→0 3→60 5→90"));
        assertThat(rising.nearest(number(now), points(enough)))
                .isEqualTo(perhaps(nearest).map(any -> number(nearest)));
    }

    @ParameterizedTest
    @CsvSource({"1→0", "1→0 1→100", "2→0 1→100", "0→0 2→50 2→60"})
    void breakpointsThatAreNotOrderedAreRefused(String breakpoints) {
        assertThatThrownBy(() -> new Curve.Linear(breakpoints(breakpoints)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Curve.Step(breakpoints(breakpoints))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "a point at {0} earns the factor {1}")
    @CsvSource({"0, 0", "80, 0", "85, 1/4", "90, 1/2", "95, 3/4", "100, 1", "110, 1"})
    void theExactFactorOfTheComplianceBonus(String score, String factor) {
        Curve curve = Given.PLAN.pay().complianceBonus().orElseThrow().curve();
        String[] parts = factor.split("/");
        Fraction expected = number(parts[0]).over(number(parts.length > 1 ? parts[1] : "1"));
        assertThat(curve.exactAt(number(score))).isEqualTo(expected);
    }
}
