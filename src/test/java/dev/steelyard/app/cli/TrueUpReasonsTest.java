package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.output.publish.Reproduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A true-up says what changed the pay of its closed month, and nothing that did not. */
class TrueUpReasonsTest {

    @TempDir
    private Path work;

    private CommandRunner runner;

    @BeforeEach
    void closeAugust() throws IOException {
        Path in = Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cli/company"))) {
            for (Path file : files.toList()) {
                Files.copy(file, in.resolve(file.getFileName().toString()));
            }
        }
        append("targets.csv", "employee,E1,sales_amount,2026-08,10000", "employee,E2,sales_amount,2026-08,6000");
        append(
                "orders.csv",
                "O5,2026-08-05,E2,H1,P1,1,9000.00,3000.00",
                "O6,2025-08-05,E2,H1,P1,1,9000.00,3000.00",
                "O9,2025-08-05,E1,H1,P1,1,8000.00,3000.00");
        runner = new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("out").toString())
                .with("STEELYARD_INPUTS", in.toString());
        run("run", "month-end", "--period", "2026-08", "--as-of", "2026-09-08", "--quiet");
        run("sign", "2026-08", "--role", "hr", "--by", "赵人事", "--as-of", "2026-09-14");
        run("sign", "2026-08", "--role", "finance", "--by", "李会计", "--as-of", "2026-09-14");
        assertThat(run("close", "2026-08", "--as-of", "2026-09-14", "--quiet").exit())
                .isZero();
    }

    /** An appeal on something that pays nothing here is upheld, and an order comes late: the order is the reason. */
    @Test
    void aLateOrderIsTheReasonWhereAnAppealChangedNothing() throws IOException {
        append("orders.csv", "O7,2026-08-20,E1,H1,P1,1,4000.00,2000.00");
        appeal("A1,E1,2026-08,repurchase_rate,2026-09-09 10:00,少计,,upheld,2026-09-14 10:00,add_points,1");
        List<Map<String, String>> trueUps = makeGood();

        String e1 = note(trueUps, "E1", "Commission");
        assertThat(e1).contains("amount sold (8,000.00 → 12,000.00)").doesNotContain("appeal");
        assertThat(note(trueUps, "E9", "Commission")).contains("member 张三 +", " → mean +");
        assertThat(trueUps).noneMatch(line -> line.get("employee_id").equals("E2"));
    }

    /** An appeal that lifts the grade is named with what it brought, and the commission says nothing of it. */
    @Test
    void anAppealIsTheReasonWhereItChangedTheGrade() throws IOException {
        appeal("A1,E2,2026-08,sales_growth,2026-09-09 10:00,少计,,upheld,2026-09-14 10:00,add_points,60");
        List<Map<String, String>> trueUps = makeGood();

        assertThat(trueUps)
                .filteredOn(line -> line.get("employee_id").equals("E2"))
                .singleElement()
                .satisfies(line -> assertThat(line.get("note"))
                        .contains("Grade adjustment", "change of grade (", "score ", "appeal on Sales growth"));
    }

    /** What came and was taken back again before it was made good is no reason. */
    @Test
    void whatCancelsOutIsNoReason() throws IOException {
        append("orders.csv", "O7,2026-08-20,E1,H1,P1,1,4000.00,2000.00");
        run("run", "month-end", "--period", "2026-08", "--as-of", "2026-10-08", "--quiet");
        append("orders.csv", "O8,2026-08-21,E1,H1,P1,-1,-4000.00,-2000.00");
        assertThat(makeGood()).isEmpty();
    }

    private List<Map<String, String>> makeGood() throws IOException {
        run("run", "month-end", "--period", "2026-08", "--as-of", "2026-10-09", "--quiet");
        run("run", "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet");
        return Reproduction.payout(work.resolve("out/month-end/2026-09/r1")).stream()
                .filter(line -> line.get("component").equals("true_up"))
                .toList();
    }

    private static String note(List<Map<String, String>> trueUps, String person, String component) {
        return trueUps.stream()
                .filter(line -> line.get("employee_id").equals(person)
                        && line.get("note").contains(component))
                .map(line -> line.get("note"))
                .findFirst()
                .orElse("");
    }

    private CommandRunner.Ended run(String... arguments) {
        return runner.run(arguments);
    }

    private void append(String file, String... rows) throws IOException {
        Path path = work.resolve("in").resolve(file);
        Files.writeString(path, Files.readString(path) + String.join("\n", rows) + "\n");
    }

    private void appeal(String row) throws IOException {
        Files.writeString(
                work.resolve("in/appeals.csv"),
                "appeal_id,employee_id,period,indicator,submitted_at,claim,evidence,decision,decided_at,effect,effect_value\n"
                        + row + "\n");
    }
}
