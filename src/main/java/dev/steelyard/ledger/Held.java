package dev.steelyard.ledger;

/**
 * Somebody whose lines a close did not release.
 *
 * @param cause {@code alleged}: an event that would be a veto; {@code appeal}: an appeal that nobody decided yet
 * @param reference the event's or the appeal's id
 */
public record Held(String employeeId, String cause, String reference) {}
