package dev.steelyard.engine.govern;

import java.util.Locale;

/**
 * Somebody whose lines a close did not release.
 *
 * @param reference the event's or the appeal's id
 */
public record Held(String employeeId, Cause cause, String reference) {

    /** Why nothing is paid yet. */
    public enum Cause {
        /** An event that would be a veto, and that nobody verified or dismissed yet 待查. */
        ALLEGED,
        /** An appeal that nobody decided yet 待定. */
        APPEAL;

        /** As the ledger writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The cause that the ledger writes so; another text is refused with IllegalArgumentException. */
        public static Cause of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
