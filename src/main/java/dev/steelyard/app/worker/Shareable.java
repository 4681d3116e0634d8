package dev.steelyard.app.worker;

import dev.steelyard.app.calculation.Recipe;
import dev.steelyard.ledger.pieces.Offer;
import java.io.IOException;
import java.util.Optional;

/** Pieces of a run of which workers can do some. */
public interface Shareable {

    Offer.Kind kind();

    /** The run id. */
    String run();

    /** From what another process rebuilds what it needs; empty where none can. */
    Optional<Recipe> recipe() throws IOException;

    /**
     * A worker did a piece, and that counts; it comes up next.
     *
     * @param name of what it came to, where that lies in a file of its own
     */
    default void did(int piece, String name) {}

    /** Nothing of it is offered any more. */
    default void over() throws IOException {}
}
