package dev.steelyard.engine.said;

/** Says in one language what the engine found. */
@FunctionalInterface
public interface Speech {

    /** The sentence in the reader's language. */
    String say(Said said);
}
