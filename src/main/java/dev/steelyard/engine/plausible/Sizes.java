package dev.steelyard.engine.plausible;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How large amounts above 0 are, to two significant digits: enough for a median that is held against another. */
final class Sizes {

    /** Sizes are two significant digits and an exponent. */
    private static final int DIGITS = 90;

    /** Amounts below 0.00000001 and from 10 to the 16th count as the least and the greatest there are. */
    private static final int LOWEST = -8;

    /** How many sizes there are. */
    static final int COUNT = 24 * DIGITS;

    private static final long[] POWERS = new long[18];

    static {
        Arrays.setAll(POWERS, i -> BigInteger.TEN.pow(i).longValue());
    }

    private Sizes() {}

    /** The first two digits of a number above 0, and how large it is: {@code 9040} lies between 40 and 41 hundred. */
    static int of(BigDecimal number) {
        BigInteger unscaled = number.unscaledValue();
        if (number.precision() <= 18) {
            return of(unscaled.longValue(), number.scale());
        }
        int digits = unscaled.divide(BigInteger.TEN.pow(number.precision() - 2)).intValue();
        return of(number.precision(), number.scale(), digits);
    }

    /** @param unscaled of at most 18 digits */
    static int of(long unscaled, int scale) {
        int precision = 1;
        while (precision < POWERS.length && unscaled >= POWERS[precision]) {
            precision++;
        }
        return of(
                precision,
                scale,
                precision > 2 ? (int) (unscaled / POWERS[precision - 2]) : (int) unscaled * (precision == 1 ? 10 : 1));
    }

    private static int of(int precision, int scale, int digits) {
        return Math.min(Math.max((precision - scale - LOWEST) * DIGITS + digits - 10, 0), COUNT - 1);
    }

    /** The least number of a size. */
    private static BigDecimal least(int size) {
        int exponent = size / DIGITS + LOWEST;
        return BigDecimal.valueOf(size % DIGITS + 10L).scaleByPowerOfTen(exponent - 2);
    }

    /** The size that half of the rows reach; empty where there are none. */
    static Optional<BigDecimal> median(Map<Integer, Long> sizes) {
        return quantile(sizes, 10);
    }

    /** Between which sizes nine tenths of the rows lie; empty where there are none. */
    static Optional<MonthProfile.Spread> spread(Map<Integer, Long> sizes) {
        return quantile(sizes, 1)
                .map(low -> new MonthProfile.Spread(low, quantile(sizes, 19).orElseThrow()));
    }

    /** The size that so many twentieths of the rows reach. */
    private static Optional<BigDecimal> quantile(Map<Integer, Long> sizes, int twentieths) {
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (Map.Entry<Integer, Long> size : new TreeMap<>(sizes).entrySet()) {
            before += size.getValue();
            if (20 * before >= twentieths * all) {
                return Optional.of(least(size.getKey()));
            }
        }
        return Optional.empty();
    }
}
