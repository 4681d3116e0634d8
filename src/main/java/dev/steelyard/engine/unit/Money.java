package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of the plan's currency in whole cents, rounded half-up for each line (rules.md 4.4). Any size.
 *
 * @param amount the decimal with exactly two places
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Rounded half-up to 0.01, by magnitude: −0.005 is −0.01 (ruling 133). */
    public static Money rounded(Fraction exact) {
        return new Money(exact.rounded(2));
    }

    /** The sum, to the cent. */
    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    /** The difference, to the cent. */
    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    /** The same on the other side of 0.00. */
    public Money negate() {
        return new Money(amount.negate());
    }

    /** −1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }

    /** For reckoning on. */
    public Fraction exact() {
        return Fraction.of(amount);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    /** Always two decimals, no separators: {@code 12000.00}. */
    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
