package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;

/**
 * A customer 客户.
 *
 * @param potential how much may be sold there, as the export codes it
 */
public record Customer(String customerId, String customerName, String region, String potential) {

    public static final KnownDataset<Customer> DATASET = KnownDataset.of("customers", Customer.class);
}
