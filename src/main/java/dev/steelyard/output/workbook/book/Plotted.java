package dev.steelyard.output.workbook.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.formula.SheetNameFormatter;

/**
 * The cells that a chart is drawn from, and what stands in them.
 *
 * @param header the row of the column headers; the data begin below it
 */
record Plotted(String sheet, List<String> headers, List<Format> formats, int header, List<? extends Line<?>> lines) {

    static <R> Plotted of(Filled<R> filled, String sheet, int header) {
        List<Column<R>> columns = filled.block().columns();
        return new Plotted(
                sheet,
                columns.stream().map(column -> CellText.of(column.title())).toList(),
                columns.stream().map(Column::format).toList(),
                header,
                filled.lines());
    }

    /** The text of each cell; blank where it holds none. */
    List<String> words(int column) {
        return lines.stream()
                .map(line -> line.cells().get(column) instanceof Datum.Text text ? text.text() : "")
                .toList();
    }

    /** The number of each cell; a blank cell is none, and not 0 either. */
    List<Optional<BigDecimal>> numbers(int column) {
        return lines.stream()
                .map(line -> line.cells().get(column) instanceof Datum.Number number
                        ? Optional.of(number.value())
                        : Optional.<BigDecimal>empty())
                .toList();
    }

    boolean hasBelowZero(int column) {
        return numbers(column).stream().flatMap(Optional::stream).anyMatch(number -> number.signum() < 0);
    }

    /** Whole tens around the numbers, with room for their labels. */
    record Range(int least, int most) {}

    /** Where lines of points begin and end; none for other numbers. */
    Optional<Range> points(List<Integer> columns) {
        List<BigDecimal> numbers = columns.stream()
                .filter(column -> formats.get(column) == Format.POINTS)
                .flatMap(column -> numbers(column).stream())
                .flatMap(Optional::stream)
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

    /** Where the column's header stands. */
    String title(int column) {
        return cell(column, header);
    }

    /** Where the column's data stand. */
    String range(int column) {
        String first = cell(column, header + 1);
        return lines.size() == 1 ? first : first + ":" + local(column, header + lines.size());
    }

    private String cell(int column, int row) {
        return SheetNameFormatter.format(sheet) + "!" + local(column, row);
    }

    private static String local(int column, int row) {
        return "$" + SheetPart.letters(column) + "$" + (row + 1);
    }
}
