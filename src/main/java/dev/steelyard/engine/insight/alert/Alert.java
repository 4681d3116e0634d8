package dev.steelyard.engine.insight.alert;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.fact.TalkTrack;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Remark;
import dev.steelyard.engine.unit.Points;
import java.util.List;

/** Something about a person that their manager should see to 预警. Holds no evidence: event, kind and date only. */
public sealed interface Alert {

    /** Whom it is about. */
    Employee employee();

    /** Whether there is nothing to do about it any more once the person has left: what was measured, found and owed stays. */
    default boolean endsWithLeaving() {
        return !(this instanceof Vetoed || this instanceof Breached || this instanceof Missing);
    }

    /** Whether it is told for the record alone: what it was about has ended, and nothing is to be done. */
    default boolean isOver() {
        return this instanceof Suspended suspended
                && suspended.suspension().until().isPresent();
    }

    /** A veto event was verified. */
    record Vetoed(Employee employee, ComplianceEvent event) implements Alert {}

    /** High-difficulty visits were made while suspended from them. */
    record Breached(Employee employee, List<Breach> breaches) implements Alert {
        public Breached {
            breaches = List.copyOf(breaches);
        }
    }

    /** A target or datum is missing. */
    record Missing(Employee employee, Remark hold) implements Alert {}

    /** Deductions cap the grade. */
    record GradeCapped(Employee employee, Points deducted, String grade) implements Alert {}

    /** One more event of this severity would cap the grade. */
    record NearCap(Employee employee, Points deducted, String severity, String grade) implements Alert {}

    /**
     * Channel stuffing, or another rule that caps an indicator's points.
     *
     * @param behind the indicators whose values the rule looks at, in its order
     */
    record PointsCapped(
            Employee employee, IndicatorScore indicator, Remark why, Rules.PointsCap cap, List<IndicatorScore> behind)
            implements Alert {
        public PointsCapped {
            behind = List.copyOf(behind);
        }
    }

    /** A dimension fell against the period before. */
    record Falling(Employee employee, String dimension, Points before, Points now) implements Alert {}

    /**
     * Most visits go to customers of little potential 低潜聚焦.
     *
     * @param instead customers to see, least visited first
     * @param talkTracks what may be said to them, the closest first
     */
    record LowPotential(
            Employee employee, FieldWork.Visits visits, List<CustomerToSee> instead, List<TalkTrack> talkTracks)
            implements Alert {
        public LowPotential {
            instead = List.copyOf(instead);
            talkTracks = List.copyOf(talkTracks);
        }
    }

    /** High-difficulty visits are suspended for lack of a certification. */
    record Suspended(Employee employee, Suspension suspension) implements Alert {}

    /** The kinds as a case file and a program name them, the gravest first. */
    enum Kind {
        VETOED(Vetoed.class),
        BREACHED(Breached.class),
        MISSING(Missing.class),
        GRADE_CAPPED(GradeCapped.class),
        NEAR_CAP(NearCap.class),
        POINTS_CAPPED(PointsCapped.class),
        FALLING(Falling.class),
        LOW_POTENTIAL(LowPotential.class),
        SUSPENDED(Suspended.class);

        private final Class<? extends Alert> type;

        Kind(Class<? extends Alert> type) {
            this.type = type;
        }
    }

    /** Which of the kinds of alert it is. */
    default Kind kind() {
        return List.of(Kind.values()).stream()
                .filter(kind -> kind.type.isInstance(this))
                .findFirst()
                .orElseThrow();
    }
}
