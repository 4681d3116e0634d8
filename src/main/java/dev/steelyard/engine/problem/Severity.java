package dev.steelyard.engine.problem;

/** How much a problem matters. */
public enum Severity {
    /** Something was left out: a row, a person, a file. */
    ERROR,
    /** Nothing was left out, but a person should look. */
    WARNING,
    /** Worth knowing. */
    NOTE
}
