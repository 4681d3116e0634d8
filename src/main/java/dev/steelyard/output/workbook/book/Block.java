package dev.steelyard.output.workbook.book;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A titled table: columns and rows, and sentences before and after them.
 *
 * @param intro sentences between title and table
 * @param rows read in order; of a table on a sheet of its own once and never kept
 * @param tone how a whole row stands out
 * @param total a last row that is no part of the data
 * @param whenEmpty the sentence that says why there are no rows
 * @param outro sentences below
 * @param printed whether it is for paper too; from the first that is not on, a page is read on the screen only
 */
public record Block<R>(
        String title,
        List<String> intro,
        List<Column<R>> columns,
        Iterable<R> rows,
        Function<R, Tone> tone,
        Optional<R> total,
        String whenEmpty,
        List<String> outro,
        boolean printed) {

    public Block {
        intro = List.copyOf(intro);
        columns = List.copyOf(columns);
        outro = List.copyOf(outro);
    }

    public static <R> Block<R> of(String title, List<Column<R>> columns, Iterable<R> rows, String whenEmpty) {
        return new Block<>(
                title, List.of(), columns, rows, row -> Tone.PLAIN, Optional.empty(), whenEmpty, List.of(), true);
    }

    public Block<R> intro(String... sentences) {
        return new Block<>(title, List.of(sentences), columns, rows, tone, total, whenEmpty, outro, printed);
    }

    public Block<R> outro(List<String> sentences) {
        return new Block<>(title, intro, columns, rows, tone, total, whenEmpty, sentences, printed);
    }

    public Block<R> toned(Function<R, Tone> of) {
        return new Block<>(title, intro, columns, rows, of, total, whenEmpty, outro, printed);
    }

    public Block<R> total(R row) {
        return new Block<>(title, intro, columns, rows, tone, Optional.of(row), whenEmpty, outro, printed);
    }

    /** Those for paper too: all before the first that stays on the screen. */
    List<Column<R>> printedColumns() {
        return columns.stream().takeWhile(Column::printed).toList();
    }

    public Block<R> onScreen() {
        return new Block<>(title, intro, columns, rows, tone, total, whenEmpty, outro, false);
    }
}
