package dev.steelyard.output.notice;

import java.time.LocalDateTime;

/**
 * An export that a run waits for.
 *
 * @param dataset its name in the message's language
 * @param owner whose it is, as the job says
 * @param due until when it is waited for, in the job's time zone
 */
public record Awaited(String dataset, String owner, LocalDateTime due, State state) {

    /** Why it cannot be read yet. */
    public enum State {
        /** There is no file. */
        MISSING,
        /** It was still being written a moment ago. */
        GROWING
    }
}
