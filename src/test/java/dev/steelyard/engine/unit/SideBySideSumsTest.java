package dev.steelyard.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideSumsTest {

    /** Whatever is added and wherever room is made, each sum is what the decimals come to, with as many places. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachIsTheSumOfItsDecimals(long seed) {
        Random random = new Random(seed);
        Sums sums = new Sums(0);
        List<BigDecimal> expected = new ArrayList<>();
        for (int step = 0; step < 3_000; step++) {
            if (expected.isEmpty() || random.nextInt(100) == 0) {
                int at = random.nextInt(expected.size() + 1);
                int count = 1 + random.nextInt(3);
                int capacity = Math.max(sums.size(), expected.size() + count + random.nextInt(3));
                sums.insert(at, count, expected.size(), capacity);
                for (int i = 0; i < count; i++) {
                    expected.add(at, BigDecimal.ZERO);
                }
            }
            int at = random.nextInt(expected.size());
            BigDecimal value = value(random);
            boolean isLong = value.scale() >= 0 && value.unscaledValue().bitLength() < 63;
            if (isLong && random.nextBoolean()) {
                sums.add(at, value.unscaledValue().longValue(), value.scale());
            } else {
                sums.add(at, value);
            }
            expected.set(at, expected.get(at).add(value));
            assertThat(sums.total(at)).isEqualTo(expected.get(at));
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat(sums.total(i)).isEqualTo(expected.get(i));
        }
    }

    /** Money mostly, at times what just fits a long, or does not. */
    private static BigDecimal value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> BigDecimal.valueOf(Long.MAX_VALUE - random.nextInt(9), random.nextInt(4));
            case 1 -> new BigDecimal(new BigInteger(90, random), random.nextInt(6));
            case 2 -> BigDecimal.valueOf(-random.nextInt(1_000), random.nextInt(15));
            default -> BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000L, 2);
        };
    }
}
