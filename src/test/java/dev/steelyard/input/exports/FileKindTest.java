package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose content is other than their name says: what it is, and what to do. */
class FileKindTest {

    private static final String CSV = Exports.HEADER + "\nv1,2026-09-01,E1,骨科,60,40\n";

    @TempDir
    Path folder;

    private Problem refused(String name, byte[] content) {
        Exports.Read read = new Exports(folder).file(name, content).read();
        assertThat(read.files).isEmpty();
        assertThat(read.fileProblems).hasSize(1);
        Problem problem = read.fileProblems.get(0);
        for (String language : new String[] {"zh", "en"}) {
            assertThat(Words.in(language).message(problem) + Words.in(language).fix(problem))
                    .doesNotContainPattern("[A-Z][a-z]+(Exception|Error)|java");
        }
        return problem;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "visits.xlsx|<html><body><table><tr><td>1</td></tr></table></body></html>|HTML",
                "visits.csv|<!DOCTYPE html><p>请先登录</p>|HTML",
                "visits.xlsx| <meta charset='utf-8'><table>|HTML",
                "visits.csv|<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook>|XML",
                "visits.xlsx|拜访编号,拜访时间|CSV",
                "visits.csv|%PDF-1.7|PDF",
                "visits.csv|{\"rows\": []}|JSON",
                "visits.csv|MIME-Version: 1.0|MHTML",
                "visits.csv|ID;PWXL;N;E|SYLK",
            })
    void byTheirBeginning(String name, String content, String format) {
        Problem problem = refused(name, utf8(content));
        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_DISGUISED);
        assertThat(problem.words()).containsEntry("format", format);
        assertThat(Words.in("en").message(problem)).contains("its content is " + format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aWebPageInUtf16(String charset) {
        byte[] page = "\uFEFF<html><table>".getBytes(Charset.forName(charset));
        assertThat(refused("visits.xlsx", page).words()).containsEntry("format", "HTML");
    }

    /** Text that says nothing of its characters' width, or whose width is not read: what it is, not a row of control characters each. */
    @ParameterizedTest
    @CsvSource({
        "visits.csv,UTF-16LE,UTF-16",
        "visits.csv,UTF-16BE,UTF-16",
        "visits.xlsx,UTF-16BE,UTF-16",
        "visits.csv,UTF-32LE,UTF-32",
        "visits.csv,UTF-32BE,UTF-32",
    })
    void textOfWideCharacters(String name, String charset, String format) {
        String mark = charset.startsWith("UTF-32") ? "\uFEFF" : "";
        byte[] text = (mark + "拜访编号,拜访时间\nV1,2026-09-01 10:00\n").getBytes(Charset.forName(charset));
        assertThat(refused(name, text).words()).containsEntry("format", format);
    }

    @Test
    void textWithTheNameOfAWorkbook() {
        byte[] text = "\uFEFF拜访编号,拜访时间\nV1,2026-09-01\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(refused("visits.xlsx", text).words()).containsEntry("format", "CSV");
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.bin,.xlsb",
        "word/document.xml,.docx",
        "Index/Document.iwa,.numbers",
        "orders.csv,ZIP",
    })
    void zipsByTheirParts(String part, String format) {
        Problem problem = refused("visits.xlsx", Exports.zip(Map.of(part, "x")));
        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_DISGUISED);
        assertThat(problem.words()).containsEntry("format", format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.xlsx", "visits.csv"})
    void anOpenDocument(String name) {
        byte[] ods = Exports.zip(
                Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"));
        assertThat(refused(name, ods).words()).containsEntry("format", ".ods");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.xlsx", "visits.csv"})
    void aWorkbookOfBefore2007(String name) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet();
            book.write(out);
            Problem problem = refused(name, out.toByteArray());
            assertThat(problem.code()).isEqualTo(ProblemCode.FILE_DISGUISED);
            assertThat(problem.words()).containsEntry("format", ".xls");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", " \r\n\n", "\0\0\0\0"})
    void nothingAtAll(String content) {
        assertThat(refused("visits.csv", utf8(content)).code()).isEqualTo(ProblemCode.FILE_EMPTY);
        assertThat(refused("visits.xlsx", utf8(content)).code()).isEqualTo(ProblemCode.FILE_EMPTY);
    }

    @Test
    void aWorkbookUnderTheNameOfATextIsRead() {
        byte[] book = new RawBook()
                .sheet(
                        "九月",
                        RawBook.row(Exports.HEADER.split(",")) + RawBook.row("v1", "2026-09-01", "E1", "", "1", "1"))
                .bytes();
        assertThat(new Exports(folder).file("visits.csv", book).read().values("visit_id"))
                .containsExactly("v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID;姓名", "<无>,1", "[示例],1", "{},"})
    void textThatOnlyBeginsLikeSomethingElseIsText(String first) {
        Exports.Read read =
                new Exports(folder).file("visits.csv", utf8(first + "\n" + CSV)).read();
        // It stands above the header, and that is all there is to say.
        assertThat(read.fileProblems).isNotEmpty().allMatch(problem -> problem.severity() != Severity.ERROR);
        assertThat(read.values("visit_id")).containsExactly("v1");
    }

    @Test
    void brokenHeadsAreDamagedAndNotMore() {
        assertThat(refused("visits.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}).code())
                .isEqualTo(ProblemCode.FILE_DAMAGED);
        byte[] ole2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3};
        assertThat(refused("visits.xlsx", ole2).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
        assertThat(refused("visits.xlsx", new byte[] {1, 0, 2, 0}).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    }
}
