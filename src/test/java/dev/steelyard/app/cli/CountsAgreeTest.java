package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.AbstractBigDecimalAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever looks at the console, {@code runs}, a first page or the summary reads the figures of the machine files. */
class CountsAgreeTest {

    private static final List<String> STATUSES = List.of("ranked", "vetoed", "held", "interim", "exempt");

    @TempDir
    static Path work;

    private static String console;
    private static String runs;
    private static Path edition;
    private static List<Map<String, String>> scores;
    private static List<Map<String, String>> payout;
    private static List<Map<String, String>> people;

    @BeforeAll
    static void runTheSamples() throws IOException {
        CommandRunner steelyard =
                new CommandRunner().with("STEELYARD_OUTPUT", work.toString()).with("STEELYARD_LANG", "en");
        CommandRunner.Ended ended =
                steelyard.run("run", "month-end", "--period", "2026-09", "--inputs", "input-samples");
        assertThat(ended.exit()).as(ended.err()).isIn(0, 5);
        console = ended.out();
        runs = steelyard.run("runs").out();
        edition = work.resolve("month-end/2026-09/r1");
        scores = rows("scores.csv");
        payout = rows("payout.csv");
        people = rows("payout-by-person.csv");
    }

    @Test
    void theMachineFilesAgreeAmongThemselves() {
        assertThat(sum(people, "amount")).isEqualByComparingTo(paid());
        assertThat(sum(people, "on_hold")).isEqualByComparingTo(sum(of("on_hold"), "amount"));
        people.forEach(one -> assertThat(new BigDecimal(one.get("amount")))
                .as(one.get("employee_id"))
                .isEqualByComparingTo(sum(
                        of("pay").stream()
                                .filter(line -> line.get("employee_id").equals(one.get("employee_id")))
                                .toList(),
                        "amount")));
    }

    @Test
    void theConsoleSaysThem() {
        String line = line(console, "People");
        assertThat(figures(line)).startsWith(String.valueOf(scores.size()));
        STATUSES.forEach(status -> assertThat(line).containsPattern(said(status)));
        assertThat(line(console, "Payable"))
                .contains(money(paid()))
                .contains(String.valueOf(of("pay").size()));
        assertThat(line(console, "On hold")).contains(money(sum(of("on_hold"), "amount")));
    }

    @Test
    void runsSaysThem() {
        assertThat(line(runs, "month-end"))
                .contains(
                        " " + scores.size() + " ",
                        money(paid()),
                        " " + of("pay").size() + " ");
    }

    @Test
    void firstPagesSayThem() throws IOException {
        Map<String, List<BigDecimal>> hr = firstPage("ranking-2026-09.xlsx");
        assertThat(hr.get("People scored")).first(BIG).isEqualByComparingTo(String.valueOf(scores.size()));
        STATUSES.forEach(status ->
                assertThat(hr.get(status)).as(status).first(BIG).isEqualByComparingTo(String.valueOf(count(status))));
        assertThat(hr.get("Payout before tax")).first(BIG).isEqualByComparingTo(paid());
        Map<String, List<BigDecimal>> finance = firstPage("payout-2026-09.xlsx");
        assertThat(finance.get("Payable (before tax)")).first(BIG).isEqualByComparingTo(paid());
        assertThat(finance.get("People"))
                .first(BIG)
                .isEqualByComparingTo(String.valueOf(of("pay").stream()
                        .map(line -> line.get("employee_id"))
                        .distinct()
                        .count()));
        assertThat(finance.get("Lines"))
                .first(BIG)
                .isEqualByComparingTo(String.valueOf(of("pay").size()));
    }

    @Test
    void theSummarySaysThem() throws IOException {
        String html = Files.readString(edition.resolve("summary.html"));
        Map<String, String> figures = new LinkedHashMap<>();
        Matcher each = Pattern.compile("<dt>([^<]+)</dt>\\s*<dd>([^<]+)</dd>").matcher(html);
        while (each.find()) {
            figures.put(each.group(1).toLowerCase(Locale.ROOT), each.group(2));
        }
        assertThat(figures.values()).first().isEqualTo(String.valueOf(scores.size()));
        STATUSES.forEach(status -> assertThat(figures).containsEntry(status, String.valueOf(count(status))));
        assertThat(html).doesNotContain(money(paid()));
    }

    // ------------------------------------------------------------------ what is read

    private static final InstanceOfAssertFactory<BigDecimal, AbstractBigDecimalAssert<?>> BIG =
            InstanceOfAssertFactories.BIG_DECIMAL;

    private static List<Map<String, String>> rows(String name) throws IOException {
        String text = Files.readString(edition.resolve(name)).replace("\uFEFF", "");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        }
    }

    private static List<Map<String, String>> of(String status) {
        return payout.stream().filter(line -> line.get("status").equals(status)).toList();
    }

    private static BigDecimal paid() {
        return sum(of("pay"), "amount");
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long count(String status) {
        return scores.stream().filter(row -> row.get("status").equals(status)).count();
    }

    /** {@code ranked 63} or {@code 63 ranked}. */
    private static String said(String status) {
        return "\\b" + status + ":? " + count(status) + "\\b|\\b" + count(status) + " " + status + "\\b";
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static String line(String text, String beginning) {
        return text.lines()
                .filter(line -> line.strip().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " in\n" + text));
    }

    private static String figures(String line) {
        return line.replaceFirst("^\\D+", "");
    }

    /** Label of a row → its numbers; the first row of a label. */
    private static Map<String, List<BigDecimal>> firstPage(String book) throws IOException {
        try (InputStream in = Files.newInputStream(edition.resolve(book));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            Map<String, List<BigDecimal>> rows = new LinkedHashMap<>();
            for (Row row : workbook.getSheetAt(0)) {
                if (row.getCell(0) != null && row.getCell(0).getCellType() == CellType.STRING) {
                    rows.putIfAbsent(
                            row.getCell(0).getStringCellValue().strip(),
                            IntStream.range(1, row.getLastCellNum())
                                    .mapToObj(row::getCell)
                                    .filter(cell -> cell != null && cell.getCellType() == CellType.NUMERIC)
                                    .map(cell -> BigDecimal.valueOf(cell.getNumericCellValue()))
                                    .collect(Collectors.toList()));
                }
            }
            return rows;
        }
    }
}
