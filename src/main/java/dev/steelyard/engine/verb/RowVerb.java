package dev.steelyard.engine.verb;

import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Signature;
import java.util.List;

/** A row verb: how facts become one value. A new verb is one class, registered by name in {@link Verbs}. */
public interface RowVerb {

    /** Facts that a measure reads, and over which window. */
    record Reads(Facts facts, Window window) {}

    /** Which components of a measure the verb works on. */
    Signature signature();

    /** Everything that {@link #apply} will read: of most verbs what the measure is of, over the measure's window. */
    default List<Reads> reads(Measure measure) {
        return List.of(Verbs.reads(Verbs.of(measure), measure.window()));
    }

    /**
     * The value.
     *
     * @param indicator the indicator's id, which names its target unless the measure says otherwise
     */
    Measured apply(String indicator, Measure measure, VerbEvidence evidence);
}
