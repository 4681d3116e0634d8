package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.DimensionScore;
import dev.steelyard.engine.score.MilestoneScore;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 加分: milestones reached and compliance enablement. */
final class BonusTable {

    private final Report report;

    BonusTable(Report report) {
        this.report = report;
    }

    Sheet sheet() {
        List<RankedScorecard> people = report.cards().stream()
                .filter(card -> card.status() != Status.HELD)
                .filter(card -> card.card().bonus().hundredths() != 0
                        || card.card().compliance().enabled().hundredths() != 0)
                .toList();
        Block<RankedScorecard> block = Block.of(
                        report.say("加分 ", "Bonus points ") + report.identity().period(),
                        columns(),
                        people,
                        report.say(
                                "本期没有人达到里程碑，也没有合规赋能记录，因此没有加分。",
                                "Nobody reached a milestone and there is no enablement in this period: no bonus points."))
                .intro(report.say(
                        "里程碑加分计入个人得分；合规赋能加分计入合规维度。待核人员不列。",
                        "Milestone points go into the individual score, enablement points into compliance. Held people are left"
                                + " out."));
        return new Sheet.Table<>(report.say("加分", "Bonus"), 2, block);
    }

    private List<Column<RankedScorecard>> columns() {
        Rules.Compliance rule = report.plan().rules().compliance();
        List<Column<RankedScorecard>> columns = new ArrayList<>(Person.columns(report, card -> card));
        columns.add(Column.number(
                "bonus",
                "里程碑加分",
                "Milestone points",
                Format.POINTS,
                card -> Datum.points(card.card().bonus())));
        columns.add(Column.of(
                "milestone", "里程碑", "Milestone", Width.wrap(44), Format.TEXT, card -> Datum.text(milestones(card))));
        columns.add(Column.number(
                "enablement",
                "合规赋能加分",
                "Enablement points",
                Format.POINTS,
                card -> Datum.points(card.card().compliance().enabled())));
        columns.add(Column.number(
                rule.dimension(),
                report.plan().dimensions().get(rule.dimension()).zh() + "得分",
                report.plan().dimensions().get(rule.dimension()).en(),
                Format.POINTS,
                card -> Datum.points(
                        Optional.ofNullable(card.card().dimensions().get(rule.dimension()))
                                .flatMap(DimensionScore::points))));
        columns.add(Column.of(
                "enabled_by", "赋能明细", "Enabled by", Width.wrap(50), Format.TEXT, card -> Datum.text(enablement(card))));
        return columns;
    }

    private String milestones(RankedScorecard card) {
        return report.join(card.card().milestones().stream()
                .filter(milestone -> milestone.reached().isPresent())
                .map(this::milestone)
                .toList());
    }

    private String milestone(MilestoneScore milestone) {
        int count = milestone.reached().orElseThrow().count();
        String before = milestone.before().plain();
        String now = milestone.now().plain();
        return report.say(milestone.milestone().name())
                + report.say(
                        "：达到第 " + count + " 家（期前 " + before + "，期末 " + now + "），+",
                        ": reached number " + count + " (" + before + " before, " + now + " now), +")
                + milestone.points();
    }

    private String enablement(RankedScorecard card) {
        ComplianceRecord record = card.card().compliance();
        List<String> parts = new ArrayList<>();
        record.enablements().stream()
                .filter(enabled -> enabled.count().signum() != 0)
                .map(enabled -> report.say(enabled.rule().name()) + " "
                        + enabled.count().plain() + report.say(" 次，+", " times, +") + enabled.points())
                .forEach(parts::add);
        Points most = report.plan().rules().compliance().enablementAtMost();
        if (record.enabled().equals(most)) {
            parts.add(report.say("赋能加分已达上限 " + most, "enablement at its limit of " + most));
        }
        return report.join(parts);
    }
}
