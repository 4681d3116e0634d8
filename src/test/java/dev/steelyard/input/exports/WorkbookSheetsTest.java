package dev.steelyard.input.exports;

import static dev.steelyard.input.exports.RawBook.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.words.Words;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a workbook is read, and that everything else is said: sheets, rows, cells that whoever exports it may not see. */
class WorkbookSheetsTest {

    private static final String HEADER = row(Exports.HEADER.split(","));
    private static final String[] V1 = {"v1", "2026-09-01", "E1", "骨科", "60", "40"};
    private static final String[] V2 = {"v2", "2026-09-02", "E2", "眼科", "30", "20"};
    private static final String[] V3 = {"v3", "2026-09-03", "E3", "", "30", "20"};

    @TempDir
    Path folder;

    private Exports.Read read(RawBook book) {
        return new Exports(folder).file("visits.xlsx", book.bytes()).read();
    }

    private static String say(Problem problem) {
        return Words.in("en").message(problem);
    }

    // ------------------------------------------------------------------ sheets

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "veryHidden"})
    void aHiddenSheetIsNotReadAndItsRowsAreCounted(String state) {
        Exports.Read read = read(new RawBook()
                .sheet("九月", HEADER + row(V1))
                .sheet("旧", state, "<row/>" + row("旧数据") + HEADER + row(V2) + "<row/>" + row(V3), ""));
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.fileProblems).extracting(Problem::code).containsExactly(ProblemCode.SHEET_HIDDEN);
        assertThat(say(read.fileProblems.get(0))).isEqualTo("Sheet 旧 is hidden and holds 2 rows; they were not read.");
    }

    @Test
    void aHiddenSheetWithoutAHeaderThatHoldsRowsIsSaid() {
        Exports.Read read =
                read(new RawBook().sheet("九月", HEADER + row(V1)).sheet("续", "hidden", row(V2) + row(V3), ""));
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.fileCodes()).containsExactly(ProblemCode.SHEET_HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "拜访记录", "选项,高,低", "说明,请按模板填写,E1"})
    void aHiddenSheetOfListsOrNotesIsPassedOverInSilence(String cells) {
        Exports.Read read =
                read(new RawBook().sheet("九月", HEADER + row(V1)).sheet("选项", "hidden", row(cells.split(",")), ""));
        assertThat(read.fileProblems).isEmpty();
    }

    @Test
    void whereAllSheetsAreHiddenTheFileIsNotReadAndSaysWhy() {
        Exports.Read read = read(new RawBook().sheet("九月", "hidden", HEADER + row(V1), ""));
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.SHEET_HIDDEN, ProblemCode.HEADER_MISSING);
    }

    @Test
    void rowsOnASecondSheetWithoutAHeaderAreSaid() {
        Exports.Read read =
                read(new RawBook().sheet("1", HEADER + row(V1)).sheet("2", row(V2) + row(V3) + "<row/>" + row(V1)));
        assertThat(read.fileProblems).extracting(Problem::code).containsExactly(ProblemCode.SHEET_WITHOUT_HEADER);
        assertThat(say(read.fileProblems.get(0)))
                .isEqualTo("Sheet 2 has no header but 3 rows that look like visits; they were not read.");
        assertThat(ProblemCode.SHEET_WITHOUT_HEADER.isOfWholeFile()).isTrue();
    }

    @Test
    void soAreRowsInAnotherOrderOfColumnsUnderATitleAndInNumberCells() {
        String other = "<row><c><v>60</v></c><c><v>40</v></c><c t='str'><v>v9</v></c><c t='str'><v>2026/9/1</v></c>"
                + "<c t='str'><v>E1</v></c></row>";
        Exports.Read read = read(new RawBook()
                .sheet("1", row("时长", "有效时长", "拜访编号", "拜访时间", "工号", "科室") + other)
                .sheet("2", row("续表") + other.repeat(3)));
        assertThat(read.fileCodes()).containsExactly(ProblemCode.SHEET_WITHOUT_HEADER);
    }

    /** Rows that go on on another sheet: one alone, behind blank rows, with a number before each, before the sheet that has the header. */
    @ParameterizedTest
    @ValueSource(strings = {"one", "blank rows first", "before", "a third sheet"})
    void soAreRowsThatGoOnElsewhere(String how) {
        RawBook book = new RawBook();
        String first = HEADER + row(V1);
        Exports.Read read = read(
                switch (how) {
                    case "one" -> book.sheet("1", first).sheet("2", row(V2));
                    case "blank rows first" -> book.sheet("1", first)
                            .sheet("2", "<row/><row/><row/>" + row(V2) + row(V3));
                    case "before" -> book.sheet("1", row(V2) + row(V3)).sheet("2", first);
                    default -> book.sheet("1", first)
                            .sheet("2", HEADER + row(V2))
                            .sheet("3", row(V3));
                });
        assertThat(read.fileCodes()).containsExactly(ProblemCode.SHEET_WITHOUT_HEADER);
        assertThat(read.values("visit_id")).contains("v1").doesNotContain("v3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"填表说明,一,二,三,四,五", "客户编码,名称,城市", "汇总,2026-09", "合计,,,,90,60"})
    void notesOtherTablesAndSummariesAreNot(String cells) {
        Exports.Read read = read(new RawBook()
                .sheet("1", HEADER + row(V1))
                .sheet("2", row(cells.split(",")).repeat(3)));
        assertThat(read.fileProblems).isEmpty();
    }

    @Test
    void hiddenAndFilteredRowsAreReadAndSaidWithTheirSums() {
        String hidden = row(V2).replace("<row>", "<row hidden='1'>");
        String flat = row(V3).replace("<row>", "<row ht='0' customHeight='1'>");
        Exports.Read read = read(new RawBook().sheet("九月", HEADER + row(V1) + hidden + flat + "<row hidden='true'/>"));
        assertThat(read.values("visit_id")).containsExactly("v1", "v2", "v3");
        assertThat(read.found).extracting(Problem::code).containsExactly(ProblemCode.SHEET_ROWS_HIDDEN);
        assertThat(say(read.found.get(0)))
                .isEqualTo(
                        "On sheet 九月, 2 rows from row 3 on are hidden or filtered out; they were read like the others.");
    }

    // ------------------------------------------------------------------ above and beside the header

    @Test
    void rowsAboveTheHeaderAreRejectedInAWorkbook() {
        Exports.Read read = read(
                new RawBook().sheet("九月", row("拜访记录", "2026-09") + row(V2) + "<row/>" + row(V3) + HEADER + row(V1)));
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.codes()).containsOnly(ProblemCode.ROW_ABOVE_HEADER).hasSize(2);
        assertThat(read.problems.get(0).where()).hasToString("visits.xlsx!九月:2");
        assertThat(say(read.problems.get(0))).startsWith("The row stands above the header (row 5) but looks like data");
        assertThat(read.sum(SliceTally::read)).isEqualTo(3);
    }

    @Test
    void soTheyAreInText() {
        Exports.Read read = new Exports(folder)
                .lines("导出时间,2026-10-08", String.join(",", V2), Exports.HEADER, String.join(",", V1))
                .read();
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.codes()).containsExactly(ProblemCode.ROW_ABOVE_HEADER);
        assertThat(read.problems.get(0).where()).hasToString("visits.csv:2");
        assertThat(read.lines()).containsExactly(4L);
    }

    @Test
    void titlesTotalsAndASecondHeaderAboveAreNot() {
        Exports.Read read = new Exports(folder)
                .lines(
                        "公司,杆秤,部门,销售,制表,张三",
                        "必填,必填,必填,选填,分钟,分钟",
                        "合计,,,,90,60",
                        "",
                        "编号,时间,人员,科室,分钟数,有效",
                        Exports.HEADER,
                        String.join(",", V1))
                .read();
        assertThat(read.problems).isEmpty();
        assertThat(read.values("visit_id")).containsExactly("v1");
    }

    @ParameterizedTest
    @CsvSource({"7,G2,20", "9,G2,眼科", "12,G2,v2"})
    void aValueBeyondTheHeaderRejectsItsRow(int width, String cell, String value) {
        String[] shifted = new String[width];
        java.util.Arrays.fill(shifted, "");
        System.arraycopy(V2, 0, shifted, width - V2.length, V2.length);
        Exports.Read read = read(new RawBook().sheet("九月", HEADER + row(shifted) + row(V1)));
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_BEYOND_HEADER);
        assertThat(say(read.problems.get(0)))
                .isEqualTo("Cell " + cell + " holds \"" + value
                        + "\", but its column has no header: the row may be shifted.");
    }

    @Test
    void soDoesOneUnderABlankHeaderAtTheEndButNoBlankNorWhatStandsBesideATotal() {
        String header = row((Exports.HEADER + ", ,").split(",", -1));
        Exports.Read read = read(new RawBook()
                .sheet(
                        "九月",
                        header
                                + row("v1", "2026-09-01", "E1", "", "60", "40", "", " ")
                                + row("v2", "2026-09-01", "E1", "", "60", "40", "x")
                                + row("合计", "", "", "", "120", "80", "", "", "制表：张三")));
        assertThat(read.values("visit_id")).containsExactly("v1");
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_BEYOND_HEADER);
    }

    @Test
    void aLastHeaderThatIsMergedCoversItsColumns() {
        Exports.Read read = read(new RawBook()
                .sheet(
                        "九月",
                        "",
                        HEADER + row("v1", "2026-09-01", "E1", "", "60", "40", "分"),
                        "<mergeCells><mergeCell ref='F1:G1'/></mergeCells>"));
        assertThat(read.problems).isEmpty();
    }

    // ------------------------------------------------------------------ cells

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c><f>30*2</f><v></v></c>",
                "<c><f>30*2</f></c>",
                "<c><f>30*2</f><v/></c>",
                "<c t='n'><f>30*2</f><v> </v></c>",
                "<c t='str'><f>30*2</f></c>",
                "<c t='s'><f>30*2</f><v></v></c>",
            })
    void aFormulaThatWasNeverCalculatedRejectsItsRow(String cell) {
        Exports.Read read = read(new RawBook()
                .sheet("九月", HEADER + row("v1", "2026-09-01", "E1", "").replace("</row>", cell + "</row>")));
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_NOT_CALCULATED);
        assertThat(say(read.problems.get(0)))
                .isEqualTo("The formula =30*2 in column minutes has no result: the program that wrote the file did not"
                        + " calculate it.");
        assertThat(Words.in("en").fix(read.problems.get(0)))
                .isEqualTo("Open the file in Excel or WPS, save it and run again.");
    }

    @Test
    void aResultOfZeroThatIsToBeCalculatedOnOpeningIsNone() {
        String zero = row("v1", "2026-09-01", "E1", "").replace("</row>", "<c><f>A1*2</f><v>0</v></c></row>");
        assertThat(read(new RawBook().calculatedOnLoad().sheet("九月", HEADER + zero))
                        .codes())
                .containsExactly(ProblemCode.CELL_NOT_CALCULATED);
        assertThat(read(new RawBook().sheet("九月", HEADER + zero)).values("minutes"))
                .containsExactly(BigDecimal.ZERO);
    }

    @Test
    void anEmptyTextIsAResultAndAnEmptyCellWithoutAFormulaIsBlank() {
        Exports.Read read = read(
                new RawBook()
                        .calculatedOnLoad()
                        .sheet(
                                "九月",
                                HEADER
                                        + "<row><c t='str'><v>v1</v></c><c t='str'><v>2026-09-01</v></c><c t='str'><v>E1</v></c>"
                                        + "<c t='str'><f>IF(1,\"\")</f><v></v></c><c><v></v></c><c><f>1</f><v>1</v></c></row>"));
        assertThat(read.problems).isEmpty();
        assertThat(read.value("department")).isNull();
        assertThat(read.value("minutes")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "000000|123|000123",
                "000000|1234567|1234567",
                "\"HB\"0000|7|HB0007",
                "\\E0000|12|E0012",
                "00-000|1234|01-234",
                "[$-804]00000;@|9|00009",
                "000000_ |42|000042",
                "General|123|123",
                "0|123|123",
                "#,##0|1234|1234",
                "0.00|5|5",
            })
    void anIdIsReadAsItsCellShowsIt(String format, String held, String id) {
        String cells = "<c s='1'><v>" + held + "</v></c><c t='str'><v>2026-09-01</v></c><c s='1'><v>" + held
                + "</v></c><c/><c s='1'><v>" + held + "</v></c>";
        Exports.Read read = read(new RawBook().formats(format).sheet("九月", HEADER + "<row>" + cells + "</row>"));
        assertThat(read.value("visit_id")).isEqualTo(id);
        assertThat(read.value("employee_id")).isEqualTo(id);
        assertThat(read.value("minutes")).as("a number is what is held").isEqualTo(new BigDecimal(held));
    }

    @Test
    void mergesThatLieOverEachOtherCostNoTimePerRow() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 3000; i++) {
            rows.append(row("v" + i, "2026-09-01", "E1", i == 0 ? "骨科" : "", "60", "40"));
        }
        String merges = "<mergeCell ref='D2:D3001'/>".repeat(60_000);
        Exports.Read read =
                read(new RawBook().sheet("九月", "", rows.toString(), "<mergeCells>" + merges + "</mergeCells>"));
        assertThat(read.problems).isEmpty();
        assertThat(read.values("department")).hasSize(3000).containsOnly("骨科");
    }

    @Test
    void aMergedStateThatChoosesRowsStandsForAllItsRows() {
        Exports.Read read = new Exports(folder)
                .schema(Exports.VISITS.with(
                        new dev.steelyard.engine.dataset.Schema.Rows(Map.of("状态", List.of("已审核")), Map.of())))
                .file(
                        "visits.xlsx",
                        new RawBook()
                                .sheet(
                                        "九月",
                                        "",
                                        row((Exports.HEADER + ",状态").split(","))
                                                + row("v1", "2026-09-01", "E1", "", "1", "1", "已审核")
                                                + row("v2", "2026-09-01", "E1", "", "1", "1")
                                                + row("v3", "2026-09-01", "E1", "", "1", "1", "草稿"),
                                        "<mergeCells><mergeCell ref='G2:G3'/></mergeCells>")
                                .bytes())
                .read();
        assertThat(read.values("visit_id")).containsExactly("v1", "v2");
    }

    @Test
    void textIsReadAsItAlwaysWas() {
        Exports.Read read = new Exports(folder)
                .file("visits.csv", Exports.HEADER + "\n" + String.join(",", V1) + "\n", StandardCharsets.UTF_8)
                .read();
        assertThat(read.files.get(0).slices().get(0).shape()).isEqualTo(new Slice.Text("UTF-8", ','));
    }
}
