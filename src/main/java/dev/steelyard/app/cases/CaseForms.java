package dev.steelyard.app.cases;

import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Forms;
import dev.steelyard.input.planfile.yaml.SourceText;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How cases are written. */
final class CaseForms {

    static final Forms ALL = new Forms(
            Map.of(
                    FactRow.class,
                    new FactRow.RowForm(),
                    EarlierRow.class,
                    new EarlierRow.RowForm(),
                    Expectation.class,
                    new Expectation.ExpectationForm()),
            Map.of(),
            Map.of());

    private CaseForms() {}

    /** The file, ready to be bound; empty where it is no plain YAML: the mistakes then say why. */
    static Optional<Binder> open(Path file, Mistakes mistakes) {
        return SourceText.read(file, mistakes)
                .flatMap(source -> YamlTree.of(source, mistakes))
                .map(tree -> new Binder(tree, mistakes, ALL));
    }
}
