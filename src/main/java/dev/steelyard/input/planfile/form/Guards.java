package dev.steelyard.input.planfile.form;

import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What constructors of plan records would refuse, said before with its place and in the reader's language.
 */
final class Guards {

    private Guards() {}

    static boolean indicator(Map<String, Object> values, Node node, Binder binder) {
        boolean scored = ((Map<?, ?>) values.get("weight"))
                .values().stream().anyMatch(weight -> ((Fraction) weight).signum() != 0);
        boolean curved = ((Optional<?>) values.get("curve"))
                .filter(Curve.class::isInstance)
                .isPresent();
        if (scored && !curved) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, node).with("key", "curve"));
        }
        return curved || !scored;
    }

    static boolean commission(Map<String, Object> values, Node node, Binder binder) {
        List<?> tiers = (List<?>) values.get("tiers");
        Optional<Node> written = YamlTree.child(node, "tiers");
        if (tiers.isEmpty()) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, node).with("key", "tiers"));
            return false;
        }
        List<Node> nodes = YamlTree.items(written.orElse(node));
        boolean fits = true;
        Fraction before = Fraction.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            Optional<Fraction> end = ((Pay.Tier) tiers.get(i)).upTo();
            boolean last = i == tiers.size() - 1;
            if (end.isEmpty() != last) {
                binder.add(binder.mistake(PlanError.TIER_END, nodes.get(i)).with("number", i + 1));
                fits = false;
            } else if (end.isPresent() && before.isAtLeast(end.get())) {
                binder.add(binder.mistake(PlanError.TIER_ORDER, nodes.get(i))
                        .with("value", end.get().percent())
                        .with("before", before.percent()));
                fits = false;
            }
            before = end.orElse(before);
        }
        if (tiers.size() > 1 && ((Optional<?>) values.get("target")).isEmpty()) {
            binder.add(binder.mistake(PlanError.TIERS_NEED_TARGET, written.orElse(node)));
            fits = false;
        }
        return fits;
    }
}
