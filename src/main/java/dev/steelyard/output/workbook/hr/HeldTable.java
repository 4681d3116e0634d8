package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
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

    Sheet sheet() {
        List<Line> lines = report.cards().stream()
                .flatMap(card -> card.card().holds().stream().map(hold -> new Line(card, hold)))
                .toList();
        Block<Line> block = Block.of(
                        report.say("待核 ", "Held ") + report.identity().period(),
                        columns(),
                        lines,
                        report.say(
                                "没有待核人员：所有人的目标与数据都齐全。", "Nobody is held: everybody's targets and data are complete."))
                .intro(report.say(
                        "待核人员不排名、不兑付，其他人照常。补齐后重新运行，即生成新版次。中期人员缺目标时也列在此处。",
                        "Held people are neither ranked nor paid; everyone else goes on. Add what is missing and run again for a"
                                + " new revision. Interim people who lack a target are listed too."));
        return new Sheet.Table<>(report.say("待核", "Held"), 2, block);
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>(Person.columns(report, Line::card));
        columns.add(Column.<Line>of(
                        "status",
                        "状态",
                        "Status",
                        Width.fit(8, 12),
                        Format.WORD,
                        line -> Datum.text(report.say(Words.of(line.card().status()))))
                .toned(line -> Words.tone(line.card().status())));
        columns.add(Column.of(
                "reason", "原因", "Reason", Width.wrap(46), Format.TEXT, line -> Datum.text(reasons.of(line.hold()))));
        columns.add(Column.of(
                "fix",
                "怎么办",
                "What to do",
                Width.wrap(70),
                Format.TEXT,
                line -> Datum.text(reasons.remedy(line.hold()))));
        return columns;
    }
}
