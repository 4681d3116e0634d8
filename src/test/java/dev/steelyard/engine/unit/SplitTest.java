package dev.steelyard.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is divided adds up again to the cent: whole cents first, what is left by the largest remainder, ties by who is first (rules.md 4.4). */
class SplitTest {

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # amount | weights           | parts
            100.00   | A:1 B:1           | A=50.00 B=50.00
            # a third of a cent is left over: the first of equals has it
            100.00   | A:1 B:1 C:1       | A=33.34 B=33.33 C=33.33
            # two cents left, remainders 2/3 each: the first two
            0.05     | A:1 B:1 C:1       | A=0.02 B=0.02 C=0.01
            # 0.10 by 1:2 is 3.33… and 6.66… cents: the larger remainder has the cent
            0.10     | A:1 B:2           | A=0.03 B=0.07
            0.01     | A:1 B:1           | A=0.01 B=0.00
            0.01     | A:1 B:2           | A=0.00 B=0.01
            # final × days: 95.50 × 22 and 80.25 × 11
            8000.00  | A:2101 B:882.75   | A=5633.18 B=2366.82
            # who weighs nothing has nothing
            100.00   | A:0 B:3           | A=0.00 B=100.00
            100.00   | A:0 B:0           |
            0.00     | A:1 B:1           | A=0.00 B=0.00
            # 14285714.43, 42857143.29, 42857143.29 cents
            1000000.01 | A:1 B:3 C:3     | A=142857.15 B=428571.43 C=428571.43
            """)
    void partsSumToTheWhole(String amount, String weights, String parts) {
        Map<String, Fraction> byName = new LinkedHashMap<>();
        Arrays.stream(weights.split(" "))
                .forEach(one -> byName.put(one.substring(0, 1), Fraction.parse(one.substring(2))));
        Map<String, Money> split = Split.of(Money.rounded(Fraction.parse(amount)), byName);
        assertThat(split.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parts == null ? "" : parts);
    }
}
