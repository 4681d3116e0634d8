package dev.steelyard.app.cli.log;

import java.util.Locale;

/** How lines of the log are written. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** An object a line, for programs. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
