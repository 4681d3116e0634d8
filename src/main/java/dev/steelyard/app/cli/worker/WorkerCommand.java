package dev.steelyard.app.cli.worker;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.LoggedVerb;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Stopping;
import dev.steelyard.app.worker.Worker;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerFailed;
import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.database.SharedDatabase;
import dev.steelyard.ledger.pieces.Pace;
import dev.steelyard.ledger.pieces.WorkerSession;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "worker", versionProvider = EngineVersion.class)
public final class WorkerCommand extends LoggedVerb {

    private static final int MOST_THREADS = 64;

    @Option(names = "--threads", paramLabel = "N")
    private Integer threads;

    public WorkerCommand(Session session) {
        super(session);
    }

    /** The outputs' folder is shared, and a log is one machine's. */
    @Override
    public String logName() {
        return "worker-" + LedgerHolder.machine().replaceAll("[^A-Za-z0-9.-]", "-");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        int wanted = threads();
        Stopping stopping = surroundings().stopping();
        WorkerText text = new WorkerText(session());
        try (SharedDatabase shared = SharedDatabase.of(db(), "worker", pace().silence())
                .orElseThrow(() -> Refusal.badInput("worker-embedded", "verb", "worker"))) {
            stopping.listen();
            if (!isReady(stopping, text)) {
                return Exit.STOPPED;
            }
            WorkerSession.Who who = new WorkerSession.Who(
                    LedgerHolder.machine(), ProcessHandle.current().pid(), EngineVersion.engine(), wanted);
            Worker worker = new Worker(shared.source(), pace(), output(), who, text);
            stopping.whenAsked(worker::stop);
            worker.work();
        }
        return Exit.DONE;
    }

    private int threads() {
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wanted < 1 || wanted > MOST_THREADS) {
            throw Refusal.badInput("threads", "value", wanted, "most", MOST_THREADS);
        }
        return wanted;
    }

    private static Pace pace() {
        return Pace.USUAL;
    }

    /**
     * Once the database is there and its tables are those of this version; who first finds them older brings them up to date, like any
     * verb.
     */
    private boolean isReady(Stopping stopping, WorkerText text) throws IOException, InterruptedException {
        boolean isBusySaid = false;
        boolean isAwaySaid = false;
        while (true) {
            try {
                LedgerDatabase.look(ledger(), db()).close();
                return true;
            } catch (LedgerInUse e) {
                if (!isBusySaid) {
                    text.busy();
                    isBusySaid = true;
                }
            } catch (LedgerFailed e) {
                if (!e.isAway()) {
                    throw e;
                }
                if (!isAwaySaid) {
                    text.isAway(e);
                    isAwaySaid = true;
                }
            }
            if (stopping.await(pace().beat())) {
                return false;
            }
        }
    }
}
