package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.fact.Leave;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One person's leave, day by day: overlapping rows count once, halves add up to a day at most, and a day is exempting for its whole
 * amount where one row on it is (rulings 98, 99).
 *
 * @param leaves the person's rows
 * @param exempting the kinds that exempt
 */
record Absences(List<Leave> leaves, Set<String> exempting) {

    private static final Fraction HALF = Fraction.ONE.over(Fraction.of(2));

    boolean touch(Days days) {
        return leaves.stream().anyMatch(leave -> !leave.days().and(days).isEmpty());
    }

    /** How much of a day is leave: 0, ½ or 1. */
    Fraction on(LocalDate day) {
        return on(day, Set.of());
    }

    /** The same of leave that takes the day from the team's pool: none of an exempting day or of these kinds (rulings 105). */
    Fraction awayFromTeam(LocalDate day, Set<String> kept) {
        return isExempting(day) ? Fraction.ZERO : on(day, kept);
    }

    private Fraction on(LocalDate day, Set<String> kept) {
        int halves = 0;
        for (Leave leave : leaves) {
            if (leave.days().contains(day) && !kept.contains(leave.kind())) {
                halves += leave.halfDay() ? 1 : 2;
            }
        }
        return halves == 0 ? Fraction.ZERO : halves == 1 ? HALF : Fraction.ONE;
    }

    boolean isExempting(LocalDate day) {
        return leaves.stream().anyMatch(leave -> leave.days().contains(day) && exempting.contains(leave.kind()));
    }
}
