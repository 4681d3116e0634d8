package dev.steelyard.app.cli.verb;

import dev.steelyard.app.cli.text.Language;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.ledger.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every verb takes; each may also be said by a variable (see {@link Environment}). */
public final class CommonOptions {

    @Option(names = "--home", paramLabel = "DIR")
    private Path home;

    @Option(names = "--output", paramLabel = "DIR")
    private Path output;

    @Option(names = "--db", paramLabel = "URL")
    private String db;

    @Option(names = "--lang", paramLabel = "zh|en", converter = Language.Named.class)
    private Language language;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--no-color")
    private boolean noColor;

    @Option(names = "--quiet")
    private boolean quiet;

    @Option(names = "--help", usageHelp = true)
    private boolean help;

    @Option(names = "--version", versionHelp = true)
    private boolean version;

    /** The folder that holds {@code jobs/}. */
    Path home() {
        return home == null ? Path.of("") : home;
    }

    /** Where is published, and where the ledger lies: the same from whatever folder the command is typed in. */
    public Path output() {
        return output == null ? home().resolve("output") : output;
    }

    public Optional<String> db() {
        return Optional.ofNullable(db).map(url -> database("--db", url));
    }

    /** @throws Refusal if no ledger can be kept there */
    public static String database(String option, String url) {
        if (!DatabaseUrl.isUsable(url)) {
            // What follows may hold a password.
            throw Refusal.badInput("db-url", "option", option, "url", url.replaceFirst("(?s)(//|[?;@]).*", "…"));
        }
        List<String> refused = DatabaseUrl.refused(url);
        if (!refused.isEmpty()) {
            throw Refusal.badInput(
                    "db-option",
                    "option",
                    option,
                    "names",
                    String.join(", ", refused),
                    "admitted",
                    String.join(", ", DatabaseUrl.admitted(url)));
        }
        return url;
    }

    public boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }
}
