package dev.steelyard.input.planfile.yaml;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** How values of one type are written, where that differs from the components of a record. */
public interface Form<T> {

    /** The value, or empty where the node is none; the binder's mistakes then say why. */
    Optional<T> read(Node node, Binder binder);

    /** The form as a JSON schema. */
    Map<String, Object> schema(Schemas schemas);
}
