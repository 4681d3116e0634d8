package dev.steelyard.ledger.pieces;

/**
 * Pieces of a run that its holder offers.
 *
 * @param id another one each time something is offered: what was taken of an earlier offer counts no more
 * @param run the run id
 * @param kind what the pieces are
 * @param recipe SHA-256 of what the run is calculated from, in the store
 * @param engine whose pieces they are: another engine may measure otherwise
 */
public record Offer(String id, String run, Kind kind, String job, String period, String recipe, String engine) {

    /** What pieces are. */
    public enum Kind {
        /** Slices of exports. */
        SLICES,
        /** Slices that are measured already, to be measured without the rows that do not count. */
        AGAIN,
        /** Bundles of an edition's files. */
        BUNDLES
    }
}
