package dev.steelyard.planfile;

import dev.steelyard.plan.Curve;
import dev.steelyard.plan.Indicator;
import dev.steelyard.plan.Pay;
import dev.steelyard.unit.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Looks at the components of a record before it is made, so that what its constructor would refuse is said with its place
 * and in the reader's language.
 */
final class Guards {

    /** Whether the record can be made of these values; if not, the binder's mistakes say why. */
    private interface Guard {
        boolean admits(Map<String, Object> values, Node node, Binder binder);
    }

    private static final Map<Class<?>, Guard> BY_TYPE =
            Map.of(Indicator.class, Guards::indicator, Pay.Commission.class, Guards::commission);

    private Guards() {}

    static boolean admit(Class<?> type, Object[] values, Node node, Binder binder) {
        Guard guard = BY_TYPE.get(type);
        if (guard == null) {
            return true;
        }
        Map<String, Object> named = new java.util.HashMap<>();
        List<String> names = Binder.names(type);
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return guard.admits(named, node, binder);
    }

    private static boolean indicator(Map<String, Object> values, Node node, Binder binder) {
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

    private static boolean commission(Map<String, Object> values, Node node, Binder binder) {
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
                        .with("value", end.get().plain())
                        .with("before", before.plain()));
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
