package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.List;

/** 暂缓与结转: the lines that are not payable, and why. */
record NotPayableTable(Report report) {

    /** The lines that it shows. */
    static List<PayoutLine> lines(Report report) {
        return report.result().payout().stream()
                .filter(line -> line.status() != PayoutLine.Status.PAY)
                .toList();
    }

    Sheet.Table<?> sheet() {
        Block<PayoutLine> block = Block.of(
                        report.ofPeriod("finance.notPayable.notPayable"), columns(), lines(report), "")
                .intro(report.say("finance.notPayable.theseLinesNoPayable"));
        return new Sheet.Table<>(report.say("finance.notPayable.notPayable2"), 2, block);
    }

    private List<Column<PayoutLine>> columns() {
        PayColumns<PayoutLine> of = new PayColumns<>(report, PayoutLine::employee);
        return List.of(
                of.employeeId(),
                of.name(),
                sourcePeriod(report),
                of.component(PayoutLine::component),
                of.amount(report.say("word.amount"), PayoutLine::amount),
                of.status(PayoutLine::status),
                Column.text(
                        "held_by",
                        report.say("finance.notPayable.eventAppeal"),
                        line -> String.join(report.say("list.separator"), line.heldBy())),
                of.note(report.say("word.note"), 60, PayoutLine::note));
    }

    static Column<PayoutLine> sourcePeriod(Report report) {
        return Column.text("source_period", report.say("word.sourcePeriod"), line -> line.sourcePeriod()
                .toString());
    }
}
