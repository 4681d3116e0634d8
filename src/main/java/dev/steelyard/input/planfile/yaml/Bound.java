package dev.steelyard.input.planfile.yaml;

import java.util.Arrays;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A value that was read, with where it stands: what a check needs to point at a mistake.
 *
 * @param key the key it stands under, of an entry of a mapping its name
 */
public record Bound<T>(T value, String key, Node node) {

    /** The node under these keys and list positions; the last one that is there. */
    public Node at(Object... path) {
        Node found = node;
        for (Object step : path) {
            Optional<Node> next = step instanceof Integer index
                    ? YamlTree.items(found).stream().skip(index).findFirst()
                    : YamlTree.child(found, step.toString());
            if (next.isEmpty()) {
                return found;
            }
            found = next.get();
        }
        return found;
    }

    /** The key of the entry under these keys, where a name itself is in question. */
    public Node keyAt(Object... path) {
        Node owner = at(Arrays.copyOf(path, path.length - 1));
        return YamlTree.entry(owner, path[path.length - 1].toString())
                .map(NodeTuple::getKeyNode)
                .orElse(owner);
    }
}
