package dev.steelyard.app.cli;

/**
 * Colours of a terminal.
 *
 * @param on false where the stream goes to a file or a program, or colours were refused
 */
record Style(boolean on) {

    String strong(String text) {
        return wrap("1", text);
    }

    String good(String text) {
        return wrap("32", text);
    }

    String warning(String text) {
        return wrap("33", text);
    }

    String bad(String text) {
        return wrap("31", text);
    }

    String faint(String text) {
        return wrap("2", text);
    }

    private String wrap(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
