package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.trace.SourceRow;
import java.util.List;
import java.util.Optional;

/** Where the source rows of a person's figures come from. */
public interface SourceRows {

    /** None are shown. */
    SourceRows NONE = new SourceRows() {
        @Override
        public List<SourceRow> of(Participant person, IndicatorScore score) {
            return List.of();
        }

        @Override
        public List<SourceRow> of(Participant person, Facts facts, Days days) {
            return List.of();
        }
    };

    /** The rows that count in the indicator, in the order of files and rows. */
    List<SourceRow> of(Participant person, IndicatorScore score);

    /** The person's own rows that count in the facts on these days (whole months), in the order of files and rows. */
    List<SourceRow> of(Participant person, Facts facts, Days days);

    /** Where the corrected row stands that was read in place of a rejected one; empty for a row read as delivered. */
    default Optional<SourceRef> correction(SourceRef original) {
        return Optional.empty();
    }
}
