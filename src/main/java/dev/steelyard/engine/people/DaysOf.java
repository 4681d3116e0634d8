package dev.steelyard.engine.people;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;

/**
 * Working days of a scope that were a person's. Halves count.
 *
 * @param days those that were there to be used
 * @param window all working days of the scope
 * @param absent those that leave took
 */
public record DaysOf(Fraction days, int window, Fraction absent) {

    /** Whether the person was there for less than the whole window (rules.md 8.3). */
    public boolean isPart() {
        return days.isBelow(Fraction.of(window));
    }

    /** a ÷ W: by which targets and growth bases are cut, from 0 to 1, exact (ruling 102). */
    public Fraction share() {
        return days.over(Fraction.of(window));
    }

    /** {@code 15/21 个工作日（缺勤 6 天）}; {@code 15/21 days} as machine files write it. */
    public Said label() {
        String part = days.plain() + "/" + window;
        return Said.of("people.days", "part", part, "absent", absent.plain());
    }
}
