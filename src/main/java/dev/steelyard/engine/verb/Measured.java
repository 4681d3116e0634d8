package dev.steelyard.engine.verb;

import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of a measure for one person, unrounded, with what it came from.
 *
 * @param value absent where data is missing
 * @param gap why it is absent
 * @param target the target of an attainment
 * @param parts the figures that the value is computed from, in the order in which a person would name them
 * @param rows how many different source rows passed a condition of it; empty where it is not made of rows
 * @param note what a reader should know; blank where there is nothing
 * @param replaced what was measured, where an appeal set another value
 */
public record Measured(
        Optional<Fraction> value,
        Optional<Gap> gap,
        Optional<Fraction> target,
        List<Part> parts,
        Optional<Long> rows,
        Said note,
        Optional<Measured> replaced) {

    /** The note of a target that a calibration set. */
    public static final String BY_CALIBRATION = "measure.attainment.targetCalibration";

    private static final Said NONE = Said.text("");

    /**
     * A figure that a value is computed from.
     *
     * @param name the key of what it is called
     */
    public record Part(String name, Fraction figure) {}

    /** The figure of that name, where the value has one. */
    public Optional<Fraction> part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Part::figure)
                .findFirst();
    }

    /** Why a value is missing. */
    public enum Gap {
        /** The target that it is measured against does not exist or is not above 0. */
        NO_TARGET,
        /** There are no rows, or nothing to divide by. */
        NO_DATA,
        /** There are fewer answers than the plan asks for. */
        TOO_FEW_ANSWERS,
        /** The person was not there on any day that could count (rulings 100). */
        NO_DAY,
        /** The person was there for less than half of what it is compared with (rulings 103). */
        NOT_COMPARABLE,
        /** The dataset was not delivered. */
        NO_DATASET
    }

    /**
     * A value.
     *
     * @param value exact, in the indicator's unit, a percentage as a fraction of 1
     * @param rows how many rows it came of
     */
    public static Measured of(Fraction value, long rows) {
        return new Measured(
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(rows),
                NONE,
                Optional.empty());
    }

    /**
     * No value, and why.
     *
     * @param rows how many rows were looked at all the same
     */
    public static Measured missing(Gap gap, long rows) {
        return new Measured(
                Optional.empty(),
                Optional.of(gap),
                Optional.empty(),
                List.of(),
                Optional.of(rows),
                NONE,
                Optional.empty());
    }

    /** The value of a card verb, made of scorecards and not of rows. */
    public static Measured ofCards(Optional<Fraction> value, long cards) {
        return new Measured(
                value,
                value.isPresent() ? Optional.empty() : Optional.of(Gap.NO_DATA),
                Optional.empty(),
                List.of(new Part("members", Fraction.of(cards))),
                Optional.empty(),
                NONE,
                Optional.empty());
    }

    static Measured quotient(Fraction numerator, Optional<Fraction> divisor, long rows) {
        Measured measured = divisor.map(by -> of(numerator.over(by), rows)).orElseGet(() -> missing(Gap.NO_DATA, rows));
        return measured.part("numerator", numerator).part("denominator", divisor.orElse(Fraction.ZERO));
    }

    Measured part(String name, Fraction figure) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(name, figure));
        return new Measured(value, gap, target, List.copyOf(more), rows, note, replaced);
    }

    Measured withTarget(Fraction of) {
        return new Measured(value, gap, Optional.of(of), parts, rows, note, replaced);
    }

    /** The same with one more note, after those that it has. */
    public Measured withNote(Said text) {
        Said joined = note.isBlank()
                ? text
                : text.isBlank() ? note : Said.of("measure.measured.noteText", "note", note, "text", text);
        return new Measured(value, gap, target, parts, rows, joined, replaced);
    }

    /** The same with the greatest value that the plan allows. */
    Measured cutTo(Fraction most) {
        return new Measured(Optional.of(most), gap, target, parts, rows, note, replaced);
    }

    /** The same with another value, as an appeal sets it. */
    public Measured withValue(Fraction set) {
        return new Measured(Optional.of(set), Optional.empty(), target, parts, rows, note, Optional.of(this));
    }
}
