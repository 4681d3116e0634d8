package dev.steelyard.engine.compare;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.explain.Vocabulary;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.MilestoneScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.TeamScore;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a person's final is another, in parts that sum to the change. */
record ScoreChange(ComparedResults sides) {

    private static final String INDIVIDUAL = "individual";
    private static final String TEAM = "team";

    /** None where one of the two has no final. */
    List<ScorePart> of(RankedScorecard before, RankedScorecard after) {
        Optional<Points> then = before.pooled().score();
        Optional<Points> now = after.pooled().score();
        if (then.isEmpty() || now.isEmpty()) {
            return List.of();
        }
        ScorePart.Gathered parts = new ScorePart.Gathered();
        if (isMean(sides.before(), before) && isMean(sides.after(), after)) {
            periods(parts, before, after);
        } else {
            pool(parts, before, after);
        }
        return parts.closed(now.get().minus(then.get()));
    }

    // ------------------------------------------------------------------ a mean of shorter periods

    private static boolean isMean(RunResult result, RankedScorecard card) {
        return card.participant().isMeanIn(result.input().period());
    }

    private void periods(ScorePart.Gathered parts, RankedScorecard before, RankedScorecard after) {
        List<EarlierScorecard> then = scored(sides.before(), before);
        List<EarlierScorecard> now = scored(sides.after(), after);
        for (Blend.Effect effect : Blend.effects(entries(then), entries(now))) {
            int at = Integer.parseInt(effect.key());
            List<EarlierScorecard> side = at < now.size() ? now : then;
            String period = side.get(at).period().toString();
            Said detail = ShortFigures.change(score(then, at), score(now, at));
            parts.add(
                    Cause.of(Kind.PERIOD, period, "", Said.of("compare.score.final", "period", period)),
                    effect.byPoints().plus(effect.byWeight()),
                    detail);
        }
    }

    private static List<EarlierScorecard> scored(RunResult result, RankedScorecard card) {
        return result.book().earlier().stream()
                .filter(one -> one.employeeId().equals(card.participant().id()))
                .filter(one -> one.period().kind() == card.participant().track().cycle())
                .filter(one -> one.scored() && one.score().isPresent())
                .sorted(Comparator.comparing(EarlierScorecard::period))
                .toList();
    }

    /** By position: the first month of one quarter stands beside the first of the other. */
    private static List<Blend.Entry> entries(List<EarlierScorecard> scored) {
        List<Blend.Entry> entries = new ArrayList<>();
        for (EarlierScorecard one : scored) {
            entries.add(new Blend.Entry(
                    Integer.toString(entries.size()),
                    Fraction.ONE,
                    one.score().orElseThrow().exact()));
        }
        return entries;
    }

    private static Said score(List<EarlierScorecard> scored, int at) {
        return at < scored.size()
                ? Said.text(scored.get(at).score().orElseThrow().toString())
                : Said.of("compare.score.notScored");
    }

    // ------------------------------------------------------------------ individual and team

    private void pool(ScorePart.Gathered parts, RankedScorecard before, RankedScorecard after) {
        List<Blend.Entry> then = entries(sides.planBefore(), before);
        List<Blend.Entry> now = entries(sides.planAfter(), after);
        Fraction shares = Fraction.ZERO;
        for (Blend.Effect effect : Blend.effects(then, now)) {
            if (effect.key().equals(INDIVIDUAL)) {
                individual(parts, before, after, effect.share());
            } else if (!effect.oneSided()) {
                team(parts, before.pooled().team(), after.pooled().team(), effect.share());
            }
            shares = shares.plus(effect.byWeight());
        }
        boolean sameTeams = then.size() == now.size();
        parts.add(
                sameTeams ? teamShare() : teamScore(""),
                shares,
                sameTeams
                        ? ShortFigures.change(share(sides.planBefore()), share(sides.planAfter()))
                        : ShortFigures.change(points(before), points(after)));
        Fraction limited = limited(sides.planAfter(), after, now).minus(limited(sides.planBefore(), before, then));
        parts.add(
                Cause.of(
                        Kind.LIMITS,
                        "",
                        sides.ruleIfChanged(
                                plan -> List.of(
                                        plan.teamPool().least(), plan.teamPool().most()),
                                "team_pool"),
                        Said.of("compare.score.limitsFinal")),
                limited,
                List.of());
    }

    private static List<Blend.Entry> entries(Plan plan, RankedScorecard card) {
        TeamPool pool = plan.teamPool();
        List<Blend.Entry> entries = new ArrayList<>();
        Optional<Points> team = card.pooled().team().points();
        Fraction own = team.isPresent() ? Fraction.ONE.minus(pool.share()) : Fraction.ONE;
        entries.add(new Blend.Entry(
                INDIVIDUAL, own, card.card().individual().orElseThrow().exact()));
        team.ifPresent(points -> entries.add(new Blend.Entry(TEAM, pool.share(), points.exact())));
        return entries;
    }

    /** What the limits took or gave. */
    private static Fraction limited(Plan plan, RankedScorecard card, List<Blend.Entry> entries) {
        Fraction joined = Fraction.ZERO;
        for (Blend.Entry entry : entries) {
            joined = joined.plus(entry.weight().times(entry.points()));
        }
        Points free = Points.rounded(joined);
        return free.max(plan.teamPool().least())
                .min(plan.teamPool().most())
                .minus(free)
                .exact();
    }

    private Cause teamShare() {
        return Cause.of(Kind.TEAM_SHARE, "", "team_pool.share", Said.of("compare.score.teamsPartFinal"));
    }

    private static String share(Plan plan) {
        return ShortFigures.number(plan.teamPool().share().times(Fraction.of(100))) + "%";
    }

    private static Said points(RankedScorecard card) {
        return card.pooled()
                .team()
                .points()
                .map(points -> Said.text(points.toString()))
                .orElse(Said.of("compare.score.noTeamScore"));
    }

    private static Cause teamScore(String rule) {
        return rule.isEmpty()
                ? Cause.of(Kind.TEAM_SCORE, Said.of("explain.mean.teamScore"))
                : Cause.of(Kind.TEAM_SCORE, "", rule, Said.of("compare.score.curveTeamScore"));
    }

    private void team(ScorePart.Gathered parts, TeamScore then, TeamScore now, Fraction worth) {
        Said detail = ShortFigures.change(team(then), team(now));
        if (then.attainment().isPresent() && now.attainment().isPresent()) {
            CurveSplit curves = new CurveSplit(
                    sides.planBefore().teamPool().curve(),
                    sides.planAfter().teamPool().curve());
            Fraction from = then.attainment().get();
            Fraction to = now.attainment().get();
            parts.add(teamScore(""), curves.byValue(from, to).times(worth), detail);
            parts.add(teamScore("team_pool.curve"), curves.byCurve(from, to).times(worth), detail);
        } else {
            Points moved = now.points().orElseThrow().minus(then.points().orElseThrow());
            parts.add(teamScore(""), moved.exact().times(worth), detail);
        }
    }

    private static Said team(TeamScore team) {
        String points = team.points().map(Points::toString).orElse("—");
        if (!team.parts().isEmpty()) {
            List<Said> parts = team.parts().stream()
                    .map(part -> Said.of(
                            "compare.score.teamPart",
                            "team",
                            part.team(),
                            "points",
                            part.points(),
                            "days",
                            part.days()))
                    .toList();
            return Said.of(
                    "compare.score.byDays",
                    "points",
                    points,
                    "parts",
                    Vocabulary.join(parts, Said.of("list.separator")));
        }
        return team.basis()
                .map(basis -> Said.of(
                        "compare.score.shareTarget",
                        "team",
                        team.team(),
                        "points",
                        points,
                        "share",
                        percent(basis.share().share()),
                        "value",
                        percent(basis.target().value())))
                .orElse(Said.text(team.team() + " " + points));
    }

    private static String percent(Fraction fraction) {
        return ShortFigures.number(fraction.times(Fraction.of(100))) + "%";
    }

    // ------------------------------------------------------------------ dimensions and bonus

    private void individual(ScorePart.Gathered parts, RankedScorecard before, RankedScorecard after, Fraction worth) {
        Map<String, DimensionScore> then = before.card().dimensions();
        Map<String, DimensionScore> now = after.card().dimensions();
        DimensionChange dimensions = new DimensionChange(sides, before, after);
        for (Blend.Effect effect : Blend.effects(DimensionChange.counted(then), DimensionChange.counted(now))) {
            if (effect.oneSided() || effect.reweighed()) {
                parts.add(
                        dimensionWeight(effect.key(), before, after),
                        effect.byWeight().times(worth),
                        dimensionDetail(then.get(effect.key()), now.get(effect.key())));
            }
            if (!effect.oneSided()) {
                dimensions.into(parts, then.get(effect.key()), now.get(effect.key()), worth.times(effect.share()));
            }
        }
        Points bonus = after.card().bonus().minus(before.card().bonus());
        parts.add(
                Cause.of(
                        Kind.MILESTONE,
                        "",
                        sides.ruleIfChanged(plan -> plan.rules().milestones(), "rules.milestones"),
                        Said.of("compare.score.milestoneBonus")),
                bonus.exact().times(worth),
                ShortFigures.change(milestones(before), milestones(after)));
    }

    private Cause dimensionWeight(String id, RankedScorecard before, RankedScorecard after) {
        Said name = sides.dimension(id);
        String track = after.participant().employee().track();
        if (!before.participant().employee().track().equals(track)) {
            return Cause.of(Kind.TRACK, Said.of("word.anotherTrack"));
        }
        if (!weight(sides.planBefore(), track, id).equals(weight(sides.planAfter(), track, id))) {
            return Cause.of(
                    Kind.WEIGHT,
                    id,
                    "tracks." + track + ".weights." + id,
                    Said.of("compare.score.weightDimension", "name", name));
        }
        return Cause.of(Kind.MISSING, id, "", Said.of("compare.score.dataNoneDimension", "name", name));
    }

    private static Optional<Fraction> weight(Plan plan, String track, String dimension) {
        return Optional.ofNullable(plan.tracks().get(track)).map(Track::weights).map(weights -> weights.get(dimension));
    }

    private static Said dimensionDetail(DimensionScore then, DimensionScore now) {
        Said points = ShortFigures.change(dimensionPoints(then), dimensionPoints(now));
        if (then != null && now != null && !then.weight().equals(now.weight())) {
            String weights = ShortFigures.number(then.weight()) + "% → " + ShortFigures.number(now.weight()) + "%";
            return Said.of("compare.score.weightPoints", "weights", weights, "points", points);
        }
        return Said.of("compare.dimension.points", "points", points);
    }

    private static Said dimensionPoints(DimensionScore dimension) {
        return Optional.ofNullable(dimension)
                .flatMap(DimensionScore::points)
                .map(points -> Said.text(points.toString()))
                .orElse(Said.of("word.none"));
    }

    private static Said milestones(RankedScorecard card) {
        List<MilestoneScore> reached = card.card().milestones().stream()
                .filter(one -> one.reached().isPresent())
                .toList();
        if (reached.isEmpty()) {
            return Said.text("+0");
        }
        return Vocabulary.join(
                reached.stream()
                        .map(one -> Said.of(
                                "compare.score.milestone",
                                "name",
                                one.milestone().name(),
                                "now",
                                one.now().plain(),
                                "points",
                                one.points()))
                        .toList(),
                Said.of("compare.score.semicolon"));
    }
}
