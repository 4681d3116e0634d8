package dev.steelyard.cli;

import dev.steelyard.calendar.Period;
import dev.steelyard.ledger.Publication;
import dev.steelyard.publish.Manifest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
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
 * @param folder where it lies or is about to be published
 */
record Newest(String job, Period period, int revision, String asOf, Path folder) {

    /** Newest periods first. */
    private static final Comparator<Newest> ORDER =
            Comparator.comparing(Newest::period).reversed().thenComparing(Newest::job);

    /** @param revisions in the order of their numbers */
    static List<Newest> of(List<Publication> revisions, Path output) {
        Map<String, Newest> newest = new LinkedHashMap<>();
        for (Publication one : revisions) {
            newest.put(
                    one.job() + "/" + one.period(),
                    new Newest(
                            one.job(),
                            one.period(),
                            one.revision(),
                            one.asOf().toString(),
                            output.resolve(one.folder())));
        }
        return sorted(newest.values());
    }

    /** As the published folders tell it, where the ledger is in use. */
    static List<Newest> inFolders(Path output) throws IOException {
        List<Newest> newest = new ArrayList<>();
        for (Path job : folders(output)) {
            for (Path period : folders(job)) {
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
                    .map(of -> new Newest(manifest.job(), of, manifest.revision(), manifest.asOf(), folder));
        } catch (IOException | RuntimeException e) {
            // Not a period's folder, or one that is just being renamed.
            return Optional.empty();
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, Files::isDirectory)) {
                found.forEach(folders::add);
            }
        }
        return folders;
    }

    private static List<Newest> sorted(Collection<Newest> newest) {
        return newest.stream().sorted(ORDER).toList();
    }

    Json json() {
        return Json.of("job", job)
                .with("period", period.toString())
                .with("revision", revision)
                .with("as_of", asOf)
                .with("folder", folder.toString().replace('\\', '/'));
    }
}
