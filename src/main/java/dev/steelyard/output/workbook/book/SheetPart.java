package dev.steelyard.output.workbook.book;

import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.apache.poi.ss.util.CellReference;

/**
 * A sheet as XML. Its rows are written as they come; what stands before them, as the widths of the columns, is known at
 * their end, so that they wait: in memory, and those of a big sheet in a file.
 */
final class SheetPart implements AutoCloseable {

    /** Bytes of rows in memory. */
    private static final int MOST = 4 << 20;

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final List<String> LETTERS = IntStream.range(0, 256)
            .mapToObj(CellReference::convertNumToColString)
            .toList();

    /** {@code <c r="A}, by column. */
    private static final byte[][] CELLS =
            LETTERS.stream().map(letters -> Xml.bytes("<c r=\"" + letters)).toArray(byte[][]::new);

    /** {@code " s="7}, by style. */
    private static final byte[][] STYLES = IntStream.range(0, 256)
            .mapToObj(style -> Xml.bytes("\" s=\"" + style))
            .toArray(byte[][]::new);

    private static final byte[] BLANK = Xml.bytes("\"/>");
    private static final byte[] TEXT = Xml.bytes("\" t=\"inlineStr\"><is><t>");
    private static final byte[] SPACED_TEXT = Xml.bytes("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] TEXT_ENDS = Xml.bytes("</t></is></c>");
    private static final byte[] NUMBER = Xml.bytes("\"><v>");
    private static final byte[] NUMBER_ENDS = Xml.bytes("</v></c>");

    /**
     * How a sheet is shown and printed.
     *
     * @param row how high a row of one line is, in points
     * @param footer with {@link #FINGERPRINT} where the fingerprint of what the sheet says belongs
     */
    record Look(boolean upright, int row, String footer) {}

    /** Stands in a footer for 16 hexadecimal digits. */
    static final String FINGERPRINT = "\u0000";

    private static final int FINGERPRINT_BYTES = 8;

    /** Levels of a tree that a spreadsheet can fold, and those that stand open. */
    private static final int DEEPEST = 7;

    private static final int OPEN = 1;

    private final Look look;
    private final String name;
    private final DeferredFileOutputStream kept;
    private final Xml rows;
    private final Optional<MessageDigest> content;
    private final SortedMap<Integer, Integer> widths = new TreeMap<>();
    private final List<String> scales = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private Paper paper;
    private List<Integer> breaks = List.of();
    private int frozenColumns;
    private int frozenRows;
    private int repeated = -1;
    private String filtered = "";
    private String printed = "";
    /** 0 for as many as it takes. */
    private int high;

    private int wide = 1;
    private int repeatedColumns;
    private int depth;
    private int deepest;
    private int count;

    /** {@link #count} in digits. */
    private byte[] rowNumber = {};

    private int widest = 1;

    /** @param folder a private one */
    SheetPart(String name, Look look, Path folder) {
        this.name = name;
        this.look = look;
        this.paper = look.upright() ? Paper.UPRIGHT : Paper.FLAT;
        this.kept = DeferredFileOutputStream.builder()
                .setThreshold(MOST)
                .setPrefix("rows")
                .setSuffix(".tmp")
                .setDirectory(folder)
                .get();
        this.rows = new Xml(kept);
        this.content = Optional.of(look)
                .filter(one -> one.footer().contains(FINGERPRINT))
                .map(one -> Sha256.digest());
    }

    String name() {
        return name;
    }

    Paper paper() {
        return paper;
    }

    /** Prints on this paper. */
    void printOn(Paper other) {
        paper = other;
    }

    /** How high a row of one line is, in points. */
    int rowHeight() {
        return look.row();
    }

    /** How many rows there are. */
    int count() {
        return count;
    }

    // ------------------------------------------------------------------ rows

    /** How deep the rows that follow lie in a tree; those deeper than the open ones are folded. */
    void depth(int levels) {
        depth = levels;
        deepest = Math.max(deepest, Math.min(levels, DEEPEST));
    }

    /** Begins a row; it takes as much as {@link #height} says, or the height of most. */
    void row() {
        row("");
    }

    /** @param points the row's height */
    void row(float points) {
        // Twentieths are what a row is as high as.
        row("\" customHeight=\"1\" ht=\"" + (short) (points * 20) / 20f);
    }

    private void row(String height) {
        if (count > 0) {
            rows.markup("</row>\n");
        }
        rowNumber = Xml.bytes(Integer.toString(++count));
        rows.markup("<row r=\"").markup(rowNumber).markup(height);
        if (depth > 0) {
            // A spreadsheet folds seven levels and no more.
            rows.markup("\" outlineLevel=\"").number(Math.min(depth, DEEPEST));
            rows.markup(depth > OPEN ? "\" hidden=\"1" : "");
        }
        rows.markup("\">");
    }

    /** Makes one cell of those from one column to another, that excluded, of the row that was begun last. */
    void merge(int from, int to) {
        merged.add(letters(from) + count + ":" + letters(to - 1) + count);
    }

    private Xml cell(int column, int style) {
        widest = Math.max(widest, column + 1);
        if (column < CELLS.length && style < STYLES.length) {
            return rows.markup(CELLS[column]).markup(rowNumber).markup(STYLES[style]);
        }
        return rows.markup("<c r=\"")
                .markup(letters(column))
                .markup(rowNumber)
                .markup("\" s=\"")
                .number(style);
    }

    void blank(int column, int style) {
        cell(column, style).markup(BLANK);
    }

    void text(int column, int style, String text) {
        if (content.isPresent()) {
            says(column, text);
        }
        cell(column, style)
                .markup(isSpaced(text) ? SPACED_TEXT : TEXT)
                .text(text)
                .markup(TEXT_ENDS);
    }

    /** A cell, after the numbers of its row and column and its length. */
    private void says(int column, String what) {
        content.ifPresent(digest -> {
            byte[] bytes = what.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(12)
                    .putInt(count)
                    .putInt(column)
                    .putInt(bytes.length)
                    .array());
            digest.update(bytes);
        });
    }

    private String footer() {
        return content.map(digest -> HexFormat.ofDelimiter(" ").formatHex(digest.digest(), 0, FINGERPRINT_BYTES))
                .map(pairs -> look.footer().replace(FINGERPRINT, pairs.replaceAll("(..) (..)", "$1$2")))
                .orElse(look.footer());
    }

    private static boolean isSpaced(String text) {
        return !text.isEmpty()
                && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.contains("\n"));
    }

    void number(int column, int style, BigDecimal number) {
        if (content.isPresent()) {
            says(column, number.toString());
        }
        cell(column, style).markup(NUMBER).number(number).markup(NUMBER_ENDS);
    }

    static String letters(int column) {
        return column < LETTERS.size() ? LETTERS.get(column) : CellReference.convertNumToColString(column);
    }

    // ------------------------------------------------------------------ around them

    /** @param digits how wide the column is */
    void width(int column, int digits) {
        widths.put(column, digits);
    }

    void freeze(int columns, int above) {
        frozenColumns = columns;
        frozenRows = above;
    }

    /** The row, from 0 on, that each printed page begins with. */
    void repeat(int row) {
        repeated = row;
    }

    int repeated() {
        return repeated;
    }

    /** Leaves what comes after the row, from 0 on, to the screen; the first that is given counts. */
    void printTo(int last, int columns) {
        if (printed.isEmpty()) {
            printed = "A1:" + letters(columns - 1) + (last + 1);
        }
    }

    /** Prints nothing: an area of one cell that is empty, beside the row. */
    void printNothing(int row) {
        String cell = letters(widest + 1) + (row + 1);
        printed = cell + ":" + cell;
    }

    /** Blank where the whole sheet is printed. */
    String printed() {
        return printed;
    }

    /** Prints all on so many sheets of paper, one below the other; 0 for as many as it takes. */
    void printHigh(int sheets) {
        high = sheets;
    }

    /** Prints on so many sheets of paper side by side, each of which begins with the first columns. */
    void printWide(int sheets, int columns) {
        wide = sheets;
        repeatedColumns = columns;
    }

    /** How many columns each printed page begins with. */
    int repeatedColumns() {
        return repeatedColumns;
    }

    /** Puts buttons on the header in the row, from 0 on, over the data that end in the last one. */
    void filter(int header, int last, int columns) {
        filtered = "A" + (header + 1) + ":" + letters(columns - 1) + (last + 1);
    }

    /** Blank where there are no filters. */
    String filtered() {
        return filtered;
    }

    /** Colours the column's numbers in the rows by their size. */
    void scale(int column, int first, int last, Column.Scale by) {
        StringBuilder xml = new StringBuilder("<conditionalFormatting sqref=\"");
        xml.append(letters(column))
                .append(first + 1)
                .append(':')
                .append(letters(column))
                .append(last + 1);
        xml.append("\"><cfRule type=\"colorScale\" priority=\"")
                .append(scales.size() + 1)
                .append("\"><colorScale>");
        for (BigDecimal value : List.of(by.low(), by.middle(), by.high())) {
            xml.append("<cfvo type=\"num\" val=\"")
                    .append(value.toPlainString())
                    .append("\"/>");
        }
        for (Tone tone : List.of(Tone.WORST, Tone.MIDDLE, Tone.BEST)) {
            xml.append("<color rgb=\"FF").append(tone.fill()).append("\"/>");
        }
        scales.add(xml.append("</colorScale></cfRule></conditionalFormatting>").toString());
    }

    /** The rows, from 0 on, before which a printed page ends. */
    void breaks(List<Integer> before) {
        breaks = List.copyOf(before);
    }

    // ------------------------------------------------------------------ the part

    /** Writes the part. */
    void write(boolean first, OutputStream to) throws IOException {
        if (count > 0) {
            rows.markup("</row>\n");
        }
        rows.flush();
        kept.close();
        Xml xml = new Xml(to);
        xml.markup(Xml.PROLOGUE).markup("<worksheet xmlns=\"").markup(MAIN);
        xml.markup("\" xmlns:r=\"").markup(RELATIONS).markup("\"><sheetPr>");
        xml.markup(deepest > 0 ? "<outlinePr summaryBelow=\"0\"/>" : "")
                .markup("<pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.markup("<dimension ref=\"A1:")
                .markup(letters(widest - 1))
                .number(Math.max(1, count))
                .markup("\"/>");
        view(first, xml);
        xml.markup("<sheetFormatPr defaultRowHeight=\"").number(look.row()).markup("\" customHeight=\"1");
        if (deepest > 0) {
            xml.markup("\" outlineLevelRow=\"").number(deepest);
        }
        xml.markup("\"/>");
        if (!widths.isEmpty()) {
            xml.markup("<cols>");
            widths.forEach((column, digits) -> xml.markup("<col min=\"")
                    .number(column + 1)
                    .markup("\" max=\"")
                    .number(column + 1)
                    .markup("\" width=\"")
                    .number(digits)
                    .markup("\" customWidth=\"1\"/>"));
            xml.markup("</cols>");
        }
        xml.markup("<sheetData>\n").flush();
        kept.writeTo(to);
        xml.markup("</sheetData>");
        if (!filtered.isEmpty()) {
            xml.markup("<autoFilter ref=\"").markup(filtered).markup("\"/>");
        }
        if (!merged.isEmpty()) {
            xml.markup("<mergeCells count=\"").number(merged.size()).markup("\">");
            merged.forEach(area -> xml.markup("<mergeCell ref=\"").markup(area).markup("\"/>"));
            xml.markup("</mergeCells>");
        }
        scales.forEach(xml::markup);
        print(xml);
        xml.markup("</worksheet>").flush();
    }

    private void view(boolean first, Xml xml) {
        xml.markup("<sheetViews><sheetView ").markup(first ? "tabSelected=\"1\" " : "");
        xml.markup("showGridLines=\"0\" workbookViewId=\"0\">");
        if (frozenRows > 0) {
            String pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft";
            xml.markup("<pane ");
            if (frozenColumns > 0) {
                xml.markup("xSplit=\"").number(frozenColumns).markup("\" ");
            }
            xml.markup("ySplit=\"").number(frozenRows).markup("\" topLeftCell=\"");
            xml.markup(letters(frozenColumns)).number(frozenRows + 1);
            xml.markup("\" activePane=\"").markup(pane).markup("\" state=\"frozen\"/>");
            xml.markup("<selection pane=\"").markup(pane).markup("\"/>");
        }
        xml.markup("</sheetView></sheetViews>");
    }

    private void print(Xml xml) {
        if (paper == Paper.UPRIGHT) {
            xml.markup("<printOptions horizontalCentered=\"1\"/>");
        }
        xml.markup(
                "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        xml.markup("<pageSetup paperSize=\"9\" fitToWidth=\"").number(wide);
        xml.markup("\" fitToHeight=\"").number(high);
        xml.markup("\" orientation=\"")
                .markup(paper == Paper.UPRIGHT ? "portrait" : "landscape")
                .markup("\"/>");
        xml.markup("<headerFooter><oddFooter>").text(footer()).markup("</oddFooter></headerFooter>");
        if (!breaks.isEmpty()) {
            xml.markup("<rowBreaks count=\"").number(breaks.size());
            xml.markup("\" manualBreakCount=\"").number(breaks.size()).markup("\">");
            breaks.forEach(row -> xml.markup("<brk id=\"").number(row).markup("\" max=\"16383\" man=\"1\"/>"));
            xml.markup("</rowBreaks>");
        }
    }

    @Override
    public void close() throws IOException {
        kept.close();
        if (!kept.isInMemory()) {
            Files.deleteIfExists(kept.getPath());
        }
    }
}
