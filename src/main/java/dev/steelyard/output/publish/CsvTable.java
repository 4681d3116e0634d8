package dev.steelyard.output.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;

/**
 * A machine file as a list of columns: UTF-8, comma, LF, header row, canonical English names, whatever the language.
 *
 * @param name the file's name in the published folder
 */
record CsvTable<T>(String name, List<Column<T>> columns) {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    /** A column: its header and the text of its cell, blank for no value. */
    record Column<T>(String header, Function<T, String> cell) {}

    /** An id, a code or a number, as it is. The intake refuses ids that a spreadsheet would take for something else. */
    static <T> Column<T> column(String header, Function<T, String> cell) {
        return new Column<>(header, cell);
    }

    /** Words of an export or of a person. */
    static <T> Column<T> text(String header, Function<T, String> cell) {
        return new Column<>(header, cell.andThen(PlainText::of));
    }

    /** Writes all rows, in their order, and leaves the stream open. */
    void write(Iterator<T> rows, OutputStream out) throws IOException {
        write(each -> rows.forEachRemaining(each), out);
    }

    /** Writes all rows as they are given. */
    void write(Rows<T> rows, OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        try {
            print(Column::header, line, writer);
            rows.each(row -> print(column -> column.cell().apply(row), line, writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private void print(Function<Column<T>, String> cells, StringBuilder line, Writer to) {
        try {
            line.setLength(0);
            for (Column<T> column : columns) {
                String cell = cells.apply(column);
                if (isPlain(cell)) {
                    line.append(column == columns.get(0) ? "" : ",").append(cell);
                } else {
                    FORMAT.print(cell, line, column == columns.get(0));
                }
            }
            to.append(line.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing in it may ask for quotes: no space, sign of a csv or control; so too where there is nothing. */
    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '-') {
                return false;
            }
        }
        return true;
    }
}
