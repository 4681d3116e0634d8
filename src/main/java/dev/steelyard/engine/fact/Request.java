package dev.steelyard.engine.fact;

/** What the review asks of a customer's request 客户需求. Requests are streamed: nobody holds one, but this is the column that must be there. */
record Request(String topic) {

    static final KnownDataset<Request> DATASET = KnownDataset.of("requests", Request.class);
}
