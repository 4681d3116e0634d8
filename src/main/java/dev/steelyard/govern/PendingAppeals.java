package dev.steelyard.govern;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.Registers;
import dev.steelyard.fact.Row;
import dev.steelyard.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The appeals that nobody decided by a day. */
public final class PendingAppeals {

    private final Registers registers;
    private final LocalDate asOf;

    public PendingAppeals(Registers registers, LocalDate asOf) {
        this.registers = registers;
        this.asOf = asOf;
    }

    /** Those of a period, by appeal id; one that names no period may concern any. */
    public List<Held> of(Period period) {
        return registers.rows("appeals").stream()
                .filter(row ->
                        row.period("period") == null || row.period("period").equals(period))
                .filter(row -> !isDecided(row))
                .sorted(Comparator.comparing(row -> row.text("appeal_id"), CodePoints.ORDER))
                .map(row -> new Held(row.text("employee_id"), Held.Cause.APPEAL, row.text("appeal_id")))
                .toList();
    }

    /** Whether the appeal was decided; empty where the register does not have it. */
    Optional<Boolean> isDecided(String appealId) {
        return registers.rows("appeals").stream()
                .filter(row -> appealId.equals(row.text("appeal_id")))
                .findFirst()
                .map(this::isDecided);
    }

    private boolean isDecided(Row row) {
        boolean said = "upheld".equals(row.text("decision")) || "rejected".equals(row.text("decision"));
        LocalDate decided = row.day("decided_at");
        return said && decided != null && !decided.isAfter(asOf);
    }
}
