package dev.steelyard.run;

/**
 * One export that a run read, and what became of its rows.
 *
 * @param name the file's name as delivered
 * @param sha256 of its bytes as delivered
 */
public record InputFile(String dataset, String name, long bytes, String sha256, Counts rows) {

    /** Rows read = used + out of window + rejected + duplicate (domain.md 7, Reconcile). */
    public record Counts(long read, long used, long outOfWindow, long rejected, long duplicate) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    used + other.used,
                    outOfWindow + other.outOfWindow,
                    rejected + other.rejected,
                    duplicate + other.duplicate);
        }

        public boolean reconciles() {
            return read == used + outOfWindow + rejected + duplicate;
        }
    }
}
