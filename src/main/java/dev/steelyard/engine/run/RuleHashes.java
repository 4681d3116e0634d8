package dev.steelyard.engine.run;

/** SHA-256 of the plan file, of the exports file, and of the list of the calendar's files. */
public record RuleHashes(String plan, String exports, String calendar) {}
