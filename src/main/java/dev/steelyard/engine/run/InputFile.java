package dev.steelyard.engine.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One export that a run read, and what became of its rows and its money.
 *
 * @param name the file's name as delivered
 * @param sha256 of its bytes as delivered
 * @param sums of each amount column that the file has, in the schema's order
 */
public record InputFile(
        String dataset, String name, long bytes, String sha256, Counts rows, Map<String, AmountSum> sums) {

    public InputFile {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    /** Of a file without money. */
    public InputFile(String dataset, String name, long bytes, String sha256, Counts rows) {
        this(dataset, name, bytes, sha256, rows, Map.of());
    }

    /** Rows read = used + out of window + excluded + rejected + duplicate (rules.md 7.5). */
    public record Counts(long read, long used, long outOfWindow, long excluded, long rejected, long duplicate) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        /** Both together. */
        public Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    used + other.used,
                    outOfWindow + other.outOfWindow,
                    excluded + other.excluded,
                    rejected + other.rejected,
                    duplicate + other.duplicate);
        }

        /** Rows that have an outcome. */
        public long accounted() {
            return used + outOfWindow + excluded + rejected + duplicate;
        }

        /** Whether rows read = used + out of window + excluded + rejected + duplicates (rules.md 7). */
        public boolean reconciles() {
            return read == accounted();
        }
    }

    /** What became of rows and money, of a file or a part of it. */
    public record Outcomes(Counts rows, Map<String, AmountSum> sums) {

        public static final Outcomes NONE = new Outcomes(Counts.NONE, Map.of());

        /** Both together, column by column. */
        public Outcomes plus(Outcomes other) {
            Map<String, AmountSum> merged = new LinkedHashMap<>(sums);
            other.sums.forEach((column, sum) -> merged.merge(column, sum, AmountSum::plus));
            return new Outcomes(rows.plus(other.rows), merged);
        }
    }
}
