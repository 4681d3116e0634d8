package dev.steelyard.app.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Roster;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.SingleRow;
import dev.steelyard.input.planfile.ExportsFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a NAME is that signs, closes, accepts or approves (ruling 135). E1 and E2 are paid by the revision, and nobody else. */
class DecidersTest {

    private static final Schema ROSTER =
            ExportsFile.read(Path.of("jobs/exports.yaml")).get("employees");

    private final Deciders deciders = new Deciders(
            Roster.of(
                    List.of(
                            person("E1", "王芳", ""),
                            person("E2", "李强", "T1"),
                            person("E3", "陈 立", ""),
                            person("E4", "赵敏", "T1"),
                            person("E5", "赵敏", ""),
                            person("E6", "周总", "East"),
                            person("E7", "吴副总", "T9;West")),
                    Losses.NONE),
            Set.of("E1", "E2"));

    @ParameterizedTest
    @CsvSource({
        // a roster id or a name that one person bears, whatever case, width and blanks
        "E3, known E3 陈 立",
        "e3, known E3 陈 立",
        "Ｅ３, known E3 陈 立",
        "陈立, known E3 陈 立",
        "' 陈　立 ', known E3 陈 立",
        // free text is nobody on the roster, as it was written
        "外部审计 张三, known - 外部审计 张三",
        "'', known - ",
        // a name that two people bear says neither; the id says which
        "赵敏, several E4 E5",
        "E5, known E5 赵敏",
        // nobody decides about themselves, nor about whom they lead by team or region; who leads others does
        "王芳, own E1",
        "E2, own E2",
        "E4, own E4",
        "周总, own E6",
        "吴副总, known E7 吴副总",
    })
    void whoDecides(String name, String expected) {
        Deciders.Result result = deciders.find(name, "hr-desk");
        String found;
        if (result instanceof Deciders.Result.Known known) {
            found = "known "
                    + (known.decider().employeeId().isEmpty()
                            ? "-"
                            : known.decider().employeeId()) + " "
                    + known.decider().name();
            assertThat(known.decider().account()).isEqualTo("hr-desk");
        } else if (result instanceof Deciders.Result.Own own) {
            found = "own " + own.decider().employeeId();
        } else {
            found = "several " + String.join(" ", ((Deciders.Result.Several) result).ids());
        }
        assertThat(found.strip()).isEqualTo(expected.strip());
    }

    private static Row person(String id, String name, String leads) {
        List<Row> rows = new ArrayList<>();
        SingleRow.read(
                ROSTER,
                Map.of(
                        "employee_id",
                        id,
                        "name",
                        name,
                        "team",
                        "T1",
                        "region",
                        "East",
                        "leads",
                        leads,
                        "hire_date",
                        "2020-01-01"),
                new SourceRef("employees", "employees.csv", "", 2),
                ZoneId.of("Asia/Shanghai"),
                new RowSink() {
                    @Override
                    public void row(long record, Row row) {
                        rows.add(row);
                    }

                    @Override
                    public void rejected(long record, List<Problem> problems, List<String> cells) {
                        throw new AssertionError(problems.toString());
                    }
                });
        return rows.get(0);
    }
}
