package dev.steelyard.engine.explain;

import dev.steelyard.engine.explain.rows.RegisterRows;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.score.Scorecard;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Formula;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.unit.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dimension: the weighted mean of its indicators, then deductions, enablement and exploration floor. */
record DimensionStep(
        Plan plan, Vocabulary words, IndicatorStep indicators, ComplianceSteps compliance, RegisterRows registers) {

    /** @param held a held person's dimensions are not printed (rulings 57) */
    Step of(Participant person, Scorecard card, DimensionScore dimension, boolean held) {
        Step mean = mean(person, card, dimension);
        if (held || dimension.points().isEmpty()) {
            return named(dimension, Figure.MISSING)
                    .above(mean.parts())
                    .note(
                            held
                                    ? Said.of("explain.dimension.heldNotScored")
                                    : Said.of("explain.dimension.noDataWeightGoes"))
                    .note(weight(dimension));
        }
        return printed(person, card, dimension, mean).note(weight(dimension));
    }

    private Step named(DimensionScore dimension, Figure figure) {
        return Step.of("dimension." + dimension.dimension(), words.dimension(dimension.dimension()), figure);
    }

    private static Said weight(DimensionScore dimension) {
        String weight = dimension.weight().plain();
        return Said.of("word.weight", "weight", weight);
    }

    private Step printed(Participant person, Scorecard card, DimensionScore dimension, Step mean) {
        ComplianceRecord record = card.compliance();
        boolean isCompliance =
                dimension.dimension().equals(plan.rules().compliance().dimension());
        boolean deducted = isCompliance && record.deducted().hundredths() != 0;
        boolean enabled = isCompliance && record.enabled().hundredths() != 0;
        Step step = named(dimension, FigureNumbers.points(dimension.points()));
        List<Step> dismissed = isCompliance ? compliance.dismissed(person) : List.of();
        if (!deducted && !enabled && dimension.remarks().isEmpty()) {
            return mean.named(step.key(), step.label()).besides(dismissed);
        }
        List<Step> parts = new ArrayList<>(List.of(mean));
        Formula formula = Formula.part(0);
        Points left = dimension.base().orElseThrow();
        if (deducted) {
            formula = formula.minus(Formula.part(parts.size()));
            left = left.minus(record.deducted());
            if (left.hundredths() < 0) {
                formula = formula.atLeast(Formula.constant(0));
                left = Points.ZERO;
            }
            parts.add(compliance.deductions(record));
        }
        if (enabled) {
            formula = enabled(formula, left, record, parts.size());
            parts.add(compliance.enablement(person, record));
        }
        for (Remark remark : dimension.remarks()) {
            formula = formula.atLeast(Formula.part(parts.size()));
            parts.add(floor(person, floor(dimension, remark)));
        }
        parts.addAll(dismissed);
        return step.from(formula, parts);
    }

    private Formula enabled(Formula formula, Points left, ComplianceRecord record, int at) {
        Points ceiling = plan.rules().compliance().ceiling();
        if (left.isAtLeast(ceiling)) {
            return formula;
        }
        Formula raised = formula.plus(Formula.part(at));
        return left.plus(record.enabled()).compareTo(ceiling) > 0
                ? raised.atMost(FigureNumbers.constant(ceiling))
                : raised;
    }

    /** The least that the dimension is while the person explores: since when, by the roster (rulings 52). */
    private Step floor(Participant person, Rules.Exploration rule) {
        LocalDate since = person.employee().date(rule.since()).orElseThrow();
        LocalDate end = since.plusMonths(rule.months());
        return Step.of("exploration", Vocabulary.label(rule.name()), FigureNumbers.points(rule.floor()))
                .note(Said.of(
                        "explain.dimension.monthsFromBeforeLeast",
                        "since",
                        since,
                        "months",
                        rule.months(),
                        "end",
                        end,
                        "floor",
                        rule.floor()))
                .rows(registers.rosterDate(person.employee().row(), rule.since()));
    }

    private Rules.Exploration floor(DimensionScore dimension, Remark remark) {
        return plan.rules().explorations().stream()
                .filter(rule -> rule.dimension().equals(dimension.dimension()))
                .filter(rule -> remark.details().contains(rule.floor().toString()))
                .findFirst()
                .orElseThrow();
    }

    /** Σ weight × points ÷ Σ weight; what has no points stands below without counting. */
    private Step mean(Participant person, Scorecard card, DimensionScore dimension) {
        List<Step> parts = new ArrayList<>();
        List<Formula> products = new ArrayList<>();
        List<Formula> weights = new ArrayList<>();
        List<Step> others = new ArrayList<>();
        for (IndicatorScore score : dimension.indicators()) {
            Step step = indicators.of(person, card, score);
            if (score.points().isPresent()) {
                Formula weight = FigureNumbers.constant(score.weight());
                products.add(weight.times(Formula.part(parts.size())));
                weights.add(weight);
                parts.add(step);
            } else {
                others.add(step);
            }
        }
        int counted = parts.size();
        parts.addAll(others);
        Step step = Step.of(
                "dimension." + dimension.dimension() + ".indicators",
                Said.of("explain.dimension.weightedMeanIndicators"),
                FigureNumbers.points(dimension.base()));
        if (counted > 0) {
            Formula mean =
                    counted == 1 ? Formula.part(0) : Formula.sum(products).over(Formula.sum(weights));
            return step.from(mean, parts);
        }
        return dimension
                .base()
                .map(base -> step.from(FigureNumbers.constant(base), parts)
                        .note(Said.of("explain.dimension.noIndicatorDataPlans", "base", base)))
                .orElseGet(() -> step.above(parts));
    }

    static Optional<Formula> weighted(List<DimensionScore> dimensions) {
        if (dimensions.isEmpty()) {
            return Optional.empty();
        }
        List<Formula> products = new ArrayList<>();
        List<Formula> weights = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            Formula weight = FigureNumbers.constant(dimensions.get(i).weight());
            products.add(weight.times(Formula.part(i)));
            weights.add(weight);
        }
        return Optional.of(
                dimensions.size() == 1 ? Formula.part(0) : Formula.sum(products).over(Formula.sum(weights)));
    }
}
