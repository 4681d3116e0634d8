package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;

/** 待核: who is held, why, and what to do. */
final class HeldTable {

    private record Line(RankedScorecard card, Remark hold) {}

    private final Report report;
    private final Reasons reasons;

    HeldTable(Report report) {
        this.report = report;
        this.reasons = new Reasons(report);
    }

    Sheet.Table<?> sheet() {
        List<Line> lines = report.cards().stream()
                .flatMap(card -> card.card().holds().stream().map(hold -> new Line(card, hold)))
                .toList();
        Block<Line> block = Block.of(
                        report.ofPeriod("hr.held.held"),
                        columns(),
                        lines,
                        report.say("hr.held.nobodyHeldEverybodysTargets"))
                .intro(report.say("hr.held.heldPeopleNeitherRanked"));
        return new Sheet.Table<>(report.say("hr.held.held2"), 2, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>(Person.columns(report, Line::card));
        columns.add(Column.<Line>word(
                        "status",
                        report.say("word.status"),
                        Width.fit(8, 12),
                        line -> report.say(StateWords.of(line.card().status())))
                .toned(line -> StateWords.tone(line.card().status())));
        columns.add(
                Column.text("reason", report.say("hr.held.reason"), Width.wrap(46), line -> reasons.of(line.hold())));
        columns.add(Column.text("fix", report.say("word.whatDo"), Width.wrap(70), line -> reasons.remedy(line.hold())));
        return columns;
    }
}
