package dev.steelyard.app.calculation;

import java.util.Locale;
import java.util.concurrent.CancellationException;

/** Who watches a run, and may end it. Calls come from several threads. */
public interface Progress {

    /** A phase begins. */
    enum Phase {
        FREEZE,
        MEASURE,
        SETTLE,
        SCORE,
        LOOK,
        REPORT,
        RECONCILE,
        PUBLISH;

        /** As the log writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param bytes how much the phase will read; 0 where that is no measure of it */
    void begin(Phase phase, long bytes);

    /** So much more was read. */
    void read(long rows, long bytes);

    /**
     * Whether the run is to stop. Asked between blocks of rows and between pieces of work; what is finished by then is kept,
     * and the next start goes on with the rest.
     */
    default boolean isToStop() {
        return false;
    }

    /** @throws CancellationException if the run is to stop */
    default void mayGoOn() {
        if (isToStop()) {
            throw new CancellationException("the run was told to stop");
        }
    }

    /**
     * Something came up that somebody should know of, however the run ends.
     *
     * @param key names the words: {@code said.KEY}
     * @param slots name, value, name, value, …: what the words need
     */
    default void said(String key, Object... slots) {}

    /** The run is over, however it ended. */
    default void end() {}

    Progress NONE = new Progress() {
        @Override
        public void begin(Phase phase, long bytes) {}

        @Override
        public void read(long rows, long bytes) {}
    };
}
