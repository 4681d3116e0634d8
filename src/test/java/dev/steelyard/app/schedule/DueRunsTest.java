package dev.steelyard.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.output.notice.Awaited;
import dev.steelyard.output.notice.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs in a round, what waits and who is told. Working days of October 2026: 8, 9, 10 (make-up), 12, 13, 14 … */
class DueRunsTest {

    private static final String SCHEDULE = "schedule: {working_day: 3, at: \"03:00\"}\n";
    private static final String EXPECTS =
            """
            expects:
              - {dataset: orders, owner: Finance, by: {working_day: 5, at: "18:00"}}
              - {dataset: visits, owner: Marketing, by: {working_day: 6, at: "18:00"}}
            """;
    private static final Duration LONG_AGO = Duration.ofHours(5);

    @TempDir
    Path home;

    private TestJobs jobs;
    private Bench bench;

    @BeforeEach
    void takeTheJobs() throws IOException {
        jobs = TestJobs.in(home);
        bench = new Bench(home);
    }

    @Test
    void runsEveryDuePeriodOldestFirst() throws IOException {
        jobs.with("month-end", SCHEDULE).with("quarter-end", "schedule: {working_day: 5, at: \"03:00\"}");
        bench.ran("month-end", "2026-06", "2026-07-03")
                .ran("quarter-end", "2026-Q2", "2026-07-07")
                .at("2026-10-20T10:00")
                .go();
        assertThat(bench.runs)
                .containsExactly("final 2026-07", "final 2026-08", "final 2026-09", "quarter-end final 2026-Q3");
        assertThat(bench.notices).hasSize(4).allMatch(Notice.Done.class::isInstance);
        bench.go();
        assertThat(bench.runs).hasSize(4);
    }

    @Test
    void asksTheLedgerOnlyWhenSomethingIsDue() throws IOException {
        jobs.with("month-end", SCHEDULE);
        bench.ran("month-end", "2026-09", "2026-10-12").at("2026-10-20T10:00").go();
        assertThat(bench.questions).isEqualTo(1);
        for (int hour = 0; hour < 200; hour++) {
            bench.after(Duration.ofHours(1)).go();
        }
        assertThat(bench.questions).isEqualTo(1);
        bench.at("2026-11-04T03:00").go();
        assertThat(bench.runs).containsExactly("final 2026-10");
    }

    @Test
    void waitsForAFileAndSaysWhoseItIs() throws IOException {
        jobs.with("month-end", SCHEDULE + EXPECTS);
        bench.at("2026-10-12T03:00")
                .file("visits.csv", "x", LONG_AGO)
                .go()
                .go()
                .after(Duration.ofMinutes(1))
                .go();
        assertThat(bench.runs).isEmpty();
        assertThat(bench.notices).singleElement().isInstanceOfSatisfying(Notice.Waiting.class, waiting -> assertThat(
                        waiting.awaited())
                .containsExactly(new Awaited(
                        "orders", "Finance", LocalDateTime.parse("2026-10-13T18:00"), Awaited.State.MISSING)));
        assertThat(bench.questions).as("while it waits the ledger is free").isEqualTo(1);
        assertThat(bench.waiting)
                .singleElement()
                .extracting(waiting -> waiting.run().period().toString())
                .isEqualTo("2026-09");
        bench.after(Duration.ofHours(6)).file("销售明细-09.csv", "x", LONG_AGO).go();
        assertThat(bench.runs).containsExactly("final 2026-09");
        assertThat(bench.notices).hasSize(2);
        assertThat(bench.waiting).isEmpty();
    }

    @Test
    void remindsOnceADay() throws IOException {
        jobs.with("month-end", SCHEDULE + EXPECTS);
        bench.at("2026-10-12T03:00");
        for (int hour = 0; hour < 48; hour++) {
            bench.go().after(Duration.ofHours(1));
        }
        assertThat(bench.notices)
                .hasSize(3)
                .extracting(notice -> notice.run().asOf().toString())
                .containsExactly("2026-10-12", "2026-10-13", "2026-10-14");
    }

    @Test
    void aFileThatIsYoungOrGrowsOrIsOpenIsNotRead() throws IOException {
        jobs.with("month-end", SCHEDULE + EXPECTS);
        bench.at("2026-10-12T03:00")
                .file("visits.csv", "x", LONG_AGO)
                .file("orders.csv", "x", Duration.ofSeconds(30))
                .go();
        assertThat(state()).isEqualTo(Awaited.State.GROWING);
        // Its time says long ago, as a copied file's does; its size tells.
        bench.file("orders.csv", "xx", LONG_AGO).after(Duration.ofMinutes(1)).go();
        bench.file("orders.csv", "xxx", LONG_AGO).after(Duration.ofMinutes(1)).go();
        assertThat(bench.runs).isEmpty();
        bench.file("orders-2.xlsx", "x", LONG_AGO).file("~$orders-2.xlsx", "", LONG_AGO);
        bench.after(Duration.ofMinutes(1)).go().after(Duration.ofMinutes(1)).go();
        assertThat(bench.runs).isEmpty();
        bench.without("~$orders-2.xlsx").after(Duration.ofMinutes(1)).go();
        assertThat(bench.runs).containsExactly("final 2026-09");
    }

    private Awaited.State state() {
        Notice last = bench.notices.get(bench.notices.size() - 1);
        return ((Notice.Waiting) last).awaited().get(0).state();
    }

    @Test
    void aFileThatNobodyNamedIsNotReadHalfEither() throws IOException {
        jobs.with("month-end", SCHEDULE);
        bench.at("2026-10-12T03:00").file("orders.csv", "x", Duration.ZERO).go();
        assertThat(bench.runs).isEmpty();
        assertThat(state()).isEqualTo(Awaited.State.GROWING);
        bench.after(Duration.ofMinutes(3)).go();
        assertThat(bench.runs).containsExactly("final 2026-09");
    }

    @Test
    void afterTheDeadlineItIsATrialAndNeverFinal() throws IOException {
        jobs.with("month-end", SCHEDULE + EXPECTS);
        bench.at("2026-10-13T18:00").file("visits.csv", "x", LONG_AGO).go().go();
        assertThat(bench.runs).containsExactly("trial 2026-09");
        assertThat(bench.notices)
                .singleElement()
                .isInstanceOfSatisfying(Notice.Incomplete.class, incomplete -> assertThat(incomplete.awaited())
                        .extracting(Awaited::owner)
                        .containsExactly("Finance"));
        // Another file comes: worth another look, and still not final.
        bench.after(Duration.ofHours(1)).file("trials.csv", "x", LONG_AGO).go().go();
        assertThat(bench.runs).containsExactly("trial 2026-09", "trial 2026-09");
        bench.after(Duration.ofHours(1)).file("orders.csv", "x", LONG_AGO).go().go();
        assertThat(bench.runs).containsExactly("trial 2026-09", "trial 2026-09", "final 2026-09");
    }

    @Test
    void whileOneDeadlineIsToComeItWaits() throws IOException {
        jobs.with("month-end", SCHEDULE + EXPECTS);
        bench.at("2026-10-14T17:59").go();
        assertThat(bench.runs).isEmpty();
        bench.at("2026-10-14T18:00").go();
        assertThat(bench.runs).containsExactly("trial 2026-09");
    }

    @Test
    void whatFailedOnTheseFilesIsNotTriedAgainOnThem() throws IOException {
        jobs.with("month-end", SCHEDULE);
        bench.ending(order -> new Notice.Failed(order.run(), 2, "a header is missing"))
                .at("2026-10-12T03:00")
                .file("orders.csv", "x", LONG_AGO)
                .go();
        for (int hour = 0; hour < 30; hour++) {
            bench.after(Duration.ofHours(1)).go();
        }
        assertThat(bench.runs).containsExactly("final 2026-09");
        assertThat(bench.notices).hasSize(1);
        bench.ending(bench::done)
                .file("orders.csv", "mended", LONG_AGO)
                .go()
                .after(Duration.ofMinutes(1))
                .go();
        assertThat(bench.runs).containsExactly("final 2026-09", "final 2026-09");
    }

    @Test
    void whatMayRecoverIsTriedAgainAfterAPause() throws IOException {
        jobs.with("month-end", SCHEDULE);
        bench.ending(order -> new Notice.Failed(order.run(), 6, "the disk is full"))
                .at("2026-10-12T03:00")
                .go()
                .after(Duration.ofMinutes(14))
                .go();
        assertThat(bench.runs).hasSize(1);
        bench.after(Duration.ofMinutes(1)).go();
        assertThat(bench.runs).hasSize(2);
        assertThat(bench.notices).as("told once").hasSize(1);
    }

    @Test
    void laterPeriodsWaitForTheOneThatFailed() throws IOException {
        jobs.with("month-end", SCHEDULE).with("quarter-end", SCHEDULE).with("year-end", SCHEDULE + "\n");
        bench.ending(order -> new Notice.Failed(order.run(), 2, "no"))
                .ran("month-end", "2026-07", "2026-08-05")
                .ran("year-end", "2025", "2026-01-20")
                .at("2026-10-20T10:00")
                .go();
        assertThat(bench.runs).containsExactly("final 2026-08");
    }

    @Test
    void whatAPersonHasRunMeanwhileIsNotRunAgain() throws IOException {
        jobs.with("month-end", SCHEDULE + EXPECTS);
        bench.at("2026-10-12T03:00").go().ran("month-end", "2026-09", "2026-10-12");
        bench.file("orders.csv", "x", LONG_AGO)
                .file("visits.csv", "x", LONG_AGO)
                .after(Duration.ofMinutes(5))
                .go();
        assertThat(bench.runs).isEmpty();
    }

    @Test
    void anUnchangedRunOfAlertsIsNotRepeated() throws IOException {
        jobs.with("weekly-alerts", "schedule: {cron: \"0 30 6 ? * MON\"}");
        bench.ran("weekly-alerts", "2026-10", "2026-10-12")
                .ending(order -> new Notice.Done(
                        order.run(), 1, true, new Notice.Counts(1, 0, 0, 0, 0, 0), List.of(), List.of(), home, ""))
                .at("2026-10-20T10:00")
                .go()
                .go();
        assertThat(bench.runs).containsExactly("weekly-alerts final 2026-10");
    }

    @Test
    void followsTheFilesAndSaysWhichIsBroken() throws IOException {
        jobs.with("month-end", SCHEDULE);
        bench.ran("month-end", "2026-08", "2026-09-04").at("2026-10-20T10:00").file("a.txt", "", LONG_AGO);
        String good = Files.readString(jobs.file("month-end"));
        Files.writeString(jobs.file("month-end"), good.replace("03:00", "3 Uhr"));
        jobs.with("quarter-end", SCHEDULE);
        bench.go().go();
        assertThat(bench.said)
                .containsExactly("scheduled [quarter-end]", "broken month-end NOT_A_TIME", "missing quarter-end 2027");
        assertThat(bench.runs).containsExactly("quarter-end final 2026-Q3");
        Files.writeString(jobs.file("month-end"), good);
        bench.go();
        assertThat(bench.runs).containsExactly("quarter-end final 2026-Q3", "final 2026-09");
        Files.delete(jobs.file("quarter-end"));
        bench.go();
        assertThat(bench.said).last().isEqualTo("scheduled [month-end]");
    }

    @Test
    void aCronExpressionThatIsNoneIsShownWhereItStands() throws IOException {
        jobs.with("month-end", "schedule: {cron: \"0 0 6 32 * ?\"}");
        JobFolder folder = new JobFolder(home);
        folder.refresh();
        assertThat(folder.broken().get("month-end").text("en", false))
                .contains("month-end.yaml:")
                .contains("\"0 0 6 32 * ?\" is not a cron expression: Day of month values must be between 1 and 31");
    }

    @Test
    void aCopyOfAJobIsNotRunBesidesIt() throws IOException {
        jobs.with("month-end", SCHEDULE);
        Files.copy(jobs.file("month-end"), jobs.file("month-end-copy"));
        bench.at("2026-10-20T10:00").go();
        assertThat(bench.said).contains("broken month-end-copy NAME_TWICE");
        assertThat(bench.runs).containsExactly("final 2026-09");
    }

    @Test
    void aLedgerThatCannotBeReachedIsSaidOnceAndTriedAgain() throws IOException {
        jobs.with("month-end", SCHEDULE);
        bench.ledgerFails = new IllegalStateException("no route to host");
        bench.at("2026-10-20T10:00").go().go();
        assertThat(bench.said).containsExactly("scheduled [month-end]", "failed no route to host");
        bench.ledgerFails = null;
        bench.go();
        assertThat(bench.runs).containsExactly("final 2026-09");
    }

    @Test
    void nothingBeginsAfterTheStopAndWhatItBrokeOffIsNoFailure() throws IOException {
        jobs.with("month-end", SCHEDULE);
        bench.ran("month-end", "2026-06", "2026-07-03")
                .ending(order -> {
                    bench.stop();
                    return new Notice.Failed(order.run(), 1, "interrupted");
                })
                .at("2026-10-20T10:00")
                .go();
        assertThat(bench.runs).containsExactly("final 2026-07");
        assertThat(bench.notices).isEmpty();
    }

    @Test
    void readsTheFolderThatTheJobNames() throws IOException {
        Files.writeString(
                jobs.file("month-end"),
                Files.readString(jobs.file("month-end"))
                        .replace("  files: {}", "  files: {}\n  folder: \"inputs/{period}\""));
        jobs.with("month-end", SCHEDULE + EXPECTS);
        bench.at("2026-10-12T03:00")
                .file("2026-09/orders.csv", "x", LONG_AGO)
                .file("2026-09/visits.csv", "x", LONG_AGO)
                .ending(order -> {
                    assertThat(order.inputs()).isEqualTo(home.resolve("inputs/2026-09"));
                    return bench.done(order);
                })
                .go();
        assertThat(bench.runs).containsExactly("final 2026-09");
    }
}
