package dev.steelyard.input.planfile.form;

import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.Form;
import dev.steelyard.input.planfile.yaml.Schemas;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Facts: the aggregate as key, {@code {sum: orders.amount, date: …, where: {…}}}; a count and the like name a dataset, all
 * others a column or several of one dataset. Inside a measure whose verb says the aggregate, the columns alone.
 */
public final class FactsForm implements Form<Facts> {

    /** Aggregates of whole rows. */
    private static final Set<Aggregate> OF_ROWS = EnumSet.of(Aggregate.COUNT, Aggregate.REQUIRED, Aggregate.PASSED);

    private static final List<String> AGGREGATES =
            Arrays.stream(Aggregate.values()).map(FileWords::word).toList();

    /**
     * Facts with the nodes that say them.
     *
     * @param columns says the dataset or columns
     * @param wheres say the conditions, one or none of a column each
     * @param date says the date column
     */
    public record Located(Facts facts, Node columns, List<Node> wheres, Node date) {

        /** The entry that says the condition on a column. */
        public Optional<NodeTuple> condition(String column) {
            return wheres.stream()
                    .flatMap(where -> YamlTree.entry(where, column).stream())
                    .findFirst();
        }
    }

    /** What stands beside facts in a measure and holds for them too. */
    record Beside(Optional<Aggregate> aggregate, Optional<Node> where, Optional<Node> date) {
        static final Beside NOTHING = new Beside(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<Facts> read(Node node, Binder binder) {
        return read(node, Beside.NOTHING, binder);
    }

    Optional<Facts> read(Node node, Beside beside, Binder binder) {
        if (!(node instanceof MappingNode)) {
            return beside.aggregate().isPresent()
                    ? facts(beside.aggregate().get(), node, List.of(), Optional.empty(), beside, binder)
                    : unclear(node, binder);
        }
        List<String> known = new ArrayList<>(AGGREGATES);
        known.addAll(List.of("where", "date"));
        binder.checkKeys(node, known);
        List<NodeTuple> aggregates = YamlTree.entries(node).stream()
                .filter(entry -> AGGREGATES.contains(YamlTree.key(entry)))
                .toList();
        if (aggregates.size() != 1) {
            return unclear(node, binder);
        }
        Aggregate aggregate = Aggregate.values()[AGGREGATES.indexOf(YamlTree.key(aggregates.get(0)))];
        List<Node> where = YamlTree.child(node, "where").stream().toList();
        return facts(aggregate, aggregates.get(0).getValueNode(), where, YamlTree.child(node, "date"), beside, binder);
    }

    private Optional<Facts> facts(
            Aggregate aggregate, Node columns, List<Node> own, Optional<Node> ownDate, Beside beside, Binder binder) {
        List<Node> wheres = new ArrayList<>(own);
        beside.where().ifPresent(wheres::add);
        Where where = Where.ALWAYS;
        for (Node written : wheres) {
            Optional<Where> read = binder.read(Where.class, written);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            where = where.and(read.get());
        }
        Optional<Node> dateNode = ownDate.or(beside::date);
        Optional<String> date = dateNode.flatMap(node -> binder.read(String.class, node));
        List<String> names = YamlTree.texts(columns);
        boolean ofRows = OF_ROWS.contains(aggregate);
        boolean written = !names.isEmpty() && names.stream().noneMatch(name -> name.contains(".") == ofRows);
        if (!written || ofRows && names.size() > 1 || dateNode.isPresent() != date.isPresent()) {
            return unclear(columns, binder);
        }
        List<String> datasets =
                names.stream().map(FactsForm::dataset).distinct().toList();
        if (datasets.size() > 1) {
            return binder.fail(
                    binder.mistake(PlanError.FACTS_TWO_DATASETS, columns).with("names", FileWords.list(datasets)));
        }
        List<String> read = ofRows
                ? List.of()
                : names.stream()
                        .map(name -> name.substring(name.indexOf('.') + 1))
                        .toList();
        Facts facts = new Facts(aggregate, datasets.get(0), read, date, where);
        binder.note(new Located(facts, columns, wheres, dateNode.orElse(columns)), columns);
        return Optional.of(facts);
    }

    private static String dataset(String name) {
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    private static Optional<Facts> unclear(Node node, Binder binder) {
        return binder.fail(binder.mistake(PlanError.FACTS_UNCLEAR, node).with("known", FileWords.list(AGGREGATES)));
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        Map<String, Object> properties = Schemas.of();
        for (Aggregate aggregate : Aggregate.values()) {
            properties.put(FileWords.word(aggregate), OF_ROWS.contains(aggregate) ? dataset() : columns());
        }
        properties.put("date", Map.of("type", "string"));
        properties.put("where", Schemas.reference(Where.class));
        return Schemas.of(
                "type", "object", "properties", properties, "additionalProperties", false, "minProperties", 1);
    }

    /** The short form. */
    static Map<String, Object> columnsOrDataset() {
        Map<String, Object> name = Schemas.of("type", "string", "pattern", "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?$");
        return Map.of("anyOf", List.of(name, Schemas.of("type", "array", "items", name, "minItems", 1)));
    }

    private static Map<String, Object> dataset() {
        return Schemas.of("type", "string", "pattern", "^[a-z][a-z0-9_]*$");
    }

    private static Map<String, Object> columns() {
        Map<String, Object> column = Schemas.of("type", "string", "pattern", "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$");
        return Map.of("anyOf", List.of(column, Schemas.of("type", "array", "items", column, "minItems", 1)));
    }
}
