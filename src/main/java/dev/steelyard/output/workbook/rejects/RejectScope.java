package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.dataset.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which datasets' rejected rows a workbook shows.
 *
 * @param only the one dataset that it is about; empty of the workbook of all that are not apart
 * @param apart the datasets that have a workbook of their own
 */
public record RejectScope(Optional<String> only, Set<String> apart) {

    /** The workbook of the rest, then one a dataset that stands apart. */
    public static List<RejectScope> of(Map<String, Schema> schemas) {
        Set<String> apart = new TreeSet<>();
        schemas.values().stream().filter(Schema::apart).map(Schema::dataset).forEach(apart::add);
        List<RejectScope> all = new ArrayList<>();
        all.add(new RejectScope(Optional.empty(), apart));
        apart.forEach(dataset -> all.add(new RejectScope(Optional.of(dataset), apart)));
        return all;
    }

    /** Whether rows and problems of the dataset are shown; what belongs to none is in the workbook of the rest. */
    public boolean holds(String dataset) {
        return only.map(dataset::equals).orElse(!apart.contains(dataset));
    }

    /** {@code rejects-2026-09.xlsx}, {@code rejects-nps-2026-09.xlsx}. */
    public String fileName(String period) {
        return "rejects-" + only.map(dataset -> dataset + "-").orElse("") + period + ".xlsx";
    }
}
