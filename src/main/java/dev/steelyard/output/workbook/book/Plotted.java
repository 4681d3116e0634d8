package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;

/**
 * The cells that a chart is drawn from, and what stands in them.
 *
 * @param header the row of the column headers; the data begin below it
 * @param rows cells by row and column
 */
record Plotted(String sheet, List<String> headers, List<Format> formats, int header, List<List<Datum>> rows) {

    static <R> Plotted of(Block<R> block, String sheet, String language, int header) {
        List<List<Datum>> rows = new ArrayList<>();
        for (R row : block.rows()) {
            rows.add(block.columns().stream()
                    .map(column -> column.value().apply(row))
                    .toList());
        }
        return new Plotted(
                sheet,
                block.columns().stream()
                        .map(column -> CellText.of(column.title().in(language)))
                        .toList(),
                block.columns().stream().map(Column::format).toList(),
                header,
                rows);
    }

    XDDFCategoryDataSource words(int column) {
        String[] words = rows.stream()
                .map(row -> row.get(column) instanceof Datum.Text text ? CellText.of(text.text()) : "")
                .toArray(String[]::new);
        return XDDFDataSourcesFactory.fromArray(words, range(column));
    }

    /** A blank cell is no number, and not 0 either. */
    XDDFNumericalDataSource<Double> numbers(int column) {
        Double[] numbers = rows.stream()
                .map(row -> row.get(column) instanceof Datum.Number number ? number.value() : null)
                .map(number -> number == null ? null : Double.valueOf(number.doubleValue()))
                .toArray(Double[]::new);
        return XDDFDataSourcesFactory.fromArray(numbers, range(column));
    }

    boolean hasBelowZero(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .anyMatch(datum ->
                        datum instanceof Datum.Number number && number.value().compareTo(BigDecimal.ZERO) < 0);
    }

    /** Whole tens around the numbers, with room for their labels. */
    record Range(int least, int most) {}

    /** Where lines of points begin and end; none for other numbers. */
    Optional<Range> points(List<Integer> columns) {
        List<BigDecimal> numbers = columns.stream()
                .filter(column -> formats.get(column) == Format.POINTS)
                .flatMap(column -> rows.stream().map(row -> row.get(column)))
                .filter(Datum.Number.class::isInstance)
                .map(datum -> ((Datum.Number) datum).value())
                .toList();
        return numbers.stream()
                .min(Comparator.naturalOrder())
                .map(least -> new Range(
                        Math.max(0, tens(least, RoundingMode.FLOOR) - 10),
                        tens(Collections.max(numbers), RoundingMode.CEILING) + 10));
    }

    private static int tens(BigDecimal number, RoundingMode rounding) {
        return number.setScale(-1, rounding).intValueExact();
    }

    CellReference title(int column) {
        return new CellReference(sheet, header, column, true, true);
    }

    private String range(int column) {
        return new CellRangeAddress(header + 1, header + rows.size(), column, column).formatAsString(sheet, true);
    }
}
