package dev.steelyard.engine.fact;

import java.math.BigDecimal;
import java.util.Optional;

/** What a row of splits 分单 says: a person's share of an order line. */
record SplitRow(String orderLineId, String employeeId, Optional<BigDecimal> share, Row row) {

    static final KnownDataset<SplitRow> DATASET = KnownDataset.of("splits", SplitRow.class);

    /** The share; nothing where the cell is blank. */
    BigDecimal part() {
        return share.orElse(BigDecimal.ZERO);
    }

    /** The same row twice is one. */
    boolean isSameAs(SplitRow other) {
        return employeeId.equals(other.employeeId) && share.equals(other.share);
    }
}
