package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.DatasetColumn.Type;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.spelling.DateFormats;
import dev.steelyard.input.spelling.Dates;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.words.Words;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How cells are read (rulings 17, 24, 42, 90, 120, 121). */
class CellsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "12000|12000",
                "-5|-5",
                "+5|5",
                "12.50|12.50",
                ".5|0.5",
                "-.5|-0.5",
                "007|7",
                "5.|5",
                "1,234|1234",
                "12,345,678.90|12345678.90",
                "-1,234.5|-1234.5",
                "１２，３４５．６|12345.6",
                "－３|-3",
                "' 42 '|42",
                "'\u00A042\u200B'|42",
                "(1,234.50)|-1234.50",
                "（5）|-5",
                "¥1,000|1000",
                "￥1,000.5|1000.5",
                "-¥7|-7",
                "¥-7|-7",
                "(¥7)|-7",
                "\u22127|-7",
                "5-|-5",
                "1,234.50-|-1234.50",
                "１２－|-12",
                "100¥|100",
                "100 ￥|100",
                "-100￥|-100",
                "999999999999999999|999999999999999999",
                "1234567890123456789.5|1234567890123456789.5",
                "0.0000000000000000000001|0.0000000000000000000001"
            })
    void numbers(String text, BigDecimal expected) {
        assertThat((BigDecimal) number().value(text)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "12,O00",
                "1,23",
                "1,2345",
                ",123",
                "1234,567",
                "1.2.3",
                "1,234.5,6",
                "1e5",
                "1E+05",
                "--5",
                "+-5",
                "-5-",
                "(5)-",
                "5--",
                "5²",
                "①",
                "1Ⅷ",
                "½",
                "x₂",
                "⒈",
                "𝟏𝟐",
                "१२",
                "㉑",
                "(-5)",
                "()",
                "+",
                ".",
                "-.",
                "5%",
                "1 000",
                "0x10",
                "∞",
                "NaN",
                "$5",
                "¥",
                "12元",
                "元12",
                "¥12元",
                "1.2万",
                "11万元",
                "1,10,000",
                "((5))",
                "(5",
                "٣",
                "12345678901234567890123456789012345678901"
            })
    void whatIsNoNumber(String text) {
        assertThat(fault(number(), text)).isEqualTo(ProblemCode.CELL_NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12元|12", "1,234.50 元|1234.50", "-12元|-12", "12元-|-12", "(12元)|-12", "１２元|12"})
    void yuanBehindMoney(String text, BigDecimal expected) {
        assertThat((BigDecimal) cells(Type.AMOUNT).value(text)).isEqualByComparingTo(expected);
        assertThat((BigDecimal) cells(Type.PERCENT).value(text)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12元/台", "12角", "12美元", "元", "12元元", "5²元", "1,10,000元"})
    void whatIsNoMoney(String text) {
        assertThat(fault(cells(Type.AMOUNT), text)).isEqualTo(ProblemCode.CELL_NOT_A_NUMBER);
    }

    @Test
    void theCharacterToBlameIsNamed() {
        Fault fault = (Fault) number().value("12,O00");
        Problem problem = fault.at(new SourceRef("orders", "发货.csv", "", 214), "amount");
        assertThat(Words.in("en").message(problem)).isEqualTo("Column amount: \"12,O00\" is not a number (4: “O”).");
        assertThat(Words.in("zh").message(problem)).isEqualTo("列「amount」：“12,O00” 不是数字 (4: “O”)。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "-", "—", "N/A", "null", "#N/A", "--", "\u200B", "\u0000"})
    void whatCountsAsBlankInColumnsThatAreNoText(String text) {
        assertThat(number().value(text)).isNull();
        assertThat(cells(Type.DATE).value(text)).isNull();
        assertThat(cells(Type.YES_NO).value(text)).isNull();
        assertThat(cells(Type.PERIOD).value(text)).isNull();
        assertThat(fault(column(Exports.column("c", "列", Type.NUMBER).filled().build()), text))
                .isEqualTo(ProblemCode.CELL_BLANK);
    }

    @Test
    void aKeyMustBeFilledButForColumnsThatMayBeLeftOut() {
        DatasetColumn line = Exports.column("product_line", "产品线", Type.TEXT).build();
        assertThat(fault(keyed(line), "")).isEqualTo(ProblemCode.CELL_BLANK);
        DatasetColumn optional =
                Exports.column("product_line", "产品线", Type.TEXT).optional().build();
        assertThat(keyed(optional).value("")).isNull();
    }

    private static Cells keyed(DatasetColumn column) {
        Schema schema = new Schema(
                "d",
                "数",
                List.of(),
                Set.of(),
                Schema.Layout.of(List.of(column.name()), Optional.empty(), List.of(column), List.of()),
                Schema.Reading.PLAIN);
        return Cells.of(schema, Exports.SHANGHAI).get(0);
    }

    @Test
    void aDashIsTextWhereTextIsAsked() {
        assertThat(cells(Type.TEXT).value("-")).isEqualTo("-");
        assertThat(cells(Type.TEXT).value(" N/A ")).isEqualTo("N/A");
    }

    @ParameterizedTest
    @CsvSource({"12.5%,0.125", "12.5 %,0.125", "１２．５％,0.125", "0.125,0.125", "100%,1", "1,1", "-3%,-0.03", "'1,000%',10"
    })
    void percentages(String text, BigDecimal expected) {
        assertThat((BigDecimal) cells(Type.PERCENT).value(text)).isEqualByComparingTo(expected);
    }

    @Test
    void aPercentageAboveItsGreatestIsRejected() {
        Cells share =
                column(Exports.column("c", "列", Type.PERCENT).min(0).max(1).build());
        // Rulings 42 and 120: with the question whether percent is meant.
        assertThat(fault(share, "12.5")).isEqualTo(ProblemCode.CELL_SHARE_ABOVE_ONE);
        assertThat(fault(share, new BigDecimal("20"))).isEqualTo(ProblemCode.CELL_SHARE_ABOVE_ONE);
        assertThat(fault(share, "101%")).isEqualTo(ProblemCode.CELL_SHARE_ABOVE_ONE);
        assertThat(fault(share, "2000")).isEqualTo(ProblemCode.CELL_OUT_OF_RANGE);
        assertThat(((Fault) share.value("2000")).slots()).containsEntry("range", "0…1");
        assertThat(fault(share, "-1%")).isEqualTo(ProblemCode.CELL_OUT_OF_RANGE);
        assertThat(fault(share, "%")).isEqualTo(ProblemCode.CELL_NOT_A_PERCENT);
        assertThat(fault(share, "1%%")).isEqualTo(ProblemCode.CELL_NOT_A_PERCENT);
        assertThat(fault(share, "x")).isEqualTo(ProblemCode.CELL_NOT_A_PERCENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-01",
                "2026/9/1",
                "2026/09/01",
                "2026-9-1",
                "2026.9.1",
                "2026年9月1日",
                "2026年09月01日",
                "20260901",
                "2026-09-01 00:00",
                "2026-09-01T00:00:00",
                "2026/9/1 0:00:00",
                "２０２６－０９－０１",
                " 2026-09-01\u00A0",
                "2026-09-01 00:00:00.000",
                "2026-08-31T16:00:00Z",
                "2026年9月1日 0时0分",
                "2026-09-01 10:00",
                "2026-09-01 23:59:59",
                "2026/9/1 8:05",
                "2026-09-01T14:30:25",
                "2026年9月1日14时30分",
                "20260901 14:30"
            })
    void days(String text) {
        assertThat(cells(Type.DATE).value(text)).hasToString("2026-09-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-09-31",
                "2026-9",
                "26-09-01",
                "01/09/2026",
                "9/1/2026",
                "2026-09/01",
                "2026-09-01 24:00",
                "2026-09-01 25:10",
                "2026-09-①",
                "2026-09-0¹",
                "2026年⑨月1日",
                "2026-09-01x",
                "2026年9月",
                "2026-09-1a",
                "46266",
                "1899-12-31",
                "20260931",
                "202609011",
                "2026-09-",
                "2026--09-01",
                "明天"
            })
    void whatIsNoDay(String text) {
        assertThat(fault(cells(Type.DATE), text)).isEqualTo(ProblemCode.CELL_NOT_A_DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01 14:30,2026-09-01T14:30",
        "2026-09-01T14:30:05,2026-09-01T14:30:05",
        "2026/9/1 9:05,2026-09-01T09:05",
        "2026-09-01  14:30,2026-09-01T14:30",
        "2026-09-01,2026-09-01T00:00",
        "20260901 14:30,2026-09-01T14:30",
        "2026年9月1日 14:30,2026-09-01T14:30",
        "2026年9月1日14时30分,2026-09-01T14:30",
        "2026年9月1日14时30分5秒,2026-09-01T14:30:05",
        "2026-09-01 14：30,2026-09-01T14:30",
        "2026-09-01 14:30:05.1234567899,2026-09-01T14:30:05.123456789",
        "2026-09-01T14:30:00Z,2026-09-01T22:30",
        "2026-09-01T14:30+08:00,2026-09-01T14:30",
        "2026-09-01 20:30:00 -0500,2026-09-02T09:30",
        "2024-02-29 23:59:59,2024-02-29T23:59:59"
    })
    void times(String text, String expected) {
        assertThat(cells(Type.DATE_TIME).value(text)).isEqualTo(LocalDateTime.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-01 24:00",
                "2026-09-01 14:60",
                "2026-09-01 14:30:60",
                "2026-09-01 14",
                "2026-09-01T",
                "14:30",
                "2026-09-01 2:30 PM",
                "2026-09-0114:30",
                "2026-09-01 14:3",
                "2026-02-30 10:00",
                "2026-09-01 14:30:05.",
                "2026-09-01T14:30+25:00",
                "2026-09-01T14:30[Asia/Shanghai]",
                "2026-09-01 aa:bb"
            })
    void whatIsNoTime(String text) {
        assertThat(fault(cells(Type.DATE_TIME), text)).isEqualTo(ProblemCode.CELL_NOT_A_DATE_TIME);
    }

    @Test
    void yesAndNo() {
        for (String yes : List.of("Y", "y", "yes", "YES", "是", "true", "TRUE", "1", " Ｙ ")) {
            assertThat(cells(Type.YES_NO).value(yes)).isEqualTo(true);
        }
        for (String no : List.of("N", "n", "no", "否", "False", "0", "０")) {
            assertThat(cells(Type.YES_NO).value(no)).isEqualTo(false);
        }
        assertThat(fault(cells(Type.YES_NO), "也许")).isEqualTo(ProblemCode.CELL_NOT_YES_NO);
        assertThat(fault(cells(Type.YES_NO), "2")).isEqualTo(ProblemCode.CELL_NOT_YES_NO);
    }

    @Test
    void periods() {
        assertThat(cells(Type.PERIOD).value(" 2026-09 ")).hasToString("2026-09");
        assertThat(cells(Type.PERIOD).value("2026-q3")).hasToString("2026-Q3");
        assertThat(cells(Type.PERIOD).value("２０２６")).hasToString("2026");
        assertThat(cells(Type.PERIOD).value(LocalDateTime.parse("2026-09-01T00:00")))
                .hasToString("2026-09");
        assertThat(cells(Type.PERIOD).value(new BigDecimal("2026"))).hasToString("2026");
        assertThat(cells(Type.PERIOD).value("2026/9/1")).hasToString("2026-09");
        assertThat(fault(cells(Type.PERIOD), LocalDateTime.parse("2026-09-02T00:00")))
                .isEqualTo(ProblemCode.CELL_NOT_A_PERIOD);
        assertThat(fault(cells(Type.PERIOD), "2026-Q5")).isEqualTo(ProblemCode.CELL_NOT_A_PERIOD);
        assertThat(fault(cells(Type.PERIOD), "九月")).isEqualTo(ProblemCode.CELL_NOT_A_PERIOD);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/9,2026-09",
        "2026/09,2026-09",
        "2026-9,2026-09",
        "2026.09,2026-09",
        "2026.9,2026-09",
        "2026.10,2026-10",
        "202609,2026-09",
        "2026年9月,2026-09",
        "2026年09月,2026-09",
        "2026年09月份,2026-09",
        "2026 年 9 月,2026-09",
        "２０２６年９月,2026-09",
        "2026Q3,2026-Q3",
        "2026年Q3,2026-Q3",
        "2026/Q3,2026-Q3",
        "2026年第3季度,2026-Q3",
        "2026年三季度,2026-Q3",
        "2026年第四季度,2026-Q4",
        "2026-3季度,2026-Q3",
        "2026年,2026",
        "2026年度,2026"
    })
    void periodsAsPeopleWriteThem(String text, String expected) {
        assertThat(cells(Type.PERIOD).value(text)).hasToString(expected);
        assertThat(cells(Type.PERIOD).value(" " + text + "\u3000")).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026.1",
                "20261",
                "2026年13月",
                "2026年0月",
                "2026-00",
                "Sep-26",
                "26-09",
                "2026年九月",
                "2026第5季度",
                "2026年⑨月",
                "2026-9月",
                "2026/9/2",
                "2026年9",
                "2026-09-",
                "2026上半年",
                "09-2026",
                "2026--09"
            })
    void whatIsNoPeriod(String text) {
        assertThat(fault(cells(Type.PERIOD), text)).isEqualTo(ProblemCode.CELL_NOT_A_PERIOD);
    }

    @Test
    void aPeriodThatASheetHoldsAsANumber() {
        assertThat(cells(Type.PERIOD).value(new BigDecimal("202609"))).hasToString("2026-09");
        assertThat(cells(Type.PERIOD).value(new BigDecimal("2026.09"))).hasToString("2026-09");
        // January, or October of which the nought fell off.
        assertThat(fault(cells(Type.PERIOD), new BigDecimal("2026.1"))).isEqualTo(ProblemCode.CELL_NOT_A_PERIOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"①", "¹", "𝟏", "⑴", "１²"})
    void noOtherDigitIsAYes(String text) {
        assertThat(fault(cells(Type.YES_NO), text)).isEqualTo(ProblemCode.CELL_NOT_YES_NO);
    }

    @Test
    void controlCharactersAreRefusedInText() {
        for (String text : List.of("骨\u0000科", "a\u0007b", "a\u007Fb", "甲\uFFFE", "x\uD800y", "E\u001F1")) {
            assertThat(fault(cells(Type.TEXT), text)).isEqualTo(ProblemCode.CELL_CONTROL);
            assertThat(fault(cells(Type.LIST), text)).isEqualTo(ProblemCode.CELL_CONTROL);
            assertThat(fault(id(), text)).isEqualTo(ProblemCode.CELL_CONTROL);
        }
        assertThat(cells(Type.TEXT).value("一\n二\t三\r\n𠮷")).isEqualTo("一\n二\t三\r\n𠮷");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=E1", "+E1", "-E1", "@E1", "＝E1", "=cmd|' /C calc'!A0", "+8613", "-5"})
    void idsThatBeginLikeAFormulaAreRefused(String text) {
        assertThat(fault(id(), text)).isEqualTo(ProblemCode.CELL_FORMULA);
        assertThat(cells(Type.TEXT).value(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"鍗庝笢,华东", "鍖椾含甯,北京", "寮犱笁涓,张三", "涓婃捣,上海", "åŒ—äº¬,北京", "»ª¶«,华东", "ÕÅÈý,张三", "鎴愮啛浜у搧绾,成熟产品"})
    void textThatWasDecodedWronglyOnce(String text, String meant) {
        Fault fault = (Fault) cells(Type.TEXT).value(text);
        assertThat(fault.code()).isEqualTo(ProblemCode.CELL_GARBLED);
        assertThat(fault.slots().get("meant")).startsWith(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "华东",
                "联通",
                "上海",
                "烫烫烫",
                "锟斤拷",
                "鍗",
                "龚龑",
                "Müller",
                "Çelik Şirketi",
                "Ångström",
                "café",
                "鑫淼",
                "懿轩",
                "骨科-关节",
                "陕西",
                "闫鑫"
            })
    void textThatOnlyLooksRare(String text) {
        assertThat(cells(Type.TEXT).value(text)).isEqualTo(text);
    }

    @Test
    void choices() {
        Cells kind = column(Exports.column("c", "列", Type.CHOICE)
                .choices(ordered("high", List.of("高", "H i"), "low", List.of("低")))
                .build());
        for (String high : List.of("high", "HIGH", "高", " 高 ", "ｈｉｇｈ", "hi")) {
            assertThat(kind.value(high)).isEqualTo("high");
        }
        assertThat(kind.value("—")).isNull();
        assertThat(((Fault) kind.value("中")).slots()).containsEntry("choices", "high (高, H i), low (低)");
    }

    @Test
    void textWithKnownSpellingsKeepsTheOthers() {
        Cells grade = column(Exports.column("c", "列", Type.TEXT)
                .choices(Map.of("3A", List.of("三甲")))
                .build());
        assertThat(grade.value("三甲")).isEqualTo("3A");
        assertThat(grade.value("３ａ")).isEqualTo("3A");
        assertThat(grade.value("社区")).isEqualTo("社区");
        assertThat(grade.value("-")).isEqualTo("-");
    }

    private static Map<String, List<String>> ordered(String one, List<String> ofOne, String two, List<String> ofTwo) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put(one, ofOne);
        choices.put(two, ofTwo);
        return choices;
    }

    @Test
    void lists() {
        assertThat(cells(Type.LIST).value(" T1；T2,T3、T4;; ，T5 ")).isEqualTo(List.of("T1", "T2", "T3", "T4", "T5"));
        assertThat(cells(Type.LIST).value(" ; ")).isNull();
        assertThat(cells(Type.LIST).value("-")).isNull();
    }

    @Test
    void namesKeepTheirFormAndIdsAreFolded() {
        assertThat(cells(Type.TEXT).value(" \uFEFFＡ公司（上海）\u3000")).isEqualTo("Ａ公司（上海）");
        assertThat(id().value("\u200BＥ１００１\u00A0")).isEqualTo("E1001");
        assertThat(id().value("00123")).isEqualTo("00123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23E+05", "6.2E18", "1E+10", "6.22848E+18", "1.0e-5"})
    void idsThatASpreadsheetRewrote(String text) {
        assertThat(fault(id(), text)).isEqualTo(ProblemCode.CELL_DAMAGED_ID);
        assertThat(cells(Type.TEXT).value(text)).isEqualTo(text);
    }

    /** They are written as they are, into files that a spreadsheet may open. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-E1", "+861", "@x", "＝cmd", "－E1"})
    void idsThatASpreadsheetWouldCalculate(String text) {
        assertThat(fault(id(), text)).isEqualTo(ProblemCode.CELL_FORMULA);
        assertThat(cells(Type.TEXT).value("x" + text)).isEqualTo("x" + text);
    }

    @Test
    void anIdIsAsLongAsTheLedgerKeepsIt() {
        assertThat(id().value("E".repeat(200))).isEqualTo("E".repeat(200));
        assertThat(fault(id(), "E".repeat(201))).isEqualTo(ProblemCode.CELL_TOO_LONG);
        assertThat(cells(Type.TEXT).value("成".repeat(32_767))).isEqualTo("成".repeat(32_767));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12E3", "E5", "1.2E", "1E", "2.5", "1.2.3E+5", "A1.2E+5", "6228480402564890018"})
    void idsThatMerelyLookLikeIt(String text) {
        assertThat(id().value(text)).isEqualTo(text);
    }

    @Test
    void numericCellsInTextColumns() {
        assertThat(id().value(new BigDecimal("1001"))).isEqualTo("1001");
        assertThat(id().value(new BigDecimal("123456789012345"))).isEqualTo("123456789012345");
        assertThat(fault(id(), new BigDecimal("6228480402564890000"))).isEqualTo(ProblemCode.CELL_DAMAGED_ID);
        assertThat(fault(id(), LocalDateTime.parse("2026-03-01T00:00"))).isEqualTo(ProblemCode.CELL_DAMAGED_ID);
        assertThat(cells(Type.TEXT).value(new BigDecimal("12.5"))).isEqualTo("12.5");
        assertThat(cells(Type.TEXT).value(LocalDateTime.parse("2026-03-01T00:00")))
                .isEqualTo("2026-03-01");
    }

    @Test
    void sheetCellsOfAnotherKind() {
        assertThat(fault(number(), LocalDateTime.parse("2026-03-01T00:00"))).isEqualTo(ProblemCode.CELL_NOT_A_NUMBER);
        assertThat(fault(number(), true)).isEqualTo(ProblemCode.CELL_NOT_A_NUMBER);
        assertThat(cells(Type.YES_NO).value(true)).isEqualTo(true);
        assertThat(cells(Type.YES_NO).value(new BigDecimal("0"))).isEqualTo(false);
        assertThat(cells(Type.DATE).value(new BigDecimal("20260901"))).hasToString("2026-09-01");
        assertThat(fault(cells(Type.DATE), new BigDecimal("46266"))).isEqualTo(ProblemCode.CELL_NOT_A_DATE);
        assertThat(cells(Type.DATE).value(LocalDateTime.parse("2026-03-01T10:00")))
                .hasToString("2026-03-01");
    }

    @Test
    void aCellLongerThanASpreadsheetHolds() {
        assertThat(cells(Type.TEXT).value("长".repeat(32_767))).isInstanceOf(String.class);
        Fault fault = (Fault) cells(Type.TEXT).value("长".repeat(32_768));
        assertThat(fault.code()).isEqualTo(ProblemCode.CELL_TOO_LONG);
        assertThat(fault.slots()).containsEntry("length", "32768").containsEntry("limit", "32767");
    }

    @Test
    void serialDaysOfBothDateSystems() {
        assertThat(Dates.ofSerial(new BigDecimal("46266.6041666667"), false)).hasToString("2026-09-01T14:30");
        assertThat(Dates.ofSerial(new BigDecimal("44804"), true)).hasToString("2026-09-01T00:00");
        assertThat(Dates.ofSerial(new BigDecimal("1"), false)).hasToString("1900-01-01T00:00");
        assertThat(Dates.ofSerial(new BigDecimal("59"), false)).hasToString("1900-02-28T00:00");
        assertThat(Dates.ofSerial(new BigDecimal("60"), false)).isNull();
        assertThat(Dates.ofSerial(new BigDecimal("61"), false)).hasToString("1900-03-01T00:00");
        assertThat(Dates.ofSerial(new BigDecimal("46265.999999999"), false)).hasToString("2026-09-01T00:00");
        assertThat(Dates.ofSerial(new BigDecimal("-1"), false)).isNull();
        assertThat(Dates.ofSerial(new BigDecimal("2958466"), false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "yyyy\"年\"m\"月\"d\"日\"",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
                "yyyy年m月d日",
                "[h]:mm",
                "h:mm",
                "[$-F800]dddd\\,\\ mmmm\\ dd",
                "m/d/yy;@",
                "[Red]yyyy",
                "[hh]"
            })
    void dateFormats(String format) {
        assertThat(DateFormats.isDate(format)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "G/通用格式",
                "0.00",
                "#,##0;[Red]-#,##0",
                "0%",
                "0.00E+00",
                "\"day\"0",
                "0\\d",
                "[$¥-804]#,##0.00",
                "_ * #,##0_ ;_ * \\-#,##0_ ",
                "@",
                "0_h",
                "[Magenta]0",
                "0;\"minus\" d"
            })
    void numberFormats(String format) {
        assertThat(DateFormats.isDate(format)).isFalse();
    }

    private static Cells number() {
        return cells(Type.NUMBER);
    }

    private static Cells id() {
        return column(
                Exports.column("c", "列", Type.TEXT).references("employees").build());
    }

    private static Cells cells(Type type) {
        return column(Exports.column("c", "列", type).build());
    }

    private static Cells column(DatasetColumn column) {
        Schema schema = new Schema(
                "d",
                "数",
                List.of(),
                Set.of(),
                Schema.Layout.of(List.of(), Optional.empty(), List.of(column), List.of()),
                Schema.Reading.PLAIN);
        return Cells.of(schema, Exports.SHANGHAI).get(0);
    }

    private static ProblemCode fault(Cells cells, Object raw) {
        Object value = cells.value(raw);
        assertThat(value).isInstanceOf(Fault.class);
        return ((Fault) value).code();
    }
}
