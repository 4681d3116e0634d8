package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.verb.Measured;

/**
 * What was read for an indicator's value: which published rows, how many source rows, and these themselves.
 *
 * @param audience who reads them
 * @param rows where they are found
 */
public record Provenance(Audience audience, SourceRows rows) {

    /** @param value the step of what was measured */
    public Step of(Participant person, IndicatorScore score, Step value) {
        Measured measured = score.measured();
        // A calibration stands beside its target.
        Step noted = measured.note().isBlank() || measured.note().says(Measured.BY_CALIBRATION)
                ? value
                : value.note(measured.note());
        long count = measured.rows().orElse(0L);
        boolean survey = score.indicator()
                .measure()
                .of()
                .filter(of -> !audience.seesAnswers(of.dataset()))
                .isPresent();
        if (survey) {
            return count < Audience.LEAST_ANSWERS
                    ? noted
                    : noted.note(Said.of("explain.provenance.answersSingleOnesShown", "count", count));
        }
        Step counted = measured.rows().isEmpty()
                ? noted
                : noted.note(Said.of("explain.provenance.sourceRows", "count", count));
        return counted.rows(rows.of(person, score));
    }
}
