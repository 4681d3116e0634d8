package dev.steelyard.app.cli.text;

/** Exit codes, which scripts rely on (architecture.md 4). */
public final class Exit {

    public static final int DONE = 0;
    public static final int BUG = 1;
    public static final int BAD_INPUT = 2;
    public static final int BUSY_OR_CLOSED = 3;
    public static final int REFUSED = 4;
    public static final int BEYOND_THRESHOLDS = 5;
    public static final int RESOURCE_FAILED = 6;

    /** Told to stop, by SIGTERM; after Ctrl-C the platform makes 130 of it. */
    public static final int STOPPED = 143;

    private Exit() {}
}
