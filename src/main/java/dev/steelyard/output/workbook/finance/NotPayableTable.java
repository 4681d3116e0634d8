package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;

/** 暂缓与结转: the lines that are not payable, and why. */
final class NotPayableTable {

    private final Report report;

    NotPayableTable(Report report) {
        this.report = report;
    }

    /** The lines that it shows. */
    static List<PayoutLine> lines(Report report) {
        return report.result().payout().stream()
                .filter(line -> line.status() != PayoutLine.Status.PAY)
                .toList();
    }

    Sheet sheet() {
        Block<PayoutLine> block = Block.of(
                        report.say("暂缓与结转 ", "Not payable ") + report.identity().period(), columns(), lines(report), "")
                .intro(report.say(
                        "这些行不在应付合计之内。暂缓：涉嫌一票否决的事件待查，或申诉未决，查清后恢复支付或扣回。结转：周期已关账，差额在下一个未关账周期多退少补。",
                        "These lines are in no payable total. On hold: an alleged event would be a veto, or an appeal is pending; they"
                                + " are released or forfeited once it is decided. Carried: the period is closed, and differences"
                                + " appear as true-ups of the next open one."));
        return new Sheet.Table<>(report.say("暂缓与结转", "Not payable"), 2, block);
    }

    private List<Column<PayoutLine>> columns() {
        return List.of(
                Column.text("employee_id", "工号", "Employee id", line -> line.employee()
                        .id()),
                Column.text("name", "姓名", "Name", line -> line.employee().name()),
                Column.text("source_period", "来源周期", "Source period", line -> line.sourcePeriod()
                        .toString()),
                Column.text(
                        "component", "项目", "Component", line -> line.component().in(report.language())),
                Column.<PayoutLine>number("amount", "金额", "Amount", Format.MONEY, line -> Datum.money(line.amount())),
                Column.of(
                        "status",
                        "状态",
                        "Status",
                        Width.fit(8, 12),
                        Format.WORD,
                        line -> Datum.text(report.say(Words.of(line.status())))),
                Column.text(
                        "held_by",
                        "事件或申诉",
                        "Event or appeal",
                        line -> String.join(report.say("、", ", "), line.heldBy())),
                Column.of(
                        "note",
                        "说明",
                        "Note",
                        Width.wrap(60),
                        Format.TEXT,
                        line -> Datum.text(report.say(line.note()))));
    }
}
