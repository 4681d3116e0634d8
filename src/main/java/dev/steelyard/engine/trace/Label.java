package dev.steelyard.engine.trace;

/** What people read: Chinese first, English complete. */
public record Label(String zh, String en) {

    /** The same in both languages: an id, a name, a date. */
    public static Label of(String text) {
        return new Label(text, text);
    }

    public String in(String language) {
        return language.equals("zh") ? zh : en;
    }

    /** One after the other, without anything between. */
    public Label then(Label next) {
        return new Label(zh + next.zh, en + next.en);
    }

    public Label then(String sameInBoth) {
        return then(of(sameInBoth));
    }

    public boolean isBlank() {
        return zh.isEmpty() && en.isEmpty();
    }
}
