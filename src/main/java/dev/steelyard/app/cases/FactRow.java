package dev.steelyard.app.cases;

import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Form;
import dev.steelyard.input.planfile.yaml.Schemas;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A row of a dataset as a case writes it.
 *
 * @param cells canonical column → text, in the order written
 */
record FactRow(Map<String, String> cells, Place place) {

    /** {@code {order_date: 2026-09-03, amount: 120}}; {@code ''} is a blank cell. */
    static final class RowForm implements Form<FactRow> {

        @Override
        public Optional<FactRow> read(Node node, Binder binder) {
            if (!(node instanceof MappingNode)) {
                return binder.fail(PlanError.NOT_A_MAPPING, node);
            }
            Map<String, String> cells = new LinkedHashMap<>();
            boolean clear = true;
            for (NodeTuple entry : YamlTree.entries(node)) {
                if (entry.getValueNode() instanceof ScalarNode written) {
                    cells.put(YamlTree.key(entry), YamlTree.isNothing(written) ? "" : written.getValue());
                } else {
                    binder.add(binder.mistake(PlanError.NOT_A_VALUE, entry.getValueNode()));
                    clear = false;
                }
            }
            FactRow row = new FactRow(
                    Collections.unmodifiableMap(cells), binder.tree().place(node));
            return clear ? Optional.of(row) : Optional.empty();
        }

        @Override
        public Map<String, Object> schema(Schemas schemas) {
            return Schemas.of(
                    "type", "object", "additionalProperties", Map.of("type", List.of("string", "number", "boolean")));
        }
    }
}
