package dev.steelyard.app.cli.text;

/**
 * Colours of a terminal.
 *
 * @param on false where the stream goes to a file or a program, or colours were refused
 */
public record Style(boolean on) {

    public String strong(String text) {
        return wrap("1", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String warning(String text) {
        return wrap("33", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String faint(String text) {
        return wrap("2", text);
    }

    private String wrap(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
