package dev.steelyard.app.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.status.RunStatus;
import dev.steelyard.ledger.status.StatusFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {

    /** Later than any process began, so that this one is believed. */
    private static final Instant START = Instant.parse("2099-10-12T01:00:00Z");

    @TempDir
    Path ledger;

    private Instant now = START;
    private ProgressFile teller;

    @BeforeEach
    void begin() {
        teller = new ProgressFile(ledger, "month-end", Period.parse("2026-09").orElseThrow(), () -> now);
    }

    private RunStatus told() {
        return StatusFile.RUN.read(ledger).orElseThrow();
    }

    private void readAt(long millis, long rows, long bytes) {
        now = START.plusMillis(millis);
        teller.read(rows, bytes);
    }

    @Test
    void tellsHowFarAPhaseIsAndHowFast() {
        teller.begin(Phase.MEASURE, 1000);
        readAt(2_000, 5_000, 250);
        assertThat(told().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(told().phase()).isEqualTo("MEASURE");
        assertThat(told().rows()).isEqualTo(5_000);
        assertThat(told().bytes()).isEqualTo(250);
        assertThat(told().ofBytes()).isEqualTo(1_000);
        assertThat(told().percent()).isEqualTo(25);
        assertThat(told().rowsPerSecond()).isEqualTo(2_500);
        assertThat(told().secondsLeft()).isEqualTo(6);
        assertThat(OffsetDateTime.parse(told().since()).toInstant()).isEqualTo(START);
        assertThat(OffsetDateTime.parse(told().updated()).toInstant()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void writesOnceASecondAndAtEachPhase() {
        teller.begin(Phase.MEASURE, 1000);
        readAt(300, 100, 10);
        readAt(999, 100, 10);
        assertThat(told().rows()).isZero();
        readAt(1_000, 100, 10);
        assertThat(told().rows()).isEqualTo(300);
        readAt(1_500, 100, 10);
        assertThat(told().rows()).isEqualTo(300);
        teller.begin(Phase.REPORT, 0);
        assertThat(told().phase()).isEqualTo("REPORT");
        assertThat(told().rows()).isZero();
        assertThat(told().percent()).isEqualTo(-1);
        teller.begin(Phase.REPORT, 0);
        assertThat(OffsetDateTime.parse(told().phaseSince()).toInstant())
                .isEqualTo(START.plusMillis(1_500).minusMillis(500));
    }

    @Test
    void leavesNothing() {
        teller.begin(Phase.MEASURE, 1000);
        teller.close();
        assertThat(ledger).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenFailsNoRun() throws IOException {
        Files.delete(ledger);
        teller.begin(Phase.MEASURE, 1000);
        readAt(5_000, 100, 10);
        teller.close();
        assertThat(StatusFile.RUN.read(ledger)).isEmpty();
        Files.createDirectory(ledger);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes")
    void onlyItsOwnerReadsIt() throws IOException {
        teller.begin(Phase.MEASURE, 1000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger.resolve("status.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anEarlierProcessOfTheSameNumberIsNotBelieved() {
        now = Instant.parse("2000-01-01T00:00:00Z");
        begin();
        teller.begin(Phase.MEASURE, 1000);
        assertThat(ledger.resolve("status.json")).exists();
        assertThat(StatusFile.RUN.read(ledger)).isEmpty();
    }
}
