package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;

/** 暂缓与结转: the lines that are not payable, and why. */
record NotPayableTable(Report report) {

    /** The lines that it shows. */
    static List<PayoutLine> lines(Report report) {
        return report.result().payout().stream()
                .filter(line -> line.status() != PayoutLine.Status.PAY)
                .toList();
    }

    Sheet sheet() {
        Block<PayoutLine> block = Block.of(
                        report.say(
                                "finance.notPayable.notPayable",
                                "period",
                                report.identity().period()),
                        columns(),
                        lines(report),
                        "")
                .intro(report.say("finance.notPayable.theseLinesNoPayable"));
        return new Sheet.Table<>(report.say("finance.notPayable.notPayable2"), 2, block);
    }

    private List<Column<PayoutLine>> columns() {
        return List.of(
                Column.text("employee_id", report.say("word.employeeId"), line -> line.employee()
                        .id()),
                Column.text(
                        "name", report.say("word.name"), line -> line.employee().name()),
                Column.text("source_period", report.say("word.sourcePeriod"), line -> line.sourcePeriod()
                        .toString()),
                Column.text(
                        "component",
                        report.say("word.component"),
                        line -> report.say(line.component().title())),
                Column.<PayoutLine>number(
                        "amount", report.say("word.amount"), Format.MONEY, line -> Datum.money(line.amount())),
                Column.of(
                        "status",
                        report.say("word.status"),
                        Width.fit(8, 12),
                        Format.WORD,
                        line -> Datum.text(report.say(StateWords.of(line.status())))),
                Column.text(
                        "held_by",
                        report.say("finance.notPayable.eventAppeal"),
                        line -> String.join(report.say("list.separator"), line.heldBy())),
                Column.of(
                        "note",
                        report.say("word.note"),
                        Width.wrap(60),
                        Format.TEXT,
                        line -> Datum.text(report.say(line.note()))));
    }
}
