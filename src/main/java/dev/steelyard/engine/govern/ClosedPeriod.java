package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A closed period of a job, with what is needed to tell what it still owes.
 *
 * @param closedRevision the revision that was closed
 * @param newestRevision the revision that counts now
 * @param closedAsOf the day whose decisions the closed revision knew
 * @param newestAsOf and the newest
 * @param earned what the newest revision says was earned in the period; no true-ups of earlier ones
 * @param paid what all closes in force paid for the period
 * @param held whom its close did not pay
 * @param changes what differs between the two revisions
 */
public record ClosedPeriod(
        Period period,
        int closedRevision,
        int newestRevision,
        LocalDate closedAsOf,
        LocalDate newestAsOf,
        List<Earned> earned,
        List<Paid> paid,
        List<Held> held,
        Changes changes) {

    public ClosedPeriod {
        earned = List.copyOf(earned);
        paid = List.copyOf(paid);
        held = List.copyOf(held);
    }

    /** A line of the newest revision. @param heldBy the alleged events for which it is on hold */
    public record Earned(Recipient person, Component component, Money amount, List<String> heldBy) {
        public Earned {
            heldBy = List.copyOf(heldBy);
        }
    }

    /**
     * A payment.
     *
     * @param component of this period, also where a true-up of a later period paid it
     * @param byRevision the revision of this period that it paid; 0 where that is the closed one
     */
    public record Paid(Recipient person, Component component, Money amount, int byRevision) {}

    /**
     * What one cause changed of one component of somebody's pay between a revision and the one before it.
     *
     * @param cause tells causes apart
     */
    public record Part(String employeeId, int revision, Component component, String cause, Money amount, Name text) {}

    /**
     * Why a later revision may say something else.
     *
     * @param decisions employee → decisions that are in force now and were not; those of nobody in particular under blank
     * @param datasets whose exports changed
     * @param rules what changed besides: plan, calendar, engine
     * @param parts what each cause did to pay, revision by revision; nothing where a revision was not compared
     */
    public record Changes(
            Map<String, List<Said>> decisions, List<String> datasets, List<Said> rules, List<Part> parts) {
        public static final Changes NONE = new Changes(Map.of(), List.of(), List.of(), List.of());

        public Changes {
            decisions = Map.copyOf(decisions);
            datasets = List.copyOf(datasets);
            rules = List.copyOf(rules);
            parts = List.copyOf(parts);
        }
    }
}
