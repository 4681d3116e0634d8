package dev.steelyard.govern;

import dev.steelyard.calendar.Period;
import dev.steelyard.pay.PayoutLine.Correction;
import dev.steelyard.plan.Name;
import dev.steelyard.unit.Money;
import java.util.List;

/**
 * What the ledger holds of the job's past that a calculation settles.
 *
 * @param closed whether the calculated period itself is closed: then nothing of it is payable any more
 * @param periods the closed periods before it, oldest first, where it is the job's first open one; else none
 * @param kept of a closed period the true-ups that it was closed with
 */
public record Past(boolean closed, List<ClosedPeriod> periods, List<TrueUp> kept) {

    /** Nothing was closed. */
    public static final Past NONE = new Past(false, List.of(), List.of());

    public Past {
        periods = List.copyOf(periods);
        kept = List.copyOf(kept);
    }

    /**
     * A true-up line as it was published.
     *
     * @param source the period that it makes good
     * @param heldBy the alleged events for which it was on hold
     */
    public record TrueUp(
            Recipient person,
            int number,
            Period source,
            Correction corrects,
            Money amount,
            Name note,
            List<String> heldBy) {}
}
