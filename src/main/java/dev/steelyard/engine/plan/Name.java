package dev.steelyard.engine.plan;

/** What people read: Chinese first, English complete. Which of the two a language uses, its bundle says. */
public record Name(String zh, String en) {}
