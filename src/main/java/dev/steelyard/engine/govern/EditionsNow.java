package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import java.util.List;
import java.util.Optional;

/**
 * What earlier editions paid, as the register of today has the events for which lines were on hold: what is released counts as paid, for
 * this run makes it good or an earlier one did; what a veto forfeited was never paid; the rest waits (rulings 112, 130).
 */
public final class EditionsNow implements PaidPeriods {

    private final PaidPeriods editions;
    private final Allegations allegations;

    /** @param editions what earlier editions paid, as they were published */
    public EditionsNow(Plan plan, Registers registers, PaidPeriods editions) {
        this.editions = editions;
        this.allegations = new Allegations(plan.rules().compliance().veto(), registers);
    }

    @Override
    public boolean isKnown() {
        return editions.isKnown();
    }

    @Override
    public Optional<List<Line>> of(Period period) {
        return editions.of(period).map(this::now);
    }

    @Override
    public Optional<List<Line>> handedOut(Period period) {
        return editions.handedOut(period).map(this::now);
    }

    private List<Line> now(List<Line> lines) {
        return lines.stream().flatMap(line -> now(line).stream()).toList();
    }

    private Optional<Line> now(Line line) {
        List<Allegations.Fate> fates = line.heldBy().stream()
                .map(event -> allegations.fate(event, line.employeeId()))
                .toList();
        if (fates.contains(Allegations.Fate.VERIFIED)) {
            return Optional.empty();
        }
        boolean waits =
                fates.isEmpty() || fates.contains(Allegations.Fate.OPEN) || fates.contains(Allegations.Fate.GONE);
        return Optional.of(waits ? line : line.released());
    }
}
