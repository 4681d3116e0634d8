package dev.steelyard.batch;

import java.util.Locale;

/** Who watches a run. Calls come from several threads. */
public interface Progress {

    /** A phase begins. */
    enum Phase {
        FREEZE,
        MEASURE,
        SETTLE,
        SCORE,
        PAY,
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

    /** The run is over, however it ended. */
    default void end() {}

    Progress NONE = new Progress() {
        @Override
        public void begin(Phase phase, long bytes) {}

        @Override
        public void read(long rows, long bytes) {}
    };
}
