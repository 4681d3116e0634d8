package dev.steelyard.engine.fact;

import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pair of mentor and mentee 带教关系 whose first day is known (rules.md 6); others teach nobody yet.
 *
 * @param kind business or compliance, as the register codes it; blank where it does not say
 * @param end the last day; empty while it goes on
 */
public record Mentorship(
        String pairId, String mentorId, String menteeId, String kind, LocalDate start, Optional<LocalDate> end) {

    /** The register of pairs. */
    public static final String DATASET = "mentoring";

    /** By their first day, then by id. */
    static List<Mentorship> oldestFirst(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.day("start_date") != null)
                .map(row -> new Mentorship(
                        row.text("pair_id"),
                        row.textOrBlank("mentor_id"),
                        row.textOrBlank("mentee_id"),
                        row.textOrBlank("kind"),
                        row.day("start_date"),
                        Optional.ofNullable(row.day("end_date"))))
                .sorted(Comparator.comparing(Mentorship::start).thenComparing(Mentorship::pairId, CodePoints.ORDER))
                .toList();
    }

    /** Whether its first day is the day or before it. */
    public boolean isBegunBy(LocalDate day) {
        return !start.isAfter(day);
    }

    /** Whether it had not ended before the day. */
    public boolean lastsUntil(LocalDate day) {
        return end.filter(day::isAfter).isEmpty();
    }
}
