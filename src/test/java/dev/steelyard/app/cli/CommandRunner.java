package dev.steelyard.app.cli;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Stopping;
import dev.steelyard.app.cli.verb.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/** Carries out command lines in this process, on a fixed day, and keeps what they wrote. */
public final class CommandRunner {

    public static final OffsetDateTime NOW = OffsetDateTime.parse("2026-10-12T09:30:00+08:00");

    private final Map<String, String> environment = new TreeMap<>();

    /**
     * How a command ended.
     *
     * @param out what it wrote to stdout
     * @param err what it wrote to stderr
     */
    public record Ended(int exit, String out, String err) {}

    public CommandRunner with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** With these outputs, whose ledger is on that database. */
    public CommandRunner on(TestDatabase database, Path output) {
        database.url(output).ifPresent(url -> with("STEELYARD_DB", url));
        return with("STEELYARD_OUTPUT", output.toString());
    }

    public Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings =
                new Surroundings(utf8(out), utf8(err), false, false, environment, NOW, "hr-desk", new Stopping());
        int exit = Steelyard.execute(Session.of(surroundings, arguments), arguments);
        return new Ended(exit, text(out), text(err));
    }

    /** Nothing is written anywhere. */
    public static Surroundings silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Surroundings(nowhere, nowhere, false, false, Map.of(), NOW);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
