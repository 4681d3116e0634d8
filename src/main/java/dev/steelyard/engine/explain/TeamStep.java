package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.TeamScore;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A team's score: market share ÷ target, on the pool's curve (rulings 6, 7). */
record TeamStep(TeamPool pool, TargetStep targets, RegisterRows registers) {

    private static final String KEY = "team_score";

    /** @param held a held person's row prints no team score (rulings 57) */
    Step of(TeamScore team, boolean held) {
        Step step = of(team);
        return held && team.points().isPresent()
                ? Step.of(KEY, label(team), Figure.MISSING)
                        .note(Said.of(
                                "explain.team.heldNotScoredTeams",
                                "points",
                                team.points().get()))
                        .above(step.parts())
                : step;
    }

    private static Said label(TeamScore team) {
        return Said.of("explain.team.teamScore", "team", team.team());
    }

    /** The mean of the person's teams by days: {@code (7 × 98.00 + 15 × 105.00) ÷ 22}. */
    private static Step mean(TeamScore team) {
        List<Step> parts = new ArrayList<>();
        List<Formula> weighted = new ArrayList<>();
        int days = 0;
        for (TeamScore.Part part : team.parts()) {
            weighted.add(Formula.constant(part.days()).times(Formula.part(parts.size())));
            parts.add(Step.of(
                            KEY + "." + part.team(),
                            Said.of("explain.team.teamScore", "team", part.team()),
                            FigureNumbers.points(Optional.of(part.points())))
                    .note(Said.of("explain.team.days", "days", part.days())));
            days += part.days();
        }
        return Step.of(KEY, label(team), FigureNumbers.points(team.points()))
                .from(Formula.sum(weighted).over(Formula.constant(days)), parts)
                .note(Said.of("explain.team.meanByDays"));
    }

    private Step of(TeamScore team) {
        if (!team.parts().isEmpty()) {
            return mean(team);
        }
        Said label = label(team);
        if (team.basis().isEmpty() || team.points().isEmpty()) {
            return Step.of(KEY, label, FigureNumbers.points(team.points()))
                    .note(Said.of("explain.team.regionNoMarketShare", "region", team.region()));
        }
        TeamScore.Basis basis = team.basis().get();
        Fraction attainment = team.attainment().orElseThrow();
        List<Step> read = List.of(share(team, basis), target(basis));
        Predicate<Fraction> same =
                rounded -> pool.curve().pointsAt(rounded).equals(pool.curve().pointsAt(attainment));
        BigDecimal printed = CurveStep.printed(attainment, same);
        Step value = Step.of(
                        "attainment",
                        Said.of("explain.team.shareAttainment"),
                        new Figure.Number(printed, Figure.Style.PERCENT, !CurveStep.isExact(attainment, printed)))
                .from(Formula.part(0).over(Formula.part(1)), read);
        CurveStep curve = CurveStep.of(pool.curve(), attainment, Formula.part(0), Figure.Style.PERCENT);
        return Step.of(KEY, label, FigureNumbers.points(team.points()))
                .from(curve.formula(), List.of(value))
                .note(curve.note());
    }

    private Step share(TeamScore team, TeamScore.Basis basis) {
        return Step.of(
                        "share",
                        Said.of("explain.team.marketShare"),
                        FigureNumbers.percent(basis.share().share()))
                .note(Said.text(team.region() + " " + basis.share().period()))
                .rows(registers.share(basis.share().row()));
    }

    private Step target(TeamScore.Basis basis) {
        Step step = Step.of(
                "target",
                Said.of("explain.team.shareTarget"),
                FigureNumbers.percent(basis.target().value()));
        return targets.of(step, basis.key(), basis.target());
    }
}
