package dev.steelyard.app.doctor;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked at.
 *
 * @param home the folder that holds {@code jobs/}
 * @param output where is published
 * @param ledger where the embedded ledger lies, or would
 * @param db the address of another database
 * @param inputs where the exports lie
 * @param now the machine's time, in its zone
 */
public record Installation(
        Path home,
        Path output,
        Path ledger,
        Optional<String> db,
        Path inputs,
        Map<String, String> environment,
        OffsetDateTime now,
        String engine) {}
