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

/** 明细: the lines of {@code payout.csv} whose amount is not zero, column by column. */
final class LineTable {

    private final Report report;

    LineTable(Report report) {
        this.report = report;
    }

    Sheet sheet() {
        List<PayoutLine> lines = report.result().payout().stream()
                .filter(line -> line.amount().signum() != 0)
                .toList();
        int zero = report.result().payout().size() - lines.size();
        Block<PayoutLine> block = Block.of(
                        report.say("兑付明细 ", "Payout lines ") + report.identity().period(),
                        columns(),
                        lines,
                        report.say("本期没有兑付。", "Nothing is paid in this period."))
                .intro(report.sentence("payout.lines"))
                .toned(line -> line.amount().signum() < 0 ? Tone.QUIET : Tone.PLAIN)
                .outro(
                        lines.isEmpty()
                                ? List.of()
                                : List.of(report.say("应付合计 ", "Payable ")
                                        + Format.MONEY.shown(
                                                report.result().totalPayout().amount()) + " "
                                        + report.plan().currency()
                                        + report.say("，", ", ")
                                        + PayoutSums.payable(report).size() + report.say(" 笔", " lines")
                                        + (zero == 0 ? "" : report.sentence("payout.zero", "count", zero))));
        return new Sheet.Table<>(report.say("明细", "Lines"), 2, block);
    }

    private List<Column<PayoutLine>> columns() {
        return List.of(
                Column.text("employee_id", "工号", "Employee id", line -> line.employee()
                        .id()),
                Column.text("name", "姓名", "Name", line -> line.employee().name()),
                Column.text("cost_center", "成本中心", "Cost center", line -> line.employee()
                        .costCenter()),
                Column.text("team", "团队", "Team", line -> line.employee().team()),
                Column.text("period", "周期", "Period", line -> line.period().toString()),
                Column.text("source_period", "来源周期", "Source period", line -> line.sourcePeriod()
                        .toString()),
                Column.text(
                        "component", "项目", "Component", line -> line.component().in(report.language())),
                Column.number(
                        "basis",
                        "基数",
                        "Basis",
                        Format.NUMBER,
                        line -> Datum.number(line.basis().rounded(4))),
                Column.of("rate", "比例", "Rate", Width.fit(8, 12), Format.PERCENT, line -> line.rate()
                        .map(Datum::value)
                        .orElse(Datum.NONE)),
                Column.<PayoutLine>number("amount", "金额", "Amount", Format.MONEY, line -> Datum.money(line.amount())),
                Column.of(
                        "currency",
                        "币种",
                        "Currency",
                        Width.fit(8, 10),
                        Format.WORD,
                        line -> Datum.text(report.plan().currency())),
                Column.of(
                        "status",
                        "状态",
                        "Status",
                        Width.fit(8, 12),
                        Format.WORD,
                        line -> Datum.text(report.say(Words.of(line.status())))),
                Column.of(
                        "revision",
                        "版次",
                        "Revision",
                        Width.fit(6, 10),
                        Format.RANK,
                        line -> Datum.whole(line.corrects()
                                .map(PayoutLine.Correction::revision)
                                .orElse(report.identity().revision()))),
                Column.of(
                        "note", "说明", "Note", Width.wrap(38), Format.TEXT, line -> Datum.text(report.say(line.note()))),
                Column.<PayoutLine>of(
                                "line_id",
                                "行号",
                                "Line id",
                                Width.fit(16, 48),
                                Format.TEXT,
                                line -> Datum.text(line.id(
                                        report.identity().job(),
                                        report.identity().revision())))
                        .onScreen());
    }
}
