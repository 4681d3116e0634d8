package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.insight.people.Career;
import dev.steelyard.engine.insight.people.Career.Channel;
import dev.steelyard.engine.insight.people.Career.Evidence;
import dev.steelyard.engine.insight.people.Career.Missed;
import dev.steelyard.engine.insight.people.Career.Term;
import dev.steelyard.engine.insight.people.Careers;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Name;
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
import java.util.stream.Collectors;

/** 双通道: who may be asked to lead, or to be the expert; and who is one condition away from it. */
final class CareerTable {

    /** People one condition away are listed as long as somebody can talk with each of them. */
    private static final int MOST_NEAR = 30;

    private final Report report;
    private final Insight.Careers rule;
    private final Careers careers;

    CareerTable(Report report, Insight.Careers rule) {
        this.report = report;
        this.rule = rule;
        this.careers = Careers.of(
                        report.plan(),
                        report.result().input().registers(),
                        report.result().measurements(),
                        report.result().book(),
                        report.identity().period(),
                        report.result().input().history())
                .orElseThrow();
    }

    Sheet sheet() {
        List<Career> near =
                careers.people().stream().filter(one -> !one.isCandidate()).toList();
        List<Career> shown = near.size() <= MOST_NEAR
                ? careers.people()
                : careers.people().stream().filter(Career::isCandidate).toList();
        Block<Career> block = Block.of(
                        report.say("双通道发展 ", "Careers ") + report.identity().period(), columns(), shown, whenEmpty())
                .intro(
                        report.say(
                                "候选：本作业最近 " + rule.periods() + " 个已关账周期每期等级 " + rule.grade() + " 及以上、"
                                        + report.dimension(rule.dimension()) + "不低于 " + rule.points() + "，截至期末 "
                                        + rule.vetoFreeMonths() + " 个月内没有一票否决。",
                                "Candidates: in each of the job's last " + rule.periods() + " closed periods grade "
                                        + rule.grade() + " or better and " + report.dimension(rule.dimension())
                                        + " at least " + rule.points() + ", and no veto in the " + rule.vetoFreeMonths()
                                        + " months up to the period's end."),
                        channels())
                .outro(
                        near.size() <= MOST_NEAR
                                ? List.of()
                                : List.of(report.say(
                                        "另有 " + near.size() + " 人只差一项，人数较多，未列出。",
                                        "Besides, " + near.size()
                                                + " people miss one condition only: too many to be listed.")));
        return new Sheet.Table<>(report.say("双通道", "Careers"), 3, block);
    }

    private String whenEmpty() {
        if (careers.missing() > 0) {
            String there = careers.periods().isEmpty()
                    ? ""
                    : report.say("（", " (")
                            + careers.periods().stream()
                                    .map(Period::toString)
                                    .collect(Collectors.joining(report.say("、", ", ")))
                            + report.say("）", ")");
            return report.say(
                    "还不能评：需要 " + rule.periods() + " 个已关账周期，现有 "
                            + careers.periods().size() + " 个" + there + "，还差 " + careers.missing() + " 个。",
                    "Too early: this needs " + rule.periods() + " closed periods; there are "
                            + careers.periods().size() + there + ", " + careers.missing() + " missing.");
        }
        return report.say("没有人满足条件，也没有人只差一项。", "Nobody meets the conditions, and nobody misses just one.");
    }

    private String channels() {
        List<String> parts = new ArrayList<>();
        rule.management()
                .ifPresent(channel -> parts.add(
                        report.say("管理通道（本人学员）：", "Management, by the person's own mentees: ") + asks(channel)));
        rule.expert().ifPresent(channel -> parts.add(report.say("专家通道：", "Expert: ") + asks(channel)));
        return report.join(parts) + report.say("。", ".");
    }

    private String asks(Insight.Careers.Channel channel) {
        return channel.indicators().stream().map(report::indicator).collect(Collectors.joining(report.say("、", ", ")))
                + report.say(" 各不低于 " + channel.points() + " 分", ", each at least " + channel.points() + " points");
    }

    // ------------------------------------------------------------------ columns

    private List<Column<Career>> columns() {
        List<Column<Career>> columns = new ArrayList<>();
        columns.add(Column.<Career>of(
                        "standing",
                        "结论",
                        "Standing",
                        Width.fit(10, 14),
                        Format.WORD,
                        one -> Datum.text(
                                one.isCandidate()
                                        ? report.say("✓ 候选", "✓ candidate")
                                        : report.say("△ 差一项", "△ one missing")))
                .toned(one -> one.isCandidate() ? Tone.BEST : Tone.LOW));
        columns.addAll(Person.columns(report, Career::card));
        columns.add(Column.of(
                "channels", "可走通道", "Open channels", Width.wrap(18), Format.TEXT, one -> Datum.text(open(one))));
        columns.add(Column.of(
                "terms", "已关账周期", "Closed periods", Width.wrap(26), Format.TEXT, one -> Datum.text(terms(one))));
        columns.add(Column.of(
                "evidence", "通道依据", "Of the channels", Width.wrap(56), Format.TEXT, one -> Datum.text(evidence(one))));
        columns.add(Column.of(
                "missing", "差什么", "What is missing", Width.wrap(30), Format.TEXT, one -> Datum.text(missing(one))));
        return columns;
    }

    private String open(Career career) {
        return career.open().isEmpty()
                ? report.say("— 均未达到", "— neither yet")
                : career.open().stream()
                        .map(channel -> "✓ " + report.say(name(channel)))
                        .collect(Collectors.joining("\n"));
    }

    private static Name name(Channel channel) {
        return switch (channel) {
            case MANAGEMENT -> new Name("管理通道", "management");
            case EXPERT -> new Name("专家通道", "expert");
        };
    }

    private String terms(Career career) {
        return career.terms().stream().map(this::term).collect(Collectors.joining("\n"));
    }

    private String term(Term term) {
        return term.period() + " " + term.grade().orElse("—") + report.say("，", ", ")
                + report.dimension(rule.dimension()) + " "
                + term.dimension().map(Object::toString).orElse("—");
    }

    private String evidence(Career career) {
        return career.evidence().stream().map(this::evidence).collect(Collectors.joining("\n"));
    }

    private String evidence(Evidence evidence) {
        Indicator indicator = report.plan().indicators().get(evidence.indicator());
        String figures = evidence.points()
                .map(points -> evidence.value()
                                .map(value -> IndicatorLines.format(indicator).shown(value.rounded(6))
                                        + report.say("，", ", "))
                                .orElse("")
                        + report.say(points + " 分", points + " points"))
                .orElse(report.say("无数据", "no data"));
        return report.say(name(evidence.channel())) + report.say("：", ": ") + report.say(indicator.name()) + " "
                + figures;
    }

    private String missing(Career career) {
        return report.join(career.missed().stream().map(this::missing).toList());
    }

    private String missing(Missed missed) {
        return missed.period()
                + " "
                + switch (missed.kind()) {
                    case GRADE -> report.say("等级低于 ", "grade below ") + rule.grade();
                    case DIMENSION -> report.dimension(rule.dimension()) + report.say("低于 ", " below ") + rule.points();
                };
    }
}
