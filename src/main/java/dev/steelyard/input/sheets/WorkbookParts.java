package dev.steelyard.input.sheets;

import dev.steelyard.input.spelling.DateFormats;
import dev.steelyard.input.spelling.ShownNumber;
import dev.steelyard.input.spelling.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The parts of a workbook beside its sheets, taken as they are streamed. */
final class WorkbookParts {

    private WorkbookParts() {}

    /** The list of sheets, and the date system. */
    static final class Sheets extends DefaultHandler {

        final List<String> names = new ArrayList<>();
        /** The relation of each to its part. */
        final List<String> parts = new ArrayList<>();

        final List<Boolean> hidden = new ArrayList<>();
        boolean isWorkbook;
        boolean from1904;
        boolean calculatedLater;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            switch (name) {
                case "workbook" -> isWorkbook = true;
                case "workbookPr" -> from1904 = isTrue(attributes.getValue("date1904"));
                case "calcPr" -> calculatedLater = isTrue(attributes.getValue("fullCalcOnLoad"));
                case "sheet" -> {
                    String sheet = attributes.getValue("name");
                    String state = attributes.getValue("state");
                    names.add(sheet == null ? "" : sheet);
                    parts.add(part(attributes));
                    hidden.add(state != null && !state.equals("visible"));
                }
                default -> {
                    // how it is shown
                }
            }
        }

        private static boolean isTrue(String flag) {
            return "1".equals(flag) || "true".equals(flag);
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

    /** Which cell styles show dates, and which show digits that the cell does not hold. */
    static final class Styles extends DefaultHandler {

        private static final int MOST = 1 << 16;

        private final List<Integer> formats = new ArrayList<>();
        private final Set<Integer> dateFormats = new HashSet<>();
        private final Map<Integer, ShownNumber.Format> shown = new HashMap<>();
        private boolean inCellFormats;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("numFmt")) {
                int id = WorkbookFile.number(attributes.getValue("numFmtId"));
                String code = attributes.getValue("formatCode");
                if (DateFormats.isDate(code)) {
                    dateFormats.add(id);
                } else if (code != null && shown.size() < MOST) {
                    ShownNumber.Format.of(code).ifPresent(format -> shown.put(id, format));
                }
            } else if (name.equals("cellXfs")) {
                inCellFormats = true;
            } else if (inCellFormats && name.equals("xf") && formats.size() < MOST) {
                String id = attributes.getValue("numFmtId");
                formats.add(id == null ? 0 : WorkbookFile.number(id));
            }
        }

        private int format(int style) {
            return style >= 0 && style < formats.size() ? formats.get(style) : 0;
        }

        boolean isDate(int style) {
            int format = format(style);
            return DateFormats.isBuiltInDate(format) || dateFormats.contains(format);
        }

        Optional<ShownNumber.Format> shown(int style) {
            return Optional.ofNullable(shown.get(format(style)));
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (name.equals("cellXfs")) {
                inCellFormats = false;
            }
        }
    }

    /** Plain and rich text; without the phonetic guides. */
    static final class SharedStrings extends DefaultHandler {

        /** What a string takes besides its characters. */
        private static final int PER_STRING = 16;

        final List<String> strings = new ArrayList<>();
        private final long most;

        SharedStrings(long most) {
            this.most = most;
        }

        private final StringBuilder text = new StringBuilder();
        private boolean inText;
        private boolean inGuide;
        private long characters;

        long characters() {
            return characters;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            switch (name) {
                case "si" -> {
                    text.setLength(0);
                    count(PER_STRING);
                }
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
                count(length);
                text.append(chars, from, length);
            }
        }

        private void count(int more) throws SAXException {
            characters += more;
            if (characters > most) {
                throw new SheetHandler.Enough();
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            switch (name) {
                case "si" -> strings.add(Spelling.unescaped(text.toString()));
                case "t" -> inText = false;
                case "rPh" -> inGuide = false;
                default -> {
                    // formatting
                }
            }
        }
    }
}
