package dev.steelyard.input.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, for what no library would write: hidden states, strict names, other encodings, bombs. */
final class RawBook {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String relationships = TRANSITIONAL;
    private String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private Charset charset = StandardCharsets.UTF_8;
    private String calculation = "";
    private Function<String, String> workbookXml = xml -> xml;
    private int count;

    RawBook strict() {
        relationships = STRICT;
        main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        return this;
    }

    RawBook in(Charset other) {
        charset = other;
        return this;
    }

    RawBook calculatedOnLoad() {
        calculation = "<calcPr calcId='124519' fullCalcOnLoad='1'/>";
        return this;
    }

    /** Changes the workbook's own part at the end. */
    RawBook workbook(Function<String, String> change) {
        workbookXml = change;
        return this;
    }

    /** A visible sheet with these rows ({@code <row>…}). */
    RawBook sheet(String name, String rows) {
        return sheet(name, "", rows, "");
    }

    /**
     * @param state {@code hidden}, {@code veryHidden} or blank
     * @param after what stands after the rows, as merged areas do
     */
    RawBook sheet(String name, String state, String rows, String after) {
        count++;
        part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns='" + main + "'><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
        return list(name, state, "worksheets/sheet" + count + ".xml");
    }

    /** Lists a part as a sheet. */
    RawBook list(String name, String state, String target) {
        int id = relations.length();
        sheets.append("<sheet name='")
                .append(name)
                .append("' sheetId='")
                .append(id + 1)
                .append("' r:id='s")
                .append(id);
        sheets.append(state.isEmpty() ? "'/>" : "' state='" + state + "'/>");
        relations.append(relation("s" + id, relationships + "/worksheet", target));
        return this;
    }

    /** Number formats, of which cells of style 1, 2 … have one. */
    RawBook formats(String... codes) {
        StringBuilder formats = new StringBuilder("<styleSheet xmlns='" + main + "'><numFmts>");
        StringBuilder styles = new StringBuilder("<cellXfs><xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;");
            formats.append("<numFmt numFmtId='")
                    .append(164 + i)
                    .append("' formatCode=\"")
                    .append(code)
                    .append("\"/>");
            styles.append("<xf numFmtId='").append(164 + i).append("'/>");
        }
        part("xl/styles.xml", formats + "</numFmts>" + styles + "</cellXfs></styleSheet>");
        relations.append(relation("styles", relationships + "/styles", "styles.xml"));
        return this;
    }

    /** A part as it stands, in the workbook's encoding. */
    RawBook part(String name, String xml) {
        String declared =
                charset.equals(StandardCharsets.UTF_8) ? xml : "\uFEFF<?xml version='1.0' encoding='UTF-16'?>" + xml;
        parts.put(name, declared.getBytes(charset));
        return this;
    }

    /** A row of text cells, {@code A1} and so on. */
    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<row>");
        for (String cell : cells) {
            row.append(cell.isEmpty() ? "<c/>" : "<c t='str'><v>" + cell.replace("&", "&amp;") + "</v></c>");
        }
        return row.append("</row>").toString();
    }

    /** All parts, finished. */
    Map<String, byte[]> parts() {
        part("xl/_rels/workbook.xml.rels", "<Relationships xmlns='" + PACKAGE + "'>" + relations + "</Relationships>");
        part(
                "_rels/.rels",
                "<Relationships xmlns='" + PACKAGE + "'>"
                        + relation("r1", relationships + "/officeDocument", "xl/workbook.xml") + "</Relationships>");
        part(
                "xl/workbook.xml",
                workbookXml.apply("<workbook xmlns='" + main + "' xmlns:r='" + relationships + "'><sheets>" + sheets
                        + "</sheets>" + calculation + "</workbook>"));
        part("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>");
        return parts;
    }

    byte[] bytes() {
        parts();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + type + "' Target='" + target + "'/>";
    }
}
