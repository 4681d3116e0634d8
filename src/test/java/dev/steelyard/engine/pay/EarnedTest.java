package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.people.PersonalTarget;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
                .map(value -> PersonalTarget.whole(new Targets.Target(
                        number(value), "", Optional.empty(), null, Optional.empty(), Optional.empty())));
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
        assertThat(earned.parts()).isNotEmpty().allMatch(part -> part.tiered() == tiered);
        assertThat(earned.parts().stream().map(Earned.Part::basis).reduce(Fraction.ZERO, Fraction::plus))
                .isEqualTo(earned.amount());
        // The same of another amount is cut anew.
        assertThat(paid(earned.with(number("80000")))).isEqualTo("80000×0.8%=640.00");
    }

    /** Each line says which part of the target it pays, and is numbered from 1. */
    @Test
    void theLinesSayWhatTheyPay() {
        RunResult result = Calculated.of(
                SEPTEMBER,
                """
                employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
                targets: subject_type=employee subject=A indicator=sales_amount period=2026-09 target=100000
                products: product_id=P lifecycle=mature
                customers: customer_id=C grade=3A
                orders: order_line_id=L1 order_date=2026-09-10 employee_id=A customer_id=C product_id=P quantity=1 amount=130000 cost=1
                """);
        String name = PLAN.pay().commission().get(0).name().en();
        assertThat(result.payout().stream()
                        .filter(line -> line.component() == PayoutLine.Component.COMMISSION)
                        .map(line -> line.number() + " " + Words.in("en").say(line.note())))
                .containsExactly(
                        "1 " + name + ", up to 80% of target 100000",
                        "2 " + name + ", up to 100% of target 100000",
                        "3 " + name + ", up to 120% of target 100000",
                        "4 " + name + ", the rest of target 100000");
    }

    @Test
    void whatIsAskedOfEditionsAndVouchers() {
        PaidPeriods editions = period -> Optional.of(List.of());
        assertThat(editions.handedOut(SEPTEMBER)).contains(List.of());
        assertThat(PaidPeriods.NONE.handedOut(SEPTEMBER)).isEmpty();
        assertThat(VoucherEntries.placeholders("{period} pay of {name}")).containsExactly("period", "name");
    }

    private static final String COMPANY =
            """
            targets: subject_type=employee subject=A indicator=sales_amount period=2026-09 target=100000
            targets: subject_type=employee subject=B indicator=sales_amount period=2026-09 target=100000
            products: product_id=P lifecycle=mature
            customers: customer_id=C grade=3A
            employees: employee_id=B track=mature team=T1 region=East hire_date=2020-01-01
            """;

    private static String order(String line, String person, String day, String amount, String more) {
        return "orders: order_line_id=%s order_date=%s employee_id=%s customer_id=C product_id=P quantity=1 amount=%s cost=1 %s\n"
                .formatted(line, day, person, amount, more)
                .replace(" \n", "\n");
    }

    /** Who became a manager within the month has what they sold and the mean of the members', numbered on (rules.md 5.2 and 8.1). */
    @Test
    void aManagerWhoSoldBefore() {
        RunResult result = Calculated.of(
                SEPTEMBER,
                COMPANY
                        + "employees: employee_id=A track=manager team=T1 region=East hire_date=2020-01-01\n"
                        + "assignments: employee_id=A from=2026-01-01 to=2026-09-10 track=mature team=T1 region=East\n"
                        + "assignments: employee_id=A from=2026-09-11 track=manager team=T1 region=East\n"
                        + order("L1", "A", "2026-09-10", "1000", "")
                        + order("L2", "B", "2026-09-10", "50000", ""));
        assertThat(Calculated.lines(result.payout(), "commission"))
                .containsExactly(
                        "A commission 1: 1000 × 0.008 = 8.00",
                        "A commission 2: 400 × 1 = 400.00",
                        "B commission 1: 50000 × 0.008 = 400.00");
    }

    /** Paid with a split less paid without it, of the days that the run pays; what takes an earlier period back stands in lines of its own. */
    @Test
    void whatSplitsChange() {
        String split = "splits: order_line_id=%s employee_id=%s share=%s\n";
        RunResult result = Calculated.of(
                SEPTEMBER,
                COMPANY
                        + "employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01\n"
                        + order("L1", "A", "2026-09-10", "10000", "")
                        + split.formatted("L1", "A", "60%") + split.formatted("L1", "B", "40%")
                        + order("L2", "A", "2026-09-11", "-1000", "")
                        + split.formatted("L2", "B", "100%")
                        + order("L3", "A", "2026-08-10", "5000", "")
                        + split.formatted("L3", "B", "100%")
                        + order("R1", "A", "2026-09-12", "-500", "original_line_id=L3")
                        + split.formatted("R1", "B", "100%"));
        assertThat(result.splits().stream()
                        .map(one -> one.line() + " " + one.employeeId() + " "
                                + one.part().plain() + " " + one.seller()))
                .containsExactly("L1 A 6000 A", "L1 B 4000 A", "L2 B -1000 A", "L2 A 0 A");
    }
}
