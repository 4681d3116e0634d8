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
record BonusTable(Report report) {

    Sheet.Table<?> sheet() {
        List<RankedScorecard> people = report.cards().stream()
                .filter(card -> card.status() != Status.HELD)
                .filter(card -> card.card().bonus().hundredths() != 0
                        || card.card().compliance().enabled().hundredths() != 0)
                .toList();
        Block<RankedScorecard> block = Block.of(
                        report.ofPeriod("hr.bonus.bonusPoints"),
                        columns(),
                        people,
                        report.say("hr.bonus.nobodyReachedMilestoneThere"))
                .intro(report.say("hr.bonus.milestonePointsGoInto"));
        return new Sheet.Table<>(report.say("word.bonus"), 2, block);
    }

    private List<Column<RankedScorecard>> columns() {
        Rules.Compliance rule = report.plan().rules().compliance();
        List<Column<RankedScorecard>> columns = new ArrayList<>(Person.columns(report, card -> card));
        columns.add(Column.number(
                "bonus",
                report.say("hr.bonus.milestonePoints"),
                Format.POINTS,
                card -> Datum.points(card.card().bonus())));
        columns.add(
                Column.text("milestone", report.say("hr.bonus.milestone"), Width.wrap(44), card -> milestones(card)));
        columns.add(Column.number(
                "enablement",
                report.say("hr.bonus.enablementPoints"),
                Format.POINTS,
                card -> Datum.points(card.card().compliance().enabled())));
        columns.add(Column.number(
                rule.dimension(),
                report.say("hr.bonus.points", "dimension", report.dimension(rule.dimension())),
                Format.POINTS,
                card -> Datum.points(
                        Optional.ofNullable(card.card().dimensions().get(rule.dimension()))
                                .flatMap(DimensionScore::points))));
        columns.add(
                Column.text("enabled_by", report.say("hr.bonus.enabled"), Width.wrap(50), card -> enablement(card)));
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
        return report.say(
                "hr.bonus.reachedNumberBeforeNow",
                "what",
                report.say(milestone.milestone().name()),
                "count",
                count,
                "before",
                before,
                "now",
                now,
                "points",
                milestone.points());
    }

    private String enablement(RankedScorecard card) {
        ComplianceRecord record = card.card().compliance();
        List<String> parts = new ArrayList<>();
        record.enablements().stream()
                .filter(enabled -> enabled.count().signum() != 0)
                .map(enabled -> report.say(
                        "hr.bonus.times",
                        "what",
                        report.say(enabled.rule().name()),
                        "enabled",
                        enabled.count().plain(),
                        "points",
                        enabled.points()))
                .forEach(parts::add);
        Points most = report.plan().rules().compliance().enablementAtMost();
        if (record.enabled().equals(most)) {
            parts.add(report.say("hr.bonus.enablementLimit", "most", most));
        }
        return report.join(parts);
    }
}
