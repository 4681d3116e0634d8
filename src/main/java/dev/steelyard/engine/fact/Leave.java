package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An absence 请假 (rules.md 8.2). Its kind is HR's and the person's own.
 *
 * @param to the last day; empty while it lasts
 * @param halfDay whether each of the days is half a day
 */
public record Leave(
        String leaveId,
        String employeeId,
        String kind,
        LocalDate from,
        Optional<LocalDate> to,
        boolean halfDay,
        Row row) {

    public static final KnownDataset<Leave> DATASET = KnownDataset.of("leave", Leave.class);

    private static final LocalDate STILL = LocalDate.of(9999, 12, 31);

    /** The days, both included. */
    public Days days() {
        return new Days(from, to.orElse(STILL));
    }
}
