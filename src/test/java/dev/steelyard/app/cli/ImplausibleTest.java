package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run does with a delivery that can hardly be meant (architecture.md 5): here of orders the header alone was exported. */
class ImplausibleTest {

    @TempDir
    Path folder;

    private Path period;

    @BeforeEach
    void deliver() throws IOException {
        period = folder.resolve("out/month-end/2026-09");
        Path in = Files.createDirectory(folder.resolve("in"));
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/cli/company"))) {
            for (Path file : files.toList()) {
                Files.copy(file, in.resolve(file.getFileName()));
            }
        }
        Path orders = in.resolve("orders.csv");
        Files.writeString(orders, Files.readString(orders).lines().findFirst().orElseThrow() + "\n");
    }

    private CommandRunner.Ended run(String... more) {
        String[] always = {"run", "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet", "--lang", "en"
        };
        return command(Stream.concat(Stream.of(always), Stream.of(more)).toArray(String[]::new));
    }

    private CommandRunner.Ended command(String... words) {
        return new CommandRunner()
                .with("STEELYARD_OUTPUT", folder.resolve("out").toString())
                .with("STEELYARD_INPUTS", folder.resolve("in").toString())
                .with("USER", "hr-desk")
                .run(words);
    }

    @Test
    void nothingFinalIsPublishedUntilSomebodyAcceptsItByName() throws IOException {
        CommandRunner.Ended refused = run();
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.out())
                .contains("orders holds no data row at all")
                .contains("steelyard run month-end --period 2026-09 --accept EMPTY:orders --reason TEXT --by NAME");
        assertThat(period.toFile().list()).containsExactly("trial");
        assertThat(period.resolve("trial/statements")).doesNotExist();
        assertThat(period.resolve("trial/statements.csv")).doesNotExist();
        assertThat(period.resolve("trial/problems.csv")).content().contains("E-IMPLAUSIBLE", "EMPTY");
        assertThat(period.resolve("trial/summary.html")).content().contains("Implausible: orders holds no data row");

        CommandRunner.Ended mistyped = run("--accept", "EMPTY:order", "--reason", "stock taking", "--by", "Li Si");
        assertThat(mistyped.exit()).isEqualTo(Exit.REFUSED);
        assertThat(mistyped.out()).contains("--accept EMPTY:order: nothing of that name was found");

        CommandRunner.Ended accepted = run("--accept", "EMPTY", "--reason", "stock taking", "--by", "Li Si");
        assertThat(accepted.out()).contains("Accepted finding EMPTY:orders (2026-09): stock taking; by Li Si");
        assertThat(period.resolve("latest")).hasContent("r1");
        Manifest manifest = Manifest.read(period.resolve("r1"));
        assertThat(manifest.accepted()).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("stock taking");
            assertThat(one.account()).isEqualTo("hr-desk");
        });
        assertThat(period.resolve("r1/summary.html"))
                .content()
                .contains("by Li Si (not on the roster), account hr-desk");
        assertThat(period.resolve("r1/statements.csv")).exists();

        // It holds for the month: the same again changes nothing, and who signs is told.
        assertThat(run().out()).contains("unchanged");
        CommandRunner.Ended signed =
                command("sign", "2026-09", "--role", "hr", "--by", "Wang", "--as-of", "2026-10-12", "--lang", "en");
        assertThat(signed.out()).contains("Accepted finding EMPTY:orders (2026-09): stock taking");
    }

    @Test
    void aTrialShowsTheResultAndAcceptsNothing() {
        assertThat(run("--trial").exit()).isNotEqualTo(Exit.REFUSED);
        assertThat(run("--trial", "--accept", "EMPTY", "--reason", "r", "--by", "b")
                        .exit())
                .isEqualTo(Exit.BAD_INPUT);
        assertThat(run("--accept", "EMPTY").exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run("--accept", "empty orders", "--reason", "r", "--by", "b").exit())
                .isEqualTo(Exit.BAD_INPUT);
    }

    @Test
    void validateEndsAsTheRunWouldAndShowsTheProfile() {
        CommandRunner.Ended ended = command(
                "validate", "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet", "--lang", "en");
        assertThat(ended.exit()).isEqualTo(Exit.REFUSED);
        assertThat(ended.out()).contains("E-IMPLAUSIBLE", "Month by month", "targets");
    }

    /** Findings that are unlike each other: each is said by both, with what is to be done about it and not about its neighbour. */
    @Test
    void validateSaysEachFindingOfARunWithItsOwnRemedy() throws IOException {
        Path events = folder.resolve("in/compliance_events.csv");
        String header = Files.readString(events).lines().findFirst().orElseThrow();
        Files.writeString(
                events,
                header + "\nEV1,2026-09-03,E1,other,minor,verified,2026-09-10,\n"
                        + "EV2,2026-09-03,E1,other,minor,verified,2026-09-10,\n"
                        + "EV3,2026-09-03,E1,other,minor,verified,2028-09-10,\n");
        Path roster = folder.resolve("in/employees.csv");
        Files.writeString(
                roster, Files.readString(roster) + "E77,甲,manager,T99,Nowhere,,T98,2020-01-01,,,2028-09-01,9000,CC\n");
        run();
        CommandRunner.Ended ended = command(
                "validate", "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet", "--lang", "en");
        List<CSVRecord> found;
        try (CSVParser problems = CSVParser.parse(
                Files.readString(period.resolve("trial/problems.csv")),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            found = problems.stream()
                    .filter(one -> List.of("E-IMPLAUSIBLE", "W-UNLIKELY").contains(one.get("code")))
                    .toList();
        }
        assertThat(found).extracting(one -> one.get("value")).contains("EMPTY", "TWICE", "DATES", "SINGLE", "TEAM");
        found.forEach(one -> assertThat(ended.out()).contains(one.get("message"), one.get("fix")));
    }

    @Test
    void aDecisionThatWasWithdrawnInAColumnThatNobodyReadsStopsARun() throws IOException {
        Path events = folder.resolve("in/compliance_events.csv");
        String header = Files.readString(events).lines().findFirst().orElseThrow();
        Files.writeString(
                events,
                header + ",审核状态\nEV1,2026-09-03,E1,other,minor,verified,2026-09-10,,已审核\n"
                        + "EV2,2026-09-04,E1,other,minor,verified,2026-09-10,,作废\n");
        CommandRunner.Ended refused = run("--accept", "EMPTY", "--reason", "stock taking", "--by", "Li Si");
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.out()).contains("✗ UNREAD:compliance_events").contains("审核状态", "作废");
    }

    /** A month that two systems exported, each under its own numbers, in one file or in two. */
    @ParameterizedTest
    @ValueSource(strings = {"orders.csv", "orders-crm.csv", "销售明细（CRM）.csv"})
    void aMonthThatCameTwiceUnderOtherKeysStopsARun(String second) throws IOException {
        StringBuilder erp =
                new StringBuilder("order_line_id,order_date,employee_id,customer_id,product_id,quantity,amount,cost\n");
        StringBuilder crm = new StringBuilder(erp);
        for (int i = 1; i <= 4; i++) {
            erp.append("O%d,2026-09-0%d,E1,H1,P1,1,%d00.00,90\n".formatted(i, i, i + 10));
            crm.append("CRM-%d,2026/9/%d,E1,H1,P1,1.0,\"%d,00\",\n"
                    .formatted(70 - i, i, i + 10)
                    .replace(",00\"", "00\""));
        }
        Path orders = folder.resolve("in/orders.csv");
        Files.writeString(orders, erp);
        assertThat(run().out()).doesNotContain("TWICE");
        Path other = folder.resolve("in").resolve(second);
        Files.writeString(other, other.equals(orders) ? erp + crm.substring(crm.indexOf("\n") + 1) : crm.toString());
        CommandRunner.Ended refused = run();
        assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
        assertThat(refused.out()).contains("✗ TWICE:orders  8 rows of orders of 2026-09 come 2 times each");
    }

    /** What the copies in the store say of last month: of the same person, the same product, the same event. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "gb18030"})
    void registersAreHeldAgainstThoseThatTheLastMonthWasRunWith(String form) throws IOException {
        Path roster = folder.resolve("in/employees.csv");
        String people = Files.readString(roster);
        Path events = folder.resolve("in/compliance_events.csv");
        String header = Files.readString(events).lines().findFirst().orElseThrow() + "\n";
        String old = "EV1,2026-05-03,E1,other,minor,verified,2026-05-10,\n";
        Files.writeString(events, header + old + "EV2,2026-08-04,E1,bribery,veto,verified,2026-08-10,\n");
        String[] accept = {"--accept", "EMPTY", "--reason", "stock taking", "--by", "Li Si"};
        command(Stream.concat(
                        Stream.of("run", "month-end", "--period", "2026-08", "--as-of", "2026-09-12", "--quiet"),
                        Stream.of("--accept", "HELD", "--accept", "EMPTY", "--reason", "r", "--by", "Li Si"))
                .toArray(String[]::new));
        assertThat(folder.resolve("out/month-end/2026-08/r1")).exists();
        assertThat(run(accept).out()).doesNotContain("SAME", "GONE");

        Files.writeString(events, header + old);
        Files.writeString(
                roster,
                people.replace(",20000,", ",200000,").replaceFirst("2024-01-08", "2026-08-01"),
                form.equals("csv") ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
        CommandRunner.Ended ended = run(accept);
        assertThat(ended.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        assertThat(ended.out()).contains("GONE:compliance_events", "SAME:employees");
        CommandRunner.Ended looked = command(
                "validate", "month-end", "--period", "2026-09", "--as-of", "2026-10-12", "--quiet", "--lang", "en");
        assertThat(looked.out())
                .contains("1 row of compliance_events that the last month was run with is not there any more")
                .contains("column hire_date of employees is not as the last month was run with in 1 row")
                .contains("column monthly_salary of employees is more than 5 times away");
    }

    @Test
    void anExportThatCameLastTimeIsMissed() throws IOException {
        Path nps = folder.resolve("in/exams.csv");
        Files.writeString(
                nps, "exam_id,employee_id,date,kind,product_id,score,passed\nX1,E1,2026-08-03,defence,,80,Y\n");
        String[] accept = {"--accept", "EMPTY", "--reason", "stock taking", "--by", "Li Si"};
        command(Stream.concat(
                        Stream.of(
                                "run",
                                "month-end",
                                "--period",
                                "2026-08",
                                "--as-of",
                                "2026-09-12",
                                "--quiet",
                                "--accept",
                                "HELD"),
                        Stream.of(accept))
                .toArray(String[]::new));
        assertThat(folder.resolve("out/month-end/2026-08/r1")).exists();
        Files.delete(nps);
        CommandRunner.Ended ended = run(accept);
        assertThat(ended.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        assertThat(ended.out()).contains("! STALE:exams  exams was not delivered; the last final run read 1 row of it");
    }
}
