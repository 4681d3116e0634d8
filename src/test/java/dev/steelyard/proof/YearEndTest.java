package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.PeriodDecision.Kind;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.output.workbook.Dump;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year through the real batch and ledger: what is closed counts, as it was closed, and nothing else (rulings 78). */
class YearEndTest {

    private static final Path JOBS = Path.of("jobs");
    private static final LocalDate AS_OF = LocalDate.of(2027, 1, 15);
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2027-01-15T09:00:00+08:00");

    @TempDir
    Path folder;

    private TinyCompany company;
    private int decisions;

    @BeforeEach
    void theSmallestCompany() throws IOException {
        company = TinyCompany.in(
                folder,
                """
                        == targets.csv
                        subject_type,subject,indicator,period,target
                        employee,E1,sales_amount,2026-08,100000
                        employee,E1,sales_amount,2026-09,100000
                        == compliance_events.csv
                        event_id,event_date,employee_id,kind,severity,status,verified_date,evidence
                        V1,2026-08-03,E1,other,minor,verified,2026-08-05,
                        """);
    }

    private Outcome run(String jobName, String period) throws IOException {
        return company.run(TestDatabase.H2, jobName, period, AS_OF);
    }

    private Published year() throws IOException {
        return new Published(((Outcome.Published) run("year-end", "2026")).folder());
    }

    private void decide(Kind kind, String period, int revision) throws IOException {
        decide("month-end", kind, period, revision);
    }

    private void decide(String job, Kind kind, String period, int revision) throws IOException {
        PeriodDecision decision = new PeriodDecision(
                job,
                Period.parse(period).orElseThrow(),
                ++decisions,
                kind,
                revision,
                "",
                new Decider("王芳", "", ""),
                "",
                AS_OF);
        try (LedgerDatabase database = LedgerDatabase.open(folder.resolve("out/ledger"), Optional.empty())) {
            new PeriodBook(database.source()).record(decision, NOW);
        }
    }

    private static List<String> open(Published year) {
        return year.rows("problems.csv").stream()
                .filter(problem -> problem.get("code").equals("W-PERIOD-NOT-CLOSED"))
                .map(problem -> problem.get("value"))
                .toList();
    }

    @Test
    void countsTheClosedRevisionsOfClosedPeriodsAndSaysWhichAreOpen() throws IOException {
        run("month-end", "2026-08");
        run("month-end", "2026-09");

        Published nothing = year();
        assertThat(nothing.scores().get("E1"))
                .containsEntry("status", "held")
                .containsEntry("reason", "no data: no period of 2026 is closed for this track");
        assertThat(open(nothing)).hasSize(16).contains("2026-01", "2026-Q4");

        decide(Kind.CLOSE, "2026-08", 1);
        Published august = year();
        assertThat(august.folder()).hasFileName("r2");
        assertThat(august.scores().get("E1"))
                .containsEntry("status", "ranked")
                .containsEntry("compliance", "95.00")
                .containsEntry("reason", "mean of 2026-08; no team score: final = individual");
        assertThat(open(august)).hasSize(15).doesNotContain("2026-08");
        assertThat(august.manifest().get("earlier").size()).isEqualTo(1);
        assertThat(august.folder().resolve("summary.html"))
                .as("a first page says on how little of the year it rests")
                .content()
                .contains("全年 16 个月度与季度周期中有 15 个未关账");

        decide(Kind.CLOSE, "2026-09", 1);
        Published both = year();
        assertThat(both.scores().get("E1")).containsEntry("compliance", "97.50");
        assertThat(both.payout("E1"))
                .extracting(line -> line.get("component") + " " + line.get("basis") + " " + line.get("rate"))
                .containsExactly("compliance_bonus 10000 0.875", "no_violation_bonus 10000 1");

        // A later revision of a closed month changes nothing of the year: its differences are true-ups.
        Files.writeString(
                company.inputs().resolve("compliance_events.csv"),
                Files.readString(company.inputs().resolve("compliance_events.csv"))
                        + "V2,2026-09-03,E1,other,minor,verified,2026-09-05,\n");
        run("month-end", "2026-09");
        Published later = year();
        assertThat(later.scores()).isEqualTo(both.scores());

        decide(Kind.REOPEN, "2026-09", 1);
        assertThat(year().scores().get("E1").get("reason")).startsWith("mean of 2026-08;");
        decide(Kind.CLOSE, "2026-09", 2);
        assertThat(year().scores().get("E1"))
                .containsEntry("compliance", "95.00")
                .hasEntrySatisfying("reason", reason -> assertThat(reason).startsWith("mean of 2026-08 2026-09"));
        assertThat(run("year-end", "2026")).isInstanceOf(Outcome.Unchanged.class);
    }

    /** A card of a year shows the periods that its mean is made of, and no quarter of somebody who is scored by the month. */
    @Test
    void aCardShowsThePeriodsOfItsMean() throws IOException {
        for (String month : List.of("2026-08", "2026-09")) {
            run("month-end", month);
            decide(Kind.CLOSE, month, 1);
        }
        run("quarter-end", "2026-Q3");
        decide("quarter-end", Kind.CLOSE, "2026-Q3", 1);
        Path book;
        try (Stream<Path> books = Files.list(year().folder().resolve("teams"))) {
            book = books.findFirst().orElseThrow();
        }
        assertThat(Dump.of(Files.readAllBytes(book)).lines())
                .filteredOn(line -> line.matches("\\d+: 2026-.* \\| .*"))
                .extracting(line -> line.replaceFirst("\\d+: ", "").substring(0, 7))
                .containsExactly("2026-08", "2026-09");
    }

    @Test
    void aSignedPeriodIsNotClosed() throws IOException {
        run("month-end", "2026-09");
        decide(Kind.SIGN, "2026-09", 1);
        assertThat(year().scores().get("E1")).containsEntry("status", "held");
    }
}
