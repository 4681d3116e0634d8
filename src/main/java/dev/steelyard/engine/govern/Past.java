package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine.Correction;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger holds of the job's past that a calculation settles.
 *
 * @param closed whether the calculated period itself is closed: then nothing of it is payable any more
 * @param periods the closed periods before it, oldest first, where it is the job's first open one; else none
 * @param kept of a closed period the true-ups that it was closed with
 * @param editions what the job's periods before paid, for returns of it
 * @param balances employee id → what closed periods of all jobs carried over and nobody took yet
 * @param sameMonth the lines of runs of shorter periods that end in the calculated period's last month
 * @param published as-of of the first final revision of the calculated period; empty before there is one
 */
public record Past(
        boolean closed,
        List<ClosedPeriod> periods,
        List<TrueUp> kept,
        Optional<LocalDate> published,
        PaidPeriods editions,
        Map<String, Money> balances,
        List<PaidPeriods.Line> sameMonth) {

    /** Nothing was closed. */
    public static final Past NONE =
            new Past(false, List.of(), List.of(), Optional.empty(), PaidPeriods.UNKNOWN, Map.of(), List.of());

    public Past {
        periods = List.copyOf(periods);
        kept = List.copyOf(kept);
        balances = Map.copyOf(balances);
        sameMonth = List.copyOf(sameMonth);
    }

    /** Without anything that returns take back. */
    public Past(boolean closed, List<ClosedPeriod> periods, List<TrueUp> kept, Optional<LocalDate> published) {
        this(closed, periods, kept, published, PaidPeriods.NONE, Map.of(), List.of());
    }

    /** The same after these editions. */
    public Past after(PaidPeriods earlier, Map<String, Money> owed, List<PaidPeriods.Line> before) {
        return new Past(closed, periods, kept, published, earlier, owed, before);
    }

    /** The same of a period that was first published on this day. */
    public Past publishedOn(Optional<LocalDate> day) {
        return new Past(closed, periods, kept, day, editions, balances, sameMonth);
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
            Said note,
            List<String> heldBy) {}
}
