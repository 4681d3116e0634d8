package dev.steelyard.engine.compare;

import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A weighted mean before and after, and what each of its parts did to the difference. The effects sum exactly to the
 * difference of the two means, and comparing the other way round gives the same with the sign turned: points are weighed
 * with the mean of both shares, shares with the mean of both points.
 *
 * <p>A share may also move because another part got more weight or is there no longer. That is the other part's doing: it is
 * measured against the mean of the parts whose weight stayed, whose own effects then cancel out.
 */
final class Blend {

    /** A part that counts on one side. */
    record Entry(String key, Fraction weight, Fraction points) {}

    /**
     * What one part did.
     *
     * @param share the mean of its two shares: what a point of the part is worth in the whole
     * @param byWeight what its own change of weight did, or that it is there no longer, or not yet
     * @param reweighed whether it is there on both sides with another weight
     * @param oneSided whether it is there on one side only
     */
    record Effect(
            String key,
            Fraction share,
            Fraction before,
            Fraction after,
            Fraction byWeight,
            boolean reweighed,
            boolean oneSided) {

        /** What the change of its points did. */
        Fraction byPoints() {
            return share.times(after.minus(before));
        }
    }

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    private final Map<String, Entry> before;
    private final Map<String, Entry> after;
    private final Fraction weightBefore;
    private final Fraction weightAfter;

    private Blend(List<Entry> before, List<Entry> after) {
        this.before = byKey(before);
        this.after = byKey(after);
        this.weightBefore = weight(before);
        this.weightAfter = weight(after);
    }

    /** @param before of positive weight in sum, as is {@code after} */
    static List<Effect> effects(List<Entry> before, List<Entry> after) {
        return new Blend(before, after).effects();
    }

    private List<Effect> effects() {
        Fraction level = level();
        List<Effect> effects = new ArrayList<>();
        for (String key : keys()) {
            Fraction then = share(before, key, weightBefore);
            Fraction now = share(after, key, weightAfter);
            Fraction moved = isSteady(key)
                    ? Fraction.ZERO
                    : now.minus(then).times(middle(key).minus(level));
            boolean oneSided = !before.containsKey(key) || !after.containsKey(key);
            effects.add(new Effect(
                    key,
                    then.plus(now).times(HALF),
                    points(before, after, key),
                    points(after, before, key),
                    moved,
                    !oneSided && !isSteady(key),
                    oneSided));
        }
        return effects;
    }

    /** What shares are measured against: the mean of the parts whose weight stayed; where there is none, of both wholes. */
    private Fraction level() {
        List<Entry> steady =
                before.values().stream().filter(entry -> isSteady(entry.key())).toList();
        if (weight(steady).signum() == 0) {
            return mean(before.values(), weightBefore)
                    .plus(mean(after.values(), weightAfter))
                    .times(HALF);
        }
        Fraction sum = Fraction.ZERO;
        for (Entry entry : steady) {
            sum = sum.plus(entry.weight().times(middle(entry.key())));
        }
        return sum.over(weight(steady));
    }

    private boolean isSteady(String key) {
        return before.containsKey(key)
                && after.containsKey(key)
                && before.get(key).weight().equals(after.get(key).weight());
    }

    private Fraction middle(String key) {
        return points(before, after, key).plus(points(after, before, key)).times(HALF);
    }

    /** A part that is there on one side only has the same points on the other, without any share. */
    private static Fraction points(Map<String, Entry> side, Map<String, Entry> other, String key) {
        return Optional.ofNullable(side.get(key))
                .orElseGet(() -> other.get(key))
                .points();
    }

    private static Fraction share(Map<String, Entry> side, String key, Fraction weight) {
        return side.containsKey(key) ? side.get(key).weight().over(weight) : Fraction.ZERO;
    }

    private static Fraction mean(Iterable<Entry> entries, Fraction weight) {
        Fraction sum = Fraction.ZERO;
        for (Entry entry : entries) {
            sum = sum.plus(entry.weight().times(entry.points()));
        }
        return sum.over(weight);
    }

    private static Fraction weight(List<Entry> entries) {
        return entries.stream().map(Entry::weight).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Map<String, Entry> byKey(List<Entry> entries) {
        Map<String, Entry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(entry.key(), entry));
        return byKey;
    }

    private Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }
}
