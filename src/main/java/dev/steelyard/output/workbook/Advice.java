package dev.steelyard.output.workbook;

import dev.steelyard.engine.insight.people.Resource;
import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.insight.team.NextGrade;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Points;
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
        if (card.status() == Status.VETOED) {
            sentences.add(report.say(
                    "已被一票否决：本期补多少分也不改变等级。先与合规确认事实，再与本人面谈整改。",
                    "Vetoed: no points change the grade of this period. Make sure of the facts with compliance, then agree"
                            + " with the person what changes."));
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
                        ? report.say("待核，没有最终得分：", "Held, so there is no final: ")
                        : report.say("数据不全，没有最终得分：", "Incomplete, so there is no final: "))
                + reasons.of(holds)
                + (target
                        ? report.say("。先请人力资源补上目标。", ". Ask HR for the target first.")
                        : report.say("。先请人力资源核对源数据。", ". Ask HR to check the source data first."));
    }

    // ------------------------------------------------------------------ the next grade

    /** What would reach the next grade. */
    public String sentence(NextGrade next) {
        if (next instanceof NextGrade.Best) {
            return report.say("已是最高等级：保持，并请其分享做法。", "At the best grade: keep it up, and have the way there shared.");
        }
        if (next instanceof NextGrade.Barred barred) {
            return report.say(
                    "扣分合计 " + barred.deducted() + "，等级封顶 " + barred.grade() + "：补分不能再升等级，先止住合规扣分。",
                    "Deductions of " + barred.deducted() + " cap the grade at " + barred.grade()
                            + ": points bring no better one. Stop the deductions first.");
        }
        return sentence((NextGrade.Within) next);
    }

    private String sentence(NextGrade.Within next) {
        String missing = report.say(
                "加 " + next.missing() + " 分到 " + next.grade() + "：",
                next.missing() + " points to " + next.grade() + ": ");
        if (!next.alone().isEmpty()) {
            return missing
                    + next.alone().stream()
                            .limit(WAYS)
                            .map(this::raised)
                            .collect(Collectors.joining(report.say("；或 ", "; or ")))
                    + report.say("，一项即可。", ". Either is enough by itself.".replace("Either", either(next)));
        }
        String together = next.together().stream()
                .map(step -> raised(step) + report.say("，可得 ", ", brings ") + step.gain() + report.say(" 分", ""))
                .collect(Collectors.joining(report.say("；", "; ")));
        if (next.isReachable()) {
            return missing + together + report.say("，合起来达到。", ", together.");
        }
        Points left = next.missing().minus(next.gained());
        return missing
                + (together.isEmpty()
                        ? report.say("本人的指标已到满分，", "the person's own indicators are at their highest; ")
                        : report.say(
                                "本人各指标都提到满分可得 " + next.gained() + " 分，",
                                "all own indicators at their highest bring " + next.gained() + "; "))
                + report.say("仍差 " + left + " 分，取决于团队、大区与合规。", left + " more hang on team, region and compliance.");
    }

    private static String either(NextGrade.Within next) {
        return next.alone().size() > 1 ? "Either" : "That";
    }

    /** 「NPS」从 20 提到 45 */
    private String raised(NextGrade.Step step) {
        IndicatorScore one = step.indicator();
        String name = report.say(one.indicator().name());
        String points = one.points().orElseThrow() + " → " + step.to();
        if (step.value().isEmpty()) {
            return report.say("「" + name + "」得分 " + points, name + " points " + points);
        }
        String raised = value(one)
                + report.say(" 到 ", " to ")
                + shown(one.indicator(), step.value().get());
        String earned = one.indicator().unit() == Indicator.Unit.POINTS
                ? ""
                : report.say("（得分 " + points + "）", " (points " + points + ")");
        return report.say("「" + name + "」从 ", name + " from ") + raised + earned;
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
            return report.say("本人能改进的指标没有失分。", "No indicator that the person can raise cost points.");
        }
        LostPoints.Part most = gaps.get(0);
        String help = coaching.resources(most.id()).stream()
                .limit(WAYS)
                .map(this::of)
                .collect(Collectors.joining(report.say("、", ", ")));
        return report.say("失分最多：「", "Cost the most: ")
                + name(most)
                + report.say("」", "")
                + report.say("，失 ", ", ")
                + Points.rounded(most.lost())
                + report.say(" 分", " points")
                + (help.isEmpty()
                        ? report.say("。", ".")
                        : report.say("；可用资源：", "; what helps: ") + help + report.say("。", "."));
    }

    /** A resource with whom to ask. */
    public String of(Resource resource) {
        return resource.name()
                + (resource.contact().isEmpty()
                        ? ""
                        : report.say("（", " (") + resource.contact() + report.say("）", ")"));
    }

    /** What a part of the final is called. */
    public String name(LostPoints.Part part) {
        return switch (part.kind()) {
            case INDICATOR -> report.indicator(part.id());
            case DIMENSION -> report.dimension(part.id());
            case RULES -> part.points().hundredths() < 0
                    ? report.dimension(part.id()) + report.say("扣分", " deductions")
                    : report.dimension(part.id()) + report.say("加分", " additions");
            case BONUS -> report.say("里程碑加分", "Milestone bonus");
            case TEAM -> report.say("团队得分", "Team score");
        };
    }
}
