package dev.steelyard.ledger.pieces;

/**
 * Pieces of a run that its holder offers.
 *
 * @param id another one each time something is offered: what was taken of an earlier offer counts no more
 * @param run the run id
 * @param recipe SHA-256 of what the run is calculated from, in the store
 * @param engine whose pieces they are: another engine may measure otherwise
 */
public record Offer(String id, String run, String job, String period, String recipe, String engine) {}
