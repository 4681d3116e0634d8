package dev.steelyard.workbook.hr;

import dev.steelyard.plan.Rules;
import dev.steelyard.score.DimensionScore;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.RankedScorecard.Status;
import dev.steelyard.workbook.Person;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.book.Block;
import dev.steelyard.workbook.book.Column;
import dev.steelyard.workbook.book.Datum;
import dev.steelyard.workbook.book.Format;
import dev.steelyard.workbook.book.Sheet;
import dev.steelyard.workbook.book.Width;
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
                "milestone", "里程碑", "Milestone", Width.wrap(30), Format.TEXT, card -> Datum.text(milestones(card))));
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
                "reason",
                "说明",
                "Remarks",
                Width.wrap(40),
                Format.TEXT,
                card -> Datum.text(
                        card.card().compliance().enabled().equals(rule.enablementAtMost())
                                ? report.say(
                                        "赋能加分已达上限 " + rule.enablementAtMost(),
                                        "enablement at its limit of " + rule.enablementAtMost())
                                : "")));
        return columns;
    }

    private String milestones(RankedScorecard card) {
        if (card.card().bonus().hundredths() == 0) {
            return "";
        }
        String track = card.participant().employee().track();
        return report.join(report.plan().rules().milestones().stream()
                .filter(milestone -> milestone.tracks().contains(track))
                .map(milestone -> report.say(milestone.name()))
                .toList());
    }
}
