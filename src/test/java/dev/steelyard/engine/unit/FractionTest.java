package dev.steelyard.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Small or large, a fraction is what two whole numbers without a limit say. */
class FractionTest {

    private record Pair(BigInteger top, BigInteger bottom) {

        Fraction fraction() {
            return Fraction.of(new BigDecimal(top)).over(Fraction.of(new BigDecimal(bottom)));
        }

        /** Reduced, the denominator above 0, as the fraction prints it. */
        String shown() {
            BigInteger divisor = top.gcd(bottom).multiply(BigInteger.valueOf(bottom.signum()));
            BigInteger below = bottom.divide(divisor);
            return top.divide(divisor) + (below.equals(BigInteger.ONE) ? "" : "/" + below);
        }
    }

    /** Numbers around every limit that there is, and others. */
    private static List<BigInteger> numbers() {
        List<BigInteger> numbers = new ArrayList<>();
        for (int bits : new int[] {0, 1, 16, 31, 32, 33, 62, 63, 64, 65, 100}) {
            for (int beside = -1; beside <= 1; beside++) {
                BigInteger number = BigInteger.ONE.shiftLeft(bits).add(BigInteger.valueOf(beside));
                numbers.add(number);
                numbers.add(number.negate());
            }
        }
        SplittableRandom chance = new SplittableRandom(16);
        for (int i = 0; i < 40; i++) {
            numbers.add(BigInteger.valueOf(chance.nextLong() >> chance.nextInt(60)));
        }
        return numbers;
    }

    private static List<Pair> pairs() {
        List<BigInteger> numbers = numbers();
        SplittableRandom chance = new SplittableRandom(1);
        List<Pair> pairs = new ArrayList<>();
        for (BigInteger top : numbers) {
            for (int i = 0; i < 4; i++) {
                BigInteger bottom = numbers.get(chance.nextInt(numbers.size()));
                if (bottom.signum() != 0) {
                    pairs.add(new Pair(top, bottom));
                }
            }
        }
        return pairs;
    }

    @Test
    void reckonsAsWholeNumbersWithoutALimitDo() {
        List<Pair> pairs = pairs();
        assertThat(pairs).hasSizeGreaterThan(300);
        for (int i = 0; i < pairs.size(); i++) {
            Pair a = pairs.get(i);
            assertThat(a.fraction()).hasToString(a.shown());
            // Each meets every fourth of the others, and each number every other somewhere: it stands in four pairs.
            for (int j = i % 4; j < pairs.size(); j += 4) {
                Pair b = pairs.get(j);
                BigInteger cross = a.top().multiply(b.bottom());
                BigInteger other = b.top().multiply(a.bottom());
                BigInteger below = a.bottom().multiply(b.bottom());
                is(a.fraction().plus(b.fraction()), new Pair(cross.add(other), below));
                is(a.fraction().minus(b.fraction()), new Pair(cross.subtract(other), below));
                is(a.fraction().times(b.fraction()), new Pair(a.top().multiply(b.top()), below));
                if (b.top().signum() != 0) {
                    is(
                            a.fraction().over(b.fraction()),
                            new Pair(cross, a.bottom().multiply(b.top())));
                }
                int order = cross.compareTo(other) * below.signum();
                if (Integer.signum(a.fraction().compareTo(b.fraction())) != order) {
                    throw new AssertionError(a + " against " + b);
                }
            }
        }
    }

    private static void is(Fraction fraction, Pair expected) {
        // Said by hand: a million of AssertJ's sentences take longer than the sums.
        if (!fraction.toString().equals(expected.shown())
                || !fraction.equals(expected.fraction())
                || fraction.hashCode() != expected.fraction().hashCode()
                || fraction.signum()
                        != expected.top().signum() * expected.bottom().signum()) {
            throw new AssertionError(fraction + " is not " + expected.shown());
        }
    }

    @Test
    void roundsAsItsDecimalDoes() {
        for (Pair pair : pairs()) {
            BigDecimal expected =
                    new BigDecimal(pair.top()).divide(new BigDecimal(pair.bottom()), 6, RoundingMode.HALF_UP);
            assertThat(pair.fraction().rounded(6)).isEqualTo(expected);
        }
    }

    /** Every scale and size of decimals, whose zeros at the end say nothing. */
    @Test
    void aDecimalIsReadAndToldToTheDigit() {
        SplittableRandom chance = new SplittableRandom(21);
        for (BigInteger number : numbers()) {
            for (int scale = -3; scale <= 40; scale++) {
                BigDecimal decimal = new BigDecimal(number, scale);
                Fraction fraction = Fraction.of(decimal);
                BigDecimal exact = new BigDecimal(number).divide(BigDecimal.TEN.pow(Math.max(scale, 0)));
                if (scale < 0) {
                    exact = new BigDecimal(number).multiply(BigDecimal.TEN.pow(-scale));
                }
                assertThat(fraction.exact()).isEqualByComparingTo(decimal).isEqualTo(reduced(exact));
                assertThat(fraction.isDecimal()).isTrue();
                assertThat(fraction.plain())
                        .isEqualTo(
                                number.signum() == 0
                                        ? "0"
                                        : decimal.stripTrailingZeros().toPlainString());
            }
        }
        for (int i = 0; i < 2000; i++) {
            BigInteger bottom = BigInteger.valueOf(1 + chance.nextLong(1L << 1 + chance.nextInt(61)));
            Pair pair = new Pair(BigInteger.valueOf(chance.nextLong() >> chance.nextInt(60)), bottom);
            assertThat(pair.fraction()).hasToString(pair.shown());
            assertThat(pair.fraction().isDecimal()).isEqualTo(isDecimal(pair));
        }
    }

    /** Without a scale below 0, as quotients are told. */
    private static BigDecimal reduced(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static boolean isDecimal(Pair pair) {
        try {
            new BigDecimal(pair.top()).divide(new BigDecimal(pair.bottom()));
            return true;
        } catch (ArithmeticException none) {
            return false;
        }
    }
}
