package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.unit.Fraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reaching 10 gives 5 points, reaching 20 gives 10 instead, in the period that reaches it (rules.md 4.9; ruling 41). */
class MilestoneScoreTest {

    @ParameterizedTest(name = "{0} before, {1} now: {2}")
    @CsvSource({
        "0, 9, 0.00", "9, 10, 5.00", "0, 10, 5.00", "10, 11, 0.00", "10, 19, 0.00",
        "9, 20, 10.00", "10, 20, 10.00", "19, 20, 10.00", "20, 25, 0.00", "0, 0, 0.00",
        // A trial that was taken back: nothing is reached by falling.
        "20, 9, 0.00"
    })
    void whatThePeriodReaches(int before, int now, String points) {
        MilestoneScore score =
                MilestoneScore.of(PLAN.rules().milestones().get(0), Fraction.of(before), Fraction.of(now));
        assertThat(score.points()).hasToString(points);
        assertThat(score.reached().isPresent()).isEqualTo(!points.equals("0.00"));
    }
}
