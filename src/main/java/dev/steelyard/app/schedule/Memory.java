package dev.steelyard.app.schedule;

import dev.steelyard.output.notice.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What came of what is still due, so that a run that failed is not tried over and over on the same files, and people are not
 * told the same twice. Gone with the process; the ledger alone knows what is done.
 */
final class Memory {

    /**
     * A try that came to nothing.
     *
     * @param files as they lay in the input folder
     * @param again when it is tried again though nothing has changed; {@link Instant#MAX} for never
     */
    private record Failure(String files, Instant again) {}

    private final Map<Due.Key, Failure> failures = new HashMap<>();
    private final Map<Due.Key, String> trials = new HashMap<>();
    private final Map<Due.Key, Notice> told = new HashMap<>();
    private final Set<Due.Key> done = new HashSet<>();

    /** A run that did nothing new may stay due: it is not run twice. */
    void done(Due due) {
        done.add(due.key());
    }

    boolean isDone(Due due) {
        return done.contains(due.key());
    }

    void failed(Due due, String files, Instant again) {
        failures.put(due.key(), new Failure(files, again));
    }

    /** Whether a try now would end as the last one did. */
    boolean hasFailed(Due due, String files, Instant now) {
        Failure failure = failures.get(due.key());
        return failure != null && failure.files().equals(files) && now.isBefore(failure.again());
    }

    void tried(Due due, String files) {
        trials.put(due.key(), files);
    }

    /** Whether a trial was calculated from these files. */
    boolean isTried(Due due, String files) {
        return files.equals(trials.get(due.key()));
    }

    /** Whether it is news. */
    boolean isNews(Due due, Notice notice) {
        return !notice.equals(told.put(due.key(), notice));
    }

    /** The jobs' files have changed: what failed may go well now. */
    void rulesChanged() {
        failures.clear();
        trials.clear();
    }

    /** Forgets what is no longer due. */
    void keep(Set<Due.Key> due) {
        failures.keySet().retainAll(due);
        trials.keySet().retainAll(due);
        told.keySet().retainAll(due);
        done.retainAll(due);
    }
}
