package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;

/** 多退少补: what closed periods turned out to owe, or to have paid too much. */
record TrueUpTable(Report report) {

    /** The lines that it shows. */
    static List<PayoutLine> lines(Report report) {
        return report.result().payout().stream()
                .filter(line -> line.corrects().isPresent())
                .toList();
    }

    Sheet.Table<?> sheet() {
        Block<PayoutLine> block = Block.of(report.ofPeriod("finance.trueUp.trueUps"), columns(), lines(report), "")
                .intro(report.say("finance.trueUp.differencesClosedPeriodsCalculated"))
                .toned(line -> line.amount().signum() < 0 ? Tone.QUIET : Tone.PLAIN);
        return new Sheet.Table<>(report.say("finance.trueUp.trueUps2"), 2, block);
    }

    private List<Column<PayoutLine>> columns() {
        PayColumns<PayoutLine> of = new PayColumns<>(report, PayoutLine::employee);
        return List.of(
                of.employeeId(),
                of.name(),
                of.team(),
                NotPayableTable.sourcePeriod(report),
                Column.text("corrects", report.say("finance.trueUp.corrects"), line -> line.corrects()
                        .map(corrects -> report.say(corrects.component().title()))
                        .orElse("")),
                Column.word(
                        "revision",
                        report.say("finance.trueUp.sourceRevision"),
                        Width.fit(8, 12),
                        line -> line.corrects()
                                .map(corrects -> "r" + corrects.revision())
                                .orElse("")),
                of.amount(report.say("word.difference"), PayoutLine::amount),
                of.status(PayoutLine::status),
                of.note(report.say("finance.trueUp.why"), 70, PayoutLine::note));
    }
}
