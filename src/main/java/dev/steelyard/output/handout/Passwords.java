package dev.steelyard.output.handout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The readers' passwords: a variable of the environment, {@code STEELYARD_PASSWORD_FINANCE}, or a line {@code finance=…} of a
 * file that only its owner may read. They are never written, logged or shown.
 *
 * @param file relative paths from where the jobs lie; empty where there is none
 */
public record Passwords(Map<String, String> environment, Optional<Path> file) {

    private static final String PREFIX = "STEELYARD_PASSWORD_";

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** The variable of a reader: {@code managers/E1001} has {@code STEELYARD_PASSWORD_MANAGERS_E1001}. */
    static String variable(String reader) {
        return PREFIX + reader.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    String of(String reader) throws NotHandedOut {
        String variable = variable(reader);
        String said = environment.getOrDefault(variable, "");
        if (!said.isEmpty()) {
            return said;
        }
        return inFile(reader).orElseThrow(() -> new NotHandedOut(Given.Reason.NO_PASSWORD, variable));
    }

    private Optional<String> inFile(String reader) throws NotHandedOut {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (Files.getFileStore(file.get()).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file.get()).stream().anyMatch(OF_OTHERS::contains)) {
                throw new NotHandedOut(Given.Reason.PASSWORDS_OPEN, file.get().toString());
            }
            return Files.readAllLines(file.get(), StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith(reader + "="))
                    .map(line -> line.substring(reader.length() + 1))
                    .filter(password -> !password.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            throw new NotHandedOut(Given.Reason.NO_PASSWORD, file.get().toString());
        }
    }

    /** Never what they are. */
    @Override
    public String toString() {
        return "Passwords";
    }
}
