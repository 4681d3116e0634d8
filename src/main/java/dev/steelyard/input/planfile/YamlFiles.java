package dev.steelyard.input.planfile;

import dev.steelyard.input.planfile.form.PlanForms;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.SourceText;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** YAML files on disk. */
final class YamlFiles {

    private YamlFiles() {}

    /** The file, ready to be bound; empty where it is no plain YAML: the mistakes then say why. */
    static Optional<Binder> open(Path file, Mistakes mistakes) {
        return SourceText.read(file, mistakes)
                .flatMap(source -> YamlTree.of(source, mistakes))
                .map(tree -> new Binder(tree, mistakes, PlanForms.ALL));
    }

    /** Those of a folder, sorted by name; none where the folder cannot be read. */
    static List<Path> in(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
            found.forEach(files::add);
        } catch (IOException e) {
            return List.of();
        }
        files.sort(null);
        return files;
    }
}
