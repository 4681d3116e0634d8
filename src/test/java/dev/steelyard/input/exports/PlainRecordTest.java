package dev.steelyard.input.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.input.spelling.NumberReader;
import dev.steelyard.input.spelling.Spellings;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read where it stands is what Commons CSV and the full rules of reading make of it, to the last bit. */
class PlainRecordTest {

    private static final String COLUMNS =
            "visit_id,visited_at,employee_id,department,minutes,effective_minutes,share,complete,planned,period,difficulty,teams";

    /** Spellings of every type, good and bad. */
    private static final List<String> SPELLINGS = List.of(
            "",
            " ",
            "V1",
            "v 1",
            "E0001",
            "E",
            "Example 1",
            "example",
            "T",
            "Total",
            "T1",
            "total",
            "合计",
            "小计",
            "总计:",
            "示例1",
            "ＡＢ１",
            "'007",
            "007",
            "1.5E+10",
            "12E3",
            "=1+1",
            "-",
            "--",
            "n/a",
            "null",
            "骨科",
            "心内科",
            "鍗庝笢",
            "a\u00a0",
            "\u3000b",
            "a\tb",
            "0",
            "-0",
            "+5",
            "5",
            "-5",
            "5.",
            ".5",
            "-.5",
            ".",
            "-.",
            "1,234.50",
            "(12)",
            "１２",
            "12元",
            "¥12",
            "1 2",
            "12-",
            "0.125",
            "12.5%",
            "1.5",
            "123456789012345678",
            "1234567890123456789",
            "0.1234567890123456",
            "5²",
            "1e5",
            "NaN",
            "00012",
            "9".repeat(30),
            "2026-09-01",
            "2026/9/1",
            "20260901",
            "2026-02-30",
            "2026年9月1日",
            "2026-09-01 14:30",
            "2026-09-01T14:30:59",
            "2026-09-01 24:00",
            "2026-09-01 14:60",
            "2026-9-01 014:30",
            "2026-09-0a 14:30",
            "2026-0９-01 14:30",
            "2026-09-01 14:30:5",
            "2026-09-01 14:30Z",
            " 2026-09-01 14:30",
            "2026-09-01 14:30:59.5",
            "骨科骨-01-0 14:30",
            "yes",
            "是",
            "Y",
            "TRUE",
            "１",
            "no",
            "maybe",
            "2026-09",
            "2026Q3",
            "2026年9月",
            "high",
            "高",
            "HIGH",
            "low",
            "A;B",
            "A；B、C",
            ";",
            "visit_id",
            "拜访编号",
            "2026",
            "x".repeat(70),
            "x".repeat(250));

    /** With which rows begin that are no data, and what looks like them. */
    private static final List<String> SIDE_WORDS = List.of(
            "Total",
            "total:",
            "T1",
            "TT",
            "Subtotal",
            "S2",
            "Grand Total",
            "grandtotal",
            "G",
            "Example 7",
            "EXAMPLE",
            "E0001",
            "ＴＯＴＡＬ",
            "合计",
            "小计",
            "示例",
            "",
            " ",
            "visit_id",
            "拜访编号",
            "V 1",
            " Total");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aCellIsTheSameInBytesAsInText(String name) {
        Charset charset = Charset.forName(name);
        List<Cells> inText = Cells.of(Exports.VISITS, Exports.SHANGHAI);
        List<Cells> inBytes = Cells.of(Exports.VISITS, Exports.SHANGHAI);
        PlainRecord record = new PlainRecord(',', charset);
        for (int round = 0; round < 2; round++) {
            for (String spelling : SPELLINGS) {
                if (spelling.indexOf(',') >= 0) {
                    continue;
                }
                byte[] bytes = ("x," + spelling + "\r\n").getBytes(charset);
                assertThat(record.cut(bytes, 0, bytes.length)).isTrue();
                for (int i = 0; i < inText.size(); i++) {
                    String column = inText.get(i).column().name();
                    Object expected = inText.get(i).value(spelling);
                    assertThat(inBytes.get(i).plain().value(record, 1))
                            .as("%s “%s”", column, spelling)
                            .isEqualTo(expected);
                    if (expected instanceof BigDecimal) {
                        NumberReader one = inText.get(i).numbers();
                        NumberReader other = inBytes.get(i).numbers();
                        assertThat(List.of(other.unscaled(), other.scale()))
                                .as("%s “%s”", column, spelling)
                                .isEqualTo(List.of(one.unscaled(), (Object) one.scale()));
                    }
                }
            }
        }
    }

    @Test
    void spellingsThatHardlyRepeatAreGivenUp() {
        Spellings spellings = new Spellings(100);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 500; i++) {
                byte[] bytes = ("key-" + i).getBytes(StandardCharsets.UTF_8);
                int number = spellings.find(bytes, 0, bytes.length);
                number = number < 0 ? spellings.keep(bytes, 0, bytes.length) : number;
                assertThat(number).isEqualTo(round == 0 && i < 100 ? i : Spellings.NONE);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,','", "UTF-8,;", "UTF-8,|", "GB18030,','", "GB18030,;", "UTF-16LE,','", "UTF-8,TAB"})
    void aFileIsTheSameCutAnywhere(String name, String separator) throws IOException {
        String delimiter = separator.equals("TAB") ? "\t" : separator;
        for (int seed = 0; seed < 12; seed++) {
            String text = text(new SplittableRandom(seed), delimiter);
            List<String> expected = reference(text, delimiter.charAt(0));
            assertThat(expected).anyMatch(line -> line.contains("[V"));
            for (long sliceBytes : List.of(1L, 97L, 1L << 20)) {
                Path own = folder.resolve(name + (int) delimiter.charAt(0) + "-" + seed + "-" + sliceBytes);
                assertThat(own.toFile().mkdir()).isTrue();
                String mark = name.startsWith("UTF-16") ? "\uFEFF" : "";
                Exports.Read read = new Exports(own, sliceBytes)
                        .file("visits.csv", mark + text, Charset.forName(name))
                        .read();
                assertThat(said(read))
                        .as("seed %d, slices of %d", seed, sliceBytes)
                        .isEqualTo(expected);
            }
        }
    }

    private static String text(SplittableRandom chance, String delimiter) {
        StringBuilder text = new StringBuilder(COLUMNS.replace(",", delimiter)).append("\r\n");
        int columns = COLUMNS.split(",").length;
        for (int row = 0; row < 40; row++) {
            int count = chance.nextInt(12) == 0 ? columns + chance.nextInt(-2, 2) : columns;
            int number = row;
            text.append(IntStream.range(0, count)
                    .mapToObj(i -> i == 0 && chance.nextInt(5) == 0
                            ? SIDE_WORDS.get(chance.nextInt(SIDE_WORDS.size()))
                            : chance.nextInt(12) > 0 ? good(i, number) : cell(chance, delimiter))
                    .collect(Collectors.joining(delimiter)));
            text.append(List.of("\n", "\r\n", "\r").get(chance.nextInt(3)));
        }
        return text.toString();
    }

    private static String good(int column, int row) {
        return switch (column) {
            case 0 -> "V" + row;
            case 1 -> "2026-09-" + (10 + row % 20) + " 09:1" + row % 10;
            case 2 -> "E" + row % 7;
            case 3 -> row % 2 == 0 ? "骨科" : "a b";
            case 4, 5 -> (column == 4 ? 600 : 100) + row + (row % 3 == 0 ? ".50" : "");
            case 6 -> row % 2 == 0 ? "12.5%" : "0.125";
            case 7 -> row % 2 == 0 ? "yes" : "否";
            case 8 -> "2026-09-0" + row % 9;
            case 9 -> "2026-09";
            case 10 -> "高";
            default -> "A;B";
        };
    }

    private static String cell(SplittableRandom chance, String delimiter) {
        String cell = SPELLINGS.get(chance.nextInt(SPELLINGS.size()));
        return switch (chance.nextInt(8)) {
            case 0 -> '"' + cell + '"';
            case 1 -> '"' + cell + '"' + (delimiter.equals("\t") ? "" : " ");
            case 2 -> '"' + cell + delimiter + "\n\"\"" + cell + '"';
            default -> cell.contains(delimiter) || cell.indexOf('\n') >= 0 ? '"' + cell + '"' : cell;
        };
    }

    /** Every record as Commons CSV has it, each cell as text. */
    private static List<String> reference(String text, char delimiter) throws IOException {
        Exports.Read read = new Exports.Read();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(TextReader.format(delimiter))
                .get()) {
            RowMaker rows = null;
            for (CSVRecord record : parser) {
                Object[] cells = record.toList().toArray();
                if (rows == null) {
                    Slice slice = new Slice(
                            "visits",
                            "visits.csv",
                            "0".repeat(64),
                            0,
                            new Slice.Text("UTF-8", delimiter),
                            record.toList(),
                            new Mark(1, 2, 0),
                            text.length());
                    rows = new RowMaker(Exports.VISITS, slice, Exports.SHANGHAI, read);
                } else {
                    rows.text(record.getRecordNumber() - 1, 1, cells, cells.length, false);
                }
            }
        }
        return said(read);
    }

    /** Everything but the physical lines, which Commons CSV does not tell. */
    private static List<String> said(Exports.Read read) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < read.rows.size(); i++) {
            Row row = read.rows.get(i);
            said.add(read.rowRecords.get(i) + " " + Arrays.toString(row.values()));
        }
        read.rejected.forEach(cells -> said.add("rejected " + cells));
        read.rejectedRecords.forEach(record -> said.add("rejected " + record));
        read.problems.forEach(problem ->
                said.add(problem.code() + " " + problem.column() + " " + problem.value() + " " + problem.slots()));
        read.totals.forEach(total -> said.add("total " + total.record() + " " + total.stated()));
        return said;
    }
}
