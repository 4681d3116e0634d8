package dev.steelyard.engine.people;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;

/**
 * Working days of a scope that were a person's. Halves count.
 *
 * @param days those that were there to be used
 * @param window all working days of the scope
 * @param absent those that leave took
 * @param least whether they are not the person's own, but the least that a target is cut to (rulings 95)
 */
public record DaysOf(Fraction days, int window, Fraction absent, boolean least) {

    public DaysOf(Fraction days, int window, Fraction absent) {
        this(days, window, absent, false);
    }

    /** Whether the person was there for less than the whole window (rules.md 8.3). */
    public boolean isPart() {
        return days.isBelow(Fraction.of(window));
    }

    /** a ÷ W: by which targets and growth bases are cut, from 0 to 1, exact (ruling 102). */
    public Fraction share() {
        return days.over(Fraction.of(window));
    }

    /** {@code 15/21 个工作日（缺勤 6 天）}; {@code 15/21 days} as machine files write it; that it is the least, where it is. */
    public Said label() {
        String part = days.plain() + "/" + window;
        Said said = Said.of("people.days", "part", part, "absent", absent.plain());
        return least ? said.then(Said.of("people.days.least")) : said;
    }
}
