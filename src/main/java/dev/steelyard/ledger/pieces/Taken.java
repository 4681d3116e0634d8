package dev.steelyard.ledger.pieces;

/**
 * A piece that a worker took.
 *
 * @param turn how often it was taken by then
 */
public record Taken(Offer offer, int piece, int turn) {

    /** Nobody else ever has it: of a file that is handed over, another turn's is another. */
    public String name() {
        return offer.id() + "-" + piece + "-" + turn;
    }
}
