package dev.steelyard.app.cli.schedule;

import dev.steelyard.app.cli.option.InputOptions;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.CurrentNotifiers;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LogOptions;
import dev.steelyard.app.cli.verb.LoggedVerb;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Stopping;
import dev.steelyard.app.schedule.Coming;
import dev.steelyard.app.schedule.JobFolder;
import dev.steelyard.app.schedule.ScheduleSettings;
import dev.steelyard.app.schedule.Scheduler;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.ledger.status.StatusFile;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "schedule", versionProvider = EngineVersion.class)
public final class ScheduleCommand extends LoggedVerb {

    private static final int MOST = 1000;

    /** How often a ledger is asked for that somebody else works on. */
    private static final long PAUSE = 5_000;

    @Option(names = "--next", paramLabel = "N")
    private Integer next;

    @Mixin
    private InputOptions inputs;

    public ScheduleCommand(Session session) {
        super(session);
    }

    /** To show what comes is only to look. */
    @Override
    public Optional<LogOptions> log() {
        return next == null ? super.log() : Optional.empty();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return next == null ? work() : show();
    }

    // ------------------------------------------------------------------ what comes

    private int show() throws IOException {
        if (next < 1 || next > MOST) {
            throw Refusal.badInput("schedule-next", "value", next, "most", MOST);
        }
        JobFolder jobs = new JobFolder(home());
        jobs.refresh();
        List<Coming> coming = jobs.coming(surroundings().now().toInstant(), next);
        ScheduleText text = new ScheduleText(session());
        if (json()) {
            print(text.json(coming, jobs.broken().keySet()));
        } else {
            text.lines(coming).forEach(this::print);
        }
        jobs.broken().forEach(text::broken);
        return jobs.broken().isEmpty() ? Exit.DONE : Exit.BAD_INPUT;
    }

    // ------------------------------------------------------------------ at work

    private int work() throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        ScheduleSettings settings = new ScheduleSettings(home(), inputs.named(), language());
        Optional<SharedDatabase> shared = shared();
        Stopping stopping = surroundings().stopping();
        stopping.listen();
        try (Scheduler scheduler = new Scheduler(
                settings,
                new ScheduledRuns(this, inputs, clock),
                new CurrentNotifiers(this, clock),
                new SchedulerWatch(
                        new ScheduleText(session()),
                        ledger(),
                        surroundings().now().toString(),
                        clock),
                clock,
                shared.map(SharedDatabase::source))) {
            scheduler.start();
            stopping.await();
        } finally {
            StatusFile.WAITING.remove(ledger());
            shared.ifPresent(SharedDatabase::close);
        }
        return Exit.DONE;
    }

    /** Where machines share their triggers, once the ledger's tables are those of this version. */
    private Optional<SharedDatabase> shared() throws IOException, InterruptedException {
        Optional<SharedDatabase> shared = SharedDatabase.of(db(), "schedule", Pace.USUAL.silence());
        boolean isSaid = false;
        for (boolean ready = shared.isEmpty(); !ready; ) {
            try {
                LedgerDatabase.open(ledger(), db()).close();
                ready = true;
            } catch (LedgerInUse e) {
                if (!isSaid) {
                    new ScheduleText(session()).busy();
                    isSaid = true;
                }
                Thread.sleep(PAUSE);
            }
        }
        return shared;
    }
}
