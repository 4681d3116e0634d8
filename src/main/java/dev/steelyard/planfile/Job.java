package dev.steelyard.planfile;

import dev.steelyard.calendar.Period;
import dev.steelyard.govern.Signatory;
import dev.steelyard.plan.Name;
import dev.steelyard.run.ControlTotal;
import dev.steelyard.run.Purpose;
import dev.steelyard.unit.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job 作业 of {@code jobs/}: what is calculated over which period, from what.
 *
 * @param job its id: the name that is typed, and of the output folder
 * @param plan the plan file; this path and the next two are relative to the job file
 * @param exports the exports file
 * @param calendar the folder of working-day calendars
 * @param signatures who must have signed a period before it is closed
 * @param controlTotals period → dataset → what its source system says that the export holds; a difference publishes nothing
 * @param vouchers the voucher mappings by which the payout is written for accounting systems; none where left out
 */
public record Job(
        String job,
        Name name,
        Purpose does,
        Period.Kind period,
        String plan,
        String exports,
        String calendar,
        Inputs inputs,
        Thresholds thresholds,
        Store store,
        List<Signatory> signatures,
        Map<String, Map<String, ControlTotal>> controlTotals,
        Optional<Schedule> schedule,
        List<String> vouchers) {

    /** What the source systems say that the exports of a period hold, by dataset; nothing where nothing is stated. */
    public Map<String, ControlTotal> controlTotals(Period of) {
        return controlTotals.getOrDefault(of.toString(), Map.of());
    }

    /**
     * Which exports are read.
     *
     * @param required datasets without which the run stops before anything is scored
     * @param files dataset → file patterns, for files that do not begin with the dataset's name
     */
    public record Inputs(List<String> required, Map<String, List<String>> files) {}

    /**
     * What a run may have and still exit with 0.
     *
     * @param rejectedRows of the rows read
     * @param heldPeople of the people scored
     * @param lateDays days from the period's end to the as-of day
     */
    public record Thresholds(Fraction rejectedRows, Fraction heldPeople, int lateDays) {}

    /** How many months frozen inputs are kept. */
    public record Store(int keepMonths) {}

    /** When the scheduler starts the job, as a Quartz cron expression in the plan's time zone. */
    public record Schedule(String cron) {}
}
