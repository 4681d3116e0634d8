package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.people;
import static dev.steelyard.engine.Given.perhaps;
import static dev.steelyard.engine.Given.points;
import static dev.steelyard.engine.score.Cards.person;
import static dev.steelyard.engine.score.Cards.scores;
import static dev.steelyard.engine.score.Cards.verified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.verb.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From points to the final, each printed figure from those before it (rules.md 4.5, 4.10; rulings 45, 47, 48, 52, 55). */
class CompositionTest {

    private static final Composition COMPOSITION = new Composition(PLAN);

    private static ComplianceRecord clean() {
        return ComplianceRecord.of(PLAN, List.of(), SEPTEMBER.days(), List.of());
    }

    private static ComplianceRecord major() {
        ComplianceEvent event = verified("EV1", "other", "major", day("2026-09-10"));
        return ComplianceRecord.of(PLAN, List.of(event), SEPTEMBER.days(), List.of());
    }

    private static String dimension(String track, String dimension, String scores, ComplianceRecord compliance) {
        Participant person = person("P1", track, "T1", "East");
        return COMPOSITION
                .dimensions(person, scores(person, scores), compliance)
                .get(dimension)
                .points()
                .map(Points::toString)
                .orElse("");
    }

    /** Σ weight × points ÷ Σ weight of what has points, rounded once; no spread weight is ever rounded. */
    @ParameterizedTest(name = "{0} {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # 40, 35 and 25 of 100
            mature | performance | sales_growth 100.00, share_retention 80.00, key_account_share 60.00 | 83.00
            # (40 × 100 + 25 × 60) ÷ 65 = 84.615…
            mature | performance | sales_growth 100.00, share_retention, key_account_share 60.00       | 84.62
            mature | performance | sales_growth, share_retention, key_account_share 60.01              | 60.01
            mature | performance | sales_growth, share_retention, key_account_share                    |
            # a value of 0 is a value: (35 × 90 + 10 × 0) ÷ 45
            mature | customer    | nps 90.00, cooperation_depth 0.00                                   | 70.00
            mature | customer    | cooperation_depth 0.00                                              | 0.00
            # when_empty: compliance starts from 100
            mature | compliance  |                                                                     | 100.00
            manager | compliance |                                                                     |
            # of another dimension: nothing
            mature | customer    | sales_growth 100.00                                                 |
            """)
    void dimensions(String track, String dimension, String scores, String points) {
        assertThat(dimension(track, dimension, scores, clean())).isEqualTo(points == null ? "" : points);
    }

    /** Deductions act on compliance alone, also on what it starts from; nothing is taken where there is nothing (ruling 48). */
    @ParameterizedTest(name = "{0} {1}: {2} → {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            mature  | compliance  | material_approval 90.00  | 75.00
            mature  | compliance  |                          | 85.00
            manager | compliance  |                          |
            mature  | performance | sales_growth 90.00       | 90.00
            """)
    void deductions(String track, String dimension, String scores, String points) {
        assertThat(dimension(track, dimension, scores, major())).isEqualTo(points == null ? "" : points);
    }

    /** 45, 20, 20, 15 of 100; what is left out gives its weight to the others; the bonus comes on top and nothing is clamped. */
    @ParameterizedTest(name = "{0}, {1}, {2}, {3} + {4} = {5}")
    @CsvSource({
        "83.00, 100.00, 70.00, 90.00, 0, 84.85",
        // (45 × 83 + 20 × 100 + 15 × 90) ÷ 80 = 88.5625
        "83.00, 100.00, , 90.00, 0, 88.56",
        ", , , , 5, ",
        "120.00, 110.00, 100.00, 100.00, 10, 121.00"
    })
    void individual(
            String performance, String compliance, String customer, String capability, String bonus, String printed) {
        List<String> points = new ArrayList<>(java.util.Arrays.asList(performance, compliance, customer, capability));
        Map<String, DimensionScore> dimensions = new LinkedHashMap<>();
        PLAN.dimensions().keySet().forEach(id -> {
            Optional<Points> one = perhaps(points.get(dimensions.size()));
            dimensions.put(
                    id,
                    new DimensionScore(
                            id, PLAN.tracks().get("mature").weights().get(id), one, one, List.of(), List.of()));
        });
        assertThat(COMPOSITION.individual(dimensions, points(bonus)).map(Points::toString))
                .isEqualTo(Optional.ofNullable(printed));
    }

    private static PooledScorecard pooled(String own, String team, boolean complete) {
        Participant person = person("P1", "mature", "T1", "East");
        Scorecard card = new Scorecard(
                person,
                Map.of(),
                clean(),
                Points.ZERO,
                List.of(),
                perhaps(own),
                complete ? List.of() : List.of(Remark.of(Remark.Kind.NO_DATA)),
                List.of());
        return COMPOSITION.pool(card, new TeamScore("T1", "East", perhaps(team)));
    }

    /** 70 % of the individual and 30 % of the team, 0 to 130; the individual alone where the team has no score. */
    @ParameterizedTest(name = "{0} with a team of {1}: {2}")
    @CsvSource({
        "84.85, 100.00, 89.40",
        "84.85, 120.00, 95.40",
        "84.85, 0.00, 59.40",
        "84.85, , 84.85",
        // 0.7 × 88.57 + 0.3 × 91.05 = 89.314
        "88.57, 91.05, 89.31",
        // half a hundredth is rounded up: 0.7 × 80.05 + 0.3 × 80 = 80.035
        "80.05, 80.00, 80.04",
        "140.00, 120.00, 130.00",
        "140.00, , 130.00",
        "-40.00, 0.00, 0.00",
        ", 100.00, "
    })
    void finals(String own, String team, String printed) {
        assertThat(pooled(own, team, true).score().map(Points::toString)).isEqualTo(Optional.ofNullable(printed));
        // Who is held has none.
        assertThat(pooled(own, team, false).score()).isEmpty();
    }

    /** What the final would be with other points of some indicators: the same way, and the same by one of them alone. */
    @ParameterizedTest(name = "sales growth of {0}: {1}")
    @CsvSource({
        // performance 40 × 100 + 60 × 60 of 100 = 76; compliance 85: (45 × 76 + 20 × 85) ÷ 65 = 78.77; × 0.7 + 30
        "100, 85.14",
        "60, 77.38",
        "120, 89.02",
        "0, 65.76"
    })
    void whatIf(String growth, String printed) {
        Participant person = person("P1", "mature", "T1", "East");
        List<IndicatorScore> scores =
                scores(person, "sales_growth 60.00, share_retention 60.00, key_account_share 60.00, nps");
        Map<String, DimensionScore> dimensions = COMPOSITION.dimensions(person, scores, major());
        Scorecard card = new Scorecard(
                person,
                dimensions,
                major(),
                Points.ZERO,
                List.of(),
                COMPOSITION.individual(dimensions, Points.ZERO),
                List.of(),
                List.of());
        PooledScorecard pooled = COMPOSITION.pool(card, new TeamScore("T1", "East", Optional.of(points("100"))));
        Map<String, Points> instead = Map.of("sales_growth", points(growth), "nps", points("100"));
        assertThat(COMPOSITION.finalWith(pooled, instead).map(Points::toString)).contains(printed);
        assertThat(COMPOSITION.finalBy(pooled, Map.of(), scores.get(0)).apply(points(growth)))
                .hasToString(printed);
        assertThat(COMPOSITION.finalWith(pooled("", "100", true), instead)).isEmpty();
    }

    /** The floor holds where any day of the period lies within six months of entering the track (ruling 52); it lifts what there is. */
    @ParameterizedTest(name = "{0} since {1} with {2}: {3}")
    @CsvSource({
        "innovation, 2026-03-02, 40, 60.00 true",
        "innovation, 2026-03-01, 40, 40.00 false",
        "innovation, 2026-03-02, 59.99, 60.00 true",
        "innovation, 2026-03-02, 60, 60.00 false",
        "innovation, 2026-03-02, 75, 75.00 false",
        "innovation, 2026-09-30, 40, 60.00 true",
        "innovation, 2026-10-01, 40, 40.00 false",
        // A day that the month lacks becomes its last: until 2026-02-28, excluded.
        "innovation, 2025-08-31, 40, 40.00 false",
        "innovation, 2026-03-02, , ' false'",
        "mature, 2026-03-02, 40, 40.00 false"
    })
    void explorationFloor(String track, String since, String measured, String printed) {
        Participant person = people(
                        facts("employees: employee_id=P1 track=" + track
                                + " team=T1 region=East hire_date=2020-01-01 track_since=" + since),
                        SEPTEMBER)
                .find("P1")
                .orElseThrow();
        Participant inMonth = new Participant(
                person.placed(),
                person.track(),
                dev.steelyard.engine.calendar.Scope.of(SEPTEMBER),
                person.stay(),
                List.of(),
                List.of(),
                false);
        String indicator = track.equals("innovation") ? "department_coverage" : "sales_growth";
        DimensionScore performance = COMPOSITION
                .dimensions(
                        inMonth, scores(inMonth, measured == null ? indicator : indicator + " " + measured), clean())
                .get("performance");
        assertThat(performance.points().map(Points::toString).orElse("")
                        + " "
                        + performance.remarks().stream().anyMatch(one -> one.kind() == Remark.Kind.EXPLORATION))
                .isEqualTo(printed);
    }

    /** What is only shown holds nobody, and neither does a value that no day could have given (rulings 19, 100). */
    @ParameterizedTest(name = "weight {0}, {1}: {2}")
    @CsvSource({"50, NO_TARGET, true", "0, NO_TARGET, false", "50, NO_DAY, false", "50, NO_DATA, true"})
    void whichMissingValuesHold(int weight, Measured.Gap gap, boolean holds) {
        IndicatorScore score = new IndicatorScore(
                "department_coverage",
                PLAN.indicators().get("department_coverage"),
                Measured.missing(gap, 0),
                Optional.empty(),
                Optional.empty(),
                Fraction.of(weight),
                List.of());
        assertThat(score.holds()).isEqualTo(holds);
    }

    @Test
    void theOrderIsThePlans() {
        Participant person = person("P1", "mature", "T1", "East");
        assertThat(COMPOSITION.dimensions(person, scores(person, ""), clean()).keySet())
                .containsExactly("performance", "compliance", "customer", "capability");
    }
}
