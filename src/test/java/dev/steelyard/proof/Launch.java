package dev.steelyard.proof;

import dev.steelyard.TestDatabase;
import dev.steelyard.TestRequest;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.app.batch.RunLauncher;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.proof.Commits.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A run through the real batch and ledger, here or in a process of its own that dies where it is told to.
 *
 * @param threads how many slices at once
 */
record Launch(
        Path inputs, Path output, String period, LocalDate asOf, boolean trial, int threads, TestDatabase database) {

    /** Where a process dies. */
    enum Death {
        /** Not at all. */
        NEVER,
        /** At the n-th call of the progress: the boundaries of steps and blocks. */
        AT_PROGRESS,
        /** Before the n-th rename of a file or folder. */
        BEFORE_RENAME,
        /** After it. */
        AFTER_RENAME,
        /** Before the n-th new file is opened. */
        BEFORE_FILE,
        /** Before the n-th commit to the ledger's database, whose tables are there. */
        BEFORE_COMMIT,
        /** After it. */
        AFTER_COMMIT,
        /** Not at all, but it waits at the n-th call of the progress until its input ends: 1 when it begins to freeze, 3 in its first slice. */
        HOLDS,
        /** Not at all, but at each call of the progress it waits until it is let go: see {@link Pass}. */
        STEPS
    }

    static final int KILLED = 137;
    static final int IN_USE = 3;

    private static final long SLICE_BYTES = 6_000;

    Launch on(Path otherInputs) {
        return new Launch(otherInputs, output, period, asOf, trial, threads, database);
    }

    Launch to(Path otherOutput) {
        return new Launch(inputs, otherOutput, period, asOf, trial, threads, database);
    }

    Launch asTrial() {
        return new Launch(inputs, output, period, asOf, true, threads, database);
    }

    Launch on(TestDatabase otherDatabase) {
        return new Launch(inputs, output, period, asOf, trial, threads, otherDatabase);
    }

    Launch with(int otherThreads) {
        return new Launch(inputs, output, period, asOf, trial, otherThreads, database);
    }

    /** Where the period's editions lie. */
    Path editions() {
        return output.resolve("month-end").resolve(period);
    }

    Published published(String edition) {
        return new Published(editions().resolve(edition));
    }

    /** Runs here, to the end. */
    Outcome run() throws IOException {
        return run(Progress.NONE);
    }

    /** Runs here, watched. */
    Outcome run(Progress progress) throws IOException {
        return run(output, database.url(output), progress);
    }

    /** The ledger that the runs write. */
    LedgerDatabase open() throws IOException {
        return LedgerDatabase.open(output.resolve("ledger"), database.url(output));
    }

    private Outcome run(Path to, Optional<String> url, Progress progress) throws IOException {
        RunRequest request = TestRequest.kept(Setup.read(JobFile.find(Path.of(""), "month-end"), Optional.empty()))
                .run(
                        Period.parse(period).orElseThrow(),
                        asOf,
                        trial ? Mode.TRIAL : Mode.FINAL,
                        inputs,
                        to,
                        // Only the ledger and who asks for its holder see the time.
                        new Host(threads, SLICE_BYTES, OffsetDateTime.now(), WorkerLaunch.ENGINE));
        try (LedgerDatabase database = LedgerDatabase.open(request.ledger(), url)) {
            return new RunLauncher(request, database, progress, WorkerLaunch.PACE).run();
        }
    }

    /** Starts a process that runs, and dies at the n-th occasion. */
    Process start(Death death, int at) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launch.class.getName(),
                        inputs.toString(),
                        output.toString(),
                        period,
                        asOf.toString(),
                        Boolean.toString(trial),
                        Integer.toString(threads),
                        death.name(),
                        Integer.toString(at),
                        database.url(output).orElse(""))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** How many occasions of each kind a run has: calls of the progress, renames. */
    record Occasions(int progress, int renames) {}

    /** Runs here and counts. */
    Occasions count() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HaltingFiles files = new HaltingFiles(Death.NEVER, 0);
        run(files.wrap(output), database.url(output), new Watching(calls::incrementAndGet));
        return new Occasions(calls.get(), files.renames());
    }

    public static void main(String[] args) throws IOException, SQLException {
        Launch launch = new Launch(
                Path.of(args[0]),
                Path.of(args[1]),
                args[2],
                LocalDate.parse(args[3]),
                Boolean.parseBoolean(args[4]),
                Integer.parseInt(args[5]),
                TestDatabase.H2);
        Optional<String> url = args[8].isEmpty() ? Optional.empty() : Optional.of(args[8]);
        Death death = Death.valueOf(args[6]);
        int at = Integer.parseInt(args[7]);
        AtomicInteger calls = new AtomicInteger();
        Pass pass = death == Death.STEPS ? Pass.listening() : Pass.FREE;
        Progress progress = new Watching(() -> {
            int call = calls.incrementAndGet();
            if (death == Death.AT_PROGRESS && call == at) {
                Runtime.getRuntime().halt(KILLED);
            }
            if (death == Death.HOLDS && call == at) {
                awaitEndOfInput();
            }
            if (death == Death.STEPS) {
                pass.step();
            }
        });
        if (death == Death.BEFORE_COMMIT || death == Death.AFTER_COMMIT) {
            Commits.expect(death == Death.BEFORE_COMMIT ? Event.KILLED_BEFORE : Event.KILLED_AFTER, at);
        }
        try {
            launch.run(new HaltingFiles(death, at).wrap(launch.output()), url, progress);
        } catch (LedgerInUse inUse) {
            System.out.println(inUse.holder().map(LedgerHolder::toString).orElse("nobody"));
            System.exit(IN_USE);
        }
        System.exit(0);
    }

    private static void awaitEndOfInput() {
        try {
            System.out.println("holding");
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Progress that only tells that there was some. */
    private record Watching(Runnable each) implements Progress {
        @Override
        public void begin(Phase phase, long bytes) {
            each.run();
        }

        @Override
        public void read(long rows, long bytes) {
            each.run();
        }
    }
}
