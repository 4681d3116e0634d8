package dev.steelyard.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    /** Of any size and number of decimals, in any order: the sum of decimals, to the last digit. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSumOfTheDecimals(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            values.add(new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(14) - 2)
                    .multiply(BigDecimal.valueOf(random.nextInt(3) - 1)));
        }
        // What just fits a long, again and again: a lane must overflow without a trace.
        values.addAll(Collections.nCopies(30, BigDecimal.valueOf(999_999_999_999_999_999L, 2)));
        BigDecimal expected = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum(values)).isEqualByComparingTo(expected);
        Collections.shuffle(values, random);
        assertThat(sum(values)).isEqualByComparingTo(expected);
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);
        return sum.total();
    }
}
