package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An upheld appeal 申诉 that is in force (rulings 83, 84).
 *
 * @param subject the indicator's id, or the event's for {@link Effect#DISMISS_EVENT}
 */
public record Appeal(
        String appealId,
        String employeeId,
        Optional<Period> period,
        String subject,
        Effect effect,
        Optional<Fraction> value,
        LocalDateTime decidedAt,
        Row row) {

    /** What an upheld appeal does. */
    public enum Effect {
        SET_VALUE,
        DISMISS_EVENT,
        ADD_POINTS
    }

    /** What a decided appeal lacks to have an effect, as columns; nothing where it is pending or rejected. */
    public static List<String> lacking(Row row) {
        String decision = row.text("decision");
        boolean upheld = "upheld".equals(decision);
        List<String> lacking = new ArrayList<>();
        if (upheld && row.day("decided_at") == null) {
            lacking.add("decided_at");
        }
        if (upheld && row.text("effect") == null) {
            lacking.add("effect");
        }
        if (decision == null && (row.day("decided_at") != null || row.text("effect") != null)) {
            lacking.add("decision");
        }
        return lacking;
    }

    /** The appeals in force on a day, in the order in which they take effect: by decision, then id. */
    static List<Appeal> inForce(List<Row> rows, LocalDate asOf) {
        List<Appeal> inForce = new ArrayList<>();
        for (Row row : rows) {
            LocalDateTime decidedAt = (LocalDateTime) row.value(row.schema().indexOf("decided_at"));
            if ("upheld".equals(row.text("decision"))
                    && decidedAt != null
                    && !decidedAt.toLocalDate().isAfter(asOf)
                    && row.text("effect") != null) {
                inForce.add(new Appeal(
                        row.text("appeal_id"),
                        row.textOrBlank("employee_id"),
                        Optional.ofNullable(row.period("period")),
                        row.textOrBlank("indicator"),
                        Effect.valueOf(row.text("effect").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.number("effect_value")).map(Fraction::of),
                        decidedAt,
                        row));
            }
        }
        inForce.sort(Comparator.comparing(Appeal::decidedAt).thenComparing(Appeal::appealId, CodePoints.ORDER));
        return List.copyOf(inForce);
    }
}
