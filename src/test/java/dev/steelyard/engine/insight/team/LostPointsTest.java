package dev.steelyard.engine.insight.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.insight.team.LostPoints.Part;
import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.Composition;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.TestRun;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of points that were lost and grades that could be reached, against the scoring itself, in companies of chance. */
class LostPointsTest {

    private static final int COMPANIES = 25;
    private static final Fraction HUNDRED = Fraction.of(100);

    private record Scored(Plan plan, RankedScorecard card) {
        Points score() {
            return card.pooled().score().orElseThrow();
        }

        boolean isMean() {
            return card.card().indicators().isEmpty();
        }

        boolean isClamped() {
            return score().equals(plan.teamPool().least())
                    || score().equals(plan.teamPool().most());
        }
    }

    private static final List<Scored> CARDS = cards();

    private static List<Scored> cards() {
        List<Scored> cards = new ArrayList<>();
        for (long seed = 1; seed <= COMPANIES; seed++) {
            RandomCompany random = RandomCompany.of(seed);
            Map<String, List<List<String>>> rows = new LinkedHashMap<>();
            for (Tables table : Tables.of(Map.of())) {
                rows.put(table.dataset(), random.company().rows(table.dataset()));
            }
            TestRun run =
                    TestRun.of(Tables.of(rows), Period.parse(random.period()).orElseThrow(), random.asOf(), false);
            Plan plan = run.result().input().plan();
            run.result().book().cards().forEach(card -> cards.add(new Scored(plan, card)));
        }
        return cards;
    }

    private static List<Scored> scored() {
        List<Scored> scored = CARDS.stream()
                .filter(one -> one.card().pooled().score().isPresent() && !one.isMean())
                .toList();
        assertThat(scored).hasSizeGreaterThan(100);
        return scored;
    }

    /** |Σ lost − (100 − final)| ≤ (1 − s) × 0.01 + 0.005, s being the team's part. */
    @Test
    void thePartsSumToWhatTheFinalLacks() {
        List<Scored> unclamped =
                scored().stream().filter(one -> !one.isClamped()).toList();
        assertThat(unclamped).hasSizeGreaterThan(100);
        for (Scored one : unclamped) {
            Fraction lacks = HUNDRED.minus(one.score().exact());
            Fraction sum = LostPoints.of(one.plan(), one.card()).orElseThrow().sum();
            Fraction own = Fraction.ONE.minus(
                    one.card().pooled().team().points().isPresent()
                            ? one.plan().teamPool().share()
                            : Fraction.ZERO);
            Fraction bound = own.times(Fraction.parse("0.01")).plus(Fraction.parse("0.005"));
            Fraction off = sum.minus(lacks);
            assertThat(off.max(off.negate()))
                    .as(one.card().participant().id() + " " + off)
                    .isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void whatCostTheMostComesFirstAndGainsAreNoLoss() {
        for (Scored one : scored()) {
            List<Part> costly =
                    LostPoints.of(one.plan(), one.card()).orElseThrow().costly();
            for (int i = 0; i < costly.size(); i++) {
                assertThat(costly.get(i).lost().signum()).isPositive();
                if (i > 0) {
                    assertThat(costly.get(i).lost())
                            .isLessThanOrEqualTo(costly.get(i - 1).lost());
                }
            }
        }
    }

    /** With nothing changed the what-if final is the final. */
    @Test
    void theFinalIsPutTogetherAnewToTheHundredth() {
        for (Scored one : scored()) {
            assertThat(new Composition(one.plan()).finalWith(one.card().pooled(), Map.of()))
                    .isEqualTo(one.card().pooled().score());
        }
    }

    @Test
    void theNextGradeIsReachedByWhatIsSaid() {
        int reachable = 0;
        for (Scored one : scored()) {
            Optional<NextGrade> next = NextGrade.of(one.plan(), one.card());
            if (next.isPresent() && next.get() instanceof NextGrade.Within within) {
                reachable += check(one, within) ? 1 : 0;
            }
        }
        assertThat(reachable).isGreaterThan(20);
    }

    private static boolean check(Scored one, NextGrade.Within next) {
        Points from = one.plan().grades().stream()
                .filter(grade -> grade.grade().equals(next.grade()))
                .findFirst()
                .orElseThrow()
                .from();
        assertThat(one.score().plus(next.missing())).isEqualTo(from);
        Composition composition = new Composition(one.plan());
        for (NextGrade.Step step : next.alone()) {
            Optional<Points> raised = composition.finalWith(
                    one.card().pooled(), Map.of(step.indicator().id(), step.to()));
            assertThat(raised.orElseThrow()).isGreaterThanOrEqualTo(from);
            assertThat(raised.orElseThrow().minus(one.score())).isEqualTo(step.gain());
        }
        Map<String, Points> all = new HashMap<>();
        next.together().forEach(step -> all.put(step.indicator().id(), step.to()));
        Points together = composition.finalWith(one.card().pooled(), all).orElseThrow();
        assertThat(together.minus(one.score()))
                .isEqualTo(next.together().stream().map(NextGrade.Step::gain).reduce(Points.ZERO, Points::plus));
        if (next.alone().isEmpty()) {
            assertThat(together.isAtLeast(from)).isEqualTo(next.isReachable());
        }
        next.alone().forEach(LostPointsTest::checkValue);
        next.together().forEach(LostPointsTest::checkValue);
        return next.isReachable();
    }

    /** The value that is named earns the points that are named. */
    private static void checkValue(NextGrade.Step step) {
        Curve curve = step.indicator().indicator().curve().orElseThrow();
        step.value().ifPresent(value -> assertThat(curve.pointsAt(Fraction.of(value)))
                .as(step.indicator().id() + " " + value)
                .isGreaterThanOrEqualTo(step.to().min(curve.highest())));
    }

    @Test
    void nobodyVetoedOrHeldIsPromisedAGrade() {
        List<Scored> out = CARDS.stream()
                .filter(one ->
                        one.card().status() == Status.VETOED || one.card().status() == Status.HELD)
                .toList();
        assertThat(out).hasSizeGreaterThan(10);
        out.forEach(one -> assertThat(NextGrade.of(one.plan(), one.card())).isEmpty());
    }
}
