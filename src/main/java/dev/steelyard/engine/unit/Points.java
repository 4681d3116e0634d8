package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Points 分 as they are printed: two decimals, rounded half-up from the exact value (rules.md 4, Rounding).
 *
 * @param hundredths the points times 100
 */
public record Points(long hundredths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    public static Points of(long whole) {
        return new Points(Math.multiplyExact(whole, 100));
    }

    public static Points rounded(Fraction exact) {
        return new Points(exact.rounded(2).unscaledValue().longValueExact());
    }

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

    public Points plus(Points other) {
        return new Points(Math.addExact(hundredths, other.hundredths));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(hundredths, other.hundredths));
    }

    public Points min(Points other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Points max(Points other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isAtLeast(Points other) {
        return hundredths >= other.hundredths;
    }

    public Fraction exact() {
        return Fraction.of(decimal());
    }

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
