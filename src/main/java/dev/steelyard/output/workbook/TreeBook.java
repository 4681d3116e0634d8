package dev.steelyard.output.workbook;

import dev.steelyard.engine.trace.Step;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Imprint;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An explanation to keep, as a workbook: the answer first, then the tree, folded below the first figures.
 *
 * @param title which run, by which plan
 * @param remarks what a reader should know before the figures
 */
public record TreeBook(String title, LocalDate day, List<String> remarks, Step tree, Words words) {

    /** A step, or a line about it: a note, a source row. */
    private record Row(int depth, String label, String figure, String text) {}

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param folder a private folder for temporary files; they are gone when this returns
     */
    public void write(Path folder, OutputStream out) throws IOException {
        Imprint imprint = new Imprint(title, day, title, false, say("book.report.pagePN"), words.language());
        Book.write(imprint, List.of(sheet()), folder, out);
    }

    private String say(String key) {
        return words.say(key);
    }

    private Sheet sheet() {
        List<Row> rows = new ArrayList<>();
        add(tree, 0, rows);
        List<Column<Row>> columns = List.of(
                Column.text("item", say("word.item"), Width.fit(20, 44), row -> "  ".repeat(row.depth()) + row.label()),
                Column.word("figure", say("word.value"), Width.fit(10, 18), row -> row.figure()),
                Column.text("how", say("explain.how"), Width.wrap(96), row -> row.text()));
        return new Sheet.Tree<>(
                say("explain.sheet"),
                words.say(tree.label()) + " " + tree.figure().grouped(words),
                Stream.concat(Stream.of(title), remarks.stream()).toList(),
                Block.of("", columns, rows, "").toned(row -> row.depth() == 0 ? Tone.STRONG : Tone.PLAIN),
                Row::depth);
    }

    private void add(Step step, int depth, List<Row> rows) {
        List<String> told = new ArrayList<>();
        if (!step.isPlain(words)) {
            told.add("= " + step.wholeArithmetic(words));
        }
        step.notes().stream().map(words::say).forEach(told::add);
        rows.add(new Row(
                depth,
                words.say(step.label()),
                step.figure().grouped(words),
                String.join(say("list.separator"), told)));
        step.rows().forEach(row -> rows.add(new Row(depth + 1, "", "", row.told(words))));
        step.parts().forEach(part -> add(part, depth + 1, rows));
    }
}
