package dev.steelyard.app.cli.verb;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What surrounds a command line: where it writes, the environment, and the one reading of the clock.
 *
 * @param outIsTerminal whether a person looks at stdout, so that it may be coloured
 * @param errIsTerminal whether a person looks at stderr, so that a progress bar makes sense
 * @param account of the machine, on which this is typed
 * @param stopping whether the process is to stop
 */
public record Surroundings(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        OffsetDateTime now,
        String account,
        Stopping stopping) {

    /** Nobody stops it. */
    public Surroundings(
            PrintStream out,
            PrintStream err,
            boolean outIsTerminal,
            boolean errIsTerminal,
            Map<String, String> environment,
            OffsetDateTime now) {
        this(out, err, outIsTerminal, errIsTerminal, environment, now, "", new Stopping());
    }

    /** This process. Streams are UTF-8 whatever the locale, also those that libraries find in {@link System}. */
    public static Surroundings ofProcess() {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        return new Surroundings(
                out,
                err,
                isTerminal("stdout", 1),
                isTerminal("stderr", 2),
                System.getenv(),
                OffsetDateTime.now(),
                System.getProperty("user.name", ""),
                new Stopping());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The launchers know; else the system tells; else both streams are terminals or none is. */
    private static boolean isTerminal(String stream, int descriptor) {
        String told = System.getProperty("steelyard." + stream);
        if (told != null) {
            return told.equals("terminal");
        }
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
