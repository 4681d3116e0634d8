package dev.steelyard.engine.register;

import dev.steelyard.engine.problem.SourceRef;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a person's roster row cannot be relied on (rules.md 8.11; rulings 117).
 *
 * @param readings the person's rows one by one where they differ; else none
 * @param unread columns whose cell could not be read, and is blank
 */
public record Doubt(List<Employee> readings, Set<String> unread) {

    static final Doubt NONE = new Doubt(List.of(), Set.of());

    /** Whether the roster has rows of the person that differ. */
    public boolean differs() {
        return !readings.isEmpty();
    }

    /** Where the rows that differ stand. */
    public String places() {
        return readings.stream()
                .map(reading -> reading.row().source())
                .map(SourceRef::toString)
                .collect(Collectors.joining(", "));
    }
}
