package dev.steelyard.engine.explain;

import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.score.TeamScore;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Label;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** A team's score: market share ÷ target, on the pool's curve (rulings 6, 7). */
final class TeamStep {

    private static final String KEY = "team_score";

    private final TeamPool pool;
    private final TargetStep targets;
    private final RegisterRows registers;

    TeamStep(TeamPool pool, TargetStep targets, RegisterRows registers) {
        this.pool = pool;
        this.targets = targets;
        this.registers = registers;
    }

    /** @param held a held person's row prints no team score (rulings 57) */
    Step of(TeamScore team, boolean held) {
        Step step = of(team);
        return held && team.points().isPresent()
                ? Step.of(KEY, label(team), Figure.MISSING)
                        .note(
                                "待核，不计分；团队得分为 " + team.points().get(),
                                "held, not scored; the team's is "
                                        + team.points().get())
                        .above(step.parts())
                : step;
    }

    private static Label label(TeamScore team) {
        return new Label("团队得分（" + team.team() + "）", "team score (" + team.team() + ")");
    }

    private Step of(TeamScore team) {
        Label label = label(team);
        if (team.basis().isEmpty() || team.points().isEmpty()) {
            return Step.of(KEY, label, Numbers.points(team.points()))
                    .note(
                            "大区 " + team.region() + " 没有可用的市场份额，或没有份额目标",
                            "region " + team.region()
                                    + " has no market share that counts, or there is no target of it");
        }
        TeamScore.Basis basis = team.basis().get();
        Fraction attainment = team.attainment().orElseThrow();
        List<Step> read = List.of(share(team, basis), target(basis));
        Predicate<Fraction> same =
                rounded -> pool.curve().pointsAt(rounded).equals(pool.curve().pointsAt(attainment));
        BigDecimal printed = CurveStep.printed(attainment, same);
        Step value = Step.of(
                        "attainment",
                        new Label("份额达成率", "share attainment"),
                        new Figure.Number(printed, Figure.Style.PERCENT, !CurveStep.isExact(attainment, printed)))
                .from(Formula.part(0).over(Formula.part(1)), read);
        CurveStep curve = CurveStep.of(pool.curve(), attainment, Formula.part(0), Figure.Style.PERCENT);
        return Step.of(KEY, label, Numbers.points(team.points()))
                .from(curve.formula(), List.of(value))
                .note(curve.note());
    }

    private Step share(TeamScore team, TeamScore.Basis basis) {
        return Step.of(
                        "share",
                        new Label("市场份额", "market share"),
                        Numbers.percent(basis.share().share()))
                .note(Label.of(team.region() + " " + basis.share().period()))
                .rows(registers.share(basis.share().row()));
    }

    private Step target(TeamScore.Basis basis) {
        Step step = Step.of(
                "target",
                new Label("份额目标", "share target"),
                Numbers.percent(basis.target().value()));
        return targets.of(step, basis.key(), basis.target());
    }
}
