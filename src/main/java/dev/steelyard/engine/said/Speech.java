package dev.steelyard.engine.said;

/** Says in one language what the engine found. */
@FunctionalInterface
public interface Speech {

    String say(Said said);
}
