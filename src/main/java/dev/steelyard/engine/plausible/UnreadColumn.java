package dev.steelyard.engine.plausible;

import java.util.Map;
import java.util.TreeMap;

/**
 * A column that stands in an export and that nobody reads.
 *
 * @param header as it is written
 * @param values value → used rows that have it, none where there are too many to be a status
 */
public record UnreadColumn(String dataset, String header, Map<String, Long> values) {
    public UnreadColumn {
        values = Map.copyOf(new TreeMap<>(values));
    }

    /** Whether rows differ in it and some agree: what numbers them, each otherwise, is no status. */
    boolean mayBeStatus() {
        return values.size() > 1 && values.values().stream().anyMatch(rows -> rows > 1);
    }
}
