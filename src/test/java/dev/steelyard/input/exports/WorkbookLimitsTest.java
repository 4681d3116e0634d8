package dev.steelyard.input.exports;

import static dev.steelyard.input.exports.RawBook.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.sheets.PartStream;
import dev.steelyard.input.sheets.WorkbookFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as other programs write them, and as nobody should: each is read, or refused by name and within its bounds. */
class WorkbookLimitsTest {

    private static final String HEADER = row(Exports.HEADER.split(","));
    private static final String ROWS = HEADER + row("v1", "2026-09-01", "E1", "骨科", "60", "40");

    @TempDir
    Path folder;

    private Exports.Read read(byte[] workbook) {
        return new Exports(folder).file("visits.xlsx", workbook).read();
    }

    private static void refused(Exports.Read read, String setting) {
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_LIMIT);
        assertThat(read.fileProblems.get(0).words()).containsEntry("setting", setting);
    }

    @Test
    void strictWorkbooksAreRead() {
        assertThat(read(new RawBook().strict().sheet("九月", ROWS).bytes()).contents())
                .containsExactly("v1|2026-09-01T00:00:00|E1|骨科|60|40||||||");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void soArePartsInUtf16(String charset) {
        RawBook book =
                new RawBook().in(java.nio.charset.Charset.forName(charset)).sheet("九月", ROWS);
        assertThat(read(book.bytes()).contents()).containsExactly("v1|2026-09-01T00:00:00|E1|骨科|60|40||||||");
    }

    @Test
    void aSheetThatIsListedThousandsOfTimesIsRefused() {
        RawBook book = new RawBook().sheet("0", ROWS);
        for (int i = 1; i < 5000; i++) {
            book.list("S" + i, "", "worksheets/sheet1.xml");
        }
        refused(read(book.bytes()), WorkbookFile.SHEETS);
    }

    @Test
    void aSheetThatIsListedTwiceWouldCountTwice() {
        byte[] book = new RawBook()
                .sheet("a", ROWS)
                .list("b", "", "worksheets/sheet1.xml")
                .bytes();
        assertThat(read(book).fileCodes()).containsExactly(ProblemCode.FILE_DAMAGED);
    }

    @Test
    void manySheetsOfTheirOwnAreRead() {
        RawBook book = new RawBook();
        for (int i = 0; i < 60; i++) {
            book.sheet("S" + i, ROWS.replace(">v1<", ">v" + i + "<"));
        }
        assertThat(read(book.bytes()).rows).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "xl/workbook.xml|<!--|-->",
                "xl/worksheets/sheet1.xml|<!--|-->",
                "xl/worksheets/sheet1.xml|`<?x `|?>",
                "xl/worksheets/sheet1.xml|<x a='|' />",
                "xl/worksheets/sheet1.xml|<!-- < > <c>|-->",
                "xl/_rels/workbook.xml.rels|<!--|-->",
                "_rels/.rels|<!--|-->",
            })
    void oneLongPieceOfMarkupIsRefusedBeforeAParserHoldsIt(String part, String open, String close) {
        byte[] book = new RawBook().sheet("九月", ROWS).bytes();
        // Not all alike, so that the zip's ratio says nothing.
        StringBuilder filling = new StringBuilder();
        for (int i = 0; filling.length() < 1_100_000; i++) {
            filling.append(Integer.toString(i * 31_337, 36)).append(i % 7 == 0 ? " > " : " ");
        }
        refused(read(with(book, part, open + filling + close)), PartStream.MARKUP);
    }

    @Test
    void longTextInShortCellsIsNoMarkup() {
        StringBuilder rows = new StringBuilder(ROWS);
        for (int i = 0; i < 50; i++) {
            StringBuilder note = new StringBuilder();
            for (long j = 1; note.length() < 30_000; j++) {
                note.append(Long.toString(j * j * 31_337 + i, 36)).append(" > ");
            }
            rows.append(row("w" + i, "2026-09-01", "E1", note.toString(), "60", "40"));
        }
        byte[] book = new RawBook().sheet("九月", rows.toString()).bytes();
        assertThat(read(with(book, "xl/worksheets/sheet1.xml", "<!-- a comment --><?note of a program?>")).fileProblems)
                .isEmpty();
    }

    @Test
    void partsThatNobodyAskedForAreNotUnpacked() {
        byte[] book = new RawBook()
                .part("docProps/core.xml", "<!--" + " ".repeat(40_000_000) + "-->")
                .part("xl/theme/theme1.xml", "<!DOCTYPE x>")
                .sheet("九月", ROWS)
                .bytes();
        assertThat(read(book).rows).hasSize(1);
    }

    @Test
    void elementsWithinElementsWithoutEndAreRefused() {
        byte[] book = new RawBook().sheet("九月", ROWS + "<x>".repeat(300)).bytes();
        refused(read(book), "steelyard.xlsx.max-depth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE workbook [<!ENTITY a 'b'>]>", "<unclosed>"})
    void aPartThatIsNoXmlIsNamed(String text) {
        Exports.Read read = read(with(new RawBook().sheet("九月", ROWS).bytes(), "xl/workbook.xml", text));
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_DAMAGED);
        assertThat(read.fileProblems.get(0).words()).containsEntry("detail", "xl/workbook.xml");
    }

    @Test
    void halfAZipIsDamaged() {
        byte[] book = new RawBook().sheet("九月", ROWS).bytes();
        Exports.Read read = read(java.util.Arrays.copyOf(book, book.length / 2));
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_DAMAGED);
        assertThat(read.fileProblems.get(0).words()).containsEntry("detail", "zip");
    }

    /** The workbook with something before the root element's end of a part. */
    private static byte[] with(byte[] workbook, String part, String text) {
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    boolean first = text.startsWith("<!DOCTYPE");
                    int end = xml.lastIndexOf("</");
                    String changed = first || end < 0 ? text + xml : xml.substring(0, end) + text + xml.substring(end);
                    zip.write((entry.getName().equals(part) ? changed : xml).getBytes(StandardCharsets.UTF_8));
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
