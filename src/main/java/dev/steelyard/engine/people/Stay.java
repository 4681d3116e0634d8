package dev.steelyard.engine.people;

import dev.steelyard.engine.calendar.Days;
import java.util.function.Predicate;

/**
 * What a measure needs to know of a person's days.
 *
 * @param presence how much of the scope the person was there for
 * @param comparable whether the person was there for enough of a window that the scope is compared with (rulings 103)
 */
public record Stay(Presence presence, Predicate<Days> comparable) {

    /** There throughout. */
    public static Stay whole(Days scope) {
        return new Stay(Presence.whole(scope), window -> true);
    }
}
