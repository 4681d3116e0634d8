package dev.steelyard.ledger.status;

import java.util.List;

/**
 * What a scheduler waits for.
 *
 * @param pid the process
 * @param since when it began to wait, an ISO date and time with offset
 * @param updated when this was told
 */
public record Waiting(long pid, String since, String updated, List<Export> exports) implements StatusFile.Teller {

    public Waiting {
        exports = List.copyOf(exports);
    }

    /** This process waits, since the moment given. */
    public static Waiting ofThisProcess(String since, String updated, List<Export> exports) {
        return new Waiting(ProcessHandle.current().pid(), since, updated, exports);
    }

    /**
     * An export that a run waits for.
     *
     * @param dataset its canonical name
     * @param owner whose it is, as the job says; blank where it does not
     * @param due until when it is waited for, as people read it, with its zone
     * @param growing whether there is a file that is still being written, rather than none
     */
    public record Export(String job, String period, String dataset, String owner, String due, boolean growing) {}
}
