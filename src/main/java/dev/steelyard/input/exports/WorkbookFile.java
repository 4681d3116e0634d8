package dev.steelyard.input.exports;

import dev.steelyard.engine.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A workbook opened for streaming, and only for reading: its sheets, shared strings, date styles and date system. XML with a
 * document type is refused, and so is what unpacks beyond the limits below.
 */
final class WorkbookFile implements Closeable {

    /** Least compressed ÷ unpacked size of a part; a genuine sheet of equal rows comes near it. */
    static final String RATIO = "steelyard.xlsx.min-inflate-ratio";

    /** Most unpacked bytes of a part. */
    static final String ENTRY = "steelyard.xlsx.max-entry-bytes";

    /** Most characters of shared text: they are held in memory. */
    static final String SHARED = "steelyard.xlsx.max-shared-characters";

    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int LONGEST_NUMBER = 40;
    private static final int GREATEST_EXPONENT = 30;
    private static final long MOST_SHARED = Long.getLong(SHARED, 64_000_000L);

    static {
        // POI keeps its limits for the whole process; so they are the process's settings.
        ZipSecureFile.setMinInflateRatio(Double.parseDouble(System.getProperty(RATIO, "0.002")));
        ZipSecureFile.setMaxEntrySize(Long.getLong(ENTRY, 2L << 30));
    }

    private final OPCPackage opened;
    private final XSSFReader reader;
    private final WorkbookParts.Sheets sheets = new WorkbookParts.Sheets();
    private final WorkbookParts.Styles styles = new WorkbookParts.Styles();
    private final WorkbookParts.SharedStrings shared = new WorkbookParts.SharedStrings(MOST_SHARED);

    private WorkbookFile(OPCPackage opened) throws IOException, OpenXML4JException {
        this.opened = opened;
        this.reader = new XSSFReader(opened, true);
    }

    static WorkbookFile open(Path file) throws UnreadableFile {
        WorkbookFile[] workbook = {null};
        guarded(() -> {
            // POI would read a package without a directory into memory instead.
            new ZipFile(file.toFile()).close();
            OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ);
            try {
                workbook[0] = new WorkbookFile(opened);
                workbook[0].readParts();
            } catch (IOException | SAXException | OpenXML4JException | RuntimeException | UnreadableFile e) {
                opened.revert();
                throw e;
            }
        });
        return workbook[0];
    }

    /** Something that reads the package. */
    private interface Reading {
        void run() throws IOException, SAXException, OpenXML4JException, UnreadableFile;
    }

    /** Whatever a damaged or hostile package makes the libraries throw, as one reason that a person understands. */
    private static void guarded(Reading reading) throws UnreadableFile {
        try {
            reading.run();
        } catch (IOException
                | SAXException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableFile unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("MIN_INFLATE_RATIO")) {
                return limit(RATIO, Double.toString(ZipSecureFile.getMinInflateRatio()));
            }
            if (message.contains("MAX_ENTRY_SIZE")) {
                return limit(ENTRY, Long.toString(ZipSecureFile.getMaxEntrySize()));
            }
        }
        return new UnreadableFile(
                ProblemCode.FILE_DAMAGED, Map.of("detail", e.getClass().getSimpleName()));
    }

    private static UnreadableFile limit(String setting, String limit) {
        return new UnreadableFile(ProblemCode.FILE_LIMIT, Map.of("setting", setting, "limit", limit));
    }

    List<String> sheetNames() {
        return sheets.names;
    }

    /** Reads the sheet to its end, or until the handler has enough. */
    void read(int sheet, SheetHandler handler) throws UnreadableFile {
        guarded(() -> {
            try (InputStream in = reader.getSheet(sheets.parts.get(sheet))) {
                parse(in, handler);
            } catch (SheetHandler.Enough enough) {
                // as asked
            }
        });
        handler.rethrow();
    }

    private void readParts() throws IOException, SAXException, OpenXML4JException, UnreadableFile {
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, sheets);
        }
        try (InputStream in = reader.getStylesData()) {
            if (in != null) {
                parse(in, styles);
            }
        }
        try (InputStream in = reader.getSharedStringsData()) {
            if (in != null) {
                parse(in, shared);
            }
        } catch (SheetHandler.Enough tooMuch) {
            throw limit(SHARED, Long.toString(MOST_SHARED));
        }
    }

    private static void parse(InputStream in, DefaultHandler handler) throws IOException, SAXException {
        try {
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            xml.setErrorHandler(handler);
            xml.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has an XML reader", e);
        }
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
                return text.isBlank()
                        ? null
                        : numeric(text.strip(), style >= 0 && style < styles.dates.size() && styles.dates.get(style));
        }
    }

    /** Fifteen significant digits: what the spreadsheet shows, not what binary made of it. */
    private Object numeric(String text, boolean date) {
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
        Object day = date ? Dates.ofSerial(rounded, sheets.from1904) : null;
        return day == null ? rounded : day;
    }

    static int number(String text) {
        int value = text.isEmpty() || text.length() > 9 ? -1 : 0;
        for (int i = 0; i < text.length() && value >= 0; i++) {
            char c = text.charAt(i);
            value = c >= '0' && c <= '9' ? value * 10 + c - '0' : -1;
        }
        return value;
    }

    @Override
    public void close() {
        opened.revert();
    }
}
