package dev.steelyard.output.notice;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Name;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of a scheduled run, or of a close. Counts and folders only: no names, no ids, no pay.
 */
public sealed interface Notice {

    /** Of which job and period. */
    Run run();

    /** A job, its name for people, and the period that it ran for or waits to run for. */
    record Run(String job, Name name, Period period, LocalDate asOf) {}

    /**
     * How the people stand.
     *
     * @param ranked 0 for a job that ranks nobody
     * @param rejectedRows rows that were not used because something is wrong with them
     */
    record Counts(long people, long ranked, long vetoed, long held, long interim, long rejectedRows) {}

    /**
     * A final run was published, or the newest one still holds.
     *
     * @param beyond the job's thresholds that were passed, in words of the message's language; empty if none was
     * @param workers other machines that helped, or that take nothing; none where the run was alone
     * @param head the end of the ledger's chain with the revision, for whoever reads it to hold; blank where it is not known
     */
    record Done(
            Run run,
            int revision,
            boolean unchanged,
            Counts counts,
            List<String> beyond,
            List<Worker> workers,
            Path folder,
            String head)
            implements Notice {
        public Done {
            beyond = List.copyOf(beyond);
            workers = List.copyOf(workers);
        }
    }

    /**
     * A worker on another machine.
     *
     * @param name its machine and process
     * @param done how many pieces of the run it did
     * @param lost how many the run took back from it, because it was silent or had them for too long
     * @param refusal why it took nothing; blank where it did
     */
    record Worker(String name, int done, int lost, String refusal) {}

    /**
     * A period was closed: what its revision makes payable is paid.
     *
     * @param head the end of the ledger's chain with the close, for whoever reads it to hold
     * @param folder what finance pays by
     */
    record Closed(Run run, int revision, String head, Path folder) implements Notice {}

    /** The deadline passed before everything had come: a trial was calculated, not to be paid. */
    record Incomplete(Run run, Counts counts, List<Awaited> awaited, Path folder) implements Notice {
        public Incomplete {
            awaited = List.copyOf(awaited);
        }
    }

    /** The run waits for files; nothing was calculated. */
    record Waiting(Run run, List<Awaited> awaited) implements Notice {
        public Waiting {
            awaited = List.copyOf(awaited);
        }
    }

    /**
     * The run failed.
     *
     * @param exit the exit code that the same run typed by a person would have
     * @param reason what went wrong and what to do, without names or amounts
     */
    record Failed(Run run, int exit, String reason) implements Notice {}
}
