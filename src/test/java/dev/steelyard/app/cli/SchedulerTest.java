package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.option.InputOptions;
import dev.steelyard.app.cli.schedule.ScheduleCommand;
import dev.steelyard.app.cli.schedule.ScheduleText;
import dev.steelyard.app.cli.schedule.ScheduledRuns;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.schedule.ScheduleSettings;
import dev.steelyard.app.schedule.Scheduler;
import dev.steelyard.app.schedule.TestJobs;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.output.notice.Awaited;
import dev.steelyard.output.notice.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The real scheduler, runs and ledger, at a clock that goes as fast as ours and stands in October 2026. */
class SchedulerTest {

    private static final long MOST_SECONDS = 300;

    @TempDir
    private Path work;

    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestJobs jobs;

    @BeforeEach
    void takeASmallCompany() throws IOException {
        jobs = TestJobs.in(work.resolve("home"));
        Path inputs = jobs.home().resolve("inputs");
        TestJobs.copyInputs(inputs);
        // July and August are paid too: everybody held for want of a target would be implausible.
        Files.writeString(
                inputs.resolve("targets.csv"),
                """
                employee,E1,sales_amount,2026-07,10000
                employee,E2,sales_amount,2026-07,10000
                employee,E1,sales_amount,2026-08,10000
                employee,E2,sales_amount,2026-08,10000
                """,
                StandardOpenOption.APPEND);
        try (Stream<Path> files = Files.list(inputs)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-01T00:00:00Z")));
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private void start(TestDatabase database, String time, Duration look) throws IOException {
        Instant begin = OffsetDateTime.parse(time + "+08:00").toInstant();
        InstantSource clock = InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), begin));
        Path output = work.resolve("out");
        Optional<String> url = database.url(output);
        List<String> arguments =
                new ArrayList<>(List.of("--home", jobs.home().toString(), "--output", output.toString()));
        url.ifPresent(db -> arguments.addAll(List.of("--db", db)));
        Session session = Session.of(CommandRunner.silent());
        ScheduleCommand command =
                CommandLine.populateCommand(new ScheduleCommand(session), arguments.toArray(String[]::new));
        if (url.isPresent()) {
            LedgerDatabase.open(command.ledger(), url).close();
        }
        Optional<SharedDatabase> shared = SharedDatabase.of(url, "schedule", Pace.USUAL.silence());
        Scheduler scheduler = new Scheduler(
                new ScheduleSettings(
                        jobs.home(), Optional.empty(), "zh", look, Duration.ofMinutes(2), Duration.ofMinutes(15)),
                new ScheduledRuns(command, new InputOptions(), clock),
                notices::add,
                new ScheduleText(session),
                clock,
                shared.map(SharedDatabase::source));
        open.add(scheduler);
        shared.ifPresent(open::add);
        scheduler.start();
    }

    private Notice next() throws InterruptedException {
        Notice notice = notices.poll(MOST_SECONDS, TimeUnit.SECONDS);
        assertThat(notice).as("somebody is told").isNotNull();
        return notice;
    }

    private CommandRunner.Ended person(TestDatabase database, String... arguments) {
        return new CommandRunner().on(database, work.resolve("out")).run(arguments);
    }

    @ParameterizedTest
    @MethodSource("dev.steelyard.TestDatabase#all")
    void runsWhatIsDueOneAfterTheOther(TestDatabase database) throws Exception {
        jobs.with("month-end", "schedule: {cron: \"0 0 6 8 * ?\", since: 2026-08}");
        start(database, "2026-10-20T10:00:00", Duration.ofMinutes(5));
        for (String period : List.of("2026-08", "2026-09")) {
            assertThat(next()).isInstanceOfSatisfying(Notice.Done.class, done -> {
                assertThat(done.run().period()).hasToString(period);
                assertThat(done.revision()).isEqualTo(1);
                assertThat(done.unchanged()).isFalse();
                assertThat(done.counts().people()).isPositive();
                assertThat(done.folder().resolve("manifest.json")).exists();
            });
        }
        // The scheduler still works, and the ledger is free.
        CommandRunner.Ended runs = person(database, "runs", "--json");
        assertThat(runs.exit()).isZero();
        assertThat(runs.out()).containsSubsequence("\"2026-08\"", "\"2026-09\"").contains("\"as_of\" : \"2026-10-20\"");
    }

    @ParameterizedTest
    @MethodSource("dev.steelyard.TestDatabase#all")
    void aTriggerWakesIt(TestDatabase database) throws Exception {
        jobs.with("month-end", "schedule: {cron: \"0 0 6 8 * ?\", since: 2026-09}");
        start(database, "2026-10-08T05:59:57", Duration.ofHours(9));
        assertThat(next())
                .isInstanceOfSatisfying(
                        Notice.Done.class, done -> assertThat(done.run().asOf()).isEqualTo("2026-10-08"));
    }

    /** An embedded ledger has one machine. */
    @Test
    @EnabledIfSystemProperty(named = "test.postgres", matches = "true")
    void twoSchedulersRunAPeriodOnce() throws Exception {
        TestDatabase database = TestDatabase.POSTGRES;
        jobs.with("month-end", "schedule: {cron: \"0 0 6 8 * ?\", since: 2026-07}");
        start(database, "2026-10-20T10:00:00", Duration.ofMillis(300));
        start(database, "2026-10-20T10:00:00", Duration.ofMillis(300));
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            done.add(((Notice.Done) next()).run().period() + " r" + i);
        }
        assertThat(done).containsExactly("2026-07 r0", "2026-08 r1", "2026-09 r2");
        stop();
        open.clear();
        assertThat(notices).isEmpty();
        assertThat(person(database, "runs", "--json").out()).doesNotContain("\"revision\" : 2");
    }

    @Test
    void afterTheDeadlineATrialSaysThatItIsIncomplete() throws Exception {
        jobs.with(
                "month-end",
                """
                schedule: {working_day: 3, at: "03:00", since: 2026-09}
                expects:
                  - {dataset: orders, owner: 财务部 张三, by: {working_day: 5, at: "18:00"}}
                """);
        Path orders = jobs.home().resolve("inputs/orders.csv");
        Path kept = work.resolve("orders.csv");
        Files.move(orders, kept);
        start(TestDatabase.H2, "2026-10-20T10:00:00", Duration.ofMillis(300));
        Notice.Incomplete incomplete = (Notice.Incomplete) next();
        assertThat(incomplete.awaited()).singleElement().satisfies(awaited -> {
            assertThat(awaited.dataset()).isEqualTo("销售明细");
            assertThat(awaited.owner()).isEqualTo("财务部 张三");
            assertThat(awaited.state()).isEqualTo(Awaited.State.MISSING);
        });
        assertThat(incomplete.folder()).endsWithRaw(Path.of("2026-09/trial"));
        assertThat(text(incomplete.folder().resolve("ranking-2026-09.xlsx"))).contains("试算，数据不全");
        assertThat(person(TestDatabase.H2, "runs", "--json").out()).contains("\"runs\" : [ ]");
        // Somebody brings the file: then, and only then, it is final.
        Files.move(kept, orders);
        assertThat(next()).isInstanceOf(Notice.Done.class);
    }

    private static String text(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            StringBuilder text = new StringBuilder();
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return text.toString();
        }
    }

    @Test
    void aRunThatFailsIsToldAsAPersonWouldReadIt() throws Exception {
        jobs.with("month-end", "schedule: {cron: \"0 0 6 8 * ?\", since: 2026-09}");
        Path orders = jobs.home().resolve("inputs/orders.csv");
        Files.copy(orders, jobs.home().resolve("inputs/orders-copy.csv"));
        Files.setLastModifiedTime(
                jobs.home().resolve("inputs/orders-copy.csv"), FileTime.from(Instant.parse("2026-10-01T00:00:00Z")));
        start(TestDatabase.H2, "2026-10-20T10:00:00", Duration.ofMillis(300));
        assertThat(next()).isInstanceOfSatisfying(Notice.Failed.class, failed -> {
            assertThat(failed.exit()).isEqualTo(2);
            assertThat(failed.reason()).contains("orders.csv", "与文件 orders-copy.csv 内容完全相同");
        });
        // The scheduler goes on: the copy is taken away.
        Files.delete(jobs.home().resolve("inputs/orders-copy.csv"));
        assertThat(next()).isInstanceOf(Notice.Done.class);
    }
}
