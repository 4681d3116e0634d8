package dev.steelyard.app.cli;

/** Exit codes, which scripts rely on (architecture.md 4). */
final class Exit {

    static final int DONE = 0;
    static final int BUG = 1;
    static final int BAD_INPUT = 2;
    static final int BUSY_OR_CLOSED = 3;
    static final int REFUSED = 4;
    static final int BEYOND_THRESHOLDS = 5;
    static final int RESOURCE_FAILED = 6;

    /** Told to stop, by SIGTERM; after Ctrl-C the platform makes 130 of it. */
    static final int STOPPED = 143;

    private Exit() {}
}
