package dev.steelyard.engine.measure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a day or time in the company's zone that rows are told apart by: {@code visited_at.hour}. A column's own name
 * stands for the whole of it.
 */
enum DatePart {
    WHOLE,
    /** 1 is Monday, 7 Sunday. */
    WEEKDAY,
    /** 0 to 23; blank where the column holds a day alone. */
    HOUR;

    /** The part that is called so, {@code weekday} or {@code hour}. */
    static Optional<DatePart> find(String name) {
        for (DatePart part : new DatePart[] {WEEKDAY, HOUR}) {
            if (part.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** Null where there is none. */
    Object of(Object value) {
        return switch (this) {
            case WHOLE -> value;
            case WEEKDAY -> value instanceof LocalDateTime time
                    ? Integer.valueOf(time.getDayOfWeek().getValue())
                    : value instanceof LocalDate day
                            ? Integer.valueOf(day.getDayOfWeek().getValue())
                            : null;
            case HOUR -> value instanceof LocalDateTime time ? Integer.valueOf(time.getHour()) : null;
        };
    }
}
