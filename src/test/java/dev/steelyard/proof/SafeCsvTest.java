package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Engine;
import dev.steelyard.engine.calendar.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are formulas: whatever an export says, a spreadsheet that opens a machine file calculates nothing of it. */
class SafeCsvTest {

    private static final Set<String> TEXTS = Set.of(
            "name", "team", "region", "cost_center", "reason", "note", "message", "fix", "file", "sheet", "column");

    @TempDir
    Path folder;

    @Test
    void noCellOfAMachineFileIsAFormulaOrHoldsAControl() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        new TinyInputs()
                .with(Files.readString(Path.of("src/test/resources/problems/base.txt")))
                .with(
                        """
                        == employees.csv
                        employee_id,name,track,team,region,manager_id,leads,hire_date,regular_date,track_since,leave_date,monthly_salary,cost_center
                        E1,=1+1,mature,@T1,-rf,,,2020-01-01,2020-04-01,2020-01-01,,10000,＝cmd|'/c calc'!A1
                        E2,张\0三\uFFFE\u0007,mature,＋T1,+85,,,2020-01-01,2020-04-01,2020-01-01,,10000,\u0085
                        E3,"李
                        四",mature,＠T1,＝x,,,2020-01-01,2020-04-01,2020-01-01,,10000,-
                        -E4,赵六,mature,T1,华东,,,2020-01-01,2020-04-01,2020-01-01,,10000,
                        =E5,赵七,mature,T1,华东,,,2020-01-01,2020-04-01,2020-01-01,,10000,
                        E\u00066,赵八,mature,T1,华东,,,2020-01-01,2020-04-01,2020-01-01,,10000,
                        == orders.csv
                        order_line_id,order_date,employee_id,customer_id,product_id,quantity,amount,cost
                        O1,2026-09-01,E1,C1,P1,1,1000,600
                        O2,2026-09-01,E2,C1,P1,1,=A1,600
                        O3,2026-09-01,E3,=C1,P1,1,1000,600
                        """)
                .write(inputs);
        Path edition = new Engine(Path.of("jobs"), "month-end")
                .run(inputs, folder.resolve("output"), Period.month(2026, 9), LocalDate.of(2026, 10, 12));

        try (Stream<Path> files = Files.list(edition)) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(tables).hasSizeGreaterThanOrEqualTo(5);
            for (Path table : tables) {
                check(table);
            }
        }
        assertThat(edition.resolve("scores.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("E1,'=1+1,", "'@T1,'-rf", "'＠T1,'＝x")
                .doesNotContain("-E4", "=E5", "赵八");
        assertThat(edition.resolve("problems.csv"))
                .content(StandardCharsets.UTF_8)
                .contains("E-CELL-FORMULA", "E-CELL-CONTROL");
    }

    private static void check(Path table) throws IOException {
        String content = Files.readString(table);
        assertThat(content.chars().filter(c -> c < ' ' && c != '\n' || c >= 0xFFFE))
                .as(table.toString())
                .isEmpty();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(content, format)) {
            for (CSVRecord row : parser) {
                Map<String, String> cells = row.toMap();
                cells.forEach((column, cell) -> {
                    boolean isText = TEXTS.contains(column) || table.endsWith("problems.csv") && column.equals("value");
                    if (isText || column.endsWith("_id")) {
                        assertThat(cell).as(table + " " + column).doesNotMatch("(?s)[=+@＝＋－＠\\t\\r\\n-].*");
                    }
                });
            }
        }
    }
}
