package dev.steelyard.app.publication;

import java.util.Locale;

/**
 * One thing in which ledger and editions do not agree.
 *
 * @param place the entry or the edition
 * @param figure the table, file, line or figure
 * @param expected as it was published or recorded; blank where it was not
 * @param found as the ledger has it now; blank where it has none
 */
public record Discrepancy(What what, String place, String figure, String expected, String found) {

    /** What does not agree. */
    public enum What {
        /** The chain itself is broken. */
        LINK,
        /** Rows of an entry are not those that were recorded. */
        ROWS,
        /** The ledger holds an entry that is in no link of the chain. */
        UNLINKED,
        /** An edition's manifest is not the one that the ledger recorded. */
        MANIFEST,
        /** An edition stands elsewhere in the chain than the ledger says. */
        PLACE,
        /** A machine file is not as its manifest says. */
        FILE,
        /** A payout line is not as it was published. */
        LINE,
        /** A score is not as it was published. */
        FIGURE,
        /** What a close paid is not what its edition says. */
        PAYMENT,
        /** An index of the database does not find every row, or one that is not there: its file is damaged. */
        INDEX,
        /** An edition lies there that the ledger does not know: it is older than its editions, or was cut off. */
        UNRECORDED;

        /** As texts and {@code --json} write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
