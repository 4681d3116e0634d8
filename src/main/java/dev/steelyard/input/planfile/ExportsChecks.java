package dev.steelyard.input.planfile;

import dev.steelyard.engine.dataset.DatasetColumn.Type;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.EngineColumns;
import dev.steelyard.input.planfile.ExportsFile.Dataset;
import dev.steelyard.input.planfile.ExportsFile.Header;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** What must fit together in an exports file: names that are told apart, columns and datasets that exist. */
final class ExportsChecks {

    private static final Set<Type> DATED = EnumSet.of(Type.DATE, Type.DATE_TIME, Type.PERIOD);
    private static final Set<Type> ORDERED =
            EnumSet.of(Type.DATE, Type.DATE_TIME, Type.PERIOD, Type.NUMBER, Type.AMOUNT, Type.PERCENT);
    private static final Set<Type> CHOSEN = EnumSet.of(Type.CHOICE, Type.TEXT);
    private static final Set<Type> BOUNDED = EnumSet.of(Type.NUMBER, Type.AMOUNT, Type.PERCENT);

    private final Binder binder;
    private final List<String> datasets;

    ExportsChecks(Binder binder) {
        this.binder = binder;
        this.datasets = YamlTree.child(binder.tree().root(), "datasets")
                .map(YamlTree::keys)
                .orElse(List.of());
    }

    void run() {
        Map<String, String> stems = new HashMap<>();
        for (Bound<Dataset> dataset : binder.all(Dataset.class)) {
            List<String> names =
                    new ArrayList<>(List.of(dataset.key(), dataset.value().zh()));
            names.addAll(dataset.value().stems());
            names.forEach(name -> once(stems, name, dataset.key(), dataset.node()));
            checkDataset(dataset);
        }
        binder.all(Header.class).forEach(this::checkColumn);
    }

    private void once(Map<String, String> seen, String name, String owner, Node node) {
        String first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), owner);
        if (first != null && !first.equals(owner)) {
            binder.add(binder.mistake(PlanError.NAME_TWICE, node)
                    .with("name", name)
                    .with("first", first));
        }
    }

    private void checkDataset(Bound<Dataset> dataset) {
        Dataset value = dataset.value();
        Map<String, String> headers = new HashMap<>();
        value.columns().forEach((name, header) -> {
            List<String> names = new ArrayList<>(List.of(name, header.zh()));
            names.addAll(header.aliases());
            names.addAll(header.codes());
            names.forEach(spelling -> once(headers, spelling, name, dataset.at("columns", name)));
        });
        EngineColumns.of(dataset.key()).forEach((name, types) -> {
            Header header = value.columns().get(name);
            if (header == null) {
                binder.add(binder.mistake(PlanError.COLUMN_NEEDED, dataset.keyAt("columns"))
                        .with("dataset", dataset.key())
                        .with("name", name));
            } else {
                type(name, header, types, dataset.keyAt("columns", name));
            }
        });
        if (value.key().isEmpty()) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, dataset.node()).with("key", "key"));
        }
        for (int i = 0; i < value.key().size(); i++) {
            column(dataset, value.key().get(i), EnumSet.allOf(Type.class), dataset.at("key", i));
        }
        value.columns().forEach((name, header) -> header.targetOf()
                .ifPresent(of -> column(dataset, of, EnumSet.of(Type.TEXT), dataset.at("columns", name, "target_of"))));
        value.date().ifPresent(date -> column(dataset, date, DATED, dataset.at("date")));
        dataset.value().rows().ifPresent(rows -> checkRows(dataset, rows));
        for (int i = 0; i < value.ordered().size(); i++) {
            List<String> pair = value.ordered().get(i);
            if (pair.size() != 2) {
                binder.add(binder.mistake(PlanError.OUT_OF_RANGE, dataset.at("ordered", i))
                        .with("value", pair.size())
                        .with("range", "2"));
            }
            for (int side = 0; side < pair.size(); side++) {
                column(dataset, pair.get(side), ORDERED, dataset.at("ordered", i, side));
            }
        }
    }

    /** A filter may name a column that no schema knows; an empty list would leave nothing. */
    private void checkRows(Bound<Dataset> dataset, ExportsFile.Rows rows) {
        rows.where().forEach((column, values) -> {
            if (values.isEmpty()) {
                binder.add(binder.mistake(PlanError.VALUE_MISSING, dataset.keyAt("rows", "where", column))
                        .with("key", column));
            }
        });
        rows.signs().forEach((pattern, sign) -> {
            if (sign.abs().compareTo(BigDecimal.ONE) != 0) {
                binder.add(binder.mistake(PlanError.OUT_OF_RANGE, dataset.at("rows", "signs", pattern))
                        .with("value", sign)
                        .with("range", "1, -1"));
            }
        });
    }

    private void column(Bound<Dataset> dataset, String name, Set<Type> types, Node node) {
        Header header = dataset.value().columns().get(name);
        List<String> known = List.copyOf(dataset.value().columns().keySet());
        if (header == null) {
            binder.add(binder.mistake(PlanError.COLUMN_UNKNOWN, node)
                    .with("dataset", dataset.key())
                    .with("name", name)
                    .with("known", FileWords.list(known))
                    .with("nearest", FileWords.nearest(name, known)));
        } else {
            type(name, header, types, node);
        }
    }

    private void type(String name, Header header, Set<Type> types, Node node) {
        if (!types.contains(header.declared())) {
            binder.add(binder.mistake(PlanError.COLUMN_TYPE, node)
                    .with("name", name)
                    .with("type", FileWords.word(header.declared()))
                    .with(
                            "types",
                            FileWords.list(types.stream().map(FileWords::word).toList())));
        }
    }

    private void checkColumn(Bound<Header> column) {
        Header header = column.value();
        if (header.declared() == Type.CHOICE && header.choices().isEmpty()) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, column.node()).with("key", "choices"));
        }
        if (!header.choices().isEmpty()) {
            type(column.key(), header, CHOSEN, column.at("type"));
        }
        Map<String, String> spellings = new HashMap<>();
        header.choices().forEach((choice, others) -> {
            List<String> names = new ArrayList<>(List.of(choice));
            names.addAll(others);
            names.forEach(name -> once(spellings, name, choice, column.at("choices", choice)));
        });
        header.references()
                .filter(dataset -> !datasets.contains(dataset))
                .ifPresent(dataset -> binder.add(binder.mistake(PlanError.DATASET_UNKNOWN, column.at("references"))
                        .with("name", dataset)
                        .with("known", FileWords.list(datasets))
                        .with("nearest", FileWords.nearest(dataset, datasets))));
        if (header.min().isPresent() || header.max().isPresent()) {
            type(column.key(), header, BOUNDED, column.node());
        }
        header.equal()
                .filter(name -> !name.equals(Schema.CURRENCY))
                .ifPresent(name -> binder.add(binder.mistake(PlanError.NOT_A_CHOICE, column.at("equal"))
                        .with("value", name)
                        .with("known", Schema.CURRENCY)
                        .with("nearest", FileWords.nearest(name, List.of(Schema.CURRENCY)))));
        header.min()
                .filter(min -> header.max().filter(max -> max.isBelow(min)).isPresent())
                .ifPresent(min -> binder.add(binder.mistake(PlanError.OUT_OF_RANGE, column.at("max"))
                        .with("value", header.max().orElseThrow().plain())
                        .with("range", "≥ " + min.plain())));
    }
}
