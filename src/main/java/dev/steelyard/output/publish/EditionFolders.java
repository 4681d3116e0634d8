package dev.steelyard.output.publish;

import dev.steelyard.ledger.database.RecordedEditions.Recorded;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The editions that lie in an output folder, held against those that the ledger recorded: names and manifests, not each file. */
public record EditionFolders(Path output) {

    private static final Pattern NAME = Pattern.compile("r\\d+|closed-r\\d+(-\\d+)?");

    /** How a folder does not agree with the ledger. */
    public enum Kind {
        /** The ledger recorded it, and there is no folder. */
        MISSING,
        /** Its manifest is not the one that the ledger recorded, or there is none. */
        OTHER,
        /** The ledger knows nothing of it: it is newer than the ledger, or of another one. */
        UNKNOWN
    }

    /** @param folder relative to the output, such as {@code month-end/2026-09/r1} */
    public record Disagreement(Kind kind, String folder) {

        /** Whether it is a folder that finance pays by. */
        public boolean closed() {
            return folder.contains("/closed-");
        }
    }

    /** What does not agree, by folder. */
    public List<Disagreement> against(List<Recorded> recorded) throws IOException {
        Map<String, Disagreement> found = new TreeMap<>();
        for (String folder : all()) {
            found.put(folder, new Disagreement(Kind.UNKNOWN, folder));
        }
        for (Recorded one : recorded) {
            Path folder = output.resolve(one.folder());
            found.remove(one.folder());
            if (!Files.isDirectory(folder)) {
                found.put(one.folder(), new Disagreement(Kind.MISSING, one.folder()));
            } else if (!manifest(folder).equals(one.manifestHash())) {
                found.put(one.folder(), new Disagreement(Kind.OTHER, one.folder()));
            }
        }
        return List.copyOf(found.values());
    }

    private static String manifest(Path folder) throws IOException {
        Path manifest = folder.resolve(Manifest.NAME);
        return Files.isRegularFile(manifest) ? Sha256.of(Files.readAllBytes(manifest)) : "";
    }

    /** The folders that are named as editions and hold a manifest, relative to the output. */
    public List<String> all() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path job : folders(output)) {
            for (Path period : folders(job)) {
                for (Path edition : folders(period)) {
                    if (NAME.matcher(FileNames.of(edition)).matches()
                            && Files.isRegularFile(edition.resolve(Manifest.NAME))) {
                        all.add(output.relativize(edition).toString().replace('\\', '/'));
                    }
                }
            }
        }
        all.sort(null);
        return all;
    }

    /** The folders in one; none where there is none. */
    public static List<Path> folders(Path parent) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, Files::isDirectory)) {
                found.forEach(folders::add);
            }
        }
        return folders;
    }
}
