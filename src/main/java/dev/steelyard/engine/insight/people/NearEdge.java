package dev.steelyard.engine.insight.people;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who stands just under an edge where pay or grade steps up.
 *
 * @param edge the tier's end as a share of the target, or the grade that is just missed
 * @param now the amount, or the final
 * @param missing how much is missing to the edge: money, or points
 */
public record NearEdge(Kind kind, Participant person, String edge, Fraction now, Fraction missing) {

    /** What steps up there. */
    public enum Kind {
        TIER,
        GRADE
    }

    /** Of the target: so little below the end of a tier is near. */
    public static final Fraction TIER_SHARE = Fraction.parse("2%");

    /** So few points below a grade are near. */
    public static final Points GRADE_POINTS = Points.parse("0.5");

    /** Everybody near an edge, tiers first, each by employee id; who is held or capped is not asked. */
    public static List<NearEdge> of(Plan plan, Registers registers, Measurements measurements, ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        List<NearEdge> near = new ArrayList<>();
        for (Participant person : book.population().participants()) {
            RankedScorecard card = cards.get(person.id());
            if (card.isPaid() && !card.card().indicators().isEmpty()) {
                tiers(plan, registers, measurements, person, near);
            }
        }
        List<NearEdge> grades = new ArrayList<>();
        for (RankedScorecard card : book.cards()) {
            grade(plan, card).ifPresent(grades::add);
        }
        grades.sort(Comparator.comparing(one -> one.person().id(), CodePoints.ORDER));
        near.addAll(grades);
        return List.copyOf(near);
    }

    private static void tiers(
            Plan plan, Registers registers, Measurements measurements, Participant person, List<NearEdge> near) {
        for (Pay.Commission commission : plan.pay().commission()) {
            Optional<Fraction> target = commission.target().flatMap(name -> registers
                    .targets()
                    .find(new TargetKey(
                            "employee", person.id(), name, person.scope().period()))
                    .map(Targets.Target::value));
            if (target.isEmpty()
                    || !commission.tracks().contains(person.employee().track())
                    || !registers.has(commission.of().dataset())) {
                continue;
            }
            Fraction amount = measurements.figure(
                    commission.of(), List.of(person.employee().index()), Window.PERIOD.days(person.scope()));
            Fraction reach = TIER_SHARE.times(target.get());
            for (Pay.Tier tier : commission.tiers()) {
                tier.upTo().ifPresent(upTo -> {
                    Fraction missing = upTo.times(target.get()).minus(amount);
                    if (missing.signum() > 0 && reach.isAtLeast(missing)) {
                        String edge = upTo.percent();
                        near.add(new NearEdge(Kind.TIER, person, edge, amount, missing));
                    }
                });
            }
        }
    }

    private static Optional<NearEdge> grade(Plan plan, RankedScorecard card) {
        Optional<Points> score = card.pooled().score();
        if (card.status() != Status.RANKED
                || !card.grade().equals(score.map(points -> plan.gradeOf(points).grade()))) {
            return Optional.empty();
        }
        // The nearest better grade is the worst of those that are better.
        return plan.grades().stream()
                .filter(grade -> !score.get().isAtLeast(grade.from()))
                .reduce((better, nearer) -> nearer)
                .filter(grade -> GRADE_POINTS.isAtLeast(grade.from().minus(score.get())))
                .map(grade -> new NearEdge(
                        Kind.GRADE,
                        card.participant(),
                        grade.grade(),
                        score.get().exact(),
                        grade.from().minus(score.get()).exact()));
    }
}
