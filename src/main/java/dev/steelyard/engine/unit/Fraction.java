package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An exact rational number: every value between an export's cell and the points it earns.
 *
 * <p>Exact, so that a value which stands precisely on a limit or on half a cent is recognised as such (domain.md 4,
 * Rounding; rulings 46). Percentages are fractions: 12.5% is 0.125.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** Reads a plain decimal or a percentage: {@code 0.125}, {@code -20%}. */
    public static Fraction parse(String text) {
        String stripped = text.strip();
        return stripped.endsWith("%")
                ? of(new BigDecimal(stripped.substring(0, stripped.length() - 1).strip()).movePointLeft(2))
                : of(new BigDecimal(stripped));
    }

    private static Fraction reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        return divisor.equals(BigInteger.ONE)
                ? new Fraction(numerator, denominator)
                : new Fraction(numerator.divide(divisor), denominator.divide(divisor));
    }

    public Fraction plus(Fraction other) {
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negate());
    }

    public Fraction times(Fraction other) {
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException if {@code other} is zero */
    public Fraction over(Fraction other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction negate() {
        return new Fraction(numerator.negate(), denominator);
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isBelow(Fraction other) {
        return compareTo(other) < 0;
    }

    public boolean isAtLeast(Fraction other) {
        return compareTo(other) >= 0;
    }

    /** The greatest whole number that is not greater. */
    public long floor() {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** The decimal with {@code scale} places, half-up. */
    public BigDecimal rounded(int scale) {
        return rounded(scale, RoundingMode.HALF_UP);
    }

    /** The decimal with {@code scale} places, rounded as said. */
    public BigDecimal rounded(int scale, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
    }

    /**
     * The exact decimal.
     *
     * @throws ArithmeticException if there is none, as for 1/3
     */
    public BigDecimal exact() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator));
    }

    /** Whether there is an exact decimal: not for 1/3. */
    public boolean isDecimal() {
        BigInteger left = denominator;
        for (BigInteger factor : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
            while (left.mod(factor).signum() == 0) {
                left = left.divide(factor);
            }
        }
        return left.equals(BigInteger.ONE);
    }

    /** The exact decimal without trailing zeros, for numbers that came from decimals: {@code 0.008}, {@code 12000}. */
    public String plain() {
        BigDecimal exact = exact();
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** The exact decimal with thousands separators, for people: {@code 224,285.71}. */
    public String grouped() {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, exact().scale()));
        return format.format(exact());
    }

    /** As a decimal with at most so many places, rounded half-up, without trailing zeros. */
    public String atMost(int decimals) {
        return Fraction.of(rounded(decimals)).plain();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that
                && numerator.equals(that.numerator)
                && denominator.equals(that.denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    /** {@code n} or {@code n/d}, for people who debug. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
