package dev.steelyard.input.exports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        final List<String> parts = new ArrayList<>();
        boolean from1904;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("workbookPr")) {
                String flag = attributes.getValue("date1904");
                this.from1904 = "1".equals(flag) || "true".equals(flag);
            } else if (name.equals("sheet")) {
                this.names.add(attributes.getValue("name"));
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

    /** Which cell styles show dates. */
    static final class Styles extends DefaultHandler {

        final List<Boolean> dates = new ArrayList<>();
        private final Set<Integer> dateFormats = new HashSet<>();
        private boolean inCellFormats;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("numFmt")) {
                int id = WorkbookFile.number(attributes.getValue("numFmtId"));
                if (DateFormats.isDate(attributes.getValue("formatCode"))) {
                    dateFormats.add(id);
                }
            } else if (name.equals("cellXfs")) {
                inCellFormats = true;
            } else if (inCellFormats && name.equals("xf")) {
                String id = attributes.getValue("numFmtId");
                int format = id == null ? 0 : WorkbookFile.number(id);
                dates.add(DateFormats.isBuiltInDate(format) || dateFormats.contains(format));
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
    static final class SharedStrings extends DefaultHandler {

        final List<String> strings = new ArrayList<>();
        private final long most;

        SharedStrings(long most) {
            this.most = most;
        }

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
                if (characters > most) {
                    throw new SheetHandler.Enough();
                }
                text.append(chars, from, length);
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
