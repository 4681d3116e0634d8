package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.pay.VoucherEntries.Cell;
import dev.steelyard.engine.pay.VoucherEntry;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** A voucher as the xlsx that an accounting system imports: a header and entries, nothing else. */
public final class VoucherWorkbook {

    private final VoucherEntries voucher;

    private VoucherWorkbook(VoucherEntries voucher) {
        this.voucher = voucher;
    }

    /**
     * Writes the voucher; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(Report report, VoucherEntries voucher, Path tempFolder, OutputStream out)
            throws IOException {
        Sheet sheet = new VoucherWorkbook(voucher).sheet(report);
        Book.write(report.imprint(report.say(voucher.voucher().name()) + " "), List.of(sheet), tempFolder, out);
    }

    private Sheet sheet(Report report) {
        List<Column<VoucherEntry>> columns =
                voucher.voucher().columns().stream().map(this::column).toList();
        String name = voucher.voucher().file().sheet().orElse(report.say("finance.voucher.voucher"));
        return new Sheet.Plain<>(name, columns, voucher.entries());
    }

    private Column<VoucherEntry> column(Voucher.Column column) {
        boolean money = column.value()
                .filter(value -> value == Voucher.Value.DEBIT || value == Voucher.Value.CREDIT)
                .isPresent();
        return Column.of(
                column.header(),
                column.header(),
                Width.fit(8, money ? 24 : 60),
                money ? Format.MONEY : Format.TEXT,
                entry -> voucher.cell(column, entry).map(this::datum).orElse(Datum.NONE));
    }

    private Datum datum(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return Datum.money(amount.amount());
        }
        if (cell instanceof Cell.Whole whole) {
            return Datum.number(BigDecimal.valueOf(whole.number()), Format.PLAIN);
        }
        if (cell instanceof Cell.Day day) {
            return voucher.voucher()
                    .file()
                    .dates()
                    .map(form -> Datum.text(form.of(day.day())))
                    .orElse(Datum.day(day.day()));
        }
        return Datum.text(cell instanceof Cell.Text text ? text.text() : ((Cell.Fixed) cell).text());
    }
}
