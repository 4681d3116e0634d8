package dev.steelyard.output.workbook.book;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.formula.SheetNameFormatter;

/** The parts of a workbook and what leads from one to another (ECMA-376: its package, its relationships). */
final class BookParts implements AutoCloseable {

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String DRAWINGS = "application/vnd.openxmlformats-officedocument.";

    /** Where a part leads: the type of what is there, and how it is found from here. */
    private record Relation(String type, String target) {

        static Relation office(String type, String target) {
            return new Relation(OFFICE + "/" + type, target);
        }
    }

    private record Type(String part, String content) {}

    /**
     * What the workbook says of a sheet.
     *
     * @param repeated its row that each printed page begins with; −1 for none
     * @param repeatedColumns how many columns they begin with, too
     * @param filtered its cells with filters; blank for none
     * @param printed its cells for paper; blank for all
     */
    private record Entry(String name, int repeated, int repeatedColumns, String filtered, String printed) {}

    private final StableZip zip;
    private final List<Type> types = new ArrayList<>();
    private final List<Entry> sheets = new ArrayList<>();

    /** @param out stays open */
    BookParts(OutputStream out) {
        this.zip = new StableZip(out);
    }

    private OutputStream part(String name, String content) throws IOException {
        types.add(new Type("/" + name, content));
        return zip.entry(name);
    }

    /** Whether a sheet bears the name, as a spreadsheet compares them. */
    boolean hasSheet(String name) {
        return sheets.stream().anyMatch(sheet -> sheet.name().equalsIgnoreCase(name));
    }

    /** Writes a sheet, the next one. */
    void write(SheetPart sheet) throws IOException {
        boolean first = sheets.isEmpty();
        sheets.add(
                new Entry(sheet.name(), sheet.repeated(), sheet.repeatedColumns(), sheet.filtered(), sheet.printed()));
        int number = sheets.size();
        sheet.write(first, part("xl/worksheets/sheet" + number + ".xml", SHEETS + "worksheet+xml"));
    }

    /** Writes what the sheets have in common, and ends the workbook. */
    void finish(Styles styles, Imprint imprint) throws IOException {
        styles.write(new Xml(part("xl/styles.xml", SHEETS + "styles+xml")));
        workbook(new Xml(part("xl/workbook.xml", SHEETS + "sheet.main+xml")));
        List<Relation> below = new ArrayList<>();
        for (int number = 1; number <= sheets.size(); number++) {
            below.add(Relation.office("worksheet", "worksheets/sheet" + number + ".xml"));
        }
        below.add(Relation.office("styles", "styles.xml"));
        relations("xl/_rels/workbook.xml.rels", below);
        properties(imprint);
        relations(
                "_rels/.rels",
                List.of(
                        Relation.office("officeDocument", "xl/workbook.xml"),
                        new Relation(PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml"),
                        Relation.office("extended-properties", "docProps/app.xml")));
        Xml xml = new Xml(zip.entry("[Content_Types].xml"));
        xml.markup(Xml.PROLOGUE).markup("<Types xmlns=\"" + PACKAGE + "/content-types\">");
        xml.markup(
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        xml.markup("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        types.forEach(type -> xml.markup("<Override PartName=\"" + type.part() + "\" ContentType=\"" + type.content())
                .markup("\"/>"));
        xml.markup("</Types>").flush();
    }

    private void workbook(Xml xml) {
        xml.markup(Xml.PROLOGUE)
                .markup("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"")
                .markup(OFFICE + "\"><workbookPr/><bookViews><workbookView/></bookViews><sheets>");
        for (int i = 0; i < sheets.size(); i++) {
            xml.markup("<sheet name=\"")
                    .text(sheets.get(i).name())
                    .markup("\" sheetId=\"")
                    .number(i + 1);
            xml.markup("\" r:id=\"rId").number(i + 1).markup("\"/>");
        }
        xml.markup("</sheets>");
        if (sheets.stream().anyMatch(sheet -> sheet.repeated() >= 0)) {
            xml.markup("<definedNames>");
            for (int i = 0; i < sheets.size(); i++) {
                named(i, sheets.get(i), xml);
            }
            xml.markup("</definedNames>");
        }
        xml.markup("</workbook>").flush();
    }

    private static void named(int index, Entry sheet, Xml xml) {
        String quoted = SheetNameFormatter.format(sheet.name()) + "!";
        if (!sheet.filtered().isEmpty()) {
            xml.markup("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"")
                    .number(index);
            xml.markup("\" hidden=\"1\">")
                    .text(quoted + absolute(sheet.filtered()))
                    .markup("</definedName>");
        }
        if (!sheet.printed().isEmpty()) {
            xml.markup("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"").number(index);
            xml.markup("\">").text(quoted + absolute(sheet.printed())).markup("</definedName>");
        }
        if (sheet.repeated() >= 0) {
            String row = "$" + (sheet.repeated() + 1);
            String columns = sheet.repeatedColumns() == 0
                    ? ""
                    : quoted + "$A:$" + SheetPart.letters(sheet.repeatedColumns() - 1) + ",";
            xml.markup("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
                    .number(index);
            xml.markup("\">").text(columns + quoted + row + ":" + row).markup("</definedName>");
        }
    }

    private static String absolute(String cells) {
        return cells.replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2");
    }

    private void properties(Imprint imprint) throws IOException {
        Xml core = new Xml(part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
        core.markup(Xml.PROLOGUE)
                .markup("<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\"")
                .markup(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
                .markup(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>")
                .text(imprint.title())
                .markup("</dc:title><dc:creator>Steelyard</dc:creator><cp:lastModifiedBy>Steelyard</cp:lastModifiedBy>")
                .markup(day("created", imprint.day()) + day("modified", imprint.day()))
                .markup("</cp:coreProperties>")
                .flush();
        new Xml(part("docProps/app.xml", DRAWINGS + "extended-properties+xml"))
                .markup(Xml.PROLOGUE)
                .markup(
                        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">")
                .markup("<Application>Steelyard</Application></Properties>")
                .flush();
    }

    private static String day(String element, LocalDate day) {
        return "<dcterms:" + element + " xsi:type=\"dcterms:W3CDTF\">" + day + "T00:00:00Z</dcterms:" + element + ">";
    }

    private void relations(String name, List<Relation> relations) throws IOException {
        Xml xml = new Xml(zip.entry(name));
        xml.markup(Xml.PROLOGUE).markup("<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        for (int i = 0; i < relations.size(); i++) {
            xml.markup("<Relationship Id=\"rId").number(i + 1);
            xml.markup("\" Type=\"" + relations.get(i).type() + "\" Target=\""
                    + relations.get(i).target());
            xml.markup("\"/>");
        }
        xml.markup("</Relationships>").flush();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
