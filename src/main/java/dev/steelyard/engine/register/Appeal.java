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
                .map(row -> of(row, row.effect(), row.decidedAt().orElseThrow()))
                .sorted(Comparator.comparing(Appeal::decidedAt).thenComparing(Appeal::appealId, CodePoints.ORDER))
                .toList();
    }

    private static Appeal of(AppealRow row, String effect, LocalDateTime decidedAt) {
        return new Appeal(
                row.appealId(),
                row.employeeId(),
                row.period(),
                row.indicator(),
                Effect.valueOf(effect.toUpperCase(Locale.ROOT)),
                row.effectValue(),
                decidedAt,
                row);
    }

    /**
     * A pending appeal as if it were upheld on a day, after all others: to see what it would change.
     *
     * @param namesAnEvent whether it is about a compliance event; then upholding it dismisses that, said or not
     * @return empty where it does not say what upholding it would do
     */
    public static Optional<Appeal> supposed(AppealRow row, LocalDate day, boolean namesAnEvent) {
        String effect = row.effect().isEmpty() && namesAnEvent ? Effect.DISMISS_EVENT.name() : row.effect();
        return effect.isEmpty()
                ? Optional.empty()
                : Optional.of(of(row, effect, day.plusDays(1).atStartOfDay()));
    }
}
