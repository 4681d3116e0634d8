package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Points 分 as they are printed: two decimals, rounded half-up from the exact value (rules.md 4.4).
 *
 * @param hundredths the points times 100
 */
public record Points(long hundredths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    /**
     * Whole points.
     *
     * @throws ArithmeticException where their hundredths do not fit a long
     */
    public static Points of(long whole) {
        return new Points(Math.multiplyExact(whole, 100));
    }

    /**
     * Rounded half-up to 0.01, by magnitude (ruling 133).
     *
     * @throws ArithmeticException where the hundredths do not fit a long
     */
    public static Points rounded(Fraction exact) {
        return new Points(exact.rounded(2).unscaledValue().longValueExact());
    }

    /**
     * Of a decimal text, rounded half-up to 0.01.
     *
     * @throws NumberFormatException where it is none
     */
    public static Points parse(String text) {
        return rounded(Fraction.parse(text));
    }

    /** The half-up mean; empty of nothing. */
    public static Optional<Points> mean(List<Points> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(rounded(all.stream()
                        .map(Points::exact)
                        .reduce(Fraction.ZERO, Fraction::plus)
                        .over(Fraction.of(all.size()))));
    }

    /**
     * The sum.
     *
     * @throws ArithmeticException where it does not fit
     */
    public Points plus(Points other) {
        return new Points(Math.addExact(hundredths, other.hundredths));
    }

    /**
     * The difference; may be below 0.
     *
     * @throws ArithmeticException where it does not fit
     */
    public Points minus(Points other) {
        return new Points(Math.subtractExact(hundredths, other.hundredths));
    }

    /** The smaller of both. */
    public Points min(Points other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The greater of both. */
    public Points max(Points other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether they are as many or more. */
    public boolean isAtLeast(Points other) {
        return hundredths >= other.hundredths;
    }

    /** For reckoning on. */
    public Fraction exact() {
        return Fraction.of(decimal());
    }

    /** With exactly two decimals. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /** Always two decimals: {@code 83.50}. */
    @Override
    public String toString() {
        return decimal().toPlainString();
    }
}
