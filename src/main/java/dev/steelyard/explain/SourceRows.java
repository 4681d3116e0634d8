package dev.steelyard.explain;

import dev.steelyard.score.IndicatorScore;
import dev.steelyard.score.Participant;
import dev.steelyard.trace.SourceRow;
import java.util.List;

/** Where the source rows of a person's indicator come from. */
@FunctionalInterface
public interface SourceRows {

    /** None are shown. */
    SourceRows NONE = (person, score) -> List.of();

    /** The rows that count in the indicator, in the order of files and rows. */
    List<SourceRow> of(Participant person, IndicatorScore score);
}
