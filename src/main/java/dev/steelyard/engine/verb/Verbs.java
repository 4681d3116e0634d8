package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The row verbs by name (rules.md 4.1). */
public final class Verbs {

    private static final Map<String, RowVerb> BY_NAME = new LinkedHashMap<>();

    static {
        RowVerb single = new Single();
        List.of("sum", "count", "distinct", "min", "max", "latest").forEach(name -> BY_NAME.put(name, single));
        BY_NAME.put("average", new Average());
        BY_NAME.put("ratio", new Ratio());
        BY_NAME.put("share", new Share());
        BY_NAME.put("growth", new Growth());
        BY_NAME.put("attainment", new Attainment());
        BY_NAME.put("nps", new NetPromoterScore());
        BY_NAME.put("within", new Within());
        BY_NAME.put("repeat", new Repeat());
        BY_NAME.put("days_between", new DaysBetween());
        BY_NAME.put("without", new Without());
    }

    private Verbs() {}

    /** The verb of that name over rows; empty where there is none. */
    public static Optional<RowVerb> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Verb → the components of a measure that it works on. */
    public static Map<String, Signature> signatures() {
        Map<String, Signature> signatures = new LinkedHashMap<>();
        BY_NAME.forEach((name, verb) -> signatures.put(name, verb.signature()));
        return signatures;
    }

    /** What must be accumulated for the measure: everything it reads that is not looked up. */
    public static List<RowVerb.Reads> accumulated(Measure measure) {
        return find(measure.verb()).map(verb -> verb.reads(measure)).orElse(List.of()).stream()
                .filter(reads -> !VerbEvidence.isLookedUp(reads.facts()))
                .toList();
    }

    /** The measure's value, or why there is none. A dataset that was not delivered is missing (rulings 21). */
    public static Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
        RowVerb verb =
                find(measure.verb()).orElseThrow(() -> new IllegalArgumentException("no row verb " + measure.verb()));
        boolean absent = verb.reads(measure).stream().map(RowVerb.Reads::facts).anyMatch(evidence::lacks);
        if (absent) {
            return Measured.missing(Measured.Gap.NO_DATASET, 0);
        }
        Measured measured = verb.apply(indicator, measure, evidence);
        return measure.atMost()
                .flatMap(most -> measured.value()
                        .filter(value -> value.compareTo(most) > 0)
                        .map(value -> measured.cutTo(most)))
                .orElse(measured);
    }

    static Facts of(Measure measure) {
        return measure.of().orElseThrow().on(measure.basis());
    }

    static RowVerb.Reads reads(Facts facts, Window window) {
        return new RowVerb.Reads(facts, window);
    }
}
