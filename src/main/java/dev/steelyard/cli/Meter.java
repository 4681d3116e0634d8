package dev.steelyard.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How far a phase has come, by what it has read. Readings come from several threads. */
final class Meter {

    private static final long SECOND = 1_000_000_000;

    private final LongSupplier nanos;
    private final long start;
    private final long bytes;
    private final AtomicLong rowsRead = new AtomicLong();
    private final AtomicLong bytesRead = new AtomicLong();

    /**
     * @param bytes how much will be read; 0 where that is not known
     * @param nanos a clock that only runs forward
     */
    Meter(long bytes, LongSupplier nanos) {
        this.bytes = bytes;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    void read(long rows, long moreBytes) {
        rowsRead.addAndGet(rows);
        bytesRead.addAndGet(moreBytes);
    }

    long rows() {
        return rowsRead.get();
    }

    long rowsPerSecond() {
        long elapsed = nanos.getAsLong() - start;
        return elapsed <= 0 ? 0 : rowsRead.get() * 1_000 / Math.max(1, elapsed / 1_000_000);
    }

    /** 0 to 100; empty where it is not known. */
    Optional<Long> percent() {
        return bytes == 0 ? Optional.empty() : Optional.of(Math.min(100, bytesRead.get() * 100 / bytes));
    }

    /** What is left at the pace so far; empty where it cannot be told. */
    Optional<Duration> left() {
        long done = bytesRead.get();
        if (bytes == 0 || done == 0 || done > bytes) {
            return Optional.empty();
        }
        long elapsed = nanos.getAsLong() - start;
        return Optional.of(Duration.ofSeconds(Math.round((double) elapsed / done * (bytes - done) / SECOND)));
    }
}
