package dev.steelyard.engine.plan;

/** What people read: Chinese first, English complete. */
public record Name(String zh, String en) {

    public String in(String language) {
        return language.equals("zh") ? zh : en;
    }
}
