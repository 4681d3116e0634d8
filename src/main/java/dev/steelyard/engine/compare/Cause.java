package dev.steelyard.engine.compare;

import dev.steelyard.engine.said.Said;
import java.util.Locale;

/**
 * What made figures move. Two causes of the same kind, subject and rule are one.
 *
 * @param subject what of: an indicator, a dimension, a pay component; blank where the kind says it
 * @param rule where in the plan the rule stands that changed: {@code indicators.nps.curve}; blank where no rule changed
 * @param text in words, the same for everybody
 */
public record Cause(Kind kind, String subject, String rule, Said text) {

    /** What kind of thing moves figures, in the order in which causes of one size are told. */
    public enum Kind {
        /** Other rows behind an indicator. */
        DATA,
        /** Another target, by export or by calibration. */
        TARGET,
        /** An appeal that was upheld. */
        APPEAL,
        /** The scores of the people whom a manager leads. */
        MEMBERS,
        /** An indicator or dimension that has data now and had none, or the reverse. */
        MISSING,
        MEASURE,
        CURVE,
        WEIGHT,
        /** The person is on another track. */
        TRACK,
        POINTS_CAP,
        DEDUCTIONS,
        ENABLEMENT,
        EXPLORATION,
        WHEN_EMPTY,
        MILESTONE,
        TEAM_SCORE,
        TEAM_SHARE,
        /** The least and the greatest final. */
        LIMITS,
        /** The final of a shorter period that a mean is made of. */
        PERIOD,
        /** Ranked, vetoed, held, or not in the run at all. */
        STATUS,
        /** The amount that commission is earned on. */
        SALES,
        RATES,
        /** The commission of the people whom a manager leads. */
        MEMBERS_PAY,
        GRADE,
        GRADE_FACTOR,
        /** The grade's factor on another commission. */
        COMMISSION,
        VETO,
        /** A share of a team's pool. */
        POOL,
        /** Any other component of pay. */
        COMPONENT,
        /** What half-up rounding of the printed figures leaves. */
        ROUNDING;

        /** As {@code --json} writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Cause of(Kind kind, String subject, String rule, Said text) {
        return new Cause(kind, subject, rule, text);
    }

    static Cause of(Kind kind, Said text) {
        return new Cause(kind, "", "", text);
    }

    /** Whether it is a change of the plan. */
    public boolean isRule() {
        return !rule.isEmpty();
    }

    static final Cause SCORE_ROUNDING = of(Kind.ROUNDING, Said.of("compare.cause.rounding"));
}
