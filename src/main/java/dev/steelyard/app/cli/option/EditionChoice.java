package dev.steelyard.app.cli.option;

import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.PublishedPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A published folder that a verb looks at; read without the ledger, so that a run may be going on. */
public record EditionChoice(Path folder, Manifest manifest) {

    /**
     * The edition that was named, else the newest of the period, else the newest of all.
     *
     * @param run {@code JOB/PERIOD/rN}; of {@code JOB/PERIOD} the newest
     */
    public static EditionChoice choose(Verb verb, Optional<String> run, Optional<String> period) throws IOException {
        if (run.isPresent()) {
            return named(verb, run.get());
        }
        List<Newest> all = Newest.inFolders(verb.output()).stream()
                .filter(one -> isScored(one.folder()))
                .toList();
        Newest newest = all.stream()
                .filter(one -> period.map(one.period().toString()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput(
                        all.isEmpty() ? "explain-nothing" : "explain-period",
                        "output",
                        Verb.shown(verb.output()),
                        "period",
                        period.orElse(""),
                        "known",
                        known(all)));
        return new EditionChoice(newest.folder(), Manifest.read(newest.folder()));
    }

    private static String known(List<Newest> all) {
        return String.join(
                ", ",
                all.stream()
                        .map(one -> one.job() + "/" + one.period() + "/r1"
                                + (one.revision() > 1 ? "..r" + one.revision() : ""))
                        .toList());
    }

    private static EditionChoice named(Verb verb, String run) throws IOException {
        Path named = verb.output().resolve(run).normalize();
        Path latest = named.resolve("latest");
        Path folder = Files.isRegularFile(latest)
                ? named.resolve(Files.readString(latest).strip())
                : named;
        if (!named.startsWith(verb.output()) || !Files.isRegularFile(folder.resolve(Manifest.NAME))) {
            throw Refusal.badInput("explain-run", "run", run, "known", known(Newest.inFolders(verb.output())));
        }
        if (!isScored(folder)) {
            throw Refusal.badInput("explain-not-scored", "run", run);
        }
        return new EditionChoice(folder, Manifest.read(folder));
    }

    /** An edition of alerts has no scores to explain or compare. */
    private static boolean isScored(Path folder) {
        return Files.isRegularFile(folder.resolve("scores.csv"));
    }

    /** {@code month-end/2026-09/r1}. */
    public String name() {
        return manifest.job() + "/" + manifest.period() + "/" + folder.getFileName();
    }

    /** The id of a person of this run that is most like the one that was typed. */
    public String nearest(String employeeId) {
        try {
            return nearest(employeeId, PublishedPerson.employees(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String nearest(String word, Collection<String> known) {
        return FileWords.nearest(word, known);
    }
}
