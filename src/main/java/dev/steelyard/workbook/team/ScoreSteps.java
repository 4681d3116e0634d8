package dev.steelyard.workbook.team;

import dev.steelyard.plan.TeamPool;
import dev.steelyard.score.ComplianceRecord;
import dev.steelyard.score.DimensionScore;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.Scorecard;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Points;
import dev.steelyard.workbook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a final came about, each step one that a pocket calculator can redo: final, individual, dimensions. Values lead on
 * to the indicators' lines.
 */
final class ScoreSteps {

    /** @param how the step in figures, or in words where there is nothing to compute */
    record Step(String what, Points points, String how) {}

    private final Report report;

    ScoreSteps(Report report) {
        this.report = report;
    }

    /** Empty where the card is not complete. */
    List<Step> of(RankedScorecard card) {
        List<Step> steps = new ArrayList<>();
        if (card.pooled().score().isEmpty()) {
            return steps;
        }
        Scorecard own = card.card();
        boolean mean = card.participant().isMeanIn(report.identity().period());
        steps.add(new Step(
                report.say("最终得分", "Final"), card.pooled().score().get(), mean ? meanOfMonths() : finalOf(card)));
        steps.add(new Step(
                report.say("个人得分", "Individual"),
                own.individual().orElseThrow(),
                mean ? meanOfMonths() : individual(own)));
        for (DimensionScore dimension : own.dimensions().values()) {
            dimension
                    .points()
                    .ifPresent(points -> steps.add(new Step(
                            report.dimension(dimension.dimension()),
                            points,
                            mean ? meanOfMonths() : dimension(dimension, own.compliance()))));
        }
        return steps;
    }

    private String meanOfMonths() {
        return report.say("各月的平均，见各月的工作簿", "mean of the months, see their workbooks");
    }

    private String finalOf(RankedScorecard card) {
        TeamPool pool = report.plan().teamPool();
        Points individual = card.card().individual().orElseThrow();
        if (card.pooled().team().points().isEmpty()) {
            return individual + report.say("（没有团队得分）", " (no team score)") + within(pool);
        }
        return percent(Fraction.ONE.minus(pool.share())) + " × " + individual + " + " + percent(pool.share()) + " × "
                + card.pooled().team().points().get()
                + report.say("（团队得分）", " (team score)") + within(pool);
    }

    private String within(TeamPool pool) {
        return report.say("，限于 " + pool.least() + "–" + pool.most(), ", within " + pool.least() + "–" + pool.most());
    }

    private static String percent(Fraction share) {
        return share.times(Fraction.of(100)).plain() + "%";
    }

    private String individual(Scorecard card) {
        List<DimensionScore> counted = card.dimensions().values().stream()
                .filter(dimension ->
                        dimension.points().isPresent() && dimension.weight().signum() != 0)
                .toList();
        String sum = counted.stream()
                .map(dimension ->
                        dimension.weight().plain() + "×" + dimension.points().get())
                .collect(Collectors.joining(" + "));
        Fraction weights = counted.stream().map(DimensionScore::weight).reduce(Fraction.ZERO, Fraction::plus);
        return "(" + sum + ") ÷ " + weights.plain()
                + (card.bonus().hundredths() == 0 ? "" : " + " + card.bonus() + report.say("（里程碑）", " (milestone)"));
    }

    private String dimension(DimensionScore dimension, ComplianceRecord compliance) {
        var counted = dimension.indicators().stream()
                .filter(score -> score.points().isPresent() && score.weight().signum() != 0)
                .toList();
        Fraction weights = counted.stream().map(score -> score.weight()).reduce(Fraction.ZERO, Fraction::plus);
        String text = counted.isEmpty()
                ? dimension.base().map(Points::toString).orElse("") + report.say("（没有数据时的起点）", " (start without data)")
                : "("
                        + counted.stream()
                                .map(score -> score.weight().plain() + "×"
                                        + score.points().get())
                                .collect(Collectors.joining(" + "))
                        + ") ÷ " + weights.plain();
        if (dimension.dimension().equals(report.plan().rules().compliance().dimension())) {
            text += taken(report.say("扣分", "deductions"), " − ", compliance.deducted())
                    + taken(report.say("赋能", "enablement"), " + ", compliance.enabled());
        }
        return dimension.remarks().isEmpty()
                ? text
                : text + report.say("；", "; ") + new dev.steelyard.workbook.Reasons(report).of(dimension.remarks());
    }

    private String taken(String word, String sign, Points points) {
        return points.hundredths() == 0 ? "" : sign + points + report.say("（", " (") + word + report.say("）", ")");
    }
}
