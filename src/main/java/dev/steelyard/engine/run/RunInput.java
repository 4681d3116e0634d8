package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.govern.Trail;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.Adjustments;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.Reckoning;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run starts from, before the streamed exports are measured.
 *
 * @param earlier the scorecards of shorter periods within this one: for a quarter those published, others are calculated
 *     from the same inputs (rulings 2); for a year those closed, others do not count (rulings 78)
 * @param past what was closed and paid before
 * @param history what was published of the periods before, for reports alone
 * @param asOf which decisions are known, and what is overdue (rulings 14); it never filters facts
 */
public record RunInput(
        Purpose purpose,
        Plan plan,
        Period period,
        LocalDate asOf,
        WorkingDays calendar,
        Registers registers,
        Map<Period, List<EarlierScorecard>> earlier,
        Past past,
        History history) {

    /** The same with what the ledger holds of some people's balances, and nothing else of what was closed and paid. */
    RunInput about(Set<String> people) {
        Map<String, Money> balances = new TreeMap<>(past.balances());
        balances.keySet().retainAll(people);
        Past own = new Past(
                past.closed(),
                List.of(),
                List.of(),
                Optional.of(past.published().orElse(asOf)),
                PaidPeriods.NONE,
                balances,
                List.of());
        return new RunInput(purpose, plan, period, asOf, calendar, registers, earlier, own, history);
    }

    /** The same with other registers. */
    RunInput with(Registers others) {
        return new RunInput(purpose, plan, period, asOf, calendar, others, earlier, past, history);
    }

    /** Of a year the shorter periods that are not closed and so do not count, oldest first (rulings 78). */
    public List<Period> uncounted() {
        return period.isYear() ? Calculation.missing(this) : List.of();
    }

    /** The appeals and calibrations that concern the period, by the as-of day. */
    public Trail trail() {
        return new Trail(
                plan, registers, calendar, period, asOf, past.published().orElse(asOf));
    }

    /** The amounts that people decided on for the period. */
    public Adjustments adjustments() {
        return new Adjustments(plan, registers, period, asOf, past.balances());
    }

    /** What the period's pay is reckoned from. */
    Reckoning reckoning(Measurements measurements, Population population) {
        return new Reckoning(plan, registers, measurements, calendar, population.placements(), period);
    }
}
