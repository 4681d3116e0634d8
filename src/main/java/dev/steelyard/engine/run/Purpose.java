package dev.steelyard.engine.run;

/** What a job is for. Whatever differs between jobs asks one of these questions, never which kind it is: a further kind is a constant here. */
public enum Purpose {
    /** Scores, ranks and pays a period that has ended. */
    SCORING(true, false),
    /** Shows what to do, over the period to date; no scores, ranks or pay. */
    ALERTS(false, true);

    private final boolean scores;
    private final boolean toDate;

    Purpose(boolean scores, boolean toDate) {
        this.scores = scores;
        this.toDate = toDate;
    }

    /** Whether people are scored, ranked and paid; else it only shows what to do. */
    public boolean scores() {
        return scores;
    }

    /** Whether it is told as of a day in a period that goes on; else the period must have ended. */
    public boolean isToDate() {
        return toDate;
    }
}
