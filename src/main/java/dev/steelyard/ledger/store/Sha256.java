package dev.steelyard.ledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.HexFormat;
import java.util.Optional;
import org.conscrypt.Conscrypt;

/**
 * SHA-256 as 64 hexadecimal digits, of whatever must be known again. Every byte that is read, kept or written passes here, so that the
 * processor's own instructions calculate it: the platform's compiler uses them only once it has compiled a method for the second time,
 * which a run is too short for. Where there is no such library for the machine, the platform's takes ten times as long and says the same.
 */
public final class Sha256 {

    private static final int BUFFER = 1 << 16;

    private Sha256() {}

    /** Of a text's UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        return hex(digest(bytes));
    }

    /** Of what a file holds. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    /** The 32 bytes themselves. */
    public static byte[] digest(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** Of what has been put into it, which it forgets. */
    public static String hex(MessageDigest digest) {
        return hex(digest.digest());
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** To put things into one after another; for one thread. */
    public static MessageDigest digest() {
        try {
            return Machine.OWN.isPresent()
                    ? MessageDigest.getInstance("SHA-256", Machine.OWN.get())
                    : MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What this machine has; looked for when the first digest is asked for. */
    private static final class Machine {

        static final Optional<Provider> OWN = own();

        private static Optional<Provider> own() {
            try {
                return Optional.of(Conscrypt.newProvider());
            } catch (LinkageError | RuntimeException e) {
                return Optional.empty();
            }
        }
    }
}
