package dev.steelyard.output.workbook.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.input.planfile.ExportsFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rejected cell should have been is suggested only where one reading is left. */
class SuggestionTest {

    private static final Map<String, Schema> SCHEMAS = ExportsFile.read(Path.of("jobs/exports.yaml"));

    private final Suggestion suggestion = new Suggestion(
            new Registers(SCHEMAS, Set.of("employees"), Map.of("employees", roster()), LocalDate.parse("2026-10-12")));

    private static List<Row> roster() {
        List<Row> rows = new ArrayList<>();
        for (String[] person : new String[][] {
            {"A01", "王芳"}, {"A20", "李娜"}, {"E0004", "张伟"}, {"E0040", "张伟"}, {"000123", "陈静"}, {"E1", "赵敏"}
        }) {
            Schema schema = SCHEMAS.get("employees");
            Object[] values = new Object[schema.columns().size()];
            values[schema.indexOf("employee_id")] = person[0];
            values[schema.indexOf("name")] = person[1];
            rows.add(new Row(schema, values, new SourceRef("employees", "employees.csv", "", rows.size() + 2L)));
        }
        return rows;
    }

    private String of(ProblemCode code, String column, String value) {
        return suggestion
                .of(Problem.of(code, new SourceRef("orders", "orders.csv", "", 2), column, value))
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "e0004,E0004",
        "E 0004,E0004",
        "'''E0004',E0004",
        "E4,E0004",
        "EO004,E0004",
        "123,000123",
        "王芳,A01",
        "A02,",
        "A10,",
        "A2,",
        "E0005,",
        "E00044,",
        "F0004,",
        "张伟,",
        "E04O,E0040",
        "A-20,"
    })
    void anIdIsNeverAnotherPersons(String value, String expected) {
        assertThat(of(ProblemCode.ROW_UNKNOWN_REFERENCE, "employee_id", value))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'1,10,000',110000",
        "'12,34,567.5',1234567.5",
        "11万,110000",
        "1.5 万元,15000",
        "0.3亿,30000000",
        "12O00,12000",
        "5台,",
        "11k,",
        "100USD,",
        "'1,1',",
        "'1,2345',",
        "12千,",
        "十箱,"
    })
    void aNumberIsNeverHalfAUnitOrItself(String value, String expected) {
        assertThat(of(ProblemCode.CELL_NOT_A_NUMBER, "amount", value)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10/09/26,",
        "26-09-10,",
        "10.9.26,",
        "03/04/2026,",
        "25/09/2026,2026-09-25",
        "9/25/2026,2026-09-25",
        "9/9/2026,2026-09-09",
        "31/31/2026,"
    })
    void aDayThatReadsTwiceIsNone(String value, String expected) {
        assertThat(of(ProblemCode.CELL_NOT_A_DATE, "order_date", value)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({"2026.1", "20261", "Sep-26", "26-09", "2026年13月"})
    void aPeriodThatIsNotReadHasNoOneReading(String value) {
        Problem problem = Problem.of(
                ProblemCode.CELL_NOT_A_PERIOD, new SourceRef("targets", "targets.csv", "", 2), "period", value);
        assertThat(suggestion.of(problem)).isEmpty();
    }
}
