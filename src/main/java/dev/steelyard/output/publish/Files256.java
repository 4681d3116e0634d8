package dev.steelyard.output.publish;

import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.Sha256;
import dev.steelyard.output.publish.Manifest.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Files of a folder and their SHA-256, as a manifest lists them; names use {@code /}.
 *
 * @param found every plain file below the folder but the manifest and what was left out, with its size
 */
record Files256(List<Found> found, List<Path> leftOut) {

    Files256 {
        found = List.copyOf(found);
        leftOut = List.copyOf(leftOut);
    }

    /** A file as it was found. */
    private record Found(Path path, String name, long bytes) {

        Output output(Map<String, Output> known) {
            Output as = known.get(name);
            try {
                return as != null && as.bytes() == bytes ? as : new Output(name, Files.size(path), Sha256.of(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Every file below the folder but the manifest, by name in code-point order. */
    static List<Output> outputs(Path folder) throws IOException {
        return below(folder, file -> false).outputs(Map.of());
    }

    /** Looks at each file once. */
    static Files256 below(Path folder, Predicate<Path> leftOut) throws IOException {
        List<Found> found = new ArrayList<>();
        List<Path> apart = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                if (leftOut.test(file)) {
                    apart.add(file);
                } else if (is.isRegularFile() || is.isSymbolicLink() && Files.isRegularFile(file)) {
                    String name = name(folder, file);
                    if (!name.equals(Manifest.NAME)) {
                        found.add(new Found(file, name, is.size()));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Files256(found, apart);
    }

    /** @param known by name; of them only the size is looked at */
    List<Output> outputs(Map<String, Output> known) throws IOException {
        try {
            return found.parallelStream()
                    .map(file -> file.output(known))
                    .sorted(Comparator.comparing(Output::name, CodePoints.ORDER))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    List<Path> paths() {
        return found.stream().map(Found::path).toList();
    }

    private static String name(Path folder, Path file) {
        String name = FileNames.of(file);
        for (Path at = file.getParent(); !at.equals(folder); at = at.getParent()) {
            name = FileNames.of(at) + "/" + name;
        }
        return name;
    }
}
