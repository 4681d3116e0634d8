package dev.steelyard.engine.plan;

/** What people read: Chinese first, English complete. */
public record Name(String zh, String en) {

    /** In {@code zh}; in English for any other language. */
    public String in(String language) {
        return language.equals("zh") ? zh : en;
    }
}
