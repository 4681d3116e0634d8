package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.insight.team.TeamExample;
import dev.steelyard.engine.insight.team.TeamExample.Lead;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 经验共享: whose way of working others may learn from, and in what. */
final class SharingTable {

    private final Report report;
    private final Insight.Sharing rule;

    SharingTable(Report report, Insight.Sharing rule) {
        this.report = report;
        this.rule = rule;
    }

    Sheet sheet() {
        String asked = rule.dimensions().entrySet().stream()
                .map(asks -> report.dimension(asks.getKey()) + " ≥ " + asks.getValue())
                .collect(Collectors.joining(report.say("、", ", ")));
        Block<TeamExample> block = Block.of(
                        report.say("经验共享 ", "Experience sharing ")
                                + report.identity().period(),
                        columns(),
                        TeamExample.of(report.plan(), report.result().book()),
                        report.say("本期没有团队同时达到：" + asked + "。", "No team reaches all of: " + asked + "."))
                .intro(report.say(
                        "请这些团队分享做法：成员（管理者与待核人员除外）的维度均值 " + asked + "，且没有被否决的成员。领先指标：均分高于其他所有团队。",
                        "Ask these teams how they work: means of the members (managers and held people left out) "
                                + asked + ", and no vetoed member. They lead where every other team's mean is lower."));
        return new Sheet.Table<>(report.say("经验共享", "Sharing"), 1, block);
    }

    private List<Column<TeamExample>> columns() {
        List<Column<TeamExample>> columns = new ArrayList<>();
        columns.add(Column.text(
                "team", "团队", "Team", example -> example.standing().team().team()));
        columns.add(Column.text(
                "region", "大区", "Region", example -> example.standing().team().region()));
        columns.add(Column.text("managers", "管理者", "Managers", example -> example.standing().managers().stream()
                .map(card -> card.participant().employee().name())
                .collect(Collectors.joining(report.say("、", ", ")))));
        columns.add(Column.number(
                "members",
                "成员数",
                "Members",
                Format.COUNT,
                example -> Datum.whole(example.standing().members().size())));
        rule.dimensions()
                .keySet()
                .forEach(dimension -> columns.add(Column.number(
                        dimension,
                        report.plan().dimensions().get(dimension).zh() + "均值",
                        report.plan().dimensions().get(dimension).en() + ", mean",
                        Format.POINTS,
                        example -> Datum.points(example.means().get(dimension)))));
        columns.add(Column.of(
                "leads",
                "领先的指标",
                "Leads in",
                Width.wrap(72),
                Format.TEXT,
                example -> Datum.text(
                        example.leads().isEmpty()
                                ? report.say("— 没有单独领先的指标", "— leads in none alone")
                                : report.join(
                                        example.leads().stream().map(this::lead).toList()))));
        return columns;
    }

    private String lead(Lead lead) {
        return report.indicator(lead.indicator()) + " " + lead.mean() + report.say("（其次 ", " (next ") + lead.next()
                + report.say("）", ")");
    }
}
