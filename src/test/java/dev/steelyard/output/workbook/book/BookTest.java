package dev.steelyard.output.workbook.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {

    private static final Imprint IMPRINT =
            new Imprint("Test", LocalDate.of(2026, 10, 12), "footer", false, "&P of &N", "en");

    @TempDir
    Path temp;

    private XSSFWorkbook write(Sheet sheet, int mostRows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Book.write(IMPRINT, List.of(sheet), temp, out, mostRows);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static <R> Sheet table(Column<R> column, List<R> rows) {
        return new Sheet.Table<>("Rows", 0, Block.of("Title", List.of(column), rows, "There are none."));
    }

    @Test
    void goesOnWithAnotherSheetWhereOneIsFull() throws IOException {
        Column<Integer> number = Column.number("n", "Number", Format.COUNT, Datum::whole);
        List<Integer> rows = IntStream.rangeClosed(1, 20).boxed().toList();
        try (XSSFWorkbook book = write(table(number, rows), 10)) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheetAt(0).getRow(9).getCell(0).getNumericCellValue())
                    .isEqualTo(8);
            assertThat(book.getSheet("Rows 2").getRow(1).getCell(0)).hasToString("Number");
            assertThat(book.getSheet("Rows 3").getRow(5).getCell(0).getNumericCellValue())
                    .isEqualTo(20);
        }
    }

    @Test
    void aTableWiderThanPaperGoesOnBesideItUnderItsFirstColumns() throws IOException {
        List<Column<String>> columns = IntStream.range(0, 7)
                .mapToObj(at -> Column.<String>of("c" + at, "C" + at, Width.wrap(40), Format.TEXT, Datum::text))
                .toList();
        try (XSSFWorkbook book = write(new Sheet.Table<>("Rows", 2, Block.of("T", columns, List.of("x"), "")), 10)) {
            assertThat(book.getSheetAt(0).getPrintSetup().getFitWidth()).isEqualTo((short) 2);
            assertThat(book.getSheetAt(0).getRepeatingColumns().formatAsString())
                    .isEqualTo("A:B");
            assertThat(book.getSheetAt(0).getRepeatingRows().formatAsString()).isEqualTo("2:2");
            assertThat(book.getPrintArea(0)).isNull();
        }
        List<Column<String>> fewer = new ArrayList<>(columns);
        fewer.set(4, columns.get(4).onScreen());
        try (XSSFWorkbook book = write(new Sheet.Table<>("Rows", 2, Block.of("T", fewer, List.of("x"), "")), 10)) {
            assertThat(book.getSheetAt(0).getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(book.getPrintArea(0)).isEqualTo("Rows!$A$1:$D$3");
        }
    }

    @Test
    void aTextWiderThanItsColumnOfAPageIsNotCutOffByTheNextCell() throws IOException {
        Column<String> narrow = Column.of("a", "A", Width.fit(4, 12), Format.TEXT, Datum::text);
        Column<String> next = Column.of(
                "b", "B", Width.fit(4, 12), Format.TEXT, text -> Datum.text(text.endsWith(".") ? "" : "next"));
        Column<String> last = Column.of("c", "C", Width.wrap(20), Format.TEXT, text -> Datum.text("c"));
        List<String> rows = List.of("target 300000 to 200000", "short", "target 300000 to 200000.");
        Block<String> block = Block.of("Table", List.of(narrow, next, last), rows, "");
        try (XSSFWorkbook book = write(new Sheet.Page("Page", "Title", List.of(), List.of(block)), 1000)) {
            List<Row> found = new ArrayList<>();
            book.getSheetAt(0).forEach(row -> {
                if (row.getCell(0) != null && rows.contains(row.getCell(0).toString())) {
                    found.add(row);
                }
            });
            assertThat(found)
                    .extracting(row -> row.getCell(0).getCellStyle().getWrapText())
                    .as("an empty cell beside it leaves room")
                    .containsExactly(true, false, false);
            assertThat(found.get(0).getHeightInPoints())
                    .isGreaterThan(found.get(1).getHeightInPoints() * 1.5f);
        }
    }

    private static int high(XSSFWorkbook book) {
        return book.getSheetAt(0).getPrintSetup().getFitHeight();
    }

    /** An upright sheet of paper holds some forty of these rows. */
    private XSSFWorkbook rows(int count) throws IOException {
        return rows(count, 100);
    }

    private XSSFWorkbook rows(int count, int digits) throws IOException {
        Column<Integer> wide = Column.of("n", "Number", Width.fit(digits, digits), Format.COUNT, Datum::whole);
        return write(table(wide, IntStream.range(0, count).boxed().toList()), 1000);
    }

    @Test
    void aTableWhoseLastRowsNeedASheetOfTheirOwnIsPrintedALittleSmaller() throws IOException {
        try (XSSFWorkbook rest = rows(100);
                XSSFWorkbook more = rows(120)) {
            assertThat(high(rest)).isEqualTo(2);
            assertThat(high(more)).as("it would be too small").isZero();
        }
    }

    @Test
    void aListWhoseLastSheetOfPaperWouldHoldFewRowsIsCutEvenly() throws IOException {
        try (XSSFWorkbook few = rows(67, 118);
                XSSFWorkbook many = rows(80, 118)) {
            assertThat(high(few)).as("it would be too small").isZero();
            assertThat(few.getSheetAt(0).getRowBreaks()).hasSize(1);
            assertThat(few.getSheetAt(0).getRowBreaks()[0]).isBetween(30, 37);
            assertThat(many.getSheetAt(0).getRowBreaks())
                    .as("the last one is more than half full")
                    .isEmpty();
        }
    }

    /** A page of tables of so many rows, too wide for upright paper; a flat sheet of paper holds some 25 of the rows. */
    private XSSFWorkbook page(int... tables) throws IOException {
        Column<Integer> wide = Column.of("n", "Number", Width.fit(140, 140), Format.COUNT, Datum::whole);
        List<Block<?>> blocks = IntStream.of(tables)
                .<Block<?>>mapToObj(rows -> Block.of(
                        "Table", List.of(wide), IntStream.range(0, rows).boxed().toList(), ""))
                .toList();
        return write(new Sheet.Page("Page", "Title", List.of(), blocks), 1000);
    }

    @Test
    void theLastTableTakesTheOneBeforeItAlongRatherThanStandAloneOnASheetOfPaper() throws IOException {
        try (XSSFWorkbook alone = page(20, 14, 8, 1);
                XSSFWorkbook large = page(20, 14, 8, 14)) {
            assertThat(alone.getSheetAt(0).getRowBreaks()).containsExactly(24, 41);
            assertThat(large.getSheetAt(0).getRowBreaks()).containsExactly(24, 52);
        }
    }

    @Test
    void theTableBeforeTheLastStaysWhereItsSheetOfPaperWouldElseBeAlmostEmpty() throws IOException {
        try (XSSFWorkbook book = page(20, 5, 16, 3)) {
            assertThat(book.getSheetAt(0).getRowBreaks()).containsExactly(24, 51);
        }
    }

    @Test
    void whatAlmostFillsASheetOfPaperIsKeptOnIt() throws IOException {
        try (XSSFWorkbook almost = rows(40);
                XSSFWorkbook half = rows(20)) {
            assertThat(high(almost)).isEqualTo(1);
            assertThat(high(half)).isZero();
        }
    }

    @Test
    void whatSpillsOverFlatPaperGoesOnOneUprightSheet() throws IOException {
        Column<Integer> narrow = Column.of("n", "Number", Width.fit(60, 60), Format.COUNT, Datum::whole);
        Block<Integer> block = Block.of(
                "Table", List.of(narrow), IntStream.range(0, 43).boxed().toList(), "");
        try (XSSFWorkbook book = write(new Sheet.Page("Page", "Title", List.of(), List.of(block)), 1000)) {
            assertThat(book.getSheetAt(0).getPrintSetup().getLandscape()).isFalse();
            assertThat(high(book)).isOne();
        }
    }

    @Test
    void smallTablesStandOnOneSheetEachWithItsOwnColumns() throws IOException {
        Sheet.Table<?> long1 = small("Long", 31, Width.fit(8, 10));
        Sheet.Table<?> narrow = small("Narrow", 2, Width.fit(10, 10));
        Sheet.Table<?> wide = small("Wide", 30, Width.fit(40, 40));
        Sheet.Table<?> none = small("None", 0, Width.fit(8, 10));
        List<Sheet> sheets = Sheet.Stack.of("Both", "Both", List.of(narrow, long1, wide, none));
        assertThat(sheets).extracting(Sheet::name).containsExactly("Both", "Long");
        assertThat(Sheet.Stack.of("One", "One", List.of(long1, wide, none)))
                .as("one small table with rows keeps its sheet")
                .containsExactly(long1, wide, none);
        try (XSSFWorkbook book = write(sheets.get(0), 1000)) {
            XSSFSheet sheet = book.getSheetAt(0);
            Row narrowRow = sheet.getRow(4);
            Row wideRow = sheet.getRow(9);
            assertThat(narrowRow.getCell(0).getNumericCellValue()).isZero();
            assertThat(narrowRow.getCell(1).getStringCellValue()).isEqualTo("0 a");
            assertThat(wideRow.getCell(0).getNumericCellValue()).isZero();
            // The narrow table's words go on to the edge of the wide one.
            assertThat(sheet.getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .contains("B5:D5", "A10:C10")
                    .allMatch(area -> area.matches("[AB](\\d+):[CD]\\1"));
            assertThat(IntStream.range(0, 3)
                            .map(at -> sheet.getColumnWidth(at) / 256)
                            .sum())
                    .isEqualTo(40);
        }
    }

    private static Sheet.Table<Integer> small(String name, int rows, Width first) {
        List<Column<Integer>> columns = List.of(
                Column.of("n", "Number", first, Format.COUNT, Datum::whole),
                Column.of("t", "Text", Width.fit(20, 20), Format.TEXT, row -> Datum.text(row + " a")));
        return new Sheet.Table<>(
                name,
                1,
                Block.of(name, columns, IntStream.range(0, rows).boxed().toList(), "There are none."));
    }

    @Test
    void anEmptyTableIsNotPrinted() throws IOException {
        Column<String> text = Column.text("t", "Text", row -> row);
        try (XSSFWorkbook none = write(table(text, List.of()), 10);
                XSSFWorkbook one = write(table(text, List.of("x")), 10)) {
            assertThat(none.getPrintArea(0)).isEqualTo("Rows!$C$2:$C$2");
            assertThat(one.getPrintArea(0)).isNull();
        }
    }

    @Test
    void anEmptyTableSaysWhy() throws IOException {
        Column<String> text = Column.text("t", "Text", row -> row);
        try (XSSFWorkbook book = write(table(text, List.of()), 10)) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(0)).hasToString("There are none.");
        }
    }

    @Test
    void aNumberThatASpreadsheetWouldRoundIsText() throws IOException {
        Column<String> number = Column.number("n", "Number", Format.MONEY, row -> Datum.number(new BigDecimal(row)));
        try (XSSFWorkbook book = write(table(number, List.of("12345678901234567.89", "0.30")), 10)) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(0)).hasToString("12345678901234567.89");
            assertThat(book.getSheetAt(0).getRow(3).getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
        }
    }

    @Test
    void textsAreMadeFitForACell() {
        assertThat(CellText.of("a\u0000b\uFFFEc\uD800d\r\ne")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\ne");
        assertThat(CellText.of("_x0041_")).isEqualTo("_x005F_x0041_");
        assertThat(CellText.of("王".repeat(40_000))).hasSize(CellText.LONGEST).endsWith("王…");
        assertThat(CellText.of("x" + "😀".repeat(20_000)).codePoints())
                .noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    @Test
    void widthsCountAChineseCharacterAsTwo() {
        assertThat(TextWidth.of("工号 E1")).isEqualTo(7);
        assertThat(TextWidth.of("a\nlonger")).isEqualTo(6);
        assertThat(TextWidth.lines("缺少二〇二六年九月的目标", 12)).containsExactly("缺少二〇二六", "年九月的目标");
        assertThat(TextWidth.lines("add the target and run again", 12))
                .containsExactly("add the target", "and run again");
        assertThat(TextWidth.lines("一二三四，五", 8)).containsExactly("一二三", "四，五");
        assertThat(TextWidth.lines("王", 1)).containsExactly("王");
    }

    @Test
    void formatsShowNumbersAsASpreadsheetDoes() {
        assertThat(Format.MONEY.shown(new BigDecimal("-1234567.895"))).isEqualTo("-1,234,567.90");
        assertThat(Format.COUNT.shown(new BigDecimal("999"))).isEqualTo("999");
        assertThat(Format.PERCENT.shown(new BigDecimal("0.123456"))).isEqualTo("12.35%");
        assertThat(Format.PLAIN.shown(new BigDecimal("40.0000"))).isEqualTo("40");
    }

    /** Numbers are measured without being written, and written without being reduced: to the same as both. */
    @Test
    void aNumberTakesTheRoomOfItsDigitsAndIsWrittenWithoutZerosThatSayNothing() throws IOException {
        SplittableRandom chance = new SplittableRandom(16);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal number = BigDecimal.valueOf(chance.nextLong() >> chance.nextInt(64), chance.nextInt(-4, 12));
            for (Format format : Format.values()) {
                assertThat(format.digits(number))
                        .as("%s of %s", format, number)
                        .isEqualTo(TextWidth.of(format.shown(number)));
            }
            assertThat(xml(xml -> xml.number(number)))
                    .isEqualTo(
                            number.signum() == 0
                                    ? "0"
                                    : number.stripTrailingZeros().toPlainString());
        }
    }

    /** Also where a text runs over the end of what is written at once. */
    @Test
    void textsAreEscapedWhateverTheyHoldAndWhereverTheyStand() throws IOException {
        SplittableRandom chance = new SplittableRandom(17);
        List<String> signs =
                List.of("a", "Z", "0", "9", " ", "<", ">", "&", "\"", "\n", "\t", "é", "提", "㛃", "𠮷", "~");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder("x".repeat(chance.nextInt(16_300, 16_400)));
            for (int n = chance.nextInt(200); n > 0; n--) {
                text.append(signs.get(chance.nextInt(signs.size())));
            }
            String expected = text.toString()
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("\n", "&#10;")
                    .replace("\t", "&#9;");
            byte[] more = Xml.bytes("<c/>");
            assertThat(xml(xml -> xml.text(text.toString()).markup(more).number(BigDecimal.ONE)))
                    .isEqualTo(expected + "<c/>1");
        }
    }

    private static String xml(Consumer<Xml> writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Xml xml = new Xml(out);
        writing.accept(xml);
        xml.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
