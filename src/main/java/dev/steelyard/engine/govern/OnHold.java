package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is accused of what would be a veto is scored like everybody, but not paid yet 暂缓: the lines are on hold until the event
 * is verified or dismissed (rules.md 5).
 */
public final class OnHold {

    private OnHold() {}

    /**
     * The same lines; those of people with an alleged event that happened by the end of the period are on hold.
     *
     * @param lines of one period
     */
    public static List<PayoutLine> apply(Plan plan, Registers registers, Period period, List<PayoutLine> lines) {
        Allegations allegations = new Allegations(plan.rules().compliance().veto(), registers);
        Map<String, List<String>> events = new HashMap<>();
        return lines.stream()
                .map(line -> !PayoutLine.isForfeited(line.component())
                        ? line
                        : hold(
                                line,
                                events.computeIfAbsent(
                                        line.employee().id(), id -> allegations.holding(id, period.last()))))
                .toList();
    }

    /** The line on hold by these events; where there are none, the line. */
    public static PayoutLine hold(PayoutLine line, List<String> events) {
        if (events.isEmpty()) {
            return line;
        }
        return line.with(Status.ON_HOLD, events)
                .saying(Said.of("pay.note.heldByEvents", "note", line.note(), "events", events));
    }
}
