package dev.steelyard.engine.run;

/** What a job is for. */
public enum Purpose {
    /** Scores, ranks and pays a period that has ended. */
    SCORING,
    /** Shows what to do, over the period to date; no scores, ranks or pay. */
    ALERTS
}
