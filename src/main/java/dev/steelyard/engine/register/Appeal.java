package dev.steelyard.engine.register;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An upheld appeal 申诉 that is in force (rulings 83, 84).
 *
 * @param said what the register says of it, with claim, evidence and reason
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
        AppealRow said) {

    /** What an upheld appeal does. */
    public enum Effect {
        SET_VALUE,
        DISMISS_EVENT,
        ADD_POINTS
    }

    /** The appeals in force on a day, in the order in which they take effect: by decision, then id. */
    static List<Appeal> inForce(List<AppealRow> rows, LocalDate asOf) {
        return rows.stream()
                .filter(row ->
                        row.isUpheld() && row.isKnownBy(asOf) && !row.effect().isEmpty())
                .map(row -> new Appeal(
                        row.appealId(),
                        row.employeeId(),
                        row.period(),
                        row.indicator(),
                        Effect.valueOf(row.effect().toUpperCase(Locale.ROOT)),
                        row.effectValue(),
                        row.decidedAt().orElseThrow(),
                        row))
                .sorted(Comparator.comparing(Appeal::decidedAt).thenComparing(Appeal::appealId, CodePoints.ORDER))
                .toList();
    }
}
