package dev.steelyard.cli;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time as people here read it. */
final class Moment {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Moment() {}

    static String of(String text) {
        return of(OffsetDateTime.parse(text));
    }

    static String of(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZoneId.systemDefault()).format(MINUTES);
    }
}
