package dev.steelyard.engine.plausible;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the ledger remembers of earlier months and of what people accepted.
 *
 * @param profiles dataset → month → its profile in that month's newest final edition
 * @param runs month → the run that the profiles are of
 * @param people how many the last final run before scored; 0 where there is none
 * @param teams team → how many of them were in it
 * @param closed months that are closed and so not tested again
 * @param accepted the acceptances known on the as-of day
 * @param delivered dataset → how many rows of it that last final run read
 * @param settled closed month that profiles are remembered of → the as-of day of its newest final edition
 */
public record Earlier(
        Map<String, Map<Integer, MonthProfile>> profiles,
        Map<Integer, String> runs,
        int people,
        Map<String, Integer> teams,
        Map<String, Long> delivered,
        Set<Integer> closed,
        List<Acceptance> accepted,
        Map<Integer, LocalDate> settled) {

    public static final Earlier NONE =
            new Earlier(Map.of(), Map.of(), 0, Map.of(), Map.of(), Set.of(), List.of(), Map.of());
}
