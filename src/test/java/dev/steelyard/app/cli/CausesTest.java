package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.cli.text.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a user is told of rows that were lost: the cause before what followed from it, decisions and events before all else, and
 * whoever is on the roster stays to be seen (rules.md 8.11; rulings 117, 119).
 */
class CausesTest {

    private static final Path COMPANY = Path.of("src/test/resources/cli/company");
    private static final String EVENTS =
            "event_id,event_date,employee_id,kind,severity,status,verified_date,evidence\n";
    private static final String APPEALS =
            "appeal_id,employee_id,period,indicator,submitted_at,claim,evidence,decision,decided_at,decided_by,"
                    + "decision_reason,effect,effect_value\n";
    private static final String CALIBRATIONS =
            "decision_id,decided_date,subject_type,subject,indicator,period,new_target,reason,approvers\n";

    @TempDir
    Path work;

    @BeforeEach
    void aSmallCompany() throws IOException {
        Files.createDirectories(work.resolve("in"));
        try (Stream<Path> files = Files.list(COMPANY)) {
            for (Path file : files.toList()) {
                Files.copy(file, work.resolve("in").resolve(file.getFileName().toString()));
            }
        }
        // Enough good rows that a single bad one stays within the thresholds.
        for (int i = 100; i < 300; i++) {
            append("orders.csv", "O" + i + ",2026-09-1" + i % 10 + ",E1,H1,P1,1,1.00,0.50\n");
        }
    }

    private void append(String file, String lines) throws IOException {
        Path path = work.resolve("in").resolve(file);
        Files.writeString(path, Files.readString(path) + lines);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(work.resolve("in").resolve(file), content);
    }

    private void replace(String file, String text, String other) throws IOException {
        String content = Files.readString(work.resolve("in").resolve(file));
        assertThat(content).contains(text);
        write(file, content.replace(text, other));
    }

    private CommandRunner.Ended command(String line) {
        return new CommandRunner()
                .with("STEELYARD_OUTPUT", work.resolve("out").toString())
                .with("STEELYARD_INPUTS", work.resolve("in").toString())
                .run((line + " --quiet --lang en").split(" "));
    }

    private CommandRunner.Ended run() {
        return command("run month-end --period 2026-09 --as-of 2026-10-12");
    }

    /** Where nearly every row was lost, only a trial is shown. */
    private String published(String file) throws IOException {
        Path period = work.resolve("out/month-end/2026-09");
        Path revision = period.resolve("r1");
        return Files.readString((Files.exists(revision) ? revision : period.resolve("trial")).resolve(file));
    }

    // ------------------------------------------------------------------ causes

    @Test
    void aKindThatIsNotListedLeadsAndItsOrdersFollow() throws IOException {
        replace("customers.csv", "public_hospital", "Pharmacy");
        CommandRunner.Ended ended = run();
        assertThat(ended.out())
                .contains("Column kind: \"Pharmacy\" is not one of the values that are allowed")
                .contains("(1 row); left out because of it: 204 rows of orders naming these customers")
                .doesNotContain("is not in customers");
        assertThat(published("problems.csv"))
                .contains("E-ROW-REFERENCE-REJECTED")
                .contains("in customers (customers.csv:2) was rejected")
                .doesNotContain("E-ROW-UNKNOWN-REFERENCE");
        assertThat(published("summary.html"))
                .contains("left out because of it: 204 rows of orders naming these customers")
                .doesNotContain("Pharmacy");
    }

    @ParameterizedTest
    @CsvSource({
        "products.csv, 'P1,支架,介入,mature', 'P1,支架,介入,old', products (products.csv:2)",
        "products.csv, '2015-04-01', 'spring', products (products.csv:2)",
        "customers.csv, 'H1,第一医院,public_hospital', 'H1,第一医院,x,public_hospital', customers (customers.csv:2)",
        "customers.csv, '第一医院', '\"第一医院', customers (customers.csv:2)",
    })
    void whateverRejectsARowIsTheCauseOfThoseThatNameIt(String file, String text, String other, String said)
            throws IOException {
        replace(file, text, other);
        run();
        assertThat(published("problems.csv")).contains("in " + said + " was rejected");
    }

    @Test
    void twoRowsOfOneCustomerThatDifferAreTheCause() throws IOException {
        append("customers.csv", "H1,第一医院,public_hospital,2A,华东,high\n");
        assertThat(run().out()).contains("rows of orders naming these customers");
    }

    @Test
    void anIdThatIsNowhereIsStillUnknown() throws IOException {
        append("orders.csv", "O900,2026-09-05,E1,H7,P1,1,10.00,5.00\n");
        assertThat(run().out()).contains("\"H7\" is not in customers").doesNotContain("left out because of it");
    }

    // ------------------------------------------------------------------ decisions and events

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1,2026-09-01,e1x,bribery,veto,verified,2026-09-10,x\n",
                "V1,2026-09-01,E1,bribery,veto,verified,2026-09-31,x\n",
                "V1,2026-09-01,E1,bribe,veto,verified,2026-09-10,x\n",
                "V1,2026-09-01,E1,bribery,veto,verified,2026-09-10\n",
                "V1,2026-09-01,,bribery,veto,verified,2026-09-10,x\n",
            })
    void anEventThatIsLostIsAtTheTopAndTheRunIsBeyondItsThresholds(String row) throws IOException {
        write("compliance_events.csv", EVENTS + row);
        CommandRunner.Ended ended = run();
        assertThat(ended.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        List<String> lines = ended.out().lines().toList();
        assertThat(lines.get(1)).startsWith("! ").contains("registers of decisions and events");
        assertThat(lines.get(2)).contains("compliance_events.csv:2");
        // The same again, which calculates nothing.
        CommandRunner.Ended again = run();
        assertThat(again.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        assertThat(again.out()).contains("registers of decisions and events");
        assertThat(command("validate month-end --period 2026-09 --as-of 2026-10-12")
                        .exit())
                .isEqualTo(Exit.BEYOND_THRESHOLDS);
    }

    @Test
    void whatARuleRefusesIsNotLost() throws IOException {
        write(
                "calibrations.csv",
                CALIBRATIONS + "D1,2026-09-20,employee,E1,sales_amount,2026-09,5000,reason,only one\n");
        CommandRunner.Ended ended = run();
        assertThat(ended.exit()).isEqualTo(Exit.DONE);
        assertThat(ended.out()).contains("calibrations.csv:2").doesNotContain("registers of decisions and events");
    }

    @Test
    void anAppealOfNobodyIsLost() throws IOException {
        write(
                "appeals.csv",
                APPEALS + "A1,E77,2026-09,nps,2026-10-09 09:00,x,y,upheld,2026-10-10 09:00,C,,set_value,50\n");
        CommandRunner.Ended ended = run();
        assertThat(ended.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        assertThat(ended.out()).contains("appeals.csv:2").contains("\"E77\" is not in employees");
    }

    @Test
    void anUpheldAppealWithAnUnknownNameIsAnError() throws IOException {
        write(
                "appeals.csv",
                APPEALS + "A1,E1,2026-09,净推荐,2026-10-09 09:00,x,y,upheld,2026-10-10 09:00,C,,set_value,50\n");
        CommandRunner.Ended ended = run();
        assertThat(ended.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        assertThat(ended.out())
                .contains("\"净推荐\" is no indicator or target of the plan")
                .contains("Nearest: nps");
    }

    // ------------------------------------------------------------------ the roster

    @Test
    void whoMovedAndHasTwoRowsIsHeldAndTheirOrdersAreTheirs() throws IOException {
        append("employees.csv", "E1,张三,mature,T02,华东,E9,,2024-01-08,2024-07-08,2024-01-08,,10000,C01\n");
        CommandRunner.Ended ended = run();
        assertThat(ended.exit()).isEqualTo(Exit.BEYOND_THRESHOLDS);
        assertThat(ended.out())
                .contains("The roster has rows of E1 that differ (employees.csv:2, employees.csv:5): held")
                .doesNotContain("is not in employees");
        assertThat(published("scores.csv")).contains(",E1,张三,mature,,华东,").contains("held,");
        assertThat(published("indicators.csv")).doesNotContain("E1,");
        assertThat(published("problems.csv")).doesNotContain("is not in employees");
    }

    @Test
    void aSalaryThatCannotBeReadHoldsNobodyInAMonth() throws IOException {
        replace("employees.csv", ",10000,C01\nE2", ",一万二,C01\nE2");
        CommandRunner.Ended ended = run();
        assertThat(ended.exit()).isEqualTo(Exit.DONE);
        assertThat(published("problems.csv")).contains("W-BLANK-FOR-UNREAD,employees.csv,,2,monthly_salary,一万二");
        assertThat(published("scores.csv")).contains(",E1,张三,").doesNotContain("held");
    }

    @Test
    void aTrackThatCannotBeReadHoldsItsPerson() throws IOException {
        replace("employees.csv", "E1,张三,mature", "E1,张三,学术线");
        CommandRunner.Ended ended = run();
        assertThat(ended.out()).contains("The roster's track of E1 cannot be read and this run needs it: held");
        assertThat(published("scores.csv")).contains(",E1,张三,,T01,华东,");
    }

    @Test
    void aBlankTrackOfSomebodyWithSalesIsSaid() throws IOException {
        replace("employees.csv", "E2,李四,mature", "E2,李四,");
        CommandRunner.Ended ended = run();
        assertThat(ended.out())
                .contains("The track of E2 is blank: not scored, though this period has 1 target and 1 row");
        assertThat(published("scores.csv")).doesNotContain("E2");
    }

    // ------------------------------------------------------------------ names

    @ParameterizedTest
    @ValueSource(strings = {"销售额", "销 售 额", "Sales Amount", "SALES_AMOUNT", "ｓａｌｅｓ_amount"})
    void aTargetMayBeCalledByAnyOfItsNames(String name) throws IOException {
        replace("targets.csv", "employee,E1,sales_amount", "employee,E1," + name);
        assertThat(run().exit()).isEqualTo(Exit.DONE);
        assertThat(published("scores.csv")).doesNotContain("held");
    }

    @Test
    void aTargetThatNothingIsCalledLikeIsRejectedWithTheNearest() throws IOException {
        replace("targets.csv", "employee,E1,sales_amount", "employee,E1,销售金额");
        CommandRunner.Ended ended = run();
        assertThat(ended.out())
                .contains("\"销售金额\" is no indicator or target of the plan, or several are called so")
                .contains("Nearest: sales_amount");
        assertThat(published("scores.csv")).contains("held");
    }

    @Test
    void twoSpellingsOfOneTargetAreOneKey() throws IOException {
        append("targets.csv", "employee,E1,销售额,2026-09,20000\n");
        run();
        assertThat(published("problems.csv")).contains("E-ROW-KEY-CONFLICT");
    }

    @Test
    void aFileThatNobodyReadsIsOnTheConsole() throws IOException {
        write("退货汇总.csv", "a,b\n1,2\n");
        assertThat(run().out()).contains("退货汇总.csv");
    }
}
