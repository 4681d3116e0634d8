package dev.steelyard.engine.govern;

/** Who was paid, as a payout line of the past names them: they may have left the roster since. */
public record Recipient(String employeeId, String name, String team, String costCenter) {}
