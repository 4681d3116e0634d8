package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.register.Employee;
import java.util.List;
import java.util.Optional;

/**
 * Where a person counts in a period.
 *
 * @param employee the person with the track, team, region and leads that count
 * @param by the scored assignment; empty where the roster row places them
 * @param assignments all of the person's, oldest first; none where the roster row alone says where they are
 * @param rosterTrack the track that the roster row names
 */
public record Placed(Employee employee, Optional<Assignment> by, List<Assignment> assignments, String rosterTrack) {

    /** Two assignments that are both true of one of the days, where there are such. */
    public Optional<List<Assignment>> overlap(Days days) {
        for (int i = 1; i < assignments.size(); i++) {
            for (Assignment earlier : assignments.subList(0, i)) {
                if (!earlier.days().and(assignments.get(i).days()).and(days).isEmpty()) {
                    return Optional.of(List.of(earlier, assignments.get(i)));
                }
            }
        }
        return Optional.empty();
    }
}
