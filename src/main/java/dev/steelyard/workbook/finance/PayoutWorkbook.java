package dev.steelyard.workbook.finance;

import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.book.Book;
import dev.steelyard.workbook.book.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** {@code payout-PERIOD.xlsx}: what is to be paid, for finance. */
public final class PayoutWorkbook {

    private PayoutWorkbook() {}

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(Report report, Path tempFolder, OutputStream out) throws IOException {
        Book.write(report.imprint(report.say("兑付 ", "Payout ")), sheets(report), tempFolder, out);
    }

    static List<Sheet> sheets(Report report) {
        return List.of(
                new TotalsPage(report).sheet(),
                new LineTable(report).sheet(),
                SumTable.byPerson(report).sheet(),
                SumTable.byTeam(report).sheet(),
                SumTable.byCostCenter(report).sheet());
    }
}
