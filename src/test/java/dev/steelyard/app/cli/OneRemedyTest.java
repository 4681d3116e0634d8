package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rejected row has one remedy, in one sentence, wherever it is told: a month of rejects of many kinds, in both languages. */
class OneRemedyTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");

    /** Rows of orders that are rejected, each for another reason. */
    private static final List<String> REJECTED = List.of(
            "X1,2026-09-31,E1,H1,P1,1,1.00,1.00",
            "X2,2026-09-05,E1,H1,P1,1,1.2万,1.00",
            "X3,2026-09-05,E7,H1,P1,1,1.00,1.00",
            "X4,2026-09-05,E1,,P1,1,1.00,1.00",
            "X5,2026-09-05,E1,H1,P1,1,,1.00",
            "X6,2026-09-05,E1,H1,P1,1,1.00",
            "X7,2026-09-05,E1,H1,P9,5²,1.00,1.00",
            "X8,2026-09-05,E1,H1,P1,1,1.00,1.00",
            "X8,2026-09-05,E1,H1,P1,1,2.00,1.00",
            "=X9,2026-09-05,E1,H1,P1,1,2.00,1.00");

    @TempDir
    Path folder;

    private Path in;
    private Path out;

    private void deliver() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        try (Stream<Path> files = Files.list(COMPANY)) {
            for (Path file : files.toList()) {
                Files.copy(file, in.resolve(file.getFileName()));
            }
        }
        Path orders = in.resolve("orders.csv");
        Files.writeString(orders, Files.readString(orders) + String.join("\n", REJECTED) + "\n");
        Files.writeString(
                in.resolve("targets.csv"),
                Files.readString(in.resolve("targets.csv")).replace("20%", "20"));
    }

    private CommandRunner.Ended command(String verb, String language) {
        return new CommandRunner()
                .with("STEELYARD_OUTPUT", out.toString())
                .with("STEELYARD_INPUTS", in.toString())
                .run(verb, "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet", "--lang", language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isTheSameOnTheConsoleInTheBookInTheFileAndInTheLog(String language) throws IOException {
        deliver();
        String console = command("run", language).out();
        Path edition = out.resolve("month-end/2026-09/trial");
        if (Files.notExists(edition)) {
            edition = out.resolve("month-end/2026-09/r1");
        }
        Map<String, List<String>> book = book(edition.resolve("rejects-2026-09.xlsx"));
        Map<String, List<String>> file = file(edition.resolve("problems.csv"));

        // Of each rejected row: the same rows, and one sentence each.
        assertThat(book.keySet()).isEqualTo(file.keySet()).hasSize(REJECTED.size() + 1);
        book.values().forEach(remedies -> assertThat(remedies).hasSize(1));
        String end = language.equals("zh") ? "。" : ".";
        book.values()
                .forEach(remedies -> assertThat(sentences(remedies.get(0), end)).hasSize(1));
        if (language.equals("en")) {
            assertThat(book).isEqualTo(file);
        }

        // What is looked at before a run says the same.
        String looked = command("validate", language).out();
        book.values().forEach(remedies -> assertThat(looked).contains("→ " + remedies.get(0)));

        // A run says once where rows are mended, beside none of them another way; the log says nothing of them.
        String mend = language.equals("zh") ? "请在源系统改正后重新导出" : "rejected rows in their source";
        assertThat(console.split(mend, -1)).hasSize(2);
        List<String> rejects = console.lines()
                .filter(line -> line.strip().startsWith(language.equals("zh") ? "拒绝" : "Rejected"))
                .toList();
        assertThat(rejects).isNotEmpty();
        book.values().forEach(remedies -> assertThat(console).doesNotContain(remedies.get(0)));
        try (Stream<Path> logs = Files.list(out.resolve("logs"))) {
            for (Path log : logs.toList()) {
                String lines = Files.readString(log);
                book.values().forEach(remedies -> assertThat(lines).doesNotContain(remedies.get(0)));
            }
        }
    }

    private static List<String> sentences(String text, String end) {
        return Stream.of(text.split("(?<=" + "\\" + end + ")(\\s|$)|(?<=。)"))
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** File and row → its remedies, in problems.csv. */
    private static Map<String, List<String>> file(Path csv) throws IOException {
        Map<String, List<String>> remedies = new TreeMap<>();
        try (CSVParser problems = CSVParser.parse(
                Files.readString(csv),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord one : problems) {
                if (one.get("severity").equals("error") && !one.get("row").isEmpty()) {
                    remedies.computeIfAbsent(one.get("file") + ":" + one.get("row"), any -> new ArrayList<>())
                            .add(one.get("fix"));
                }
            }
        }
        return remedies;
    }

    /** The same in the book of rejected rows. */
    private static Map<String, List<String>> book(Path xlsx) throws IOException {
        Map<String, List<String>> remedies = new TreeMap<>();
        DataFormatter text = new DataFormatter();
        try (Workbook book = WorkbookFactory.create(xlsx.toFile(), null, true)) {
            for (Sheet sheet : book) {
                Map<String, Integer> at = new TreeMap<>();
                for (Row row : sheet) {
                    row.forEach(cell -> at.putIfAbsent(text.formatCellValue(cell), cell.getColumnIndex()));
                    Integer fix = at.getOrDefault("怎么办", at.get("What to do"));
                    Integer line = at.getOrDefault("行", at.get("Row"));
                    if (fix != null && line != null) {
                        String name = text.formatCellValue(row.getCell(0));
                        if (name.endsWith(".csv")) {
                            remedies.put(
                                    name + ":" + text.formatCellValue(row.getCell(line)),
                                    List.of(text.formatCellValue(row.getCell(fix))
                                            .split("\n")));
                        }
                    }
                }
            }
        }
        return remedies;
    }
}
