package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.sheets.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A piece of a frozen file that is read on its own, in any process that reaches the store (architecture.md 2, Slices): plain
 * values only.
 *
 * @param file the file's name as delivered
 * @param content SHA-256 of the stored content to read
 * @param number of the file's slices, from 0
 * @param header the header cells as delivered
 * @param start the first record
 * @param end the offset at which the next slice begins; of a sheet the row after the last
 * @param corrections line → the row to read in place of the one that stands there
 */
public record Slice(
        String dataset,
        String file,
        String content,
        int number,
        Shape shape,
        List<String> header,
        Mark start,
        long end,
        Map<Long, Correction> corrections) {

    public Slice {
        header = List.copyOf(header);
        corrections = Map.copyOf(corrections);
    }

    /** A slice as delivered. */
    public Slice(
            String dataset,
            String file,
            String content,
            int number,
            Shape shape,
            List<String> header,
            Mark start,
            long end) {
        this(dataset, file, content, number, shape, header, start, end, Map.of());
    }

    /** Where columns stand that have a name and that the dataset does not know. */
    public List<Integer> unread(Schema schema) {
        int[] positions = Header.of(schema, header).positions();
        return IntStream.range(0, header.size())
                .filter(at ->
                        !header.get(at).isBlank() && Arrays.stream(positions).noneMatch(position -> position == at))
                .boxed()
                .toList();
    }

    /** How the content is read. */
    public sealed interface Shape {}

    /**
     * Delimited text in the charset.
     *
     * @param headerRow the line of the header where the slice begins above it, as a file does that has rows above; else 0
     * @param open whether the slice ends with a line that has no end
     */
    public record Text(String charset, char delimiter, long headerRow, boolean open) implements Shape {

        /** Text below its header, every line with its end. */
        public Text(String charset, char delimiter) {
            this(charset, delimiter, 0, false);
        }
    }

    /**
     * One sheet of a workbook.
     *
     * @param index its position in the workbook, from 0
     * @param headerRow the row of the header
     * @param merged whether cells are merged in it
     */
    public record Sheet(String name, int index, long headerRow, boolean merged) implements Shape {}

    /** The same slice from a later record on, as {@link RowSink#block} marked it. */
    public Slice from(Mark mark) {
        return new Slice(dataset, file, content, number, shape, header, mark, end, corrections);
    }

    /** The same slice with rows to read in place of those that stand at these lines. */
    public Slice corrected(Map<Long, Correction> byLine) {
        return new Slice(dataset, file, content, number, shape, header, start, end, byLine);
    }

    /** The row of the header, for a slice that begins above it; else any row before its first. */
    long headerRow() {
        return shape instanceof Sheet sheet ? sheet.headerRow : ((Text) shape).headerRow;
    }

    /** The sheet's name; blank for text. */
    public String sheet() {
        return shape instanceof Sheet sheet ? sheet.name : "";
    }
}
