package dev.steelyard.output.workbook.book;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** How wide a sheet's columns get, in digits, by what stands in them. */
final class Widths {

    /** Room for a filter's button beside a header's words. */
    private static final int BUTTON = 3;

    /** Headers up to this width stay on one line. */
    private static final int ONE_LINE = 9;

    /** The format allows no more. */
    private static final int MOST = 255;

    private static final int DAY = 12;

    /** By column; −1 for none yet. */
    private int[] widths = {};

    void each(BiConsumer<Integer, Integer> take) {
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] >= 0) {
                take.accept(column, widths[column]);
            }
        }
    }

    /** Of the columns from one to another, that excluded. */
    int sum(int from, int to) {
        int sum = 0;
        for (int column = from; column < to; column++) {
            sum += column < widths.length ? Math.max(widths[column], 0) : 0;
        }
        return sum;
    }

    int sum() {
        return sum(0, widths.length);
    }

    void widen(int column, int width) {
        if (column >= widths.length) {
            int known = widths.length;
            widths = Arrays.copyOf(widths, column + 1);
            Arrays.fill(widths, known, widths.length, -1);
        }
        widths[column] = Math.max(widths[column], Math.min(width, MOST));
    }

    // ------------------------------------------------------------------ by content

    <R> void fit(Filled<R> filled) {
        for (Line<R> line : filled.lines()) {
            fit(filled.block(), line);
        }
        if (!filled.lines().isEmpty()) {
            fitHeader(filled.block().columns(), false);
        }
    }

    <R> void fit(Block<R> block, Line<R> line) {
        for (int i = 0; i < line.cells().size(); i++) {
            fit(i, block.columns().get(i), line.cells().get(i));
        }
    }

    private <R> void fit(int at, Column<R> column, Datum datum) {
        if (datum instanceof Datum.Number number) {
            // An indent, and a margin on both sides, so that no font turns a number into ####.
            widen(at, number.format().orElse(column.format()).digits(number.value()) + 3);
        } else if (datum instanceof Datum.Day) {
            widen(at, DAY);
        } else if (datum instanceof Datum.Text text && !text.text().isEmpty()) {
            widen(at, Math.min(of(text.text()), column.width().most()));
        }
    }

    /** The room for a text: with an indent, and more for capitals, which are wider than digits. */
    static int of(String text) {
        int wide = TextWidth.of(text);
        return wide + wide / 8 + 2;
    }

    <R> void fitHeader(List<Column<R>> columns, boolean filtered) {
        for (int i = 0; i < columns.size(); i++) {
            widen(i, ofHeader(columns.get(i), filtered));
        }
    }

    <R> int ofHeader(Column<R> column, boolean filtered) {
        String title = column.title();
        int words = Math.max(TextWidth.ofWords(title), Math.min(TextWidth.of(title), ONE_LINE));
        return Math.max(words + beside(filtered), column.width().least());
    }

    /** The room that a header's words have. */
    <R> int ofHeaderWords(Column<R> column, boolean filtered) {
        return ofHeader(column, filtered) - beside(filtered);
    }

    private static int beside(boolean filtered) {
        return filtered ? BUTTON : 2;
    }
}
