package dev.steelyard.output.publish;

import dev.steelyard.engine.pay.VoucherEntries;
import dev.steelyard.engine.pay.VoucherEntries.Cell;
import dev.steelyard.engine.pay.VoucherEntry;
import dev.steelyard.engine.plan.Voucher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * A voucher as the csv that an accounting system imports: rows end with CR LF, numbers are plain, and the rest is as the
 * mapping says.
 */
public final class VoucherCsv {

    private static final String MARK = "\uFEFF";

    private final Voucher.Layout layout;

    private VoucherCsv(Voucher.Layout layout) {
        this.layout = layout;
    }

    /** Writes the voucher; {@code out} stays open. */
    public static void write(VoucherEntries voucher, OutputStream out) throws IOException {
        new VoucherCsv(voucher.voucher().file()).print(voucher, out);
    }

    private void print(VoucherEntries voucher, OutputStream out) throws IOException {
        String encoding = layout.encoding().orElse("utf-8");
        Charset charset = encoding.equals("gb18030") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset));
        if (encoding.equals("utf-8-bom")) {
            writer.write(MARK);
        }
        for (String line : layout.firstLines()) {
            writer.write(line + "\r\n");
        }
        CSVPrinter printer = new CSVPrinter(writer, format());
        List<Voucher.Column> columns = voucher.voucher().columns();
        if (!layout.withoutHeader()) {
            printer.printRecord(columns.stream().map(Voucher.Column::header).map(this::unquoted));
        }
        for (VoucherEntry entry : voucher.entries()) {
            printer.printRecord(columns.stream()
                    .map(column -> voucher.cell(column, entry).map(this::text).orElse("")));
        }
        printer.flush();
    }

    private CSVFormat format() {
        CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n");
        return layout.withoutQuotes()
                ? format.setQuote(null)
                        .setQuoteMode(QuoteMode.NONE)
                        .setEscape('\\')
                        .get()
                : format.setQuoteMode(QuoteMode.MINIMAL).get();
    }

    private String text(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return amount.amount().toString();
        }
        if (cell instanceof Cell.Whole whole) {
            return Integer.toString(whole.number());
        }
        if (cell instanceof Cell.Day day) {
            return layout.dates().orElse(Voucher.Dates.DASHES).of(day.day());
        }
        return unquoted(cell instanceof Cell.Text text ? PlainText.of(text.text()) : ((Cell.Fixed) cell).text());
    }

    /** Where nothing is quoted, what would end a cell becomes its full-width form. */
    private String unquoted(String text) {
        return layout.withoutQuotes()
                ? text.replace(',', '\uFF0C')
                        .replace('"', '\uFF02')
                        .replace('\\', '\uFF3C')
                        .replaceAll("[\\r\\n]+", " ")
                : text;
    }
}
