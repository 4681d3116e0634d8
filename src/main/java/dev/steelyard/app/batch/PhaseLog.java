package dev.steelyard.app.batch;

import dev.steelyard.app.calculation.Progress;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs each phase of a run with its duration, and passes everything on to whoever else watches. */
public final class PhaseLog implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(PhaseLog.class);

    private final Progress watching;
    private final LongSupplier nanos;
    private Phase phase;
    private long begun;
    private long rows;
    private long bytes;

    /** @param nanos a clock that only goes forward, in nanoseconds */
    public PhaseLog(Progress watching, LongSupplier nanos) {
        this.watching = watching;
        this.nanos = nanos;
    }

    @Override
    public synchronized void begin(Phase next, long ofBytes) {
        if (next != phase) {
            endPhase();
            phase = next;
            begun = nanos.getAsLong();
            rows = 0;
            bytes = 0;
            LOG.atDebug().addKeyValue("phase", phase.code()).log("phase begins");
        }
        watching.begin(next, ofBytes);
    }

    @Override
    public void read(long moreRows, long moreBytes) {
        synchronized (this) {
            rows += moreRows;
            bytes += moreBytes;
        }
        watching.read(moreRows, moreBytes);
    }

    @Override
    public void said(String key, Object... slots) {
        watching.said(key, slots);
    }

    @Override
    public boolean isToStop() {
        return watching.isToStop();
    }

    @Override
    public synchronized void end() {
        endPhase();
        watching.end();
    }

    private void endPhase() {
        if (phase == null) {
            return;
        }
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("phase", phase.code())
                .addKeyValue("ms", (nanos.getAsLong() - begun) / 1_000_000);
        if (rows > 0) {
            line = line.addKeyValue("rows", rows).addKeyValue("bytes", bytes);
        }
        line.log("phase ended");
        phase = null;
    }
}
