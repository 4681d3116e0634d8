package dev.steelyard.ledger.records;

import dev.steelyard.engine.calendar.Period;
import java.time.LocalDate;

/**
 * A revision in the ledger.
 *
 * @param published whether its folder bears its name; if not, a kill came between the two
 */
public record Publication(
        String job,
        Period period,
        int revision,
        String runId,
        LocalDate asOf,
        String plan,
        String manifestHash,
        String folder,
        boolean published) {}
