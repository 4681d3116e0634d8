package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTest {

    private static final String WIDE = Exports.HEADER + ",份额,记录完整,计划日期,周期,难度,团队";

    @TempDir
    Path folder;

    private final XSSFWorkbook book = new XSSFWorkbook();

    @Test
    void titleRowsHeaderRowsAndTotals() {
        XSSFSheet sheet = book.createSheet("一月");
        fill(sheet, 0, "拜访记录（2026年9月）");
        fill(sheet, 2, (Object[]) Exports.HEADER.split(","));
        fill(sheet, 3, "v1", "2026-09-01 10:00", "E1", "骨科", 60, 40);
        fill(sheet, 5, "v2", "2026/9/2", "E2", null, 12.5, 0.1 + 0.2);
        fill(sheet, 6, "合计", null, null, null, 72.5, 40.3);
        Exports.Read read = read();
        assertThat(read.contents())
                .containsExactly(
                        "v1|2026-09-01T10:00:00|E1|骨科|60|40||||||", "v2|2026-09-02T00:00:00|E2||12.5|0.3||||||");
        assertThat(read.rows.get(1).source()).hasToString("visits.xlsx!一月:6");
        assertThat(read.rowRecords).containsExactly(3L, 5L);
        assertThat(read.totals).hasSize(1);
        assertThat(read.totals.get(0).stated()).isEqualTo(read.totals.get(0).before());
        assertThat(read.files.get(0).charset()).isEmpty();
    }

    @Test
    void theSameRowsAsFromText() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, 1001, null, "E1", 302, "1,060", 40, null, true, null, null, "高", "T1;T2");
        set(sheet, 1, 1, 46266.604166666664, "yyyy/m/d h:mm");
        set(sheet, 1, 6, 0.125, "0.00%");
        set(sheet, 1, 8, 46266, "yyyy\"年\"m\"月\"d\"日\"");
        set(sheet, 1, 9, 46266, "yyyy-mm");
        Exports.Read fromSheet = read();
        Exports.Read fromText = new Exports(folder)
                .lines(WIDE, "1001,2026-09-01 14:30,E1,302,1060,40,12.5%,是,2026-09-01,2026-09,高,T1;T2")
                .read();
        assertThat(fromSheet.problems).isEmpty();
        assertThat(fromSheet.contents()).isEqualTo(fromText.contents());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17, 22, 27, 31, 36, 50, 57, 58})
    void builtInDateFormatsChineseOnesToo(int format) {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, "v1", 46266, "E1", null, 1, 1);
        CellStyle style = book.createCellStyle();
        style.setDataFormat((short) format);
        sheet.getRow(1).getCell(1).setCellStyle(style);
        assertThat(read().value("visited_at")).isEqualTo(LocalDateTime.parse("2026-09-01T00:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "yyyy年m月d日", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"})
    void customDateFormats(String format) {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, "v1", 0, "E1", null, 1, 1);
        set(sheet, 1, 1, 46266, format);
        assertThat(read().value("visited_at")).isEqualTo(LocalDateTime.parse("2026-09-01T00:00"));
    }

    @Test
    void theDateSystemOf1904() {
        book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, "v1", 0, "E1", null, 1, 1);
        set(sheet, 1, 1, 44804, "yyyy-mm-dd");
        assertThat(read().value("visited_at")).isEqualTo(LocalDateTime.parse("2026-09-01T00:00"));
    }

    /** As spreadsheets do: of a value and a text inside the cell, its type says which counts. Never both in one. */
    @Test
    void twoTextsInACellAreNotOne() {
        Exports.Read read = raw(
                "<row>" + text(WIDE.split(",")) + "</row><row>" + text("v1", "2026-09-01", "E1", "")
                        + "<c t='str'><v>60</v><is><t>6O</t></is></c>"
                        + "<c t='inlineStr'><v>4O</v><is><t>40</t></is></c></row>",
                "");
        assertThat(read.problems).isEmpty();
        assertThat(read.contents()).containsExactly("v1|2026-09-01T00:00:00|E1||60|40||||||");
    }

    @Test
    void aNumberThatIsNotFormattedAsADateIsNone() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, "v1", 46266, "E1", null, 1, 1);
        Exports.Read read = read();
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_NOT_A_DATE_TIME);
        assertThat(read.problems.get(0).value()).isEqualTo("46266");
        assertThat(read.rejected.get(0)).startsWith("v1", "46266", "E1", "", "1", "1");
    }

    @Test
    void cachedValuesOfFormulasAndTheLackOfThem() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, "v1", "2026-09-01", "E1", null, null, 1);
        fill(sheet, 2, "v2", "2026-09-01", "E1", null, null, 1);
        sheet.getRow(1).createCell(4).setCellFormula("30*2");
        book.getCreationHelper()
                .createFormulaEvaluator()
                .evaluateFormulaCell(sheet.getRow(1).getCell(4));
        XSSFCell never = sheet.getRow(2).createCell(4);
        never.setCellFormula("30*2");
        Exports.Read read = read();
        assertThat(read.values("minutes")).containsExactly(new BigDecimal("60"));
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_NOT_CALCULATED);
        assertThat(read.problems.get(0).value()).isEqualTo("=30*2");
    }

    @Test
    void errorsBooleansRichTextAndInlineText() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, "v1", "2026-09-01", "E1", null, 1, 1, null, true);
        XSSFRichTextString rich = new XSSFRichTextString("骨科 二");
        rich.applyFont(0, 2, book.createFont());
        sheet.getRow(1).createCell(3).setCellValue(rich);
        fill(sheet, 2, "v2", "2026-09-01", "E1", null, null, 1);
        sheet.getRow(2).createCell(4).setCellErrorValue(FormulaError.DIV0);
        Exports.Read read = read();
        assertThat(read.value("department")).isEqualTo("骨科 二");
        assertThat(read.value("complete")).isEqualTo(true);
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_ERROR);
        assertThat(Words.in("en").message(read.problems.get(0)))
                .isEqualTo("The cell in column minutes holds the error #DIV/0!.");
    }

    @ParameterizedTest
    @CsvSource({"1001,1001", "123456789012345,123456789012345", "1.0E7,10000000"})
    void numericIdsPrintPlain(double id, String text) {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, id, "2026-09-01", "E1", null, 1, 1);
        assertThat(read().value("visit_id")).isEqualTo(text);
    }

    @Test
    void idsThatTheSpreadsheetRounded() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) WIDE.split(","));
        fill(sheet, 1, 6228480402564890018d, "2026-09-01", "E1", null, 1, 1);
        Exports.Read read = read();
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_DAMAGED_ID);
        assertThat(read.problems.get(0).value()).startsWith("622848040256489");
    }

    @Test
    void mergedGroupsAreFilledDown() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) "科室,拜访编号,拜访时间,工号,时长,有效时长".split(","));
        fill(sheet, 1, "骨科", "v1", null, "E1", 1, 1);
        set(sheet, 1, 2, 46266, "yyyy-mm-dd");
        fill(sheet, 2, null, "v2", null, "E1", 1, 1);
        fill(sheet, 3, null, "v3", null, "E1", 1, 1);
        fill(sheet, 4, null, "v4", "2026-09-03", "E1", 1, 1);
        sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
        sheet.addMergedRegion(new CellRangeAddress(1, 3, 2, 2));
        Exports.Read read = read();
        assertThat(read.problems).isEmpty();
        assertThat(read.values("department")).containsExactly("骨科", "骨科", "骨科", null);
        assertThat(read.values("visited_at")).doesNotContainNull().hasSize(4);
    }

    @Test
    void aMergedNumberRejectsItsRows() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) Exports.HEADER.split(","));
        fill(sheet, 1, "v1", "2026-09-01", "E1", null, 60, 1);
        fill(sheet, 2, "v2", "2026-09-01", "E1", null, null, 1);
        fill(sheet, 3, "v3", "2026-09-01", "E1", null, 60, 1);
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 4, 4));
        Exports.Read read = read();
        assertThat(read.values("visit_id")).containsExactly("v3");
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_MERGED_NUMBER, ProblemCode.CELL_MERGED_NUMBER);
        assertThat(read.problems.get(1).value()).isEqualTo("60");
        assertThat(Words.in("en").message(read.problems.get(1)))
                .isEqualTo("The number in column minutes is a merged cell, so it is unclear which row it belongs to.");
    }

    @Test
    void mergedTitlesHeadersAndTotalsDoNoHarm() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, "拜访记录");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
        fill(sheet, 1, (Object[]) Exports.HEADER.split(","));
        fill(sheet, 2, (Object) null);
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        fill(sheet, 3, "v1", "2026-09-01", "E1", null, 60, 1);
        fill(sheet, 4, "合计", null, null, null, 60, 1);
        sheet.addMergedRegion(new CellRangeAddress(4, 4, 0, 3));
        Exports.Read read = read();
        assertThat(read.problems).isEmpty();
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.totals).hasSize(1);
    }

    @Test
    void hiddenRowsAreReadAndEachSheetIsASlice() {
        XSSFSheet first = book.createSheet("华东");
        fill(first, 0, (Object[]) Exports.HEADER.split(","));
        fill(first, 1, "v1", "2026-09-01", "E1", null, 60, 1);
        first.getRow(1).setZeroHeight(true);
        fill(book.createSheet("说明"), 0, "请按模板填写");
        XSSFSheet second = book.createSheet("华南");
        fill(second, 3, (Object[]) Exports.HEADER.split(","));
        fill(second, 4, "v2", "2026-09-01", "E1", null, 60, 1);
        Exports.Read read = read();
        assertThat(read.fileProblems).isEmpty();
        assertThat(read.found).extracting(Problem::code).containsExactly(ProblemCode.SHEET_ROWS_HIDDEN);
        assertThat(read.files.get(0).slices()).extracting(Slice::sheet).containsExactly("华东", "华南");
        assertThat(read.rows)
                .extracting(row -> row.source().toString())
                .containsExactly("visits.xlsx!华东:2", "visits.xlsx!华南:5");
        assertThat(read.rowRecords).containsExactly(1L, (2L << 20) + 4);
    }

    @Test
    void aSheetWithASpoiltHeaderStopsTheFileAndASummaryIsPassedOver() {
        fill(book.createSheet("数据"), 0, (Object[]) Exports.HEADER.split(","));
        fill(book.createSheet("汇总"), 0, "科室", "合计金额");
        assertThat(read().fileCodes()).containsExactly(ProblemCode.SHEET_IGNORED);

        XSSFWorkbook other = new XSSFWorkbook();
        fill(other.createSheet("数据"), 0, (Object[]) Exports.HEADER.split(","));
        fill(other.createSheet("数据2"), 0, (Object[])
                Exports.HEADER.replace("工号", "员工").split(","));
        Exports.Read read = new Exports(folder).workbook("visits.xlsx", other).read();
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.HEADER_MISSING);
        assertThat(read.fileProblems.get(0).where()).hasToString("visits.xlsx!数据2:1");
    }

    @Test
    void aWorkbookWithoutAnyHeader() {
        fill(book.createSheet("说明"), 0, "请按模板填写");
        assertThat(read().fileCodes()).containsExactly(ProblemCode.HEADER_MISSING);
        XSSFWorkbook empty = new XSSFWorkbook();
        empty.createSheet();
        assertThat(new Exports(folder).workbook("visits.xlsx", empty).read().fileCodes())
                .containsExactly(ProblemCode.HEADER_MISSING);
    }

    @Test
    void theInputFileIsNotTouched() throws IOException {
        fill(book.createSheet(), 0, (Object[]) Exports.HEADER.split(","));
        Exports exports = new Exports(folder).workbook("visits.xlsx", book);
        byte[] before = Files.readAllBytes(folder.resolve("visits.xlsx"));
        exports.read();
        assertThat(Files.readAllBytes(folder.resolve("visits.xlsx"))).isEqualTo(before);
    }

    @Test
    void readingResumesInTheMiddleOfAMergedGroupAndStops() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) Exports.HEADER.split(","));
        for (int i = 1; i <= 5000; i++) {
            fill(sheet, i, "v" + i, "2026-09-01", "E1", i == 1 ? "骨科" : null, 60, 1);
        }
        sheet.addMergedRegion(new CellRangeAddress(1, 5000, 3, 3));
        Exports exports = new Exports(folder).workbook("visits.xlsx", book);
        Slice slice = exports.freeze().files().get(0).slices().get(0);
        Exports.Read all = new Exports.Read();
        exports.read(slice, all);
        assertThat(all.marks).hasSize(2);
        Exports.Read rest = new Exports.Read();
        exports.read(slice.from(all.marks.get(1)), rest);
        assertThat(rest.contents()).isEqualTo(all.contents().subList(4096, 5000));
        assertThat(rest.contents().get(0)).contains("骨科");

        Exports.Read stopped = new Exports.Read() {
            @Override
            public boolean stop() {
                return marks.size() == 1;
            }
        };
        exports.read(slice, stopped);
        assertThat(stopped.rows).hasSize(4096);
        assertThat(stopped.tallies.get(0).whole()).isFalse();
    }

    @Test
    void whatTheSinkThrowsIsItsOwn() {
        XSSFSheet sheet = book.createSheet();
        fill(sheet, 0, (Object[]) Exports.HEADER.split(","));
        fill(sheet, 1, "v1", "2026-09-01", "E1", null, 60, 1);
        Exports exports = new Exports(folder).workbook("visits.xlsx", book);
        Slice slice = exports.freeze().files().get(0).slices().get(0);
        RowSink failing = new Exports.Read() {
            @Override
            public void row(long record, Row row) {
                throw new IllegalStateException("full");
            }
        };
        assertThatThrownBy(
                        () -> new SliceReader(exports.store(), Exports.VISITS, Exports.SHANGHAI).read(slice, failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("full");
    }

    @Test
    void rowsAndCellsWithoutReferencesAndEscapedText() {
        Exports.Read read = raw(
                "<row>" + text(Exports.HEADER.split(",")) + "</row><row>"
                        + text("v_x0031_", "2026-09-01", "E1", "骨_x000D_科_x", "60", "1") + "</row>"
                        + "<row r='9'><c r='C9' t='str'><v>E2</v></c><c r='A9' t='str'><v>v9</v></c>"
                        + "<c r='B9' t='d'><v>2026-09-01T10:00:00</v></c></row>",
                "");
        assertThat(read.problems).isEmpty();
        assertThat(read.contents())
                .containsExactly("v1|2026-09-01T00:00:00|E1|骨\r科_x|60|1||||||", "v9|2026-09-01T10:00:00|E2|||||||||");
        assertThat(read.lines()).containsExactly(2L, 9L);
    }

    @Test
    void nonsenseInASheetIsRejectedRowByRow() {
        Exports.Read read = raw(
                "<row>" + text(Exports.HEADER.split(",")) + "</row>"
                        + "<row><c t='s'><v>99</v></c><c t='s'><v>x</v></c><c/><c/><c><v>1E999</v></c><c><v>abc</v></c></row>",
                "");
        assertThat(read.codes())
                .containsExactly(
                        ProblemCode.CELL_ERROR,
                        ProblemCode.CELL_ERROR,
                        ProblemCode.CELL_BLANK,
                        ProblemCode.CELL_NOT_A_NUMBER,
                        ProblemCode.CELL_NOT_A_NUMBER);
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Exports.Read read = raw(
                "<row>" + text(Exports.HEADER.split(",")) + "</row><row>" + text("&x;", "", "E1", "", "", "")
                        + "</row>",
                "<!DOCTYPE worksheet [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>");
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_DAMAGED);
        assertThat(read.rows).isEmpty();
    }

    @Test
    void brokenXmlIsADamagedFile() {
        assertThat(raw("<row><c></row>", "").fileCodes()).containsExactly(ProblemCode.FILE_DAMAGED);
    }

    @Test
    void aZipBombIsRefusedAndTheSettingNamed() {
        Exports.Read read = raw("<row>" + text(Exports.HEADER.split(",")) + "</row>" + " ".repeat(30_000_000), "");
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_LIMIT);
        assertThat(Words.in("en").message(read.fileProblems.get(0)))
                .isEqualTo("The workbook unpacks to more than is safe (steelyard.xlsx.max-markup-bytes = 1048576); "
                        + "it was not read.");
    }

    private Exports.Read read() {
        return new Exports(folder).workbook("visits.xlsx", book).read();
    }

    /** A workbook of one sheet with the rows, written by hand. */
    private Exports.Read raw(String rows, String prolog) {
        Map<String, String> parts = new HashMap<>();
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + types + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/sheet1.xml' ContentType='" + types + "worksheet+xml'/></Types>");
        parts.put("_rels/.rels", relation(relations + "/officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relation(relations + "/worksheet", "sheet1.xml"));
        String main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
        parts.put(
                "xl/workbook.xml",
                "<workbook " + main + " xmlns:r='" + relations + "'><sheets><sheet name='S' sheetId='1' r:id='r1'/>"
                        + "</sheets></workbook>");
        parts.put("xl/sheet1.xml", prolog + "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>");
        return new Exports(folder).file("visits.xlsx", Exports.zip(parts)).read();
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='" + type + "' Target='" + target + "'/></Relationships>";
    }

    private static String text(String... cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            row.append("<c t='inlineStr'><is><t>").append(cell).append("</t></is></c>");
        }
        return row.toString();
    }

    private static void fill(XSSFSheet sheet, int number, Object... values) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else if (values[i] instanceof Boolean value) {
                row.createCell(i).setCellValue(value);
            } else if (values[i] != null) {
                row.createCell(i).setCellValue((String) values[i]);
            }
        }
    }

    private void set(XSSFSheet sheet, int row, int column, double value, String format) {
        XSSFCell cell = sheet.getRow(row).createCell(column);
        cell.setCellValue(value);
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }
}
