package dev.steelyard.input.planfile;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistakes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code jobs/exports.yaml}: what the exports of each dataset look like (rules.md 3). */
public record ExportsFile(Optional<Headings> headings, Map<String, Dataset> datasets) {

    /** What people add to a header cell, of all datasets alike. */
    public record Headings(List<String> marks, Map<String, BigDecimal> units) {}

    /** A dataset as it is written; its name is the key it stands under. */
    public record Dataset(
            String zh,
            List<String> stems,
            boolean register,
            boolean confidential,
            boolean apart,
            boolean lossless,
            boolean blanksUnread,
            boolean occasional,
            List<String> key,
            Optional<String> date,
            Map<String, Header> columns,
            List<List<String>> ordered,
            Optional<Rows> rows) {

        private Set<Schema.Trait> traits() {
            Map<Schema.Trait, Boolean> said = Map.of(
                    Schema.Trait.REGISTER, register,
                    Schema.Trait.CONFIDENTIAL, confidential,
                    Schema.Trait.APART, apart,
                    Schema.Trait.LOSSLESS, lossless,
                    Schema.Trait.BLANKS_UNREAD, blanksUnread,
                    Schema.Trait.OCCASIONAL, occasional);
            return said.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    /** Which rows count, as it is written. */
    public record Rows(Map<String, List<String>> where, Map<String, BigDecimal> signs) {}

    /** A column as it is written. */
    public record Header(
            String zh,
            List<String> aliases,
            Optional<DatasetColumn.Type> type,
            boolean optional,
            boolean filled,
            Map<String, List<String>> choices,
            Optional<String> references,
            Optional<Fraction> min,
            Optional<Fraction> max,
            List<String> codes,
            boolean expected,
            Optional<String> equal,
            Optional<String> targetOf) {

        DatasetColumn.Type declared() {
            return type.orElse(choices.isEmpty() ? DatasetColumn.Type.TEXT : DatasetColumn.Type.CHOICE);
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

    /** The datasets with what their columns must meet under the plan. */
    public static Map<String, Schema> under(Plan plan, Map<String, Schema> schemas) {
        Map<String, Schema> under = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> under.put(name, schema.under(plan)));
        return Collections.unmodifiableMap(under);
    }

    private Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        Schema.Headings all = headings.map(read -> new Schema.Headings(read.marks(), read.units()))
                .orElse(Schema.Headings.PLAIN);
        datasets.forEach((name, dataset) -> schemas.put(name, schema(name, dataset, all)));
        return Collections.unmodifiableMap(schemas);
    }

    private static Schema schema(String name, Dataset dataset, Schema.Headings headings) {
        return new Schema(
                name,
                dataset.zh(),
                dataset.stems(),
                dataset.traits(),
                Schema.Layout.of(
                        dataset.key(),
                        dataset.date(),
                        dataset.columns().entrySet().stream()
                                .map(entry -> column(entry.getKey(), entry.getValue()))
                                .toList(),
                        dataset.ordered().stream()
                                .map(pair -> new Schema.Ordered(pair.get(0), pair.get(1)))
                                .toList()),
                new Schema.Reading(dataset.rows().map(ExportsFile::rows).orElse(Schema.Rows.ALL), headings));
    }

    private static Schema.Rows rows(Rows rows) {
        Map<String, Integer> signs = new LinkedHashMap<>();
        rows.signs().forEach((pattern, sign) -> signs.put(pattern, sign.signum()));
        return new Schema.Rows(rows.where(), signs);
    }

    private static DatasetColumn column(String name, Header header) {
        return new DatasetColumn(
                name,
                header.zh(),
                header.aliases(),
                header.declared(),
                header.optional(),
                header.filled(),
                header.choices(),
                header.references(),
                header.min(),
                header.max(),
                new DatasetColumn.Rules(
                        header.codes(),
                        header.expected(),
                        header.equal(),
                        header.targetOf().map(of -> new DatasetColumn.TargetOf(of, Optional.empty()))));
    }
}
