package dev.steelyard.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half-up goes by magnitude (ruling 133): what is taken back is rounded as what is paid. */
class HalfUpTest {

    @ParameterizedTest
    @CsvSource({
        "-0.005, -0.01",
        "0.005, 0.01",
        "-0.004999, 0.00",
        "-0.015, -0.02",
        "-1.235, -1.24",
        "-1.2349, -1.23",
        "-2.5, -2.50"
    })
    void ofMoneyAndPoints(String exact, String printed) {
        assertThat(Money.rounded(Fraction.parse(exact))).hasToString(printed);
        assertThat(Points.rounded(Fraction.parse(exact))).hasToString(printed);
        assertThat(Money.rounded(Fraction.parse(exact)).negate())
                .isEqualTo(Money.rounded(Fraction.parse(exact).negate()));
    }

    @ParameterizedTest
    @CsvSource({"-1, 200, -0.01", "1, 200, 0.01", "-1, 3, -0.33", "-2, 3, -0.67", "-1, 400, 0.00"})
    void ofQuotients(int numerator, int denominator, String printed) {
        Fraction quotient = Fraction.of(numerator).over(Fraction.of(denominator));
        assertThat(Money.rounded(quotient)).hasToString(printed);
    }
}
