package dev.steelyard.engine.run;

import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.insight.committee.Moved;
import dev.steelyard.engine.register.Appeal;
import dev.steelyard.engine.register.Calibration;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A decision of the committee that is not in force, and what taking it would do to the period: nothing of it is published as a score or paid. */
public sealed interface TriedDecision {

    /** The decision's or the appeal's id. */
    String id();

    /** What it would do; empty where it does not say enough to be tried. */
    Optional<Effect> effect();

    /**
     * What a decision would do, everything else as it is.
     *
     * @param moved who would have other points, another grade, another status or other pay
     * @param ranks how many people's rank in the company would be another
     * @param freed how much of what is on hold would be payable; negative where more would be on hold
     */
    record Effect(List<Moved> moved, long ranks, Money freed) {

        /** What the company would pay more; negative where less. */
        public Money money() {
            return moved.stream().map(Moved::pay).reduce(Money.ZERO, Money::plus);
        }

        /** How many people's points, grade or status would be others. */
        public long scores() {
            return moved.stream().filter(Moved::changesScore).count();
        }

        /** How many people's grade or status would be another. */
        public long grades() {
            return moved.stream().filter(Moved::changesGrade).count();
        }

        /** How many people's pay would be another. */
        public long paid() {
            return moved.stream().filter(one -> one.pay().signum() != 0).count();
        }

        /** Whether it would do nothing to anybody. */
        public boolean isNothing() {
            return moved.isEmpty() && ranks == 0 && freed.signum() == 0;
        }
    }

    /**
     * A calibration that lacks something, or is decided after the as-of day.
     *
     * @param proposal the decision as if it were in force
     * @param standing the target that stands now; empty where there is none
     */
    record OfTarget(Calibration proposal, Optional<Fraction> standing, Optional<Effect> effect)
            implements TriedDecision {

        @Override
        public String id() {
            return proposal.decisionId();
        }

        /** Why it is not in force, as {@link dev.steelyard.engine.fact.CalibrationRow#refusal} says it; blank where it is decided after the as-of day. */
        public String lacks() {
            return proposal.said().refusal();
        }
    }

    /**
     * An appeal that nobody decided by the as-of day, as if it were upheld.
     *
     * @param said the appeal as the register has it
     * @param decideBy when it is due
     * @param supposed what upholding it would do; empty where the register does not say
     */
    record OfAppeal(AppealRow said, Optional<LocalDate> decideBy, Optional<Appeal> supposed, Optional<Effect> effect)
            implements TriedDecision {

        @Override
        public String id() {
            return said.appealId();
        }
    }
}
