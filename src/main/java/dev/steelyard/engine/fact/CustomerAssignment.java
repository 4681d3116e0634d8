package dev.steelyard.engine.fact;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A customer is a person's for some days 客户归属.
 *
 * @param to the last day; empty while it lasts
 * @param productLine only what is sold of this line; blank where all is
 * @param share the person's part beside others; empty where the row says none
 */
public record CustomerAssignment(
        String customerId,
        String employeeId,
        LocalDate from,
        Optional<LocalDate> to,
        String productLine,
        Optional<BigDecimal> share,
        Row row) {

    public static final KnownDataset<CustomerAssignment> DATASET =
            KnownDataset.of("customer_assignments", CustomerAssignment.class);

    /** The days, both included. */
    public Days days() {
        return new Days(from, to.orElse(LocalDate.of(9999, 12, 31)));
    }
}
