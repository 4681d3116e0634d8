package dev.steelyard.app.cli.verb;

import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.ledger.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A verb that a person types. */
public abstract class Verb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    public Verb(Session session) {
        this.session = session;
    }

    /** How it is logged; a verb that only looks is not. */
    public Optional<LogOptions> log() {
        return Optional.empty();
    }

    /** What its log is called, in {@code output/logs}. */
    public String logName() {
        return "steelyard";
    }

    /** The key of what is said when somebody stopped it. */
    public String stopped() {
        return "failure.stopped";
    }

    public Session session() {
        return session;
    }

    public Surroundings surroundings() {
        return session.surroundings();
    }

    /** {@code zh} or {@code en}. */
    public String language() {
        return session.language();
    }

    public String say(String key, Object... slots) {
        return session.texts().say(key, slots);
    }

    public boolean json() {
        return common.json();
    }

    boolean quiet() {
        return common.quiet();
    }

    /** The folder that holds {@code jobs/}, as short as it can be said here: messages name files below it. */
    public Path home() {
        return near(common.home());
    }

    public Path output() {
        return common.output().toAbsolutePath().normalize();
    }

    /** Where the embedded ledger lies. */
    public Path ledger() {
        return RunRequest.ledgerFolder(output());
    }

    public Optional<String> db() {
        return common.db();
    }

    private static Path near(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    /** A path as a person would type it here. */
    public static String shown(Path path) {
        return near(path).toString().replace('\\', '/');
    }

    /**
     * What to type to check a published folder, whole: its ledger is found above it, unless it was named here and is not by the
     * environment.
     *
     * @param head of the ledger's chain; blank where it is not asked for
     */
    public String verifying(Path folder, String head) {
        return "steelyard verify " + quoted(shown(folder))
                + (head.isEmpty() ? "" : " --head " + head)
                + db().filter(url -> !url.equals(surroundings().environment().get("STEELYARD_DB")))
                        .map(url -> " --db " + quoted(DatabaseUrl.typed(url)))
                        .orElse("");
    }

    /** As any shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}_./:=@%+,-]+") ? word : '"' + word + '"';
    }

    /** Prints a result for a program. */
    public void print(Json object) {
        surroundings().out().println(object.text());
    }

    /** Prints a result for a person. */
    public void print(String line) {
        surroundings().out().println(line);
    }
}
