package dev.steelyard.exports;

import dev.steelyard.problem.ProblemCode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.Attributes;
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
    private final List<String> names = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private final List<Boolean> dateStyles = new ArrayList<>();
    private boolean from1904;

    private WorkbookFile(OPCPackage opened) throws IOException, OpenXML4JException {
        this.opened = opened;
        this.reader = new XSSFReader(opened, true);
    }

    static WorkbookFile open(Path file) throws UnreadableFile {
        WorkbookFile[] workbook = {null};
        guarded(() -> {
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
        return names;
    }

    /** Reads the sheet to its end, or until the handler has enough. */
    void read(int sheet, SheetHandler handler) throws UnreadableFile {
        guarded(() -> {
            try (InputStream in = reader.getSheet(parts.get(sheet))) {
                parse(in, handler);
            } catch (SheetHandler.Enough enough) {
                // as asked
            }
        });
        handler.rethrow();
    }

    private void readParts() throws IOException, SAXException, OpenXML4JException, UnreadableFile {
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, new Sheets());
        }
        try (InputStream in = reader.getStylesData()) {
            if (in != null) {
                parse(in, new Styles());
            }
        }
        SharedStrings strings = new SharedStrings();
        try (InputStream in = reader.getSharedStringsData()) {
            if (in != null) {
                parse(in, strings);
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
                return index >= 0 && index < shared.size()
                        ? shared.get(index)
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
                        : numeric(text.strip(), style >= 0 && style < dateStyles.size() && dateStyles.get(style));
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
        Object day = date ? Dates.ofSerial(rounded, from1904) : null;
        return day == null ? rounded : day;
    }

    private static int number(String text) {
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

    private final class Sheets extends DefaultHandler {

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("workbookPr")) {
                String flag = attributes.getValue("date1904");
                from1904 = "1".equals(flag) || "true".equals(flag);
            } else if (name.equals("sheet")) {
                names.add(attributes.getValue("name"));
                parts.add(part(attributes));
            }
        }

        private static String part(Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                boolean id = attributes.getLocalName(i).equals("id");
                if (id && attributes.getURI(i).endsWith("/relationships")) {
                    return attributes.getValue(i);
                }
            }
            return "";
        }
    }

    private final class Styles extends DefaultHandler {

        private final Set<Integer> dateFormats = new HashSet<>();
        private boolean inCellFormats;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("numFmt")) {
                int id = number(attributes.getValue("numFmtId"));
                if (DateFormats.isDate(attributes.getValue("formatCode"))) {
                    dateFormats.add(id);
                }
            } else if (name.equals("cellXfs")) {
                inCellFormats = true;
            } else if (inCellFormats && name.equals("xf")) {
                String id = attributes.getValue("numFmtId");
                int format = id == null ? 0 : number(id);
                dateStyles.add(DateFormats.isBuiltInDate(format) || dateFormats.contains(format));
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (name.equals("cellXfs")) {
                inCellFormats = false;
            }
        }
    }

    /** Plain and rich text; without the phonetic guides. */
    private final class SharedStrings extends DefaultHandler {

        private final StringBuilder text = new StringBuilder();
        private boolean inText;
        private boolean inGuide;
        private long characters;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            switch (name) {
                case "si" -> text.setLength(0);
                case "t" -> inText = !inGuide;
                case "rPh" -> inGuide = true;
                default -> {
                    // formatting
                }
            }
        }

        @Override
        public void characters(char[] chars, int from, int length) throws SAXException {
            if (inText) {
                characters += length;
                if (characters > MOST_SHARED) {
                    throw new SheetHandler.Enough();
                }
                text.append(chars, from, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            switch (name) {
                case "si" -> shared.add(Spelling.unescaped(text.toString()));
                case "t" -> inText = false;
                case "rPh" -> inGuide = false;
                default -> {
                    // formatting
                }
            }
        }
    }
}
