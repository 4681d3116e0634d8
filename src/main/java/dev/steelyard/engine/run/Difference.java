package dev.steelyard.engine.run;

import dev.steelyard.engine.said.Said;
import java.util.Locale;

/**
 * Two figures that must be the same and are not.
 *
 * @param subject the dataset, or who has the payout otherwise; English is the name that machines know
 * @param file the export; blank where the difference is of no single file
 * @param figure the amount column or the payout line; blank where it is the rows or lines themselves
 * @param expected blank where there should be nothing
 * @param found blank where there is nothing
 * @param unreadable cells of the column without an amount that could be read: they may be the reason
 */
public record Difference(
        Kind kind, Said subject, String file, Said figure, String expected, String found, long unreadable) {

    static final Said NO_FIGURE = Said.text("");

    /** What should agree. */
    public enum Kind {
        /** An export's rows read, and used + out of window + excluded + rejected + duplicate. */
        ROWS,
        /** An export's money in, and used + not used. */
        SUM,
        /** A stated number of rows, and the rows read. */
        CONTROL_ROWS,
        /** A stated sum, and the money in. */
        CONTROL_SUM,
        /** A stated sum of a column that no file has. */
        CONTROL_COLUMN,
        /** Stated totals of a dataset of which nothing could be read. */
        CONTROL_DATASET,
        /** The number of payout lines. */
        PAYOUT_LINES,
        /** The sum of the payout. */
        PAYOUT_SUM,
        /** The first payout line that differs. */
        PAYOUT_LINE;

        /** As {@code --json} writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Difference of(Kind kind, Said subject, String expected, String found) {
        return new Difference(kind, subject, "", NO_FIGURE, expected, found, 0);
    }

    Difference in(String of) {
        return new Difference(kind, subject, of, figure, expected, found, unreadable);
    }

    Difference of(Said what) {
        return new Difference(kind, subject, file, what, expected, found, unreadable);
    }

    Difference without(long cells) {
        return new Difference(kind, subject, file, figure, expected, found, cells);
    }
}
