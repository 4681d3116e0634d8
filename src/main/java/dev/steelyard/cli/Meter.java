package dev.steelyard.cli;

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

    /** Rows and how many a second. */
    String pace(Texts texts) {
        long rows = rowsRead.get();
        long millis = (nanos.getAsLong() - start) / 1_000_000;
        return texts.say(
                "progress.pace",
                "rows",
                Summary.count(rows),
                "rate",
                Summary.count(rows * 1_000 / Math.max(1, millis)));
    }

    /** 0 to 100; empty where it is not known. */
    Optional<Long> percent() {
        return bytes == 0 ? Optional.empty() : Optional.of(Math.min(100, bytesRead.get() * 100 / bytes));
    }

    /** What is left at the pace so far, in words; blank where it cannot be told. */
    String left(Texts texts) {
        long done = bytesRead.get();
        if (bytes == 0 || done == 0 || done >= bytes) {
            return "";
        }
        long seconds = (nanos.getAsLong() - start) / SECOND * (bytes - done) / done;
        return texts.say("progress.left", "seconds", seconds);
    }
}
