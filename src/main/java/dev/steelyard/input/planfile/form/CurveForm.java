package dev.steelyard.input.planfile.form;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Form;
import dev.steelyard.input.planfile.yaml.Scalar;
import dev.steelyard.input.planfile.yaml.Schemas;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Curves: {@code {linear: [[-20%, 0], [0%, 60]]}}, {@code {step: [[0, 0], [100%, 60]]}} or {@code as_points}. */
final class CurveForm implements Form<Curve> {

    private static final String AS_POINTS = "as_points";
    private static final List<String> KINDS = List.of("linear", "step");

    @Override
    public Optional<Curve> read(Node node, Binder binder) {
        if (!(node instanceof MappingNode)) {
            return YamlTree.texts(node).equals(List.of(AS_POINTS))
                    ? Optional.of(new Curve.AsPoints())
                    : binder.fail(PlanError.NOT_A_MAPPING, node);
        }
        binder.checkKeys(node, KINDS);
        List<NodeTuple> kinds = YamlTree.entries(node).stream()
                .filter(entry -> KINDS.contains(YamlTree.key(entry)))
                .toList();
        if (kinds.size() != 1) {
            return binder.fail(binder.mistake(PlanError.KEY_MISSING, node).with("key", String.join(" / ", KINDS)));
        }
        Optional<List<Curve.Point>> points = points(kinds.get(0).getValueNode(), binder);
        return YamlTree.key(kinds.get(0)).equals("step") ? points.map(Curve.Step::new) : points.map(Curve.Linear::new);
    }

    private static Optional<List<Curve.Point>> points(Node node, Binder binder) {
        if (!(node instanceof SequenceNode)) {
            return binder.fail(PlanError.NOT_A_LIST, node);
        }
        List<Node> written = YamlTree.items(node);
        List<Curve.Point> points = new ArrayList<>();
        boolean ordered = true;
        Node last = node;
        for (Node pair : written) {
            Optional<Curve.Point> point = point(pair, binder);
            if (point.isPresent() && !points.isEmpty()) {
                ordered &= isAbove(point.get(), points.get(points.size() - 1), pair, last, binder);
            }
            point.ifPresent(points::add);
            last = pair;
        }
        if (written.size() < 2) {
            return binder.fail(binder.mistake(PlanError.CURVE_SHORT, node).with("count", written.size()));
        }
        return ordered && points.size() == written.size() ? Optional.of(points) : Optional.empty();
    }

    private static Optional<Curve.Point> point(Node pair, Binder binder) {
        List<Node> numbers = YamlTree.items(pair);
        if (numbers.size() != 2) {
            return binder.fail(binder.mistake(PlanError.CURVE_POINT, pair));
        }
        Optional<Fraction> value = binder.read(Fraction.class, numbers.get(0));
        Optional<Fraction> points = binder.read(Fraction.class, numbers.get(1));
        return value.flatMap(at -> points.map(earned -> new Curve.Point(at, earned)));
    }

    private static boolean isAbove(Curve.Point point, Curve.Point before, Node pair, Node last, Binder binder) {
        if (before.value().isAtLeast(point.value())) {
            binder.add(binder.mistake(PlanError.CURVE_ORDER, pair)
                    .with("value", YamlTree.texts(pair).get(0))
                    .with("before", YamlTree.texts(last).get(0)));
            return false;
        }
        return true;
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        Map<String, Object> number = Scalar.find(Fraction.class).orElseThrow().schema();
        Map<String, Object> pair = Schemas.of("type", "array", "items", number, "minItems", 2, "maxItems", 2);
        Map<String, Object> points = Schemas.of("type", "array", "items", pair, "minItems", 2);
        Map<String, Object> kinds = Schemas.of("linear", points, "step", points);
        return Map.of(
                "anyOf",
                List.of(
                        Map.of("const", AS_POINTS),
                        Schemas.of(
                                "type",
                                "object",
                                "properties",
                                kinds,
                                "additionalProperties",
                                false,
                                "minProperties",
                                1,
                                "maxProperties",
                                1)));
    }
}
