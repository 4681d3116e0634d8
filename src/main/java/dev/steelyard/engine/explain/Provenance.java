package dev.steelyard.engine.explain;

import dev.steelyard.engine.measure.Measured;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.trace.Step;

/** What was read for an indicator's value: which published rows, how many source rows, and these themselves. */
final class Provenance {

    private final Audience audience;
    private final SourceRows rows;

    Provenance(Audience audience, SourceRows rows) {
        this.audience = audience;
        this.rows = rows;
    }

    /** @param value the step of what was measured */
    Step of(Participant person, IndicatorScore score, Step value) {
        Measured measured = score.measured();
        // A calibration stands beside its target.
        Step noted = measured.note().isBlank() || measured.note().en().contains("calibration")
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
                    : noted.note(count + " 份回答；逐条回答只对人力资源显示", count + " answers; single ones are shown to HR only");
        }
        Step counted = measured.rows().isEmpty()
                ? noted
                : noted.note("来源 " + count + " 行", count + (count == 1 ? " source row" : " source rows"));
        return counted.rows(rows.of(person, score));
    }
}
