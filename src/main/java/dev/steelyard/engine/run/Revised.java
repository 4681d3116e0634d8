package dev.steelyard.engine.run;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.unit.Money;
import java.util.Optional;

/**
 * What a revision changed against the one before it.
 *
 * @param before the revision before
 * @param people whose scores, grade or pay are others
 * @param payBefore what the revision before made payable; of a closed period all its lines, as a later one pays none
 * @param payNow the same now
 * @param corrections how many rows were read as corrected
 * @param next of a closed period, the open one that makes the difference good; empty where this one is open itself
 */
public record Revised(int before, int people, Money payBefore, Money payNow, int corrections, Optional<Period> next) {}
