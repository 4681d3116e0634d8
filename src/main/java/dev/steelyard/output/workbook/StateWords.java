package dev.steelyard.output.workbook;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.problem.Severity;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.verb.Measured;
import dev.steelyard.output.workbook.book.Tone;

/** The words for what the engine counts on its fingers, in both languages. */
public final class StateWords {

    public static final Said RECONCILED = Said.of("state.yesAgrees");
    public static final Said UNRECONCILED = Said.of("state.noDiffers");
    public static final Said NOT_CLOSED = Said.of("state.notClosed");
    public static final Said CLOSED = Said.of("state.closed");
    public static final Said LATE = Said.of("state.calculatedAfterClose");
    public static final Said TO_DATE = Said.of("state.date");
    public static final Said TRIAL = Said.of("state.trial");

    public static final Said INCOMPLETE = Said.of("state.trialIncomplete");

    private StateWords() {}

    public static Said of(RankedScorecard.Status status) {
        return Said.of("state.status", status);
    }

    /** A status over a column. */
    public static Said title(RankedScorecard.Status status) {
        return Said.of("state.title", status);
    }

    public static Said meaning(RankedScorecard.Status status) {
        return Said.of("state.meaning", status);
    }

    public static Tone tone(RankedScorecard.Status status) {
        return switch (status) {
            case RANKED -> Tone.PLAIN;
            case VETOED -> Tone.WORST;
            case HELD -> Tone.LOW;
            case INTERIM, EXEMPT -> Tone.QUIET;
        };
    }

    public static Said of(PayoutLine.Status status) {
        return Said.of("state.payout", status);
    }

    public static Said of(Measured.Gap gap) {
        return Said.of("state.gap", gap);
    }

    /** What absent data does to the person. */
    public static Said effect(Indicator.Missing missing) {
        return Said.of("state.effect", missing);
    }

    public static Said of(Severity severity) {
        return Said.of("state.severity", severity);
    }

    public static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.WORST;
            case WARNING -> Tone.LOW;
            case NOTE -> Tone.PLAIN;
        };
    }
}
