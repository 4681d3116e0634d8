package dev.steelyard.app.cli.text;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time as people here read it. */
public final class Moment {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Moment() {}

    /** @param here its offset is that of the place */
    public static String of(OffsetDateTime moment, OffsetDateTime here) {
        return moment.withOffsetSameInstant(here.getOffset()).format(MINUTES);
    }
}
