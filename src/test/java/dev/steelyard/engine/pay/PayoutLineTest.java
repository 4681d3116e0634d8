package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.number;
import static dev.steelyard.engine.pay.Lines.NOTE;
import static dev.steelyard.engine.pay.Lines.lines;
import static dev.steelyard.engine.pay.Lines.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A line's basis × its printed rate is its amount to the cent (rulings 63, 77, 87, 133). */
class PayoutLineTest {

    @ParameterizedTest(name = "{0} × {1} = {2}")
    @CsvSource({
        "1000, 0.8%, 8.00",
        "0.625, 0.8%, 0.01",
        "-0.625, 0.8%, -0.01",
        "0.62, 0.8%, 0.00",
        "1040, -0.5, -520.00",
        "1040, 0.2, 208.00"
    })
    void roundedOnceHalfUp(String basis, String rate, String amount) {
        PayoutLine line = PayoutLine.pay(
                new PayoutLine.Key(somebody("E1"), Component.COMMISSION, 1, SEPTEMBER),
                number(basis),
                number(rate),
                NOTE);
        assertThat(line.amount()).hasToString(amount);
        assertThat(line.status()).isEqualTo(Status.PAY);
        assertThat(line.sourcePeriod()).isEqualTo(SEPTEMBER);
    }

    /** A salary by 123 of 248 working days: the rate has no end, and is printed with 20 decimals that still give the amount. */
    @ParameterizedTest(name = "{0} × {1}/{2} = {4} by {3}")
    @CsvSource({
        "10000, 123, 248, 0.49596774193548387097, 4959.68",
        "10000, 1, 3, 0.33333333333333333333, 3333.33",
        "10000, 124, 248, 0.5, 5000.00",
        // 3 × 1/200 is a cent and a half: a rate that ends is left as it is
        "3, 1, 200, 0.005, 0.02",
        // 0.03 ÷ 6 is half a cent to the digit; 0.16666666666666666667 lies above, so it rounds up as it must
        "0.03, 1, 6, 0.16666666666666666667, 0.01",
        // 0.015 ÷ 3 likewise, but 0.33333333333333333333 lies below: the last digit is raised
        "0.015, 1, 3, 0.33333333333333333334, 0.01"
    })
    void aRateWithoutAnEndStillMultipliesToTheAmount(String basis, long above, long below, String rate, String amount) {
        PayoutLine line = PayoutLine.byQuotient(
                new PayoutLine.Key(somebody("E1"), Component.COMPLIANCE_BONUS, 1, SEPTEMBER),
                number(basis),
                Fraction.of(above).over(Fraction.of(below)),
                NOTE);
        assertThat(line.rate().orElseThrow().plain()).isEqualTo(rate);
        assertThat(line.amount()).hasToString(amount);
        assertThat(Money.rounded(line.basis().times(line.rate().orElseThrow()))).isEqualTo(line.amount());
    }

    /** What a veto takes with it, and what a close settles by itself (rules.md 5.4 and 8.8; rulings 112, 140). */
    @ParameterizedTest
    @EnumSource(Component.class)
    void whatAVetoTakes(Component component) {
        List<Component> balance = List.of(Component.RECOVERY, Component.RECOVERY_CARRIED);
        List<Component> stands = List.of(
                Component.ADJUSTMENT, Component.RETURN_REVERSAL, Component.RECOVERY, Component.RECOVERY_CARRIED);
        assertThat(PayoutLine.isForfeited(component)).isEqualTo(!stands.contains(component));
        assertThat(PayoutLine.isOfBalance(component)).isEqualTo(balance.contains(component));
        assertThat(Component.of(component.code())).isEqualTo(component);
    }

    @Test
    void theSameLineWithAnotherFateOrInOtherWords() {
        PayoutLine line = lines("E1 commission 100.00").get(0);
        PayoutLine held = line.with(Status.ON_HOLD, List.of("EV1"));
        assertThat(held.status()).isEqualTo(Status.ON_HOLD);
        assertThat(held.heldBy()).containsExactly("EV1");
        assertThat(held.with(Status.PAY, List.of())).isEqualTo(line);
        Said other = Said.text("other");
        assertThat(line.saying(other).note()).isEqualTo(other);
        assertThat(line.saying(other).saying(NOTE)).isEqualTo(line);
        assertThat(line.id("month-end", 2)).isEqualTo("month-end-2026-09-r2-E1-commission-1");
    }

    @Test
    void aTrueUpIsItsDifferenceTimesOne() {
        PayoutLine line = PayoutLine.trueUp(
                new PayoutLine.Key(somebody("E1"), Component.TRUE_UP, 3, SEPTEMBER),
                SEPTEMBER.previous(),
                new PayoutLine.Correction(Component.COMMISSION, 2),
                new Money(new java.math.BigDecimal("-12.30")),
                NOTE);
        assertThat(line.basis()).isEqualTo(number("-12.30"));
        assertThat(line.rate()).contains(Fraction.ONE);
        assertThat(line.amount()).hasToString("-12.30");
        assertThat(line.period()).isEqualTo(SEPTEMBER);
        assertThat(line.sourcePeriod()).isEqualTo(SEPTEMBER.previous());
        assertThat(line.corrects().orElseThrow().revision()).isEqualTo(2);
    }

    /** What one person's lines come to, by what becomes of them. */
    @ParameterizedTest(name = "{0}: {1} lines, pay {2}, on hold {3}, carried {4}, all {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            E1 commission 100.00, E1 grade_adjustment -20.00               | 2 | 80.00  | 0.00   | 0.00  | 80.00
            E1 commission 100.00 on_hold, E1 adjustment 5.00               | 2 | 5.00   | 100.00 | 0.00  | 105.00
            E1 commission 7.50 carried, E1 commission 1.25 on_hold         | 2 | 0.00   | 1.25   | 7.50  | 8.75
                                                                           | 0 | 0.00   | 0.00   | 0.00  | 0.00
            """)
    void whatOnePersonsLinesComeTo(String text, int count, String pay, String onHold, String carried, String all) {
        PersonalPayout payout = PersonalPayout.of("E1", lines(text));
        assertThat(payout.lines()).isEqualTo(count);
        assertThat(payout.pay()).hasToString(pay);
        assertThat(payout.onHold()).hasToString(onHold);
        assertThat(payout.carried()).hasToString(carried);
        assertThat(payout.total()).hasToString(all);
    }

    /** The year's two bonuses may be taxed as one bonus of the year; their true-ups, and all else, are wages (ruling 118). */
    @ParameterizedTest
    @EnumSource(Component.class)
    void theYearsBonusesAreTaxedAsSuch(Component component) {
        boolean ofTheYear = component == Component.COMPLIANCE_BONUS || component == Component.NO_VIOLATION_BONUS;
        PayoutLine line = PayoutLine.pay(
                new PayoutLine.Key(somebody("E1"), component, 1, SEPTEMBER), number("10"), number("1"), NOTE);
        assertThat(line.taxKind()).isEqualTo(ofTheYear ? "annual_bonus" : "wages");
    }
}
