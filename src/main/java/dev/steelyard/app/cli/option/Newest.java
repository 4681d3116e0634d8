package dev.steelyard.app.cli.option;

import dev.steelyard.app.cli.text.Json;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.publish.EditionFolders;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest final revision of a job's period.
 *
 * @param held how many people are held in it, as its manifest says; blank where that cannot be read or nobody is scored
 * @param folder where it lies or is about to be published
 */
public record Newest(String job, Period period, int revision, String asOf, String held, Path folder) {

    /** Newest periods first. */
    private static final Comparator<Newest> ORDER =
            Comparator.comparing(Newest::period).reversed().thenComparing(Newest::job);

    /** @param revisions in the order of their numbers */
    public static List<Newest> of(List<Publication> revisions, Path output) {
        Map<String, Publication> last = new LinkedHashMap<>();
        revisions.forEach(one -> last.put(one.job() + "/" + one.period(), one));
        return sorted(last.values().stream().map(one -> of(one, output)).toList());
    }

    private static Newest of(Publication one, Path output) {
        Path folder = output.resolve(one.folder());
        String held;
        try {
            held = held(Manifest.read(folder));
        } catch (IOException e) {
            // Moved away, or about to be published.
            held = "";
        }
        return new Newest(one.job(), one.period(), one.revision(), one.asOf().toString(), held, folder);
    }

    private static String held(Manifest manifest) {
        return manifest.totals().getOrDefault("held", "");
    }

    /** As the published folders tell it, where the ledger is in use. */
    public static List<Newest> inFolders(Path output) throws IOException {
        List<Newest> newest = new ArrayList<>();
        for (Path job : EditionFolders.folders(output)) {
            for (Path period : EditionFolders.folders(job)) {
                newest(period).ifPresent(newest::add);
            }
        }
        return sorted(newest);
    }

    private static Optional<Newest> newest(Path period) {
        try {
            Path folder =
                    period.resolve(Files.readString(period.resolve("latest")).strip());
            Manifest manifest = Manifest.read(folder);
            return Period.parse(manifest.period())
                    .map(of -> new Newest(
                            manifest.job(), of, manifest.revision(), manifest.asOf(), held(manifest), folder));
        } catch (IOException | RuntimeException e) {
            // Not a period's folder, or one that is just being renamed.
            return Optional.empty();
        }
    }

    private static List<Newest> sorted(Collection<Newest> newest) {
        return newest.stream().sorted(ORDER).toList();
    }

    public Json json() {
        return Json.of("job", job)
                .with("period", period.toString())
                .with("revision", revision)
                .with("as_of", asOf)
                .with("held", held.isEmpty() ? null : Integer.valueOf(held))
                .with("folder", folder.toString().replace('\\', '/'));
    }
}
