package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import java.math.BigDecimal;
import java.util.Optional;

/** What a row of splits 分单 says: a person's share of an order line. */
public record SplitRow(String orderLineId, String employeeId, Optional<BigDecimal> share, Row row) {

    public static final KnownDataset<SplitRow> DATASET = KnownDataset.of("splits", SplitRow.class);

    /** The share, a fraction of the line; 0 where the cell is blank. */
    public BigDecimal part() {
        return share.orElse(BigDecimal.ZERO);
    }

    /** The same row twice is one. */
    public boolean isSameAs(SplitRow other) {
        return employeeId.equals(other.employeeId) && share.equals(other.share);
    }
}
