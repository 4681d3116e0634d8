package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import java.util.Optional;

/**
 * What the periods of a job before the calculated one paid, as far as somebody asks: of each the edition that was handed out, and its
 * newest one, which says what a closed one has paid with the true-ups of what was found since (rulings 112, 130).
 */
@FunctionalInterface
public interface PaidPeriods {

    /** Of a job without a past. */
    PaidPeriods NONE = period -> Optional.empty();

    /** Of a calculation that does not look at the past: what is taken back is not calculated, whoever explains reads it off the edition. */
    PaidPeriods UNKNOWN = new PaidPeriods() {
        @Override
        public Optional<List<Line>> of(Period period) {
            return Optional.empty();
        }

        @Override
        public boolean isKnown() {
            return false;
        }
    };

    /** Whether what is taken back can be calculated. */
    default boolean isKnown() {
        return true;
    }

    /** The lines of a period's edition, in their order; empty where there is none. */
    Optional<List<Line>> of(Period period);

    /** Those of the edition that was handed out to be paid: the closed one, else the newest; empty where there is none. */
    default Optional<List<Line>> handedOut(Period period) {
        return of(period);
    }

    /**
     * A line as it was published.
     *
     * @param note the English one: it begins with the name of its commission rule
     * @param rule that rule's id; blank in ledgers that do not hold it yet
     * @param onHold whether the edition does not pay it
     * @param heldBy the alleged events for which that is so; none where its person is held, or gone
     */
    record Line(
            String employeeId,
            String team,
            Component component,
            Period sourcePeriod,
            Fraction basis,
            Fraction rate,
            Money amount,
            String note,
            String rule,
            boolean onHold,
            List<String> heldBy) {
        public Line {
            heldBy = List.copyOf(heldBy);
        }

        /** The same line, paid. */
        public Line released() {
            return new Line(
                    employeeId, team, component, sourcePeriod, basis, rate, amount, note, rule, false, List.of());
        }
    }
}
