package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens to people around a close, through the whole engine: August is closed, and then something becomes known. Each ends
 * as lines of the next open month that say why.
 */
class PeriodEdgesTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");
    private static final String EVENTS =
            "event_id,event_date,employee_id,kind,severity,status,verified_date,evidence\n";
    private static final String APPEALS =
            "appeal_id,employee_id,period,indicator,submitted_at,claim,evidence,decision,decided_at,decided_by,"
                    + "decision_reason,effect,effect_value\n";

    @TempDir
    Path work;

    @BeforeEach
    void aClosedAugust() throws IOException {
        Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(COMPANY)) {
            for (Path file : files.toList()) {
                Files.copy(file, work.resolve("in").resolve(file.getFileName().toString()));
            }
        }
        append("targets.csv", "employee,E1,sales_amount,2026-08,10000\nemployee,E2,sales_amount,2026-08,10000\n");
        append("orders.csv", "O5,2026-08-05,E2,H1,P1,1,9000.00,3000.00\nO6,2025-08-05,E2,H1,P1,1,9000.00,3000.00\n");
        run("2026-08", "2026-09-08");
    }

    private void append(String file, String lines) throws IOException {
        Path path = work.resolve("in").resolve(file);
        Files.writeString(path, Files.readString(path) + lines);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(work.resolve("in").resolve(file), content);
    }

    private CommandRunner.Ended command(String line) {
        return new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("out").toString())
                .with("STEELYARD_INPUTS", work.resolve("in").toString())
                .run((line + " --quiet --lang en").split(" "));
    }

    private void run(String period, String asOf) {
        // October has no targets, so that everybody is held.
        String accepted = period.equals("2026-10") ? " --accept HELD --reason no-targets --by A" : "";
        CommandRunner.Ended ended = command("run month-end --period " + period + " --as-of " + asOf + accepted);
        assertThat(ended.exit()).as(ended.err()).isIn(Exit.DONE, Exit.BEYOND_THRESHOLDS);
    }

    private void close(String period, String options) {
        for (String role : List.of("hr", "finance")) {
            assertThat(command("sign " + period + " --role " + role + " --by A").exit())
                    .isEqualTo(Exit.DONE);
        }
        CommandRunner.Ended ended = command("close " + period + options);
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(Exit.DONE);
    }

    /** The lines of a person in an edition: {@code component source amount status}. */
    private List<String> lines(String edition, String person) throws IOException {
        return rows(edition, person).stream()
                .map(row -> row.get("component") + " " + row.get("source_period") + " " + row.get("amount") + " "
                        + row.get("status"))
                .toList();
    }

    private List<String> trueUps(String edition, String person) throws IOException {
        return rows(edition, person).stream()
                .filter(row -> row.get("component").equals("true_up"))
                .map(row -> row.get("amount") + " " + row.get("note"))
                .toList();
    }

    private List<Map<String, String>> rows(String edition, String person) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        String text =
                Files.readString(work.resolve("out/month-end").resolve(edition).resolve("payout.csv"));
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.stream()
                    .map(CSVRecord::toMap)
                    .filter(row -> row.get("employee_id").equals(person))
                    .toList();
        }
    }

    @Test
    void aRevisionChangesPeopleWhoDidNotAppeal() throws IOException {
        close("2026-08", " --as-of 2026-09-14");
        write(
                "calibrations.csv",
                "decision_id,decided_date,subject_type,subject,indicator,period,new_target,reason,approvers\n"
                        + "D1,2026-10-09,employee,E1,sales_amount,2026-08,4000,stock-out,A;B\n"
                        + "D2,2026-10-09,employee,E1,sales_amount,2026-08,5000,stock-out,A;B\n");
        run("2026-08", "2026-10-12");
        assertThat(lines("2026-08/r2", "E1")).isNotEmpty().allMatch(line -> line.endsWith(" carried"));
        run("2026-09", "2026-10-12");
        // Of two decisions of one day the greater id counts: 5000 as target, and 8000 sold.
        assertThat(trueUps("2026-09/r1", "E1").get(0)).contains("target of commission", "(D2)");
        // The manager's commission is the mean of the members'.
        assertThat(trueUps("2026-09/r1", "E9").get(0))
                .contains("mean of members' commission (member 张三 +", " → mean +")
                .doesNotContain("D2");
        assertThat(trueUps("2026-09/r1", "E2")).isEmpty();
    }

    @Test
    void paidThenVetoedAndTheVetoLiftedOnAppeal() throws IOException {
        close("2026-08", " --as-of 2026-09-14");
        List<String> paid = lines("2026-08/closed-r1", "E1");
        write("compliance_events.csv", EVENTS + "V1,2026-08-10,E1,bribery,veto,verified,2026-08-28,\n");
        run("2026-08", "2026-10-12");
        run("2026-09", "2026-10-12");
        assertThat(trueUps("2026-09/r1", "E1")).hasSize(2).allMatch(line -> line.startsWith("-"));
        close("2026-09", " --as-of 2026-10-20");

        write(
                "appeals.csv",
                APPEALS + "A1,E1,2026-08,V1,2026-10-21 09:00,x,y,upheld,2026-10-22 09:00,C,,dismiss_event,\n");
        run("2026-08", "2026-11-10");
        assertThat(lines("2026-08/r3", "E1").stream().map(line -> line.replace(" carried", " pay")))
                .isEqualTo(paid);
        run("2026-10", "2026-11-10");
        List<String> back = trueUps("2026-10/r1", "E1");
        assertThat(back).hasSize(2).allMatch(line -> line.contains("appeal A1 upheld (V1)"));
        assertThat(back).noneMatch(line -> line.startsWith("-"));
    }

    @Test
    void aLeaverWithATrueUpAndAMonthThatTurnsNegative() throws IOException {
        close("2026-08", " --as-of 2026-09-14");
        append("orders.csv", "O8,2026-08-21,E2,H1,P1,-3,-20000.00,-9000.00\n");
        run("2026-08", "2026-10-12");
        // Not even on the roster any more.
        write(
                "employees.csv",
                Files.readString(work.resolve("in/employees.csv")).replaceAll("(?m)^E2,.*\n", ""));
        run("2026-09", "2026-10-12");
        assertThat(rows("2026-09/r1", "E2")).isNotEmpty().allSatisfy(row -> {
            assertThat(row)
                    .containsEntry("name", "李四")
                    .containsEntry("team", "T01")
                    .containsEntry("cost_center", "C01");
            assertThat(row).containsEntry("source_period", "2026-08").containsEntry("revision", "2");
        });
        assertThat(trueUps("2026-09/r1", "E2").get(0)).startsWith("-").contains("paid before");
        close("2026-09", " --as-of 2026-10-20");
        run("2026-10", "2026-11-10");
        assertThat(trueUps("2026-10/r1", "E2")).isEmpty();
    }

    @Test
    void whoseAppealIsPendingWaitsWhileTheOthersArePaid() throws IOException {
        write("appeals.csv", APPEALS + "A1,E2,2026-08,sales_amount,2026-09-09 09:00,x,y,pending,,,,add_points,5\n");
        run("2026-08", "2026-09-10");
        CommandRunner.Ended refused = command("close 2026-08 --as-of 2026-09-14");
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.out()).contains("Appeal A1 of E2 was not decided as of 2026-09-10");
        close("2026-08", " --as-of 2026-09-14 --undisputed");
        assertThat(lines("2026-08/closed-r2", "E1")).isNotEmpty().allMatch(line -> line.endsWith(" pay"));
        // Commission waits, for the appeal names what it is earned on; the negative adjustment is never held.
        assertThat(lines("2026-08/closed-r2", "E2"))
                .anyMatch(line -> line.startsWith("commission ") && line.endsWith(" on_hold"))
                .allMatch(line -> line.startsWith("commission ") == line.endsWith(" on_hold"));
        assertThat(rows("2026-08/closed-r2", "E2").get(0).get("note")).contains("on hold: appeal A1 pending");
        run("2026-09", "2026-10-12");
        assertThat(trueUps("2026-09/r1", "E2")).isEmpty();

        write(
                "appeals.csv",
                APPEALS
                        + "A1,E2,2026-08,sales_amount,2026-09-09 09:00,x,y,rejected,2026-09-15 09:00,C,,add_points,5\n");
        run("2026-09", "2026-10-12");
        assertThat(trueUps("2026-09/r2", "E2"))
                .hasSize(1)
                .allMatch(line -> line.contains("released: appeal A1 decided"));
    }

    @Test
    void aChangedFileRefusesTheClose() throws IOException {
        Path scores = work.resolve("out/month-end/2026-08/r1/scores.csv");
        Files.writeString(scores, Files.readString(scores).replace("张三", "张四"));
        CommandRunner.Ended refused = command("close 2026-08 --as-of 2026-09-14");
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.out()).contains("This does not agree: scores.csv");
        assertThat(work.resolve("out/month-end/2026-08/closed-r1")).doesNotExist();
    }
}
