package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Month;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stretches of days that cells are kept by: calendar months, and of whoever moves inside one the parts of it (rules.md 8.1). A
 * segment is a number that grows with the days; without a move it is the month's.
 *
 * <p>Every span that is ever read must begin and end where a month does, or where the person's assignments do.
 */
final class Segments {

    /** Person → the days on which something new begins for them, oldest first. */
    private final Map<Integer, LocalDate[]> cuts = new HashMap<>();

    void cut(int subject, List<LocalDate> days) {
        LocalDate[] inside = days.stream()
                .filter(day -> day.getDayOfMonth() > 1)
                .distinct()
                .sorted()
                .toArray(LocalDate[]::new);
        if (inside.length > 0) {
            cuts.put(subject, inside);
        }
    }

    /** The days inside months on which something new begins for a person, oldest first. */
    List<LocalDate> cuts(int subject) {
        LocalDate[] own = cuts.get(subject);
        return own == null ? List.of() : List.of(own);
    }

    /** How many segments a person's month may have. */
    int perMonth(int subject) {
        LocalDate[] own = cuts.isEmpty() ? null : cuts.get(subject);
        return own == null ? 1 : own.length + 1;
    }

    /** Whether the person never moves inside a month: then a segment is the month's number. */
    boolean areMonths(int subject) {
        return cuts.isEmpty() || !cuts.containsKey(subject);
    }

    int of(int subject, LocalDate day) {
        LocalDate[] own = cuts.isEmpty() ? null : cuts.get(subject);
        if (own == null) {
            return Month.of(day);
        }
        int slot = 0;
        while (slot < own.length && !own[slot].isAfter(day)) {
            slot++;
        }
        return Month.of(day) * (own.length + 1) + slot;
    }

    /** The first day of a segment that has any. */
    LocalDate first(int subject, int segment) {
        LocalDate[] own = cuts.get(subject);
        if (own == null) {
            return Month.first(segment);
        }
        LocalDate month = Month.first(Math.floorDiv(segment, own.length + 1));
        int slot = Math.floorMod(segment, own.length + 1);
        return slot == 0 || own[slot - 1].isBefore(month) ? month : own[slot - 1];
    }
}
