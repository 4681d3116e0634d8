package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;

/** 多退少补: what closed periods turned out to owe, or to have paid too much. */
final class TrueUpTable {

    private final Report report;

    TrueUpTable(Report report) {
        this.report = report;
    }

    /** The lines that it shows. */
    static List<PayoutLine> lines(Report report) {
        return report.result().payout().stream()
                .filter(line -> line.corrects().isPresent())
                .toList();
    }

    Sheet sheet() {
        Block<PayoutLine> block = Block.of(
                        report.say("多退少补 ", "True-ups ") + report.identity().period(), columns(), lines(report), "")
                .intro(report.say(
                        "已关账周期重新计算后的差额 = 现在应付 − 此前已付，已包含在「明细」中。负数为扣回。",
                        "Differences of closed periods that were calculated again: what is owed now − what was paid before. They are"
                                + " among the lines. A negative one is taken back."))
                .toned(line -> line.amount().signum() < 0 ? Tone.QUIET : Tone.PLAIN);
        return new Sheet.Table<>(report.say("多退少补", "True-ups"), 2, block);
    }

    private List<Column<PayoutLine>> columns() {
        return List.of(
                Column.text("employee_id", "工号", "Employee id", line -> line.employee()
                        .id()),
                Column.text("name", "姓名", "Name", line -> line.employee().name()),
                Column.text("team", "团队", "Team", line -> line.employee().team()),
                Column.text("source_period", "来源周期", "Source period", line -> line.sourcePeriod()
                        .toString()),
                Column.text("corrects", "更正项目", "Corrects", line -> line.corrects()
                        .map(corrects -> corrects.component().in(report.language()))
                        .orElse("")),
                Column.of(
                        "revision",
                        "来源版次",
                        "Source revision",
                        Width.fit(8, 12),
                        Format.WORD,
                        line -> Datum.text(line.corrects()
                                .map(corrects -> "r" + corrects.revision())
                                .orElse(""))),
                Column.<PayoutLine>number(
                        "amount", "差额", "Difference", Format.MONEY, line -> Datum.money(line.amount())),
                Column.of(
                        "status",
                        "状态",
                        "Status",
                        Width.fit(8, 12),
                        Format.WORD,
                        line -> Datum.text(report.say(Words.of(line.status())))),
                Column.of(
                        "note",
                        "依据与原因",
                        "Why",
                        Width.wrap(70),
                        Format.TEXT,
                        line -> Datum.text(report.say(line.note()))));
    }
}
