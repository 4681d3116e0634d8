package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;

/** What the review asks of a customer's request 客户需求. Requests are streamed: nobody holds one, but this is the column that must be there. */
record Request(String topic) {

    public static final KnownDataset<Request> DATASET = KnownDataset.of("requests", Request.class);
}
