package dev.steelyard.insight;

import dev.steelyard.fact.ComplianceEvent;
import dev.steelyard.plan.Plan;
import dev.steelyard.plan.Rules;
import dev.steelyard.score.ComplianceRecord;
import dev.steelyard.score.IndicatorScore;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.Remark;
import dev.steelyard.unit.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something about a person that their manager should see to 预警. Holds no evidence: event, kind and date only. */
public sealed interface Alert {

    RankedScorecard card();

    /** The gravest kind first. */
    private int order() {
        return List.of(
                        Vetoed.class,
                        Missing.class,
                        GradeCapped.class,
                        NearCap.class,
                        PointsCapped.class,
                        Suspended.class)
                .indexOf(getClass());
    }

    /** A target or datum is missing. */
    record Missing(RankedScorecard card, Remark hold) implements Alert {}

    /** A veto event was verified. */
    record Vetoed(RankedScorecard card, ComplianceEvent event) implements Alert {}

    /** Channel stuffing, or another rule that caps an indicator's points. */
    record PointsCapped(RankedScorecard card, IndicatorScore indicator, Remark why) implements Alert {}

    /** Deductions cap the grade. */
    record GradeCapped(RankedScorecard card, Points deducted, String grade) implements Alert {}

    /** One more event of this severity would cap the grade. */
    record NearCap(RankedScorecard card, Points deducted, String severity, String grade) implements Alert {}

    /** High-difficulty visits are suspended for lack of a certification. */
    record Suspended(RankedScorecard card, Suspension suspension) implements Alert {}

    /** The alerts of some people, the gravest kind first, then in the order of the people. */
    static List<Alert> of(Plan plan, List<RankedScorecard> cards, List<Suspension> suspensions) {
        List<Alert> alerts = new ArrayList<>();
        for (RankedScorecard card : cards) {
            card.card().compliance().vetoes().forEach(event -> alerts.add(new Vetoed(card, event)));
            deductions(plan, card).ifPresent(alerts::add);
            card.card().holds().forEach(hold -> alerts.add(new Missing(card, hold)));
            card.card().indicators().forEach(indicator -> indicator.remarks().stream()
                    .filter(remark -> remark.kind() == Remark.Kind.POINTS_CAP)
                    .forEach(remark -> alerts.add(new PointsCapped(card, indicator, remark))));
            suspensions.stream()
                    .filter(suspension ->
                            suspension.employee().id().equals(card.participant().id()))
                    .forEach(suspension -> alerts.add(new Suspended(card, suspension)));
        }
        alerts.sort(Comparator.comparingInt(Alert::order));
        return alerts;
    }

    /** A further event would cap the grade, or lower the cap; else the cap that holds. */
    private static Optional<Alert> deductions(Plan plan, RankedScorecard card) {
        ComplianceRecord record = card.card().compliance();
        if (record.deducted().hundredths() <= 0 || record.isVetoed()) {
            return Optional.empty();
        }
        Rules.Compliance rule = plan.rules().compliance();
        Optional<Map.Entry<String, Points>> lightest = rule.deductions().entrySet().stream()
                .filter(deduction -> deduction.getValue().hundredths() > 0)
                .min(Map.Entry.comparingByValue());
        Optional<Alert> near = lightest.flatMap(deduction -> rule.caps().stream()
                .filter(cap -> !record.deducted().isAtLeast(cap.deductions())
                        && record.deducted().plus(deduction.getValue()).isAtLeast(cap.deductions()))
                .max(Comparator.comparing(Rules.GradeCap::deductions))
                .map(cap -> new NearCap(card, record.deducted(), deduction.getKey(), cap.grade())));
        return near.or(() -> record.gradeCap().map(grade -> new GradeCapped(card, record.deducted(), grade)));
    }
}
