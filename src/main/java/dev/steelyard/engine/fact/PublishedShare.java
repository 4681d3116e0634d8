package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;

/** One figure of a region's market share 市场份额 as it was published; a row with a blank share is none. */
public record PublishedShare(Period period, String region, Fraction share, Row row) {

    public static final KnownDataset<PublishedShare> DATASET = KnownDataset.of("market_share", PublishedShare.class);

    /** The last day that it is a figure of. */
    public LocalDate end() {
        return period.last();
    }
}
