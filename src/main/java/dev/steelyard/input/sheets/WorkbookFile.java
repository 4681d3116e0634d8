package dev.steelyard.input.sheets;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.spelling.Dates;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.SAXException;

/**
 * A workbook opened for streaming, and only for reading: its sheets, shared strings, date styles and date system. XML with a
 * document type is refused, and so is what unpacks beyond the limits.
 */
public final class WorkbookFile implements Closeable {

    /** Most characters of shared text: they are held in memory. */
    static final String SHARED = "steelyard.xlsx.max-shared-characters";

    /** Most sheets: each that holds rows is opened on its own. */
    public static final String SHEETS = "steelyard.xlsx.max-sheets";

    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LONGEST_NUMBER = 40;
    private static final int GREATEST_EXPONENT = 30;
    private static final long MOST_SHARED = Long.getLong(SHARED, 64_000_000L);
    private static final int MOST_SHEETS = Integer.getInteger(SHEETS, 500);
    /** Shared text is read again for each sheet that holds rows. */
    private static final int MOST_READINGS = 20;

    private final WorkbookPackage parts;
    private final WorkbookParts.Sheets sheets = new WorkbookParts.Sheets();
    private final WorkbookParts.Styles styles = new WorkbookParts.Styles();
    private final WorkbookParts.SharedStrings shared = new WorkbookParts.SharedStrings(MOST_SHARED);
    private Map<String, WorkbookPackage.Related> related = Map.of();

    private WorkbookFile(WorkbookPackage parts) {
        this.parts = parts;
    }

    /** @param name the file's, as delivered */
    public static WorkbookFile open(Path file, String name) throws UnreadableFile {
        WorkbookPackage[] opened = {null};
        WorkbookFile[] workbook = {null};
        try {
            guarded("zip", () -> opened[0] = WorkbookPackage.open(file));
            workbook[0] = new WorkbookFile(opened[0]);
            boolean[] found = {false};
            workbook[0].reading(() -> found[0] = workbook[0].readParts());
            if (!found[0]) {
                throw FileKind.notAWorkbook(file, name);
            }
            return workbook[0];
        } catch (UnreadableFile e) {
            close(opened[0]);
            throw e;
        }
    }

    private static void close(WorkbookPackage opened) {
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException e) {
            // The file is refused all the same.
        }
    }

    /** Something that reads the package. */
    private interface Reading {
        void run() throws IOException, SAXException, UnreadableFile;
    }

    private void reading(Reading reading) throws UnreadableFile {
        try {
            guarded("", reading);
        } catch (UnreadableFile e) {
            throw e.at(parts.reading());
        }
    }

    /** Whatever a damaged or hostile package makes the libraries throw, as one reason that a person understands. */
    private static void guarded(String part, Reading reading) throws UnreadableFile {
        try {
            reading.run();
        } catch (OutOfMemoryError e) {
            // What a parser kept of one part; it is free again, and whoever else runs has what they had.
            throw limit("-Xmx", Long.toString(Runtime.getRuntime().maxMemory()));
        } catch (IOException | SAXException | RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PartStream.Beyond beyond) {
                    throw limit(beyond.setting, beyond.limit);
                }
                if (cause instanceof java.util.zip.ZipException
                        && String.valueOf(cause.getMessage()).contains("encrypted")) {
                    throw new UnreadableFile(ProblemCode.FILE_ENCRYPTED, Map.of());
                }
            }
            throw FileKind.damaged(part);
        }
    }

    static UnreadableFile limit(String setting, String limit) {
        return new UnreadableFile(ProblemCode.FILE_LIMIT, Map.of("setting", setting, "limit", limit));
    }

    public List<String> sheetNames() {
        return sheets.names;
    }

    /** Whether whoever opens the workbook does not see the sheet. */
    public boolean isHidden(int sheet) {
        return sheets.hidden.get(sheet);
    }

    /** Whether formulas have no result yet: their program leaves it to the spreadsheet to calculate them when it opens the file. */
    boolean isCalculatedLater() {
        return sheets.calculatedLater;
    }

    /** @throws UnreadableFile if shared text is so much that reading it for each of so many sheets takes minutes */
    public void checkReadings(int times) throws UnreadableFile {
        if (times > MOST_READINGS && shared.characters() * times > MOST_SHARED * MOST_READINGS) {
            throw limit(SHARED, Long.toString(MOST_SHARED * MOST_READINGS / times));
        }
    }

    /** Reads the sheet to its end, or until the handler has enough. */
    public void read(int sheet, SheetHandler handler) throws UnreadableFile {
        reading(() -> {
            try {
                WorkbookPackage.Related part = related.get(sheets.parts.get(sheet));
                if (part == null) {
                    throw new IOException("a sheet without a part");
                }
                parts.parse(part.part(), handler);
            } catch (SheetHandler.Enough enough) {
                // as asked
            }
        });
        handler.rethrow();
    }

    /** @return whether there is a workbook at all */
    private boolean readParts() throws IOException, SAXException, UnreadableFile {
        Optional<String> workbook = parts.workbook();
        if (workbook.isEmpty() || workbook.get().endsWith(".bin")) {
            return false;
        }
        parts.parseSmall(workbook.get(), sheets);
        if (!sheets.isWorkbook) {
            return false;
        }
        if (sheets.names.size() > MOST_SHEETS) {
            throw limit(SHEETS, Integer.toString(MOST_SHEETS));
        }
        Set<String> once = new HashSet<>();
        related = parts.related(workbook.get());
        for (String id : sheets.parts) {
            if (!once.add(related.containsKey(id) ? related.get(id).part() : id)) {
                throw FileKind.damaged(workbook.get()); // the same rows twice
            }
        }
        for (WorkbookPackage.Related part : related.values()) {
            if (part.kind().equals("styles")) {
                parts.parse(part.part(), styles);
            } else if (part.kind().equals("sharedStrings")) {
                try {
                    parts.parse(part.part(), shared);
                } catch (SheetHandler.Enough tooMuch) {
                    throw limit(SHARED, Long.toString(MOST_SHARED));
                }
            }
        }
        return true;
    }

    /** What the cell holds: its type, style and text as the sheet states them. */
    Object cell(String type, int style, String text) {
        switch (type) {
            case "s":
                int index = number(text);
                return index >= 0 && index < shared.strings.size()
                        ? shared.strings.get(index)
                        : Fault.of(ProblemCode.CELL_ERROR, "#" + text);
            case "str", "inlineStr":
                return Spelling.unescaped(text);
            case "b":
                return text.isBlank() ? null : (Object) text.strip().equals("1");
            case "e":
                return Fault.of(ProblemCode.CELL_ERROR, text);
            case "d":
                return text;
            default:
                return text.isBlank() ? null : numeric(text.strip(), style);
        }
    }

    /** Fifteen significant digits: what the spreadsheet shows, not what binary made of it. */
    private Object numeric(String text, int style) {
        BigDecimal number;
        try {
            number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null || Math.abs((long) number.precision() - number.scale()) > GREATEST_EXPONENT) {
            return number != null && number.signum() == 0 ? BigDecimal.ZERO : text;
        }
        BigDecimal rounded = number.round(FIFTEEN);
        rounded = rounded.scale() > 0 ? rounded.stripTrailingZeros() : rounded;
        rounded = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        BigDecimal whole = rounded;
        Object day = styles.isDate(style) ? Dates.ofSerial(rounded, sheets.from1904) : null;
        return day != null
                ? day
                : styles.shown(style).<Object>map(format -> format.of(whole)).orElse(whole);
    }

    public static int number(String text) {
        int value = text.isEmpty() || text.length() > 9 ? -1 : 0;
        for (int i = 0; i < text.length() && value >= 0; i++) {
            char c = text.charAt(i);
            value = c >= '0' && c <= '9' ? value * 10 + c - '0' : -1;
        }
        return value;
    }

    @Override
    public void close() {
        close(parts);
    }
}
