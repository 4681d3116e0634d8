package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import java.time.LocalDate;

/**
 * Something that R&D, marketing or sales noted of customers' needs 洞察, on a day.
 *
 * @param source who noted it, as the export codes it
 */
public record Note(String insightId, LocalDate date, String source, String topic, String productLine, String note) {

    public static final KnownDataset<Note> DATASET = KnownDataset.of("insights", Note.class);
}
