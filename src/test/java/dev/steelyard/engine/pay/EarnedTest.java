package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.Targets;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sales against the target, cut into the parts that each tier pays for: up to 80 % of it 0.8 %, to 100 % 1.2 %, to 120 % 1.6 %, above
 * 2.0 % (rules.md 5.1; rulings 63–66).
 */
class EarnedTest {

    private static Earned earned(int rule, String sales, String target) {
        Pay.Commission commission = PLAN.pay().commission().get(rule);
        Optional<PersonalTarget> against = Optional.ofNullable(target)
                .map(value -> PersonalTarget.whole(
                        new Targets.Target(number(value), null, Optional.empty(), Optional.empty())));
        return Earned.of(commission, List.of(SEPTEMBER.days()), number(sales), against);
    }

    private static String paid(Earned earned) {
        return earned.parts().stream()
                .filter(part -> part.basis().signum() != 0)
                .map(part -> part.basis().plain() + "×"
                        + part.tier().rate().times(Fraction.of(100)).plain() + "%="
                        + Money.rounded(part.basis().times(part.tier().rate())))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0} of a target of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            79999.99  | 100000 | 79999.99×0.8%=640.00
            80000     | 100000 | 80000×0.8%=640.00
            80000.01  | 100000 | 80000×0.8%=640.00 0.01×1.2%=0.00
            100000    | 100000 | 80000×0.8%=640.00 20000×1.2%=240.00
            110000    | 100000 | 80000×0.8%=640.00 20000×1.2%=240.00 10000×1.6%=160.00
            120000    | 100000 | 80000×0.8%=640.00 20000×1.2%=240.00 20000×1.6%=320.00
            150000    | 100000 | 80000×0.8%=640.00 20000×1.2%=240.00 20000×1.6%=320.00 30000×2%=600.00
            # half a cent up: 62.50 × 0.8 % = 0.50, 0.625 × 0.8 % = 0.005
            0.625     | 100000 | 0.625×0.8%=0.01
            # without a target, and below 0: the first tier alone (rulings 65, 66)
            150000    |        | 150000×0.8%=1200.00
            -5000     | 100000 | -5000×0.8%=-40.00
            0         | 100000 |
            """)
    void mature(String sales, String target, String lines) {
        assertThat(paid(earned(0, sales, target))).isEqualTo(lines == null ? "" : lines);
    }

    /** Flat rates, whatever the sum. */
    @ParameterizedTest(name = "rule {0}: {1} earns {2}")
    @CsvSource({"1, 40000.10, 1000.00", "1, -500, -12.50", "2, 100000, 600.00", "2, -0.83, 0.00", "2, -0.84, -0.01"})
    void innovativeAndDealer(int rule, String amount, String paid) {
        Earned earned = earned(rule, amount, null);
        assertThat(earned.parts()).singleElement().satisfies(part -> {
            assertThat(part.tiered()).isFalse();
            assertThat(part.from()).isEqualTo(Fraction.ZERO);
            assertThat(Money.rounded(part.basis().times(part.tier().rate()))).hasToString(paid);
        });
    }

    /** Where each part begins, and that it was a tier's limit that cut it. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"150000, 0 80000 100000 120000, true", "90000, 0 80000, true", "-1, 0, false"})
    void whereTheTiersBegin(String sales, String from, boolean tiered) {
        Earned earned = earned(0, sales, "100000");
        assertThat(earned.parts().stream().map(part -> part.from().plain()).collect(Collectors.joining(" ")))
                .isEqualTo(from);
        assertThat(earned.parts()).allMatch(part -> part.tiered() == tiered);
        assertThat(earned.parts().stream().map(Earned.Part::basis).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(earned.amount());
        // The same of another amount is cut anew.
        assertThat(paid(earned.with(number("80000")))).isEqualTo("80000×0.8%=640.00");
    }
}
