package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.fact.Resource;
import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.insight.team.NextGrade;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to do about a person's score, in sentences for whoever talks with them. */
public final class Advice {

    /** Ways of which any one would do: more are no help. */
    private static final int WAYS = 2;

    private final Report report;
    private final Coaching coaching;
    private final Reasons reasons;

    public Advice(Report report, Coaching coaching) {
        this.report = report;
        this.coaching = coaching;
        this.reasons = new Reasons(report);
    }

    /** One to three sentences, the most useful first. */
    public List<String> of(RankedScorecard card) {
        List<String> sentences = new ArrayList<>();
        if (coaching.hasLeft(card)) {
            sentences.add(report.say(
                    "advice.left",
                    "day",
                    card.participant().employee().leaveDate().orElseThrow()));
            return sentences;
        }
        if (card.status() == Status.VETOED) {
            sentences.add(report.say("book.advice.vetoedNoPointsChange"));
            return sentences;
        }
        if (card.status() == Status.HELD || card.pooled().score().isEmpty()) {
            sentences.add(missing(card));
            return sentences;
        }
        coaching.nextGrade(card).ifPresent(next -> sentences.add(sentence(next)));
        coaching.lostPoints(card).ifPresent(lost -> sentences.add(mostCostly(lost)));
        return sentences;
    }

    private String missing(RankedScorecard card) {
        List<Remark> holds = card.card().holds();
        boolean target = holds.stream().anyMatch(hold -> hold.kind() == Remark.Kind.NO_TARGET);
        return (card.status() == Status.HELD
                        ? report.say("book.advice.heldSoThereNo")
                        : report.say("book.advice.incompleteSoThereNo"))
                + reasons.of(holds)
                + (target ? report.say("book.advice.askHrTargetFirst") : report.say("book.advice.askHrCheckSource"));
    }

    // ------------------------------------------------------------------ the next grade

    /** What would reach the next grade. */
    public String sentence(NextGrade next) {
        if (next instanceof NextGrade.Best) {
            return report.say("book.advice.bestGradeKeepUp");
        }
        if (next instanceof NextGrade.Barred barred) {
            return report.say(
                    "book.advice.deductionsCapGradePoints", "deducted", barred.deducted(), "grade", barred.grade());
        }
        return sentence((NextGrade.Within) next);
    }

    private String sentence(NextGrade.Within next) {
        String missing = report.say("book.advice.points", "missing", next.missing(), "grade", next.grade());
        if (!next.alone().isEmpty()) {
            return report.say(
                    "book.advice.eitherIsEnough",
                    "missing",
                    missing
                            + next.alone().stream()
                                    .limit(WAYS)
                                    .map(this::raised)
                                    .collect(Collectors.joining(report.say("book.advice.or"))),
                    "ways",
                    next.alone().size());
        }
        String together = next.together().stream()
                .map(step -> report.say("book.advice.brings", "raised", raised(step), "gain", step.gain()))
                .collect(Collectors.joining(report.say("book.advice.mark")));
        if (next.isReachable()) {
            return report.say("book.advice.together", "missing", missing + together);
        }
        Points left = next.missing().minus(next.gained());
        return report.say(
                "book.advice.moreHangTeamRegion",
                "missing",
                missing
                        + (together.isEmpty()
                                ? report.say("advice.none-to-raise")
                                : report.say("book.advice.allOwnIndicatorsTheir", "gained", next.gained())),
                "left",
                left);
    }

    /** 「NPS」从 20 提到 45 */
    private String raised(NextGrade.Step step) {
        IndicatorScore one = step.indicator();
        String name = report.say(one.indicator().name());
        String points = one.points().orElseThrow() + " → " + step.to();
        if (step.value().isEmpty()) {
            return report.say("book.advice.pointsName", "name", name, "points", points);
        }
        String raised = report.say(
                "book.advice.to",
                "value",
                value(one),
                "value2",
                shown(one.indicator(), step.value().get()));
        String earned = one.indicator().unit() == Indicator.Unit.POINTS
                ? ""
                : report.say("book.advice.pointsPoints", "points", points);
        return report.say("book.advice.from", "name", name, "raised", raised, "earned", earned);
    }

    private static String value(IndicatorScore one) {
        return one.value()
                .map(value -> shown(one.indicator(), value.rounded(6)))
                .orElse("0");
    }

    private static String shown(Indicator indicator, BigDecimal value) {
        return IndicatorLines.format(indicator).shown(value);
    }

    // ------------------------------------------------------------------ what cost the most

    private String mostCostly(LostPoints lost) {
        List<LostPoints.Part> gaps = lost.gaps(1);
        if (gaps.isEmpty()) {
            return report.say("word.noIndicatorPersonCan");
        }
        LostPoints.Part most = gaps.get(0);
        String help = coaching.resources(most.id()).stream()
                .limit(WAYS)
                .map(this::of)
                .collect(Collectors.joining(report.say("list.separator")));
        return report.say(
                "book.advice.costMostPoints",
                "name",
                name(most),
                "rounded",
                Points.rounded(most.lost()),
                "what",
                (help.isEmpty() ? report.say("book.advice.mark2") : report.say("book.advice.whatHelps", "help", help)));
    }

    /** A resource with whom to ask. */
    public String of(Resource resource) {
        return resource.resource()
                + (resource.contact().isEmpty()
                        ? ""
                        : report.say("book.advice.contact", "contact", resource.contact()));
    }

    /** What a part of the final is called. */
    public String name(LostPoints.Part part) {
        return switch (part.kind()) {
            case INDICATOR -> report.indicator(part.id());
            case DIMENSION -> report.dimension(part.id());
            case RULES -> part.points().hundredths() < 0
                    ? report.say("book.advice.deductions", "dimension", report.dimension(part.id()))
                    : report.say("book.advice.additions", "dimension", report.dimension(part.id()));
            case BONUS -> report.say("book.advice.milestoneBonus");
            case TEAM -> report.say("word.teamScore");
        };
    }
}
