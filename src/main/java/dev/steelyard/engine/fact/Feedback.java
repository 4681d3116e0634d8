package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import java.time.LocalDate;

/** An answer of a colleague 同事反馈, in confidence, on a day. */
public record Feedback(LocalDate date, String toEmployeeId, String kind, String text) {

    public static final KnownDataset<Feedback> DATASET = KnownDataset.of("feedback", Feedback.class);

    /** Whether it praises; else it suggests. */
    public boolean isKudos() {
        return kind.equals("kudos");
    }
}
