package dev.steelyard.ledger.pieces;

/**
 * A piece that a worker took.
 *
 * @param turn how often it was taken by then
 */
public record Taken(Offer offer, int piece, int turn) {}
