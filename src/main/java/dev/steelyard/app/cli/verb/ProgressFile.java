package dev.steelyard.app.cli.verb;

import dev.steelyard.app.cli.text.Meter;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.status.RunStatus;
import dev.steelyard.ledger.status.StatusFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A run's progress in a file beside the ledger, about once a second, for {@code status}. Closing removes the file. */
final class ProgressFile implements Watch.Listener {

    private static final long EVERY_MILLIS = 1_000;

    private final Path ledger;
    private final String job;
    private final Period period;
    private final InstantSource clock;
    private final Instant since;
    private Phase phase;
    private Instant phaseSince;
    private Meter meter;
    private Instant next = Instant.MIN;

    ProgressFile(Path ledger, String job, Period period, InstantSource clock) {
        this.ledger = ledger;
        this.job = job;
        this.period = period;
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public synchronized void begin(Phase begun, long bytes) {
        if (begun == phase) {
            return;
        }
        phase = begun;
        phaseSince = clock.instant();
        meter = new Meter(bytes, () -> clock.millis() * 1_000_000);
        tell(phaseSince);
    }

    @Override
    public synchronized void read(long rows, long bytes) {
        if (meter == null) {
            return;
        }
        meter.read(rows, bytes);
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            tell(now);
        }
    }

    private void tell(Instant now) {
        next = now.plusMillis(EVERY_MILLIS);
        StatusFile.RUN.write(
                ledger,
                new RunStatus(
                        ProcessHandle.current().pid(),
                        job,
                        period.toString(),
                        text(since),
                        phase.name(),
                        text(phaseSince),
                        meter.rows(),
                        meter.bytes(),
                        meter.ofBytes(),
                        meter.percent().orElse(-1L),
                        meter.rowsPerSecond(),
                        meter.secondsLeft().orElse(-1L),
                        text(now)));
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS)
                .atZone(ZoneId.systemDefault())
                .toOffsetDateTime()
                .toString();
    }

    @Override
    public synchronized void close() {
        StatusFile.RUN.remove(ledger);
    }
}
