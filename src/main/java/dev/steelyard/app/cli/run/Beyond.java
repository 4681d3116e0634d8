package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Texts;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.Job.Thresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run has more of than its job admits: then it ends with {@link Exit#BEYOND_THRESHOLDS}, so that somebody looks.
 *
 * @param value what it came to
 * @param limit what is admitted; blank where nothing is
 */
public record Beyond(Kind kind, String value, String limit) {

    enum Kind {
        LOST_DECISIONS,
        REJECTED_ROWS,
        HELD_PEOPLE,
        LATE_DAYS,
        UNREADABLE_FILES,
        OPEN_PERIODS,
        STALE_EXPORTS,
        PAY_IN_DOUBT;

        /** As {@code --json} writes it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param lostDecisions rows of decisions and events that were lost in reading: none is tolerated
     * @param unreadableFiles delivered files that could not be read at all
     * @param stale watched exports without a row of the period, in a company too small to say that this cannot be
     * @param doubtful findings about rows by which pay may be wrong
     * @param openPeriods how many periods of a year are not closed, and do not count
     * @param lastDay the period's
     */
    public static List<Beyond> of(
            Thresholds thresholds,
            Figures figures,
            long lostDecisions,
            int unreadableFiles,
            long stale,
            long doubtful,
            long openPeriods,
            LocalDate lastDay,
            LocalDate asOf) {
        List<Beyond> beyond = new ArrayList<>();
        if (lostDecisions > 0) {
            beyond.add(new Beyond(Kind.LOST_DECISIONS, Long.toString(lostDecisions), ""));
        }
        if (openPeriods > 0) {
            beyond.add(new Beyond(Kind.OPEN_PERIODS, Long.toString(openPeriods), ""));
        }
        if (unreadableFiles > 0) {
            beyond.add(new Beyond(Kind.UNREADABLE_FILES, Integer.toString(unreadableFiles), ""));
        }
        if (stale > 0) {
            beyond.add(new Beyond(Kind.STALE_EXPORTS, Long.toString(stale), ""));
        }
        if (doubtful > 0) {
            beyond.add(new Beyond(Kind.PAY_IN_DOUBT, Long.toString(doubtful), ""));
        }
        share(Kind.REJECTED_ROWS, figures.rows().rejected(), figures.rows().read(), thresholds.rejectedRows(), beyond);
        share(Kind.HELD_PEOPLE, figures.held(), figures.people(), thresholds.heldPeople(), beyond);
        long days = ChronoUnit.DAYS.between(lastDay, asOf);
        if (days > thresholds.lateDays()) {
            beyond.add(new Beyond(Kind.LATE_DAYS, Long.toString(days), Integer.toString(thresholds.lateDays())));
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
