package dev.steelyard.schedule;

import dev.steelyard.calendar.Period;
import dev.steelyard.ledger.LedgerInUse;
import dev.steelyard.ledger.Publication;
import dev.steelyard.notice.Awaited;
import dev.steelyard.notice.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What starts runs for the scheduler, and looks into the ledger. Holds the ledger only as long as each call lasts. */
public interface Runs {

    /**
     * Every final revision.
     *
     * @throws LedgerInUse if somebody else has the ledger
     */
    List<Publication> revisions() throws IOException;

    /**
     * Runs a period as of today, to its end. Whatever goes wrong with the run is the notice that it failed.
     *
     * @param awaited what has not come in time: the run is a trial, marked incomplete; empty for a final run
     * @throws LedgerInUse if somebody else has the ledger
     */
    Notice run(Order order, List<Awaited> awaited) throws IOException;

    /**
     * What is to be run.
     *
     * @param jobFile the job's file
     * @param inputs where its exports lie
     */
    record Order(Path jobFile, Period period, Path inputs) {}
}
