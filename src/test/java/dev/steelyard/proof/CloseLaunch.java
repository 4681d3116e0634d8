package dev.steelyard.proof;

import dev.steelyard.TestDatabase;
import dev.steelyard.TestRequest;
import dev.steelyard.app.batch.RunLauncher;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.app.calculation.RunRules;
import dev.steelyard.app.closing.Closing;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.output.publish.ForSystems;
import dev.steelyard.proof.Launch.Death;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A month that is run and then closed, here or in a process of its own that dies where it is told to. */
record CloseLaunch(Path inputs, Path output, String period, LocalDate asOf, TestDatabase database) {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-12T09:00:00+08:00");
    private static final Setup SETUP = Setup.read(JobFile.find(Path.of(""), "month-end"), Optional.empty());

    CloseLaunch to(Path otherOutput) {
        return new CloseLaunch(inputs, otherOutput, period, asOf, database);
    }

    CloseLaunch on(TestDatabase otherDatabase) {
        return new CloseLaunch(inputs, output, period, asOf, otherDatabase);
    }

    /** The ledger that is closed. */
    LedgerDatabase open() throws IOException {
        return LedgerDatabase.open(RunRequest.ledgerFolder(output), database.url(output));
    }

    Published published(String edition) {
        return new Published(editions().resolve(edition));
    }

    Path editions() {
        return output.resolve("month-end").resolve(period);
    }

    private Period of() {
        return Period.parse(period).orElseThrow();
    }

    /** The first revision, with its rules in the store. */
    void run() throws IOException {
        run(Progress.NONE);
    }

    void run(Progress progress) throws IOException {
        RunRequest request =
                new TestRequest(SETUP.job(), RunRules.of(SETUP)).run(of(), asOf, Mode.FINAL, inputs, output);
        try (LedgerDatabase ledger = open()) {
            new RunLauncher(request, ledger, progress).run();
        }
    }

    Closing.Result close() throws IOException {
        return close(Progress.NONE);
    }

    Closing.Result close(Progress progress) throws IOException {
        return close(output, database.url(output), progress);
    }

    private Closing.Result close(Path to, Optional<String> url, Progress progress) throws IOException {
        Closing.Order order = new Closing.Order(
                SETUP.job().job(),
                SETUP.job().name(),
                of(),
                asOf.plusDays(20),
                List.of(),
                SETUP.workingDays(),
                new ForSystems(List.of(), true),
                "王经理",
                "hr-desk",
                true,
                to,
                "zh",
                1,
                NOW);
        try (LedgerDatabase ledger = LedgerDatabase.open(RunRequest.ledgerFolder(to), url)) {
            return new Closing(order, ledger, progress).close();
        }
    }

    /** Closes here and counts the renames. */
    int count() throws IOException {
        HaltingFiles files = new HaltingFiles(Death.NEVER, 0);
        close(files.wrap(output), database.url(output), Progress.NONE);
        return files.renames();
    }

    /** Starts a process that closes, and dies at the n-th rename. */
    Process start(Death death, int at) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CloseLaunch.class.getName(),
                        inputs.toString(),
                        output.toString(),
                        period,
                        asOf.toString(),
                        death.name(),
                        Integer.toString(at),
                        database.url(output).orElse(""))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws IOException {
        CloseLaunch launch =
                new CloseLaunch(Path.of(args[0]), Path.of(args[1]), args[2], LocalDate.parse(args[3]), TestDatabase.H2);
        Optional<String> url = args[6].isEmpty() ? Optional.empty() : Optional.of(args[6]);
        launch.close(
                new HaltingFiles(Death.valueOf(args[4]), Integer.parseInt(args[5])).wrap(launch.output()),
                url,
                Progress.NONE);
        System.exit(0);
    }
}
