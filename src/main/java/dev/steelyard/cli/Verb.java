package dev.steelyard.cli;

import dev.steelyard.batch.RunLauncher;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A verb that a person types. */
abstract class Verb implements Callable<Integer> {

    private final Session session;

    @Mixin
    private CommonOptions common;

    Verb(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    Surroundings surroundings() {
        return session.surroundings();
    }

    /** {@code zh} or {@code en}. */
    String language() {
        return session.language();
    }

    String say(String key, Object... slots) {
        return session.texts().say(key, slots);
    }

    boolean json() {
        return common.json();
    }

    boolean quiet() {
        return common.quiet();
    }

    Path home() {
        return common.home(surroundings());
    }

    Path output() {
        return common.output(surroundings());
    }

    /** Where the embedded ledger lies. */
    Path ledger() {
        return RunLauncher.ledgerFolder(output());
    }

    Optional<String> db() {
        return common.db();
    }

    /** A path that was typed, from the working folder. */
    Path typed(Path path) {
        return surroundings().folder().resolve(path).normalize();
    }

    /** A path as a person would type it here. */
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(surroundings().folder())
                ? surroundings().folder().relativize(absolute)
                : absolute;
        return shown.toString().isEmpty() ? "." : shown.toString().replace('\\', '/');
    }

    /** Prints a result for a program. */
    void print(Json object) {
        surroundings().out().println(object.text());
    }

    /** Prints a result for a person. */
    void print(String line) {
        surroundings().out().println(line);
    }
}
