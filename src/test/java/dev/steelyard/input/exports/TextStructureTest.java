package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.DatasetColumn.Type;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How text can be cut, shifted, mixed and headed so that it still looks well formed. */
class TextStructureTest {

    private static final Charset GB = Encoding.GB18030;

    /** Sales of dealers: a code with its name beside it, money last. */
    private static final Schema SALES = new Schema(
            "sales",
            "销售",
            List.of(),
            Set.of(),
            Schema.Layout.of(
                    List.of("line_id"),
                    Optional.of("date"),
                    List.of(
                            Exports.column("line_id", "行号", Type.TEXT).build(),
                            Exports.column("date", "日期", Type.DATE)
                                    .build()
                                    .with(new DatasetColumn.Rules(List.of(), true, Optional.empty(), Optional.empty())),
                            Exports.column("dealer_id", "经销商", Type.TEXT)
                                    .references("customers")
                                    .build()
                                    .with(new DatasetColumn.Rules(
                                            List.of("经销商编码"), false, Optional.empty(), Optional.empty())),
                            Exports.column("currency", "币种", Type.TEXT)
                                    .optional()
                                    .choices(Map.of("CNY", List.of("人民币"), "USD", List.of("美元")))
                                    .build()
                                    .with(new DatasetColumn.Rules(
                                            List.of(), false, Optional.of("CNY"), Optional.empty())),
                            Exports.column("quantity", "数量", Type.NUMBER)
                                    .optional()
                                    .build(),
                            Exports.column("amount", "金额", Type.AMOUNT).build()),
                    List.of()),
            new Schema.Reading(
                    Schema.Rows.ALL,
                    new Schema.Headings(
                            List.of("*", "必填", "选填"), Map.of("元", BigDecimal.ONE, "万元", BigDecimal.valueOf(10_000)))));

    private static final Schema TARGETS = new Schema(
            "targets",
            "目标",
            List.of(),
            Set.of(Schema.Trait.REGISTER),
            Schema.Layout.of(
                    List.of("subject", "indicator"),
                    Optional.empty(),
                    List.of(
                            Exports.column("subject", "对象", Type.TEXT).build(),
                            Exports.column("indicator", "指标", Type.TEXT).build(),
                            Exports.column("target", "目标值", Type.PERCENT)
                                    .build()
                                    .with(new DatasetColumn.Rules(
                                            List.of(),
                                            false,
                                            Optional.empty(),
                                            Optional.of(new DatasetColumn.TargetOf(
                                                    "indicator", Optional.of(Set.of("share_attainment", "份额目标"))))))),
                    List.of()),
            Schema.Reading.PLAIN);

    @TempDir
    Path folder;

    private Exports.Read sales(String text) {
        return new Exports(folder)
                .schema(SALES)
                .file("sales.csv", text, StandardCharsets.UTF_8)
                .read();
    }

    // ---------------------------------------------------------------- the header below its data

    @ParameterizedTest
    @ValueSource(
            strings = {"S1,2026-09-01,D1,100\n", "S1,2026/9/1,D1,\"1,200\"\n", "S1,2026-09-01,,\n", "S1,坏日期,D1,100\n"})
    void dataAboveTheHeaderIsRejectedRowByRow(String above) {
        Exports.Read read = sales(above + "行号,日期,经销商,金额\nS2,2026-09-02,D1,200\n");
        assertThat(read.fileCodes()).containsExactly(ProblemCode.ROWS_ABOVE_HEADER);
        assertThat(read.codes()).containsExactly(ProblemCode.ROW_ABOVE_HEADER);
        assertThat(read.problems.get(0).where().row()).isEqualTo(1);
        assertThat(read.values("line_id")).containsExactly("S2");
        assertThat(read.sum(SliceTally::read)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"销售明细\n", "销售明细,,,\n", "导出人：张三,导出时间：2026-10-01,,\n", "\"单位：元\n第二行\"\n", "a\"b,c\n"})
    void aTitleAboveTheHeaderIsNoData(String above) {
        Exports.Read read = sales(above + "行号,日期,经销商,金额\nS2,2026-09-02,D1,200\n");
        assertThat(read.fileCodes()).containsExactly(ProblemCode.ROWS_ABOVE_HEADER);
        assertThat(read.codes()).isEmpty();
        assertThat(read.values("line_id")).containsExactly("S2");
        assertThat(read.sum(SliceTally::read)).isEqualTo(1);
    }

    @Test
    void blankRowsAboveTheHeaderNeedNoWord() {
        assertThat(sales("\n,,,\n \n行号,日期,经销商,金额\nS2,2026-09-02,D1,200\n").fileCodes())
                .isEmpty();
    }

    // ---------------------------------------------------------------- the last line

    @ParameterizedTest
    @ValueSource(strings = {"93", "9355.5", "9,", "-4", ""})
    void moneyAtTheEndOfAnOpenLineIsNotTrusted(String cut) {
        Exports.Read read =
                sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\nS2,2026-09-02,D1," + (cut.contains(",") ? "9" : cut));
        assertThat(read.codes()).containsExactly(ProblemCode.CELL_CUT);
        assertThat(read.values("line_id")).containsExactly("S1");
    }

    /** A file made of two exports: the rows below the second header are not in the first one's columns. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "行号,日期,金额,经销商\nS2,2026-09-02,9,D1",
                "日期,行号,经销商,amount\n2026-09-02,S2,D1,9",
                "line_id,date,amount,dealer_id\nS2,2026-09-02,9,D1"
            })
    void anotherHeaderAmongTheRowsIsSaid(String second) {
        Exports.Read read = sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\n" + second + "\n");
        assertThat(read.codes()).contains(ProblemCode.ROW_HEADER_AGAIN);
    }

    @Test
    void theSameHeaderAgainIsNoRow() {
        assertThat(sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\n行号,日期,经销商,金额\nS2,2026-09-02,D1,9\n")
                        .codes())
                .isEmpty();
    }

    /** What a program writes that cannot write Chinese. */
    @ParameterizedTest
    @ValueSource(strings = {"??", "????", "???????"})
    void nothingButQuestionMarksIsNoText(String text) {
        assertThat(sales("行号,日期,经销商,金额\nS1,2026-09-01," + text + ",100\n").codes())
                .containsExactly(ProblemCode.CELL_QUESTION_MARKS);
    }

    /** A note below the rows is none that was cut. */
    @Test
    void aFileThatEndsWithinARowIsCut() {
        assertThat(sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\nS2,2026-09-02").codes())
                .containsExactly(ProblemCode.RECORD_CUT);
        assertThat(sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\n导出人：张三").codes())
                .containsExactly(ProblemCode.COLUMN_COUNT);
        assertThat(sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\nS2,2026-09-02\n").codes())
                .containsExactly(ProblemCode.COLUMN_COUNT);
    }

    @Test
    void aClosedOrTextualLastFieldIsWhole() {
        assertThat(sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,\"100\"").codes()).isEmpty();
        assertThat(sales("行号,日期,经销商,金额,备注\nS1,2026-09-01,D1,100,急").codes()).isEmpty();
        assertThat(sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\n").codes()).isEmpty();
        assertThat(sales("金额,行号,经销商,日期\n5,S1,D1,2026-09-10").codes()).isEmpty();
        assertThat(sales("金额,行号,经销商,日期\n5,S1,D1,2026-09-1").codes()).containsExactly(ProblemCode.CELL_CUT);
    }

    // ---------------------------------------------------------------- quotes and delimiters

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S1\"a,b\",2026-09-01,100",
                "S1,2026-09-01 \"D,1\",100",
                " \"S1,x\",2026-09-01,100",
                "S1,x\"2026-09-01,D1\",100"
            })
    void aSeparatorMissingBeforeAQuoteShiftsTheRow(String row) {
        assertThat(sales("行号,日期,经销商,金额\n" + row + "\n").codes()).containsExactly(ProblemCode.RECORD_SHIFTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3\"管,2026-09-01,4\"管,100", "a\"b\"c,2026-09-01,D1,100", "\"a\"\"b\",2026-09-01,D\"1,100"})
    void inchesAreNoShift(String row) {
        Exports.Read read = sales("行号,日期,经销商,金额\n" + row + "\n");
        assertThat(read.codes()).isEmpty();
        assertThat(read.rows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"，", "；", "、", "^", "~"})
    void anOtherDelimiterIsNamed(String delimiter) {
        Exports.Read read = sales("行号,日期,经销商,金额\nS1,2026-09-01,D1,100\n".replace(",", delimiter));
        assertThat(read.fileCodes()).containsExactly(ProblemCode.FILE_DELIMITER);
        assertThat(read.fileProblems.get(0).slots()).containsEntry("delimiter", delimiter);
    }

    @Test
    void aBarIsReadInEveryEncoding() {
        // 檤 ends with the byte of a bar in GB18030.
        String text = "行号|日期|经销商|金额\n檤1|2026-09-01|D1|100\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB)) {
            Exports.Read read = new Exports(folder)
                    .schema(SALES)
                    .file("sales.csv", text, charset)
                    .read();
            assertThat(read.values("line_id")).containsExactly("檤1");
        }
    }

    @Test
    void aLineOfUtf8InAFileOfGb18030() {
        byte[] head = "行号,日期,经销商,金额\n甲1,2026-09-01,北京,100\n".getBytes(GB);
        byte[] line = "乙二,2026-09-02,华东,200\n丙丁,2026-09-02,华北区域,300\n".getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[head.length + line.length];
        System.arraycopy(head, 0, both, 0, head.length);
        System.arraycopy(line, 0, both, head.length, line.length);
        Exports.Read read =
                new Exports(folder).schema(SALES).file("sales.csv", both).read();
        assertThat(read.values("line_id")).containsExactly("甲1");
        assertThat(read.codes()).contains(ProblemCode.CELL_GARBLED);
    }

    @Test
    void aQuoteThatOpensInLineAfterLineEndsTheFile() {
        String line = "S1,2026-09-01,\"D1,100\n";
        Exports.Read read = new Exports(folder, 1000)
                .schema(SALES)
                .file("sales.csv", "行号,日期,经销商,金额\n" + line.repeat(25_000), StandardCharsets.UTF_8)
                .read();
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).containsExactly(ProblemCode.RECORD_BROKEN);
        assertThat(read.fileProblems.get(0).where().row()).isEqualTo(2);
    }

    // ---------------------------------------------------------------- headers

    @ParameterizedTest
    @CsvSource({
        "金额(元),1.5",
        "金额（元）,1.5",
        "金额【元】,1.5",
        "金额(万元),15000",
        "金额（单位：万元）,15000",
        "*金额,1.5",
        "金额*,1.5",
        "＊金额(万元)*,15000",
        "金额（必填）,1.5",
        "金额(万元)(必填),15000",
        "（选填）金额,1.5"
    })
    void whatIsAddedToAHeader(String header, BigDecimal expected) {
        Exports.Read read = sales("*行号,日期（必填）,经销商," + header + "\nS1,2026-09-01,D1,1.5\n合计,,,1.5\n");
        assertThat((BigDecimal) read.value("amount")).isEqualByComparingTo(expected);
        assertThat(read.tallies.get(0).sums().get("amount")).isEqualByComparingTo(expected);
        assertThat(read.totals.get(0).stated().get("amount")).isEqualByComparingTo(expected);
        boolean converted = expected.compareTo(BigDecimal.TEN) > 0;
        assertThat(read.fileCodes())
                .containsExactlyElementsOf(converted ? List.of(ProblemCode.HEADER_CONVERTED) : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"金额(美元)", "金额（含税）", "金额(K)", "数量(万元),金额"})
    void aUnitThatNobodyKnowsStopsTheFile(String header) {
        Exports.Read read = sales("行号,日期,经销商," + header + "\nS1,2026-09-01,D1,1\n");
        assertThat(read.files).isEmpty();
        assertThat(read.fileCodes()).contains(ProblemCode.HEADER_UNIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "行号,日期,经销商编码,经销商,金额\nS1,2026-09-01,D1,一医药,1",
                "行号,日期,经销商,经销商编码,金额\nS1,2026-09-01,一医药,D1,1",
                "行号,日期,经销商,dealer_id,金额\nS1,2026-09-01,一医药,D1,1"
            })
    void theCodeGoesBeforeTheNameBesideIt(String text) {
        Exports.Read read = sales(text + "\n");
        assertThat(read.fileCodes()).isEmpty();
        assertThat(read.values("dealer_id")).containsExactly("D1");
        List<String> header = List.of(text.substring(0, text.indexOf('\n')).split(","));
        assertThat(new Unread.Counting(SALES, header).isNeeded()).isFalse();
    }

    @Test
    void twoCodesAreStillOneTooMany() {
        assertThat(sales("行号,日期,经销商编码,dealer_id,金额\nS1,2026-09-01,D1,D1,1\n").fileCodes())
                .containsExactly(ProblemCode.HEADER_DOUBLED);
        assertThat(sales("行号,日期,经销商,金额,金额(元)\nS1,2026-09-01,D1,1,1\n").fileCodes())
                .containsExactly(ProblemCode.HEADER_DOUBLED);
    }

    // ---------------------------------------------------------------- rows

    @Test
    void aRemarkMakesNoExampleOfARowWithAKey() {
        Exports.Read read = sales("备注,行号,日期,经销商,金额\n示例客户回访,S1,2026-09-01,D1,1\nExample,S2,2026-09-01,D1,2\n"
                + "示例,,2026-09-01,D1,3\n,示例1,2026-09-01,D1,4\n");
        assertThat(read.values("line_id")).containsExactly("S1", "S2");
        assertThat(read.sum(SliceTally::skipped)).isEqualTo(2);
    }

    /** A row with a key is a row, whatever else calls itself an example: a customer's name, a remark before or behind, a dealer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "行号,日期,经销商,金额,备注\nS1,2026-09-01,D1,1,示例\n",
                "备注,行号,日期,经销商,金额\nEXAMPLE-1,S1,2026-09-01,D1,1\n",
                "客户名称,行号,日期,经销商,金额\n示例：第一医院,S1,2026-09-01,D1,1\n",
                "行号,日期,经销商,金额\nS1,2026-09-01,示例经销商,1\n"
            })
    void soIsARowThatNamesAnExample(String file) {
        Exports.Read read = sales(file);
        assertThat(read.values("line_id")).containsExactly("S1");
        assertThat(read.sum(SliceTally::skipped)).isZero();
    }

    @Test
    void anotherCurrencyIsNotAdded() {
        Exports.Read read = sales("行号,日期,经销商,金额,币种\nS1,2026-09-01,D1,1,人民币\nS2,2026-09-01,D1,1,\n"
                + "S3,2026-09-01,D1,1,USD\nS4,2026-09-01,D1,1,美元\nS5,2026-09-01,D1,1,日元\nS6,2026-09-01,D1,1,cny\n");
        assertThat(read.values("line_id")).containsExactly("S1", "S2", "S6");
        assertThat(read.codes()).hasSize(3).containsOnly(ProblemCode.CELL_CURRENCY);
    }

    @Test
    void aBlankDateIsSaidAndTheRowStays() {
        Exports.Read read = new Exports.Read() {
            @Override
            public void said(Problem problem) {
                fileProblems.add(problem);
            }
        };
        Exports exports = new Exports(folder)
                .schema(SALES)
                .file("sales.csv", "行号,日期,经销商,金额\nS1,,D1,1\nS2,-,D1,1\nS3,2026-09-01,D1,1\n", StandardCharsets.UTF_8);
        exports.freeze().files().get(0).slices().forEach(slice -> exports.read(slice, read));
        assertThat(read.rows).hasSize(3);
        assertThat(read.fileCodes()).containsExactly(ProblemCode.CELL_EXPECTED, ProblemCode.CELL_EXPECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "sales_amount,343000%,CELL_PERCENT_UNFIT",
        "sales_amount,12.5％,CELL_PERCENT_UNFIT",
        "visits,30 %,CELL_PERCENT_UNFIT",
        "share_attainment,20,CELL_SHARE_ABOVE_ONE",
        "Share_Attainment,1.01,CELL_SHARE_ABOVE_ONE",
        "份额目标,101%,CELL_SHARE_ABOVE_ONE",
        "share_attainment,2000,CELL_SHARE_ABOVE_ONE",
        "share_attainment,20%,",
        "份额目标,0.2,",
        "share_attainment,100%,",
        "sales_amount,343000,"
    })
    void targetsThatAreSharesAndTargetsThatAreNot(String indicator, String target, ProblemCode code) {
        Exports.Read read = new Exports(folder)
                .schema(TARGETS)
                .file("targets.csv", "对象,指标,目标值\nE1," + indicator + "," + target + "\n", StandardCharsets.UTF_8)
                .read();
        assertThat(read.codes()).isEqualTo(code == null ? List.of() : List.of(code));
    }

    // ---------------------------------------------------------------- what nobody reads

    @Test
    void valuesOfUnreadColumnsAddUpInAnyOrder() {
        List<String> header = List.of("行号", "日期", "经销商", "金额", "订单状态", "", "备注");
        Unread.Counting one = new Unread.Counting(SALES, header);
        Unread.Counting two = new Unread.Counting(SALES, header);
        one.take(List.of("S1", "", "", "", " 已审核 ", "x", "n0"));
        one.take(List.of("S2", "", "", "", "已取消"));
        for (int i = 0; i <= Unread.MOST; i++) {
            two.take(List.of("S", "", "", "", "已审核", "", "n" + i));
        }
        Unread sum = one.counted().plus(two.counted());
        assertThat(sum).isEqualTo(two.counted().plus(one.counted()));
        assertThat(sum.columns()).containsOnlyKeys("订单状态", "备注");
        assertThat(sum.columns().get("订单状态").counts()).isEqualTo(Map.of("已审核", Unread.MOST + 2L, "已取消", 1L));
        assertThat(sum.columns().get("备注").many()).isTrue();
    }
}
