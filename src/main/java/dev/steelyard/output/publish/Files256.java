package dev.steelyard.output.publish;

import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.output.publish.Manifest.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files and their SHA-256, as a manifest lists them. */
final class Files256 {

    private Files256() {}

    /** Every file below the folder but the manifest, by name in code-point order; names use {@code /}. */
    static List<Output> outputs(Path folder) throws IOException {
        return outputs(folder, Map.of());
    }

    /** @param known by name; of them only the size is looked at */
    static List<Output> outputs(Path folder, Map<String, Output> known) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !name(folder, file).equals(Manifest.NAME))
                    .toList();
        }
        try {
            return files.parallelStream()
                    .map(file -> output(folder, file, known))
                    .sorted(Comparator.comparing(Output::name, CodePoints.ORDER))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Output output(Path folder, Path file, Map<String, Output> known) {
        try {
            Output as = known.get(name(folder, file));
            if (as != null && as.bytes() == Files.size(file)) {
                return as;
            }
            return new Output(name(folder, file), Files.size(file), Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path folder, Path file) {
        String name = FileNames.of(file);
        for (Path at = file.getParent(); !at.equals(folder); at = at.getParent()) {
            name = FileNames.of(at) + "/" + name;
        }
        return name;
    }
}
