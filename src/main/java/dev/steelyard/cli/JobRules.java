package dev.steelyard.cli;

import dev.steelyard.batch.RunRequest.RulesHashes;
import dev.steelyard.planfile.JobFile;
import dev.steelyard.planfile.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A job with everything it names, and the hashes that stand for its rules in a run's identity.
 *
 * @param hashes SHA-256 of the plan file, of the exports file, and of the calendar files in the order of their names
 */
record JobRules(Setup setup, RulesHashes hashes) {

    /** @param job a file of {@code jobs/} by name, or a path */
    static JobRules read(Path home, String job) throws IOException {
        Setup setup = Setup.read(JobFile.find(home, job), Optional.empty());
        return new JobRules(
                setup,
                new RulesHashes(
                        sha256(List.of(setup.planFile())),
                        sha256(List.of(setup.exportsFile())),
                        sha256(setup.calendarFiles())));
    }

    private static String sha256(List<Path> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
