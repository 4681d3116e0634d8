package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * The days of a scope on which a person's rows count, and how many of its working days the person was there for (rules.md 8.1–8.3).
 *
 * @param counted the days of the scope outside assignments of another track, oldest first
 * @param part how many days that is; empty where the person was there on all of them
 */
public record Presence(List<Days> counted, Optional<Part> part) {

    /**
     * Working days of a scope that a person was not there for throughout; halves count.
     *
     * @param window W: the working days of the scope
     * @param employed those on which the person was employed
     * @param absent those of leave, whatever its kind
     * @param available a: those on the track, less leave
     * @param exempt whether leave takes so much of the days employed that the person is not judged (rulings 98)
     */
    public record Part(int window, Fraction employed, Fraction absent, Fraction available, boolean exempt) {}

    public Presence {
        counted = List.copyOf(counted);
    }

    /** There on every day. */
    public static Presence whole(Days days) {
        return new Presence(List.of(days), Optional.empty());
    }

    /** a of W; empty where the person was there throughout. */
    public Optional<DaysOf> available() {
        return part.map(days -> new DaysOf(days.available(), days.window(), days.absent()));
    }

    /** a ÷ W; 1 where the person was there throughout. */
    public Fraction share() {
        return available().map(DaysOf::share).orElse(Fraction.ONE);
    }

    /** Whether the person was away for so much of it that nobody judges it (ruling 98). */
    public boolean isExempt() {
        return part.map(Part::exempt).orElse(false);
    }
}
