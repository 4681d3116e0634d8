package dev.steelyard.engine.fact;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What reading the registers lost: rows that others may name, and cells that are blank because they cannot be read.
 *
 * @param rows register → what its lost rows may be called ({@link #form}) → why the row was lost
 * @param cells where a row stands → its columns that could not be read
 */
public record Losses(Map<String, Map<String, Problem>> rows, Map<SourceRef, Set<String>> cells) {

    public static final Losses NONE = new Losses(Map.of(), Map.of());

    /** Why the row of that id was lost, if the register has such a row at all. */
    public Optional<Problem> of(String register, String id) {
        return Optional.ofNullable(rows.getOrDefault(register, Map.of()).get(form(id)));
    }

    /** An id as it is compared with what a lost row holds. */
    public static String form(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFKC).strip();
    }
}
