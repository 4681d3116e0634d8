package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * An exact rational number: every value between an export's cell and the points it earns.
 *
 * <p>Exact, so that a value which stands precisely on a limit or on half a cent is recognised as such (rules.md 4.4; rulings 46). Percentages are fractions: 12.5% is 0.125. Nearly all are of longs, and reckoned with as such; what
 * would not fit is reckoned with without a limit.
 */
public final class Fraction implements Comparable<Fraction> {

    /** The small whole numbers: most counts, points and weights are of them, and there are millions of those. */
    private static final Fraction[] WHOLE = new Fraction[1024];

    static {
        for (int whole = 0; whole < WHOLE.length; whole++) {
            WHOLE[whole] = new Fraction(whole, 1);
        }
    }

    public static final Fraction ZERO = WHOLE[0];
    public static final Fraction ONE = WHOLE[1];

    /** The numerator and the denominator, where both are small: then {@link #big} is null. */
    private final long top;

    private final long bottom;

    /** Where one of them is not small. */
    private final Big big;

    private record Big(BigInteger top, BigInteger bottom) {}

    /** The powers of ten that are small. */
    private static final long[] TENS =
            LongStream.iterate(1, ten -> ten * 10).limit(19).toArray();

    private Fraction(long top, long bottom) {
        this.top = top;
        this.bottom = bottom;
        this.big = null;
    }

    private Fraction(Big big) {
        this.top = 0;
        this.bottom = 0;
        this.big = big;
    }

    /** A whole number. */
    public static Fraction of(long whole) {
        return whole == Long.MIN_VALUE ? of(BigInteger.valueOf(whole), BigInteger.ONE) : small(whole, 1);
    }

    /** A decimal number, exact. */
    public static Fraction of(BigDecimal decimal) {
        if (decimal.scale() > 0 && decimal.scale() < TENS.length && decimal.precision() < TENS.length) {
            return of(decimal.unscaledValue().longValue(), TENS[decimal.scale()]);
        }
        return decimal.scale() <= 0
                ? of(decimal.toBigIntegerExact(), BigInteger.ONE)
                : of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** Reduced, and small if it can be. */
    private static Fraction of(BigInteger top, BigInteger bottom) {
        if (isSmall(top) && isSmall(bottom)) {
            return of(top.longValue(), bottom.longValue());
        }
        BigInteger divisor = top.gcd(bottom);
        if (bottom.signum() < 0) {
            divisor = divisor.negate();
        }
        BigInteger reducedTop = top.divide(divisor);
        BigInteger reducedBottom = bottom.divide(divisor);
        return isSmall(reducedTop) && isSmall(reducedBottom)
                ? small(reducedTop.longValue(), reducedBottom.longValue())
                : new Fraction(new Big(reducedTop, reducedBottom));
    }

    /** Whether it is a long whose negative is one too. */
    private static boolean isSmall(BigInteger number) {
        return number.bitLength() < Long.SIZE && number.longValue() != Long.MIN_VALUE;
    }

    private static Fraction of(long top, long bottom) {
        long divisor = gcd(Math.abs(top), Math.abs(bottom));
        return bottom < 0 ? small(-top / divisor, -bottom / divisor) : small(top / divisor, bottom / divisor);
    }

    /** @param bottom above 0, without a divisor in common with {@code top} */
    private static Fraction small(long top, long bottom) {
        return bottom == 1 && top >= 0 && top < WHOLE.length ? WHOLE[(int) top] : new Fraction(top, bottom);
    }

    private static long gcd(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** Whether the product is small. */
    private static boolean fits(long one, long other) {
        long product = one * other;
        return Math.multiplyHigh(one, other) == product >> Long.SIZE - 1 && product != Long.MIN_VALUE;
    }

    private BigInteger numerator() {
        return big == null ? BigInteger.valueOf(top) : big.top();
    }

    private BigInteger denominator() {
        return big == null ? BigInteger.valueOf(bottom) : big.bottom();
    }

    /** Reads a plain decimal or a percentage: {@code 0.125}, {@code -20%}. */
    public static Fraction parse(String text) {
        String stripped = text.strip();
        return stripped.endsWith("%")
                ? of(new BigDecimal(stripped.substring(0, stripped.length() - 1).strip()).movePointLeft(2))
                : of(new BigDecimal(stripped));
    }

    /** The sum, exact. */
    public Fraction plus(Fraction other) {
        if (big == null
                && other.big == null
                && fits(top, other.bottom)
                && fits(other.top, bottom)
                && fits(bottom, other.bottom)) {
            long one = top * other.bottom;
            long two = other.top * bottom;
            long sum = one + two;
            boolean isOver = ((one ^ sum) & (two ^ sum)) < 0 || sum == Long.MIN_VALUE;
            if (!isOver) {
                return of(sum, bottom * other.bottom);
            }
        }
        return of(
                numerator().multiply(other.denominator()).add(other.numerator().multiply(denominator())),
                denominator().multiply(other.denominator()));
    }

    /** The difference, exact. */
    public Fraction minus(Fraction other) {
        return plus(other.negate());
    }

    /** The product, exact. */
    public Fraction times(Fraction other) {
        if (big == null && other.big == null && fits(top, other.top) && fits(bottom, other.bottom)) {
            return of(top * other.top, bottom * other.bottom);
        }
        return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
    }

    /** @throws ArithmeticException if {@code other} is zero */
    public Fraction over(Fraction other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        if (big == null && other.big == null && fits(top, other.bottom) && fits(bottom, other.top)) {
            return of(top * other.bottom, bottom * other.top);
        }
        return of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
    }

    /** The same on the other side of 0. */
    public Fraction negate() {
        return big == null
                ? new Fraction(-top, bottom)
                : new Fraction(new Big(big.top().negate(), big.bottom()));
    }

    /** The smaller of both. */
    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The greater of both. */
    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** −1, 0 or 1. */
    public int signum() {
        return big == null ? Long.signum(top) : big.top().signum();
    }

    /** Whether it is smaller; an equal one is not. */
    public boolean isBelow(Fraction other) {
        return compareTo(other) < 0;
    }

    /** Whether it is as great or greater. */
    public boolean isAtLeast(Fraction other) {
        return compareTo(other) >= 0;
    }

    /** The greatest whole number that is not greater. */
    public long floor() {
        return top().divide(bottom(), 0, RoundingMode.FLOOR).longValueExact();
    }

    /** The decimal with {@code scale} places, half-up. */
    public BigDecimal rounded(int scale) {
        return rounded(scale, RoundingMode.HALF_UP);
    }

    /** The decimal with {@code scale} places, rounded as said. */
    public BigDecimal rounded(int scale, RoundingMode mode) {
        return top().divide(bottom(), scale, mode);
    }

    /**
     * The exact decimal.
     *
     * @throws ArithmeticException if there is none, as for 1/3
     */
    public BigDecimal exact() {
        int scale = places();
        if (scale >= 0 && fits(top, TENS[scale] / bottom)) {
            return BigDecimal.valueOf(top * (TENS[scale] / bottom), scale);
        }
        return top().divide(bottom());
    }

    /** The decimals of a fraction of small numbers; −1 where it is none, or has more of them than a small power of ten. */
    private int places() {
        if (big == null) {
            for (int scale = 0; scale < TENS.length; scale++) {
                if (TENS[scale] % bottom == 0) {
                    return scale;
                }
            }
        }
        return -1;
    }

    /** Whether there is an exact decimal: not for 1/3. */
    public boolean isDecimal() {
        if (places() >= 0) {
            return true;
        }
        BigInteger left = denominator();
        for (BigInteger factor : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
            while (left.mod(factor).signum() == 0) {
                left = left.divide(factor);
            }
        }
        return left.equals(BigInteger.ONE);
    }

    /** {@code 0.008} as {@code 0.8%}, exact. */
    public String percent() {
        return times(Fraction.of(100)).plain() + "%";
    }

    /** The exact decimal without trailing zeros, for numbers that came from decimals: {@code 0.008}, {@code 12000}. */
    public String plain() {
        if (bottom == 1) {
            return Long.toString(top);
        }
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

    private BigDecimal top() {
        return big == null ? BigDecimal.valueOf(top) : new BigDecimal(big.top());
    }

    private BigDecimal bottom() {
        return big == null ? BigDecimal.valueOf(bottom) : new BigDecimal(big.bottom());
    }

    @Override
    public int compareTo(Fraction other) {
        if (big == null && other.big == null && fits(top, other.bottom) && fits(other.top, bottom)) {
            return Long.compare(top * other.bottom, other.top * bottom);
        }
        return numerator()
                .multiply(other.denominator())
                .compareTo(other.numerator().multiply(denominator()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction that
                && top == that.top
                && bottom == that.bottom
                && Objects.equals(big, that.big);
    }

    @Override
    public int hashCode() {
        return Objects.hash(top, bottom, big);
    }

    /** {@code n} or {@code n/d}, for people who debug. */
    @Override
    public String toString() {
        if (big == null) {
            return bottom == 1 ? Long.toString(top) : top + "/" + bottom;
        }
        return denominator().equals(BigInteger.ONE) ? numerator().toString() : numerator() + "/" + denominator();
    }
}
