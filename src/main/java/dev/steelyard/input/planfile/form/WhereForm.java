package dev.steelyard.input.planfile.form;

import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Condition;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Form;
import dev.steelyard.input.planfile.yaml.Schemas;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Conditions: {@code {status: verified, kind: [gift, meeting], complete: yes, quantity: {above: 0}, outcome: filled}}.
 */
final class WhereForm implements Form<Where> {

    static final String FILLED = "filled";

    /** Comparison → how it is written. */
    static final Map<String, Operator> COMPARISONS =
            Map.of("above", Operator.ABOVE, "at_least", Operator.AT_LEAST, "below", Operator.BELOW);

    @Override
    public Optional<Where> read(Node node, Binder binder) {
        if (!(node instanceof MappingNode)) {
            return binder.fail(PlanError.NOT_A_MAPPING, node);
        }
        List<Condition> conditions = new ArrayList<>();
        boolean clear = true;
        for (NodeTuple entry : YamlTree.entries(node)) {
            List<Condition> read = conditions(YamlTree.key(entry), entry.getValueNode());
            if (read.isEmpty()) {
                binder.add(binder.mistake(PlanError.CONDITION_UNCLEAR, entry.getValueNode())
                        .with("column", YamlTree.key(entry)));
                clear = false;
            }
            conditions.addAll(read);
        }
        return clear ? Optional.of(new Where(conditions)) : Optional.empty();
    }

    /** What one entry says; nothing where it is unclear. */
    private static List<Condition> conditions(String column, Node node) {
        if (node instanceof ScalarNode && !YamlTree.isNothing(node)) {
            String word = word(node);
            return List.of(
                    word.equals(FILLED)
                            ? new Condition(column, Operator.FILLED, List.of())
                            : new Condition(column, Operator.ONE_OF, List.of(word)));
        }
        List<Node> items = YamlTree.items(node);
        if (!items.isEmpty() && items.stream().allMatch(WhereForm::isWord)) {
            return List.of(new Condition(
                    column, Operator.ONE_OF, items.stream().map(WhereForm::word).toList()));
        }
        List<NodeTuple> entries = YamlTree.entries(node);
        boolean compared = entries.stream()
                .allMatch(entry -> COMPARISONS.containsKey(YamlTree.key(entry)) && isWord(entry.getValueNode()));
        return compared
                ? entries.stream()
                        .map(entry -> new Condition(
                                column, COMPARISONS.get(YamlTree.key(entry)), List.of(word(entry.getValueNode()))))
                        .toList()
                : List.of();
    }

    private static boolean isWord(Node node) {
        return YamlTree.text(node).isPresent();
    }

    /** The text as written; an unquoted true or false is the yes or no of the exports. */
    private static String word(Node node) {
        String text = ((ScalarNode) node).getValue();
        if (!((ScalarNode) node).isPlain()) {
            return text;
        }
        return text.equals("true") ? "yes" : text.equals("false") ? "no" : text;
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        Map<String, Object> value = Map.of("type", List.of("string", "number", "boolean"));
        Map<String, Object> comparisons = Schemas.of("above", value, "at_least", value, "below", value);
        return Schemas.of(
                "type",
                "object",
                "additionalProperties",
                Map.of(
                        "anyOf",
                        List.of(
                                value,
                                Schemas.of("type", "array", "items", value, "minItems", 1),
                                Schemas.of(
                                        "type", "object", "properties", comparisons, "additionalProperties", false))));
    }
}
