package dev.steelyard.input.planfile.form;

import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Signature;
import dev.steelyard.engine.score.CardVerb;
import dev.steelyard.engine.verb.Verbs;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which aggregates a verb works on. A verb that is not listed takes any, written in full.
 *
 * @param aggregates the first is meant where {@code of:} names columns or a dataset alone
 * @param shortened whether it may
 */
public record VerbWords(Set<Aggregate> aggregates, boolean shortened) {

    private static final VerbWords ANY = new VerbWords(EnumSet.allOf(Aggregate.class), false);
    private static final VerbWords AMOUNTS =
            new VerbWords(EnumSet.of(Aggregate.COUNT, Aggregate.SUM, Aggregate.DISTINCT), false);

    private static final Map<String, VerbWords> BY_VERB = Map.ofEntries(
            entry("sum", Aggregate.SUM),
            entry("count", Aggregate.COUNT),
            entry("distinct", Aggregate.DISTINCT),
            entry("min", Aggregate.MIN),
            entry("max", Aggregate.MAX),
            entry("latest", Aggregate.LATEST),
            entry("average", Aggregate.AVERAGE, Aggregate.DAYS),
            entry("nps", Aggregate.AVERAGE),
            entry("repeat", Aggregate.DISTINCT),
            entry("within", Aggregate.COUNT),
            entry("without", Aggregate.COUNT),
            Map.entry("share", AMOUNTS),
            Map.entry("growth", AMOUNTS),
            Map.entry("attainment", AMOUNTS),
            Map.entry(
                    "days_between", new VerbWords(EnumSet.of(Aggregate.MIN, Aggregate.MAX, Aggregate.LATEST), false)));

    private static Map.Entry<String, VerbWords> entry(String verb, Aggregate first, Aggregate... further) {
        return Map.entry(verb, new VerbWords(EnumSet.of(first, further), true));
    }

    public static VerbWords of(String verb) {
        return BY_VERB.getOrDefault(verb, ANY);
    }

    /** The aggregate that the verb says by itself. Enum sets run in the enum's order: the least of one or of AVERAGE, DAYS. */
    public Optional<Aggregate> shortForm() {
        return shortened ? Optional.of(aggregates.iterator().next()) : Optional.empty();
    }

    /** Every verb's signature, row verbs first. */
    public static Map<String, Signature> signatures() {
        Map<String, Signature> signatures = new LinkedHashMap<>(Verbs.signatures());
        signatures.putAll(CardVerb.signatures());
        return signatures;
    }

    public static List<String> known() {
        return List.copyOf(signatures().keySet());
    }

    /** Whether the verb works over the scorecards of the people whom a manager leads. */
    public static boolean isOverCards(String verb) {
        return CardVerb.find(verb).isPresent();
    }
}
