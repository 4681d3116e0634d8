package dev.steelyard.engine.explain;

import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The grade: by the final, then capped by deductions, then set by a veto (rulings 3, 56). */
record GradeStep(Plan plan, ComplianceSteps compliance) {

    /** @param periods of a mean, the periods that it was made of */
    Step of(RankedScorecard card, List<EarlierScorecard> periods) {
        List<Step> parts = new ArrayList<>();
        Optional<Points> score = card.pooled().score();
        if (card.grade().isPresent()) {
            score.ifPresent(points -> parts.add(byScore(points)));
            card.card().compliance().gradeCap().ifPresent(cap -> parts.add(cap(cap, card, periods)));
        }
        parts.addAll(vetoes(card, periods));
        return Step.of(
                        "grade",
                        Said.of("explain.grade.grade"),
                        card.grade().map(Said::text).<Figure>map(Figure::word).orElse(Figure.MISSING))
                .above(parts);
    }

    private Step byScore(Points score) {
        Plan.Grade grade = plan.gradeOf(score);
        int at = plan.grades().indexOf(grade);
        String range = at == 0
                ? score + " ≥ " + grade.from()
                : grade.from() + " ≤ " + score + " < "
                        + plan.grades().get(at - 1).from();
        return Step.of("grade.final", Said.of("explain.grade.final"), Figure.word(Said.text(grade.grade())))
                .note(Said.text(range));
    }

    private Step cap(String cap, RankedScorecard card, List<EarlierScorecard> periods) {
        Step step = Step.of(
                "grade.cap",
                Said.of("explain.grade.capDeductions"),
                Figure.word(Said.of("explain.grade.most", "cap", cap)));
        List<Said> capped = periods.stream()
                .filter(period -> period.gradeCap().equals(Optional.of(cap)))
                .map(period -> Said.text(period.period().toString()))
                .toList();
        return capped.isEmpty() ? step.note(reached(cap, card.card().compliance())) : step.note(in(capped));
    }

    private Said reached(String cap, ComplianceRecord record) {
        Points limit = plan.rules().compliance().caps().stream()
                .filter(rule -> rule.grade().equals(cap) && record.deducted().isAtLeast(rule.deductions()))
                .map(rule -> rule.deductions())
                .findFirst()
                .orElse(Points.ZERO);
        return Said.of("explain.grade.deductions", "deducted", record.deducted(), "limit", limit);
    }

    private static Said in(List<Said> periods) {
        return Said.of("explain.grade.in", "list", Vocabulary.join(periods, Said.of("list.separator")));
    }

    private List<Step> vetoes(RankedScorecard card, List<EarlierScorecard> periods) {
        ComplianceRecord record = card.card().compliance();
        if (!record.isVetoed()) {
            return List.of();
        }
        Said label = Said.of("explain.compliance.veto");
        Figure grade = Figure.word(Said.text(plan.rules().compliance().veto().grade()));
        List<Said> in = periods.stream()
                .filter(EarlierScorecard::vetoed)
                .map(period -> Said.text(period.period().toString()))
                .toList();
        Step step = Step.of("veto", label, grade);
        List<Step> events = record.vetoes().stream()
                .map(event -> compliance.event(event, Figure.word(Said.of("explain.grade.veto"))))
                .toList();
        return List.of((in.isEmpty() ? step : step.note(in(in))).above(events));
    }
}
