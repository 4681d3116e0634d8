package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a row of appeals 申诉 says, decided or not (rulings 83, 84).
 *
 * @param indicator the indicator's id, or the event's that it is about
 * @param decision upheld or rejected; blank while it is pending
 * @param effect what it does where it is upheld, as the export codes it
 */
public record AppealRow(
        String appealId,
        String employeeId,
        Optional<Period> period,
        String indicator,
        String decision,
        Optional<LocalDate> submittedAt,
        String claim,
        String evidence,
        Optional<LocalDateTime> decidedAt,
        String decidedBy,
        String decisionReason,
        String effect,
        Optional<Fraction> effectValue,
        Row row) {

    public static final KnownDataset<AppealRow> DATASET = KnownDataset.of("appeals", AppealRow.class);

    /** The column that says what the effect comes to: the indicator's new value, or points. */
    public static final String VALUE = "effect_value";

    /** Whether it is decided for whoever made it. */
    public boolean isUpheld() {
        return decision.equals("upheld");
    }

    /** Whether it is decided against whoever made it. */
    public boolean isRejected() {
        return decision.equals("rejected");
    }

    /** Whether it would take an event away. */
    public boolean isOfEvent() {
        return effect.equals("dismiss_event");
    }

    /** The day of the decision; empty while there is none. */
    public Optional<LocalDate> decided() {
        return decidedAt.map(LocalDateTime::toLocalDate);
    }

    /** Whether the decision is known on a day. */
    public boolean isKnownBy(LocalDate asOf) {
        return decided().filter(day -> !day.isAfter(asOf)).isPresent();
    }

    /** What a decided appeal lacks to have an effect, as columns; nothing where it is pending or rejected. */
    public List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        if (isUpheld() && decidedAt.isEmpty()) {
            lacking.add("decided_at");
        }
        if (isUpheld() && effect.isEmpty()) {
            lacking.add("effect");
        }
        if (decision.isEmpty() && (decidedAt.isPresent() || !effect.isEmpty())) {
            lacking.add("decision");
        }
        return lacking;
    }
}
