package dev.steelyard.app.schedule;

import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.notice.Awaited;
import dev.steelyard.output.notice.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What starts runs for the scheduler, and looks into the ledger. Holds the ledger only as long as each call lasts. */
public interface Runs {

    /**
     * Every final revision.
     *
     * @throws LedgerInUse if somebody else has the ledger
     */
    List<Publication> revisions() throws IOException;

    /**
     * Runs a period to its end. Whatever goes wrong with the run is the notice that it failed.
     *
     * @throws LedgerInUse if somebody else has the ledger
     */
    Notice run(Order order) throws IOException;

    /**
     * What is to be run.
     *
     * @param jobFile the job's file
     * @param inputs where its exports lie
     * @param awaited what has not come in time: the run is a trial, marked incomplete; empty for a final run
     * @param lacking the datasets that have not come
     */
    record Order(Path jobFile, Notice.Run run, Path inputs, List<Awaited> awaited, Set<String> lacking) {
        public Order {
            awaited = List.copyOf(awaited);
            lacking = Set.copyOf(lacking);
        }

        public boolean isFinal() {
            return awaited.isEmpty();
        }
    }
}
