package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.Job.Thresholds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run has more of than its job admits: then it ends with {@link Exit#BEYOND_THRESHOLDS}, so that somebody looks.
 *
 * @param value what it came to
 * @param limit what is admitted; blank where nothing is
 */
public record Beyond(Kind kind, String value, String limit) {

    public enum Kind {
        /** Rows of decisions and events that were lost in reading. */
        LOST_DECISIONS,
        /** Periods of a year that are not closed, and do not count. */
        OPEN_PERIODS,
        /** Delivered files that could not be read at all. */
        UNREADABLE_FILES,
        /** Watched exports without a row of the period, in a company too small to say that this cannot be. */
        STALE_EXPORTS,
        /** Findings about rows by which pay may be wrong. */
        PAY_IN_DOUBT,
        REJECTED_ROWS,
        HELD_PEOPLE,
        LATE_DAYS;

        /** As {@code --json} writes it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param found how many there are of what no job tolerates
     * @param daysLate from the period's last day to the as-of day
     */
    public static List<Beyond> of(Thresholds thresholds, Figures figures, Map<Kind, Long> found, long daysLate) {
        List<Beyond> beyond = new ArrayList<>();
        new TreeMap<>(found).forEach((kind, count) -> {
            if (count > 0) {
                beyond.add(new Beyond(kind, Long.toString(count), ""));
            }
        });
        share(Kind.REJECTED_ROWS, figures.rows().rejected(), figures.rows().read(), thresholds.rejectedRows(), beyond);
        share(Kind.HELD_PEOPLE, figures.held(), figures.people(), thresholds.heldPeople(), beyond);
        if (daysLate > thresholds.lateDays()) {
            beyond.add(new Beyond(Kind.LATE_DAYS, Long.toString(daysLate), Integer.toString(thresholds.lateDays())));
        }
        return List.copyOf(beyond);
    }

    private static void share(Kind kind, long part, long whole, Fraction limit, List<Beyond> beyond) {
        if (whole > 0) {
            Fraction share = Fraction.of(part).over(Fraction.of(whole));
            if (limit.isBelow(share)) {
                beyond.add(new Beyond(kind, percent(share), percent(limit)));
            }
        }
    }

    /** With two decimals at most: {@code 3%}, {@code 0.15%}. */
    private static String percent(Fraction share) {
        BigDecimal hundredfold = share.times(Fraction.of(100)).rounded(2);
        return (hundredfold.signum() == 0
                        ? "0"
                        : hundredfold.stripTrailingZeros().toPlainString()) + "%";
    }

    public Json json() {
        return Json.of("what", kind.code()).with("value", value).with("limit", limit);
    }

    public String text(Texts texts) {
        return texts.say("beyond." + kind.code(), "value", value, "limit", limit);
    }

    static int exit(List<Beyond> beyond) {
        return beyond.isEmpty() ? Exit.DONE : Exit.BEYOND_THRESHOLDS;
    }
}
