package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code payout-PERIOD.xlsx}: what is to be paid, for finance. */
public final class PayoutWorkbook {

    private PayoutWorkbook() {}

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param before what the period before paid, to stand beside; empty where that is not known
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(Report report, Optional<List<PaidPeriods.Line>> before, Path tempFolder, OutputStream out)
            throws IOException {
        Book.write(report.imprint(report.say("finance.payout.payout")), sheets(report, before), tempFolder, out);
    }

    static List<Sheet> sheets(Report report, Optional<List<PaidPeriods.Line>> before) {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new TotalsPage(report, before).sheet());
        sheets.add(new LineTable(report).sheet());
        sheets.add(SumTable.byPerson(report).sheet());
        List<Sheet.Table<?>> sums = new ArrayList<>(List.of(
                SumTable.byTeam(report, before).sheet(),
                SumTable.byCostCenter(report, before).sheet()));
        if (!NotPayableTable.lines(report).isEmpty()) {
            sums.add(new NotPayableTable(report).sheet());
        }
        if (!TrueUpTable.lines(report).isEmpty()) {
            sums.add(new TrueUpTable(report).sheet());
        }
        String title = report.say("finance.payout.sums");
        sheets.addAll(Sheet.Stack.of(title, title + " " + report.identity().period(), sums));
        return sheets;
    }
}
