package dev.steelyard.app.cli;

import dev.steelyard.app.batch.RunLauncher;
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

    /** How it is logged; a verb that only looks is not. */
    Optional<LogOptions> log() {
        return Optional.empty();
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

    /** The folder that holds {@code jobs/}, as short as it can be said here: messages name files below it. */
    Path home() {
        return near(common.home());
    }

    Path output() {
        return common.output().toAbsolutePath().normalize();
    }

    /** Where the embedded ledger lies. */
    Path ledger() {
        return RunLauncher.ledgerFolder(output());
    }

    Optional<String> db() {
        return common.db();
    }

    private static Path near(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    /** A path as a person would type it here. */
    static String shown(Path path) {
        return near(path).toString().replace('\\', '/');
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
