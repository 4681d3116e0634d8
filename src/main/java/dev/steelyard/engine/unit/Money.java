package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of the plan's currency in whole cents, rounded half-up for each line (rules.md 4, Rounding). Any size.
 *
 * @param amount the decimal with exactly two places
 */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money rounded(Fraction exact) {
        return new Money(exact.rounded(2));
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negate() {
        return new Money(amount.negate());
    }

    public int signum() {
        return amount.signum();
    }

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
