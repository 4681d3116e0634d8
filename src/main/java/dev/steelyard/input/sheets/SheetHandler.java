package dev.steelyard.input.sheets;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.spelling.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes a sheet's XML: gives each row with its cells by column, and collects the merged areas that stand after them. */
public final class SheetHandler extends DefaultHandler {

    private static final int MOST_COLUMNS = 16_384;
    private static final long MOST_ROWS = 1L << Mark.SHEET_BITS;
    private static final int MOST_CHARACTERS = 1 << 20;

    /** Most merged areas of a sheet: they are held in memory. */
    static final String MERGED = "steelyard.xlsx.max-merged-areas";

    private static final int MOST_MERGED = Integer.getInteger(MERGED, 1_000_000);

    /** A row of the sheet; the array is used again for the next. */
    @FunctionalInterface
    public interface Rows {
        /**
         * @param of what else the sheet says of the row: {@link #isHiddenRow}, {@link #isFilledRow}
         * @return whether more rows are wanted
         */
        boolean row(long number, Object[] cells, int count, SheetHandler of);
    }

    /** The handler has what it wants. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** Merged cells: rows as the sheet counts them, columns from 0. */
    public record Merged(long firstRow, long lastRow, int firstColumn, int lastColumn) {}

    private final WorkbookFile workbook;
    private final Rows rows;
    private final List<Merged> merged = new ArrayList<>();
    private Object[] cells = new Object[32];
    private int count;
    private long row;
    private int column;
    private String type = "";
    private int style;
    private int wanted;
    private boolean collecting;
    private boolean hasValue;
    private boolean hasFormula;
    private boolean hiddenRow;
    private boolean filledRow;
    private boolean inGuide;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private StringBuilder target;
    private RuntimeException failure;

    /** @param wanted how many rows are wanted with their cells; of the others only the number is given */
    public SheetHandler(WorkbookFile workbook, int wanted, Rows rows) {
        this.wanted = wanted;
        this.workbook = workbook;
        this.rows = rows;
    }

    public List<Merged> merged() {
        return merged;
    }

    /** Whether whoever looks at the sheet does not see the current row: hidden, filtered or without height. */
    public boolean isHiddenRow() {
        return hiddenRow;
    }

    /** Whether any cell of the current row holds something, also where its cells are not wanted. */
    public boolean isFilledRow() {
        return filledRow;
    }

    /** Throws what the taker of the rows threw. */
    void rethrow() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Some programs leave two texts in a cell, one before an edit and one after: its type says which counts. */
    private boolean isInline() {
        return type.equals("inlineStr");
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> startRow(attributes);
            case "c" -> startCell(attributes);
            case "v" -> {
                hasValue = true;
                filledRow = true;
                target = value;
            }
            case "f" -> {
                hasFormula = true;
                target = formula;
            }
            case "is" -> {
                filledRow = true;
                if (isInline()) {
                    hasValue = true;
                    value.setLength(0);
                }
            }
            case "t" -> target = inGuide || !isInline() ? null : value;
            case "rPh" -> inGuide = true;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            default -> {
                // formatting
            }
        }
    }

    @Override
    public void characters(char[] chars, int from, int length) {
        if (target != null && collecting && target.length() < MOST_CHARACTERS) {
            target.append(chars, from, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "f", "t" -> target = null;
            case "rPh" -> inGuide = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {
                // formatting
            }
        }
    }

    private void startRow(Attributes attributes) {
        String number = attributes.getValue("r");
        String hidden = attributes.getValue("hidden");
        hiddenRow = "1".equals(hidden) || "true".equals(hidden) || "0".equals(attributes.getValue("ht"));
        filledRow = false;
        long stated = number == null ? 0 : rowOf(number, 0);
        row = stated > row && stated <= MOST_ROWS ? stated : row + 1;
        column = -1;
        Arrays.fill(cells, 0, count, null);
        count = 0;
        collecting = wanted > 0;
        wanted -= collecting ? 1 : 0;
    }

    private void startCell(Attributes attributes) {
        String reference = attributes.getValue("r");
        int stated = reference == null ? -1 : columnOf(reference);
        column = stated >= 0 ? stated : column + 1;
        type = attributes.getValue("t");
        type = type == null ? "n" : type;
        String styleIndex = attributes.getValue("s");
        style = styleIndex == null ? 0 : (int) rowOf(styleIndex, 0);
        hasValue = false;
        hasFormula = false;
        value.setLength(0);
        formula.setLength(0);
    }

    private void endCell() {
        if (!collecting || column >= MOST_COLUMNS || !hasValue && !hasFormula) {
            return;
        }
        Object cell = isNeverCalculated()
                ? Fault.of(ProblemCode.CELL_NOT_CALCULATED, "=" + formula)
                : workbook.cell(type, style, value.toString());
        if (cell == null) {
            return;
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
        }
        cells[column] = cell;
        count = Math.max(count, column + 1);
    }

    /**
     * A formula without a result. Programs that write formulas leave {@code <v>} out, empty, or at 0 with the wish that the
     * spreadsheet calculates all when it opens the file; only as a text can an empty result be one.
     */
    private boolean isNeverCalculated() {
        if (!hasFormula) {
            return false;
        }
        String result = value.toString().strip();
        return !hasValue
                || result.isEmpty() && !type.equals("str")
                || result.equals("0") && type.equals("n") && workbook.isCalculatedLater();
    }

    private void endRow() throws SAXException {
        boolean more = false;
        try {
            more = rows.row(row, cells, count, this);
        } catch (RuntimeException e) {
            failure = e; // of whoever takes the rows, not of the workbook
        }
        if (!more) {
            throw new Enough();
        }
    }

    private void merge(String reference) throws SAXException {
        if (merged.size() == MOST_MERGED) {
            throw new SAXException(new PartStream.Beyond(MERGED, Integer.toString(MOST_MERGED)));
        }
        int colon = reference == null ? -1 : reference.indexOf(':');
        if (colon < 0) {
            return;
        }
        String first = reference.substring(0, colon);
        String last = reference.substring(colon + 1);
        merged.add(
                new Merged(rowOf(first, letters(first)), rowOf(last, letters(last)), columnOf(first), columnOf(last)));
    }

    /** {@code AB12} for column 27 (from 0) and row 12. */
    public static String reference(int column, long row) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.append(row).toString();
    }

    private static int letters(String reference) {
        int at = 0;
        while (at < reference.length() && Character.isLetter(reference.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The column that {@code AB12} names, from 0; −1 where it names none. */
    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    private static long rowOf(String text, int from) {
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || number > Integer.MAX_VALUE) {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
