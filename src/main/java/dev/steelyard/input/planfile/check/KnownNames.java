package dev.steelyard.input.planfile.check;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** The names that a plan file may use: its own, read off the nodes so that a mistake elsewhere hides none, and the exports'. */
record KnownNames(Binder binder, Map<String, Schema> schemas) {

    static final Set<DatasetColumn.Type> ANY = EnumSet.allOf(DatasetColumn.Type.class);
    static final Set<DatasetColumn.Type> DATED =
            EnumSet.of(DatasetColumn.Type.DATE, DatasetColumn.Type.DATE_TIME, DatasetColumn.Type.PERIOD);
    static final Set<DatasetColumn.Type> TIMED = EnumSet.of(DatasetColumn.Type.DATE_TIME);
    static final Set<DatasetColumn.Type> NUMERIC =
            EnumSet.of(DatasetColumn.Type.NUMBER, DatasetColumn.Type.AMOUNT, DatasetColumn.Type.PERCENT);

    private Optional<Node> under(String key) {
        return YamlTree.child(binder.tree().root(), key);
    }

    boolean isEmpty(String key) {
        return under(key)
                .filter(node -> !YamlTree.entries(node).isEmpty()
                        || !YamlTree.items(node).isEmpty())
                .isEmpty();
    }

    /** The names that stand under a key of the plan: tracks, dimensions, indicators. */
    List<String> names(String key) {
        return under(key).map(YamlTree::keys).orElse(List.of());
    }

    List<String> grades() {
        return under("grades").map(YamlTree::items).orElse(List.of()).stream()
                .flatMap(grade -> YamlTree.child(grade, "grade").flatMap(YamlTree::text).stream())
                .toList();
    }

    boolean isManager(String track) {
        return under("tracks")
                .flatMap(tracks -> YamlTree.child(tracks, track))
                .flatMap(node -> YamlTree.child(node, "manager"))
                .flatMap(YamlTree::text)
                .filter(text -> List.of("true", "yes").contains(text))
                .isPresent();
    }

    /** The plan's node under these keys; the last one that is there. */
    Node at(Object... path) {
        return new Bound<>("", "", binder.tree().root()).at(path);
    }

    Node keyAt(Object... path) {
        return new Bound<>("", "", binder.tree().root()).keyAt(path);
    }

    void track(String name, Node node) {
        known(PlanError.TRACK_UNKNOWN, name, names("tracks"), node);
    }

    void tracks(List<String> names, Bound<?> owner, String key) {
        for (int i = 0; i < names.size(); i++) {
            track(names.get(i), owner.at(key, i));
        }
    }

    void dimension(String name, Node node) {
        known(PlanError.DIMENSION_UNKNOWN, name, names("dimensions"), node);
    }

    void indicator(String name, Node node) {
        known(PlanError.INDICATOR_UNKNOWN, name, names("indicators"), node);
    }

    void grade(String name, Node node) {
        known(PlanError.GRADE_UNKNOWN, name, grades(), node);
    }

    void target(String name, Node node) {
        List<String> known = new ArrayList<>(names("targets"));
        if (!names("indicators").contains(name)) {
            known(PlanError.TARGET_UNKNOWN, name, known, node);
        }
    }

    /** Notes rows that no column puts in a period. */
    void dated(Schema schema, Optional<String> date, Node node) {
        if (date.or(schema::date).isEmpty()) {
            binder.add(binder.mistake(PlanError.FACTS_NO_DATE, node).with("dataset", schema.dataset()));
        }
    }

    /** Notes rows that are nobody's. */
    void personal(Schema schema, Node node) {
        if (schema.subject().isEmpty()) {
            binder.add(binder.mistake(PlanError.FACTS_NO_PERSON, node).with("dataset", schema.dataset()));
        }
    }

    /** Notes a name that is not known. */
    boolean known(PlanError error, String name, Collection<String> known, Node node) {
        if (!known.contains(name)) {
            binder.add(binder.mistake(error, node)
                    .with("name", name)
                    .with("known", FileWords.list(known))
                    .with("nearest", FileWords.nearest(name, known)));
            return false;
        }
        return true;
    }

    Optional<Schema> find(String dataset) {
        return Optional.ofNullable(schemas.get(dataset));
    }

    /** A track that no roster row can name scores nobody. */
    void rosterTrack(String track, Node node) {
        find("employees")
                .flatMap(employees -> employees.column("track"))
                .filter(column -> column.type() == DatasetColumn.Type.CHOICE)
                .ifPresent(column ->
                        known(PlanError.TRACK_UNLISTED, track, column.choices().keySet(), node));
    }

    Optional<Schema> dataset(String name, Node node) {
        return known(PlanError.DATASET_UNKNOWN, name, schemas.keySet(), node)
                ? Optional.of(schemas.get(name))
                : Optional.empty();
    }

    /** A column of the dataset, or of what it names: {@code product.lifecycle}; one of these types. */
    Optional<DatasetColumn> column(Schema schema, String path, Set<DatasetColumn.Type> types, Node node) {
        int dot = path.indexOf('.');
        Optional<Schema> owner = dot < 0 ? Optional.of(schema) : referenced(schema, path, dot, node);
        Optional<DatasetColumn> column = owner.flatMap(found -> own(found, path.substring(dot + 1), node));
        if (column.isPresent() && !types.contains(column.get().type())) {
            binder.add(binder.mistake(PlanError.COLUMN_TYPE, node)
                    .with("name", path)
                    .with("type", FileWords.word(column.get().type()))
                    .with(
                            "types",
                            FileWords.list(types.stream().map(FileWords::word).toList())));
            return Optional.empty();
        }
        return column;
    }

    private Optional<DatasetColumn> own(Schema schema, String name, Node node) {
        if (schema.column(name).isEmpty()) {
            List<String> known =
                    schema.columns().stream().map(DatasetColumn::name).toList();
            binder.add(binder.mistake(PlanError.COLUMN_UNKNOWN, node)
                    .with("dataset", schema.dataset())
                    .with("name", name)
                    .with("known", FileWords.list(known))
                    .with("nearest", FileWords.nearest(name, known)));
        }
        return schema.column(name);
    }

    private Optional<Schema> referenced(Schema schema, String path, int dot, Node node) {
        Optional<Schema> owner = schema.column(path.substring(0, dot) + "_id")
                .flatMap(DatasetColumn::references)
                .map(schemas::get);
        if (owner.isEmpty()) {
            List<String> known = schema.columns().stream()
                    .filter(column -> column.references().isPresent())
                    .map(column -> column.name().replaceFirst("_id$", "."))
                    .toList();
            binder.add(binder.mistake(PlanError.REFERENCE_UNKNOWN, node)
                    .with("name", path)
                    .with("dataset", schema.dataset())
                    .with("known", FileWords.list(known)));
        }
        return owner;
    }

    /** Notes words that are not among a column's choices; of a dataset or column that is not there, nothing. */
    void choices(String dataset, String column, Collection<String> words, Node node) {
        find(dataset)
                .flatMap(schema -> schema.column(column))
                .ifPresent(found -> words.forEach(word -> choice(found, word, node)));
    }

    void choice(DatasetColumn column, String word, Node node) {
        Collection<String> known = column.choices().keySet();
        if (column.type() == DatasetColumn.Type.CHOICE && !known.contains(word)) {
            binder.add(binder.mistake(PlanError.CHOICE_UNKNOWN, node)
                    .with("column", column.name())
                    .with("value", word)
                    .with("known", FileWords.list(known))
                    .with("nearest", FileWords.nearest(word, known)));
        }
    }

    /** A date of the roster. */
    void rosterDate(String column, Node node) {
        find("employees").ifPresent(employees -> column(employees, column, EnumSet.of(DatasetColumn.Type.DATE), node));
    }
}
