package dev.steelyard.engine.govern;

import dev.steelyard.engine.calendar.Period;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What the company decided about a period of a job. Decisions are kept in the order in which they were taken, and none is ever
 * taken away: a reopening is a further one.
 *
 * @param number 1, 2, 3, … within job and period
 * @param revision the revision that was signed or closed; of a reopening the one that had been closed
 * @param role who signs; blank but for {@link Kind#SIGN}
 * @param by who decided
 * @param reason why it was reopened; blank but for {@link Kind#REOPEN}
 * @param asOf the day on which it was decided
 */
public record PeriodDecision(
        String job,
        Period period,
        int number,
        Kind kind,
        int revision,
        String role,
        Decider by,
        String reason,
        LocalDate asOf) {

    public enum Kind {
        /** Somebody of a role puts their name to a revision 签字. */
        SIGN,
        /** The revision is what is paid 关账. */
        CLOSE,
        /** Closed by mistake 反关账: the next revision replaces it whole. */
        REOPEN;

        /** As the ledger writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
