package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /**
     * The same lines; of people with a pending appeal those that the period earned are on hold. What is made good of other
     * periods is not disputed by it.
     */
    public static List<PayoutLine> hold(List<PayoutLine> lines, Period period, List<Held> held) {
        Map<String, List<String>> appeals = new TreeMap<>();
        held.stream().filter(one -> one.cause() == Held.Cause.APPEAL).forEach(one -> appeals.computeIfAbsent(
                        one.employeeId(), id -> new ArrayList<>())
                .add(one.reference()));
        return lines.stream()
                .map(line -> line.sourcePeriod().equals(period)
                        ? hold(line, appeals.getOrDefault(line.employee().id(), List.of()))
                        : line)
                .toList();
    }

    private static PayoutLine hold(PayoutLine line, List<String> appeals) {
        if (appeals.isEmpty()) {
            return line;
        }
        List<String> by = new ArrayList<>(line.heldBy());
        by.addAll(appeals);
        return line.with(PayoutLine.Status.ON_HOLD, by)
                .saying(new Name(
                        line.note().zh() + "；暂缓：申诉 " + String.join("、", appeals) + " 待定",
                        line.note().en() + "; on hold: appeal " + String.join(", ", appeals) + " pending"));
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
