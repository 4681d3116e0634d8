package dev.steelyard.ledger.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerHolderTest {

    /** No process has it. */
    private static final long NOBODY = 4_000_000_000L;

    @TempDir
    Path ledger;

    private void write(long pid, String host) throws IOException {
        Files.writeString(
                ledger.resolve("running.json"),
                """
                {"pid": %d, "job": "month-end", "period": "2026-09", "since": "2026-10-12T09:00:00+08:00", "host": "%s"}
                """
                        .formatted(pid, host));
    }

    @Test
    void aNumberOfAnotherMachineTellsNothing() throws IOException {
        write(NOBODY, "another-machine");
        assertThat(LedgerHolder.read(ledger))
                .hasValueSatisfying(holder -> assertThat(holder.host()).isEqualTo("another-machine"));
        assertThat(LedgerHolder.isLeftBehind(ledger)).isFalse();
        write(NOBODY, "");
        assertThat(LedgerHolder.read(ledger)).isEmpty();
        assertThat(LedgerHolder.isLeftBehind(ledger)).isTrue();
    }

    @Test
    void ofThisMachineTheMachineIsNotNamed() throws IOException {
        LedgerHolder me = LedgerHolder.ofThisProcess("month-end", "2026-09", OffsetDateTime.now());
        try (LedgerHolder.Note note = me.write(ledger)) {
            assertThat(note).isNotNull();
            assertThat(Files.readString(ledger.resolve("running.json"))).doesNotContain("\"host\":\"\"");
            assertThat(LedgerHolder.read(ledger)).contains(me);
        }
    }
}
