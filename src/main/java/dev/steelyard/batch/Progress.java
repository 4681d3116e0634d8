package dev.steelyard.batch;

/** Who watches a run. Calls come from several threads. */
public interface Progress {

    /** A phase begins. */
    enum Phase {
        FREEZE,
        MEASURE,
        SETTLE,
        SCORE,
        PAY,
        LOOK,
        REPORT,
        RECONCILE,
        PUBLISH
    }

    /** @param bytes how much the phase will read; 0 where that is no measure of it */
    void begin(Phase phase, long bytes);

    /** So much more was read. */
    void read(long rows, long bytes);

    Progress NONE = new Progress() {
        @Override
        public void begin(Phase phase, long bytes) {}

        @Override
        public void read(long rows, long bytes) {}
    };
}
