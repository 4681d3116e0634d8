package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.insight.people.Honours;
import dev.steelyard.engine.insight.people.Nomination;
import dev.steelyard.engine.insight.people.Nomination.Award;
import dev.steelyard.engine.insight.people.Nomination.ComplianceStar;
import dev.steelyard.engine.insight.people.Nomination.CustomerReputation;
import dev.steelyard.engine.insight.people.Nomination.InnovationBreakthrough;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Grades;
import dev.steelyard.output.workbook.IndicatorLines;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 荣誉: who is proposed for what, and why. */
final class HonourTable {

    private final Report report;
    private final Insight.Honours rule;
    private final Honours honours;

    HonourTable(Report report, Insight.Honours rule) {
        this.report = report;
        this.rule = rule;
        this.honours = Honours.of(
                        report.plan(),
                        report.result().input().registers(),
                        report.result().measurements(),
                        report.result().book())
                .orElseThrow();
    }

    Sheet sheet() {
        Block<Nomination> block = Block.of(
                        report.say("荣誉提名 ", "Honours ") + report.identity().period(),
                        columns(),
                        honours.nominations(),
                        report.say("本期没有人达到任何一项荣誉的条件。", "Nobody meets the conditions of any honour."))
                .intro(
                        report.say(
                                "提名供人力资源审定：已排名、未被否决、等级 " + rule.grade() + " 及以上；管理者的维度是成员均值，不参评。数字相同的并列，各人都列出。",
                                "Proposals for HR to decide: ranked, not vetoed, grade " + rule.grade()
                                        + " or better; managers are left out, as their dimensions are means of their members."
                                        + " Who has the same figures shares it, and all are listed."),
                        criteria())
                .outro(open());
        return new Sheet.Table<>(report.say("荣誉", "Honours"), 2, block);
    }

    private List<Column<Nomination>> columns() {
        List<Column<Nomination>> columns = new ArrayList<>();
        columns.add(Column.<Nomination>of(
                        "award",
                        "荣誉",
                        "Honour",
                        Width.fit(14, 26),
                        Format.WORD,
                        one -> Datum.text("★ " + report.say(name(one.award()))))
                .toned(one -> one.award() == Award.INNOVATION_BREAKTHROUGH ? Tone.BEST : Tone.GOOD));
        columns.addAll(Person.columns(report, Nomination::card));
        columns.add(Column.<Nomination>of(
                        "grade",
                        "等级",
                        "Grade",
                        Width.fit(6, 8),
                        Format.WORD,
                        one -> Datum.text(one.card().grade().orElse("")))
                .toned(one -> Grades.tone(report.plan(), one.card().grade().orElse(""))));
        columns.add(Column.number(
                "final",
                "最终得分",
                "Final",
                Format.POINTS,
                one -> Datum.points(one.card().pooled().score())));
        columns.add(Column.of("why", "理由", "Why", Width.wrap(64), Format.TEXT, one -> Datum.text(why(one))));
        return columns;
    }

    // ------------------------------------------------------------------ words

    static Name name(Award award) {
        return switch (award) {
            case COMPLIANCE_STAR -> new Name("合规之星", "Compliance Star");
            case CUSTOMER_REPUTATION -> new Name("客户口碑奖", "Customer Reputation");
            case INNOVATION_BREAKTHROUGH -> new Name("创新突破奖", "Innovation Breakthrough");
        };
    }

    private String criteria() {
        List<String> parts = new ArrayList<>();
        rule.complianceStar()
                .ifPresent(star -> parts.add(report.say(
                        "合规之星：每个大区一名，没有扣分，" + dimension(star.dimension()) + "维度最高，相同时比赋能加分",
                        "Compliance Star: one a region, no deduction, the best " + dimension(star.dimension())
                                + ", then the most enablement")));
        rule.customerReputation()
                .ifPresent(star -> parts.add(report.say(
                        "客户口碑奖：每个大区一名，" + dimension(star.dimension()) + "维度最高，问卷至少 " + star.answers() + " 份",
                        "Customer Reputation: one a region, the best " + dimension(star.dimension()) + " with at least "
                                + star.answers() + " answers")));
        rule.innovationBreakthrough()
                .ifPresent(star -> parts.add(report.say(
                        "创新突破奖：全公司一名，本期达到里程碑，年内里程碑最多，相同时比" + report.indicator(star.indicator()),
                        "Innovation Breakthrough: one in the company, a milestone reached in the period, the most in the year, then "
                                + report.indicator(star.indicator()))));
        return report.join(parts) + report.say("。", ".");
    }

    private String dimension(String id) {
        return report.say("「" + report.dimension(id) + "」", report.dimension(id));
    }

    private String why(Nomination nomination) {
        long sharing = honours.sharing(nomination);
        return figures(nomination)
                + (sharing > 1 ? report.say("（并列 " + sharing + " 人）", " (shared by " + sharing + ")") : "");
    }

    private String figures(Nomination nomination) {
        if (nomination instanceof ComplianceStar star) {
            return report.dimension(rule.complianceStar().orElseThrow().dimension()) + " " + star.dimension()
                    + report.say("，没有扣分，赋能 +", ", no deduction, enablement +") + star.enablement()
                    + report.say("，本大区最高", ": the best of the region");
        }
        if (nomination instanceof CustomerReputation star) {
            return report.dimension(rule.customerReputation().orElseThrow().dimension()) + " " + star.dimension()
                    + report.say("，问卷 ", ", ") + star.answers()
                    + report.say(" 份，本大区最高", " answers: the best of the region");
        }
        return innovation((InnovationBreakthrough) nomination);
    }

    private String innovation(InnovationBreakthrough star) {
        String reached =
                star.reached().stream().map(String::valueOf).collect(Collectors.joining(report.say("、", ", ")));
        String id = rule.innovationBreakthrough().orElseThrow().indicator();
        Indicator indicator = report.plan().indicators().get(id);
        Optional<Fraction> conversion = star.conversion();
        return report.say(
                        "本期达到里程碑 " + reached + "（年内共 " + star.held() + " 个），",
                        "reached milestone " + reached + " in the period (" + star.held() + " in the year), ")
                + report.say(indicator.name())
                + " "
                + conversion
                        .map(value -> IndicatorLines.format(indicator).shown(value.rounded(6)))
                        .orElse(report.say("无数据", "without data"));
    }

    /** Which honours stay open, and why. */
    private List<String> open() {
        List<String> sentences = new ArrayList<>();
        honours.open()
                .forEach((award, regions) -> sentences.add(open(award, String.join(report.say("、", ", "), regions))));
        return sentences;
    }

    private String open(Award award, String regions) {
        return switch (award) {
            case COMPLIANCE_STAR -> report.say(
                    "合规之星空缺：" + regions + "没有无扣分、等级达标的人员。",
                    "No Compliance Star in " + regions + ": nobody without a deduction and of that grade.");
            case CUSTOMER_REPUTATION -> report.say(
                    "客户口碑奖空缺：" + regions + "没有问卷份数与等级都达标的人员。",
                    "No Customer Reputation in " + regions + ": nobody with enough answers and of that grade.");
            case INNOVATION_BREAKTHROUGH -> Honours.ranksInnovation(
                            report.plan(), report.identity().period())
                    ? report.say(
                            "创新突破奖空缺：本期没有等级达标的人员达到里程碑。",
                            "No Innovation Breakthrough: nobody of that grade reached a milestone in the period.")
                    : report.say(
                            "创新突破奖随创新序列的考核周期评选：本期他们是中期结果，不参评。",
                            "Innovation Breakthrough waits for the innovation track's own cycle: in this period its figures are"
                                    + " interim.");
        };
    }
}
