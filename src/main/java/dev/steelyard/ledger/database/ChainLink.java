package dev.steelyard.ledger.database;

import dev.steelyard.ledger.store.Sha256;
import java.util.List;
import java.util.Locale;

/**
 * One entry of the ledger as the chain holds it.
 *
 * @param number 1 for the first
 * @param entry the number of the revision, or of the decision about the period
 * @param parts what its rows hash to, by table in the order of their names
 * @param manifestHash of the edition that it published; blank where none was
 * @param adopted whether it was recorded before there was a chain, and taken into it as it lay there
 * @param head the end of the chain with it
 */
public record ChainLink(
        int number,
        Kind kind,
        String job,
        String period,
        int entry,
        List<Part> parts,
        String manifestHash,
        boolean adopted,
        ChainHead head) {

    /** What was recorded. */
    public enum Kind {
        /** A revision, in {@code run}. */
        REVISION,
        /** A signature, a close or a reopening, in {@code period_decision}. */
        DECISION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Which column of its tables numbers it, after job and period. */
        String column() {
            return this == REVISION ? "revision" : "number";
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The rows of one table. */
    public record Part(String table, long rows, String hash) {}

    public ChainLink {
        parts = List.copyOf(parts);
    }

    /** {@code month-end/2026-09/r1}, or {@code month-end/2026-09#2} of the second decision about a period. */
    public String name() {
        return job + "/" + period + (kind == Kind.REVISION ? "/r" : "#") + entry;
    }

    /** What all rows hash to. */
    public String rowsHash() {
        return rowsHash(parts);
    }

    static String rowsHash(List<Part> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.table())
                .append(' ')
                .append(part.rows())
                .append(' ')
                .append(part.hash())
                .append('\n'));
        return Sha256.of(all.toString());
    }

    /** Whether it is about that entry. */
    boolean isOf(Kind other, String ofJob, String ofPeriod, int number) {
        return kind == other && job.equals(ofJob) && period.equals(ofPeriod) && entry == number;
    }
}
