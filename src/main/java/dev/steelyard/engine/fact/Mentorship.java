package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pair of mentor and mentee 带教关系 whose first day is known (rules.md 6); others teach nobody yet.
 *
 * @param kind business or compliance, as the register codes it; blank where it does not say
 * @param endDate the last day; empty while it goes on
 */
public record Mentorship(
        String pairId,
        String mentorId,
        String menteeId,
        String kind,
        LocalDate startDate,
        Optional<LocalDate> endDate) {

    /** The register of pairs. */
    public static final KnownDataset<Mentorship> DATASET = KnownDataset.of("mentoring", Mentorship.class);

    /** By their first day, then by id. */
    public static List<Mentorship> oldestFirst(List<Mentorship> pairs) {
        return pairs.stream()
                .sorted(Comparator.comparing(Mentorship::startDate).thenComparing(Mentorship::pairId, CodePoints.ORDER))
                .toList();
    }

    /** Whether its first day is the day or before it. */
    public boolean isBegunBy(LocalDate day) {
        return !startDate.isAfter(day);
    }

    /** Whether it had not ended before the day. */
    public boolean lastsUntil(LocalDate day) {
        return endDate.filter(day::isAfter).isEmpty();
    }
}
