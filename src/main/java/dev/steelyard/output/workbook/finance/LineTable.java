package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
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

/** 明细: the lines of {@code payout.csv} whose amount is not zero, column by column. */
record LineTable(Report report) {

    /** A commission's note in either language on one line. */
    private static final int NOTE = 54;

    Sheet sheet() {
        List<PayoutLine> lines = report.result().payout().stream()
                .filter(line -> line.amount().signum() != 0)
                .toList();
        int zero = report.result().payout().size() - lines.size();
        Block<PayoutLine> block = Block.of(
                        report.ofPeriod("finance.line.payoutLines"),
                        columns(),
                        lines,
                        report.say("finance.line.nothingPaidPeriod"))
                .intro(report.say("payout.lines"))
                .toned(line -> line.amount().signum() < 0 ? Tone.QUIET : Tone.PLAIN)
                .outro(
                        lines.isEmpty()
                                ? List.of()
                                : List.of(report.say(
                                        "finance.line.payableLines",
                                        "value",
                                        Format.MONEY.shown(
                                                report.result().totalPayout().amount()),
                                        "currency",
                                        report.plan().currency(),
                                        "payable",
                                        PayoutSums.payable(report).size(),
                                        "what",
                                        (zero == 0 ? "" : report.say("payout.zero", "count", zero)))));
        return new Sheet.Table<>(report.say("finance.accrual.lines"), 2, block);
    }

    private List<Column<PayoutLine>> columns() {
        PayColumns<PayoutLine> of = new PayColumns<>(report, PayoutLine::employee);
        List<Column<PayoutLine>> columns = new ArrayList<>(List.of(
                of.employeeId(),
                of.name(),
                of.costCenter(),
                of.team(),
                NotPayableTable.sourcePeriod(report),
                of.component(PayoutLine::component)));
        columns.addAll(of.making(PayoutLine::basis, PayoutLine::rate));
        columns.addAll(List.of(
                of.amount(report.say("word.amount"), PayoutLine::amount),
                of.status(PayoutLine::status),
                of.note(report.say("word.note"), NOTE, PayoutLine::note),
                Column.<PayoutLine>text(
                                "line_id",
                                report.say("finance.line.lineId"),
                                Width.fit(16, 48),
                                line -> line.id(
                                        report.identity().job(),
                                        report.identity().revision()))
                        .onScreen(),
                Column.text("period", report.say("word.period"), line -> line.period()
                        .toString()),
                Column.word("currency", report.say("finance.line.currency"), Width.fit(8, 10), line -> report.plan()
                        .currency()),
                Column.of(
                        "revision",
                        report.say("word.revision"),
                        Width.fit(6, 10),
                        Format.RANK,
                        line -> Datum.whole(line.corrects()
                                .map(PayoutLine.Correction::revision)
                                .orElse(report.identity().revision())))));
        return columns;
    }
}
