package dev.steelyard.input.planfile;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistakes;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code jobs/exports.yaml}: what the exports of each dataset look like (domain.md 3). */
public record ExportsFile(Map<String, Dataset> datasets) {

    /** A dataset as it is written; its name is the key it stands under. */
    public record Dataset(
            String zh,
            List<String> stems,
            boolean register,
            boolean confidential,
            boolean apart,
            List<String> key,
            Optional<String> date,
            Map<String, Header> columns,
            List<List<String>> ordered) {}

    /** A column as it is written. */
    public record Header(
            String zh,
            List<String> aliases,
            Optional<Column.Type> type,
            boolean optional,
            boolean filled,
            Map<String, List<String>> choices,
            Optional<String> references,
            Optional<Fraction> min,
            Optional<Fraction> max) {

        Column.Type declared() {
            return type.orElse(choices.isEmpty() ? Column.Type.TEXT : Column.Type.CHOICE);
        }
    }

    /**
     * The datasets by name, in file order.
     *
     * @throws InvalidFile with everything that is wrong
     */
    public static Map<String, Schema> read(Path path) {
        Mistakes mistakes = new Mistakes();
        Optional<Map<String, Schema>> schemas = read(path, mistakes);
        mistakes.throwIfAny();
        return schemas.orElseThrow();
    }

    /** The datasets, or empty where anything is wrong with them. */
    static Optional<Map<String, Schema>> read(Path path, Mistakes mistakes) {
        int before = mistakes.count();
        return YamlFiles.open(path, mistakes)
                .flatMap(binder -> {
                    Optional<ExportsFile> file = binder.bind(ExportsFile.class);
                    new ExportsChecks(binder).run();
                    return file.filter(read -> mistakes.count() == before);
                })
                .map(ExportsFile::schemas);
    }

    private Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        datasets.forEach((name, dataset) -> schemas.put(name, schema(name, dataset)));
        return Collections.unmodifiableMap(schemas);
    }

    private static Schema schema(String name, Dataset dataset) {
        return Schema.of(
                name,
                dataset.zh(),
                dataset.stems(),
                dataset.register(),
                dataset.confidential(),
                dataset.apart(),
                dataset.key(),
                dataset.date(),
                dataset.columns().entrySet().stream()
                        .map(entry -> column(entry.getKey(), entry.getValue()))
                        .toList(),
                dataset.ordered().stream()
                        .map(pair -> new Schema.Ordered(pair.get(0), pair.get(1)))
                        .toList());
    }

    private static Column column(String name, Header header) {
        return new Column(
                name,
                header.zh(),
                header.aliases(),
                header.declared(),
                header.optional(),
                header.filled(),
                header.choices(),
                header.references(),
                header.min(),
                header.max());
    }
}
