package dev.steelyard.app.worker;

import dev.steelyard.ledger.pieces.Offer;

/** Who watches a worker. Calls come from several threads. */
public interface WorkerWatch {

    /** It is there, and waits for what is offered. */
    void joined();

    /** A run offers pieces, and it takes some. */
    void helps(Offer offer);

    /** It takes nothing of what a run offers. */
    void refuses(Offer offer, OfferRefusal why);

    /** It begins with a piece. */
    default void takes(Offer offer, int piece) {}

    /** @param counts whether the run takes it over, or the piece was another's by then */
    void did(Offer offer, int piece, boolean counts);

    /** The database cannot be reached; it is asked again until it can. */
    void isAway(RuntimeException failure);

    /** It can be reached again. */
    default void isBack() {}
}
