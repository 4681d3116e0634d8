package dev.steelyard.engine.dataset;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What reading the registers lost: rows that others may name, and cells that are blank because they cannot be read.
 *
 * @param rows register → what its lost rows may be called ({@link #form}) → why the row was lost
 * @param cells where a row stands → its columns that could not be read
 * @param stays lost rows that say where somebody was, or was not, on some days
 */
public record Losses(Map<String, Map<String, Problem>> rows, Map<SourceRef, Set<String>> cells, List<Stay> stays) {

    public static final Losses NONE = new Losses(Map.of(), Map.of(), List.of());

    /**
     * A lost row of leave or of assignments (rulings 97, 128).
     *
     * @param person whom it names, as it is compared ({@link #form})
     * @param days from the earlier to the later of its dates; without an end where a date is blank or cannot be read
     */
    public record Stay(String person, Days days, Problem why) {}

    /** Why nobody knows where the person was on some of the days. */
    public List<Problem> of(String employeeId, Days days) {
        return stays.stream()
                .filter(stay -> stay.person().equals(form(employeeId))
                        && !stay.days().and(days).isEmpty())
                .map(Stay::why)
                .distinct()
                .toList();
    }

    /** Why the row of that id was lost, if the register has such a row at all. */
    public Optional<Problem> of(String register, String id) {
        return Optional.ofNullable(rows.getOrDefault(register, Map.of()).get(form(id)));
    }

    /** An id as it is compared with what a lost row holds. */
    public static String form(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKC).strip();
    }
}
