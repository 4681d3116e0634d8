package dev.steelyard.app.cli.text;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How far a phase has come, by what it has read. Readings come from several threads. */
public final class Meter {

    private static final long MILLISECOND = 1_000_000;

    private final LongSupplier nanos;
    private final long start;
    private final long bytes;
    private final AtomicLong rowsRead = new AtomicLong();
    private final AtomicLong bytesRead = new AtomicLong();

    /**
     * @param bytes how much will be read; 0 where that is not known
     * @param nanos a clock that only runs forward
     */
    public Meter(long bytes, LongSupplier nanos) {
        this.bytes = bytes;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    public void read(long rows, long moreBytes) {
        rowsRead.addAndGet(rows);
        bytesRead.addAndGet(moreBytes);
    }

    public long rows() {
        return rowsRead.get();
    }

    public long bytes() {
        return bytesRead.get();
    }

    /** How much will be read; 0 where that is not known. */
    public long ofBytes() {
        return bytes;
    }

    private long millis() {
        return (nanos.getAsLong() - start) / MILLISECOND;
    }

    /** The mean since the phase began. */
    public long rowsPerSecond() {
        return rows() * 1_000 / Math.max(1, millis());
    }

    /** 0 to 100; empty where it is not known. */
    public Optional<Long> percent() {
        return bytes == 0 ? Optional.empty() : Optional.of(Math.min(100, bytesRead.get() * 100 / bytes));
    }

    /** What is left at the pace so far; empty where it cannot be told. */
    public Optional<Long> secondsLeft() {
        long done = bytesRead.get();
        return bytes == 0 || done == 0 || done >= bytes
                ? Optional.empty()
                : Optional.of((millis() * (bytes - done) / done + 500) / 1_000);
    }

    /** Rows and how many a second, in words. */
    public static String pace(long rows, long rowsPerSecond, Texts texts) {
        return texts.say("progress.pace", "rows", Numbers.count(rows), "rate", Numbers.count(rowsPerSecond));
    }

    public String pace(Texts texts) {
        return pace(rows(), rowsPerSecond(), texts);
    }

    /** What is left, in words; blank where it cannot be told. */
    public String left(Texts texts) {
        return secondsLeft()
                .map(seconds -> texts.say("progress.left", "seconds", seconds))
                .orElse("");
    }
}
