package dev.steelyard.engine.plan;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.number;
import static dev.steelyard.engine.Given.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan says by itself: grades, limits, vetoes, tiers. */
class PlanTest {

    /** By the printed final, the limit included (rules.md 4.14; ruling 56). */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "130, S",
        "95.00, S",
        "94.99, A",
        "85.00, A",
        "84.99, B",
        "70.00, B",
        "69.99, C",
        "60.00, C",
        "59.99, D",
        "0, D"
    })
    void grades(String score, String grade) {
        assertThat(PLAN.gradeOf(points(score)).grade()).isEqualTo(grade);
    }

    @ParameterizedTest(name = "of {0} and {1} the worse is {2}; {0} is at least {1}: {3}")
    @CsvSource({"S, D, D, true", "D, S, D, false", "B, B, B, true", "A, B, B, true", "C, B, C, false"})
    void theWorseOfTwo(String one, String other, String worse, boolean atLeast) {
        assertThat(PLAN.worse(one, other)).isEqualTo(worse);
        assertThat(PLAN.atLeast(one, other)).isEqualTo(atLeast);
    }

    @Test
    void aGradeThatThePlanDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> PLAN.worse("A", "E")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Severity veto, or one of three kinds, whatever the severity (rules.md 4.6). */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "veto, other, true",
        "major, bribery, true",
        "minor, regulator_notice, true",
        "minor, illegal_promotion_complaint, true",
        "major, gift_meeting, false",
        "minor, other, false",
        "'', '', false"
    })
    void whatVetoes(String severity, String kind, boolean vetoes) {
        assertThat(PLAN.rules().compliance().veto().covers(severity, kind)).isEqualTo(vetoes);
    }

    /** At least the one limit, below the other; unrounded (rulings 46, 53). */
    @ParameterizedTest(name = "at least {0}, below {1}: {2} {3}")
    @CsvSource({
        "100%, , 1, true",
        "100%, , 0.9999999, false",
        ", 70%, 0.6999999, true",
        ", 70%, 0.7, false",
        "10%, 20%, 0.1, true",
        "10%, 20%, 0.2, false",
        "10%, 20%, 0.05, false"
    })
    void limits(String atLeast, String below, String value, boolean meets) {
        Rules.Limit limit = new Rules.Limit(
                "any",
                Optional.ofNullable(atLeast).map(Fraction::parse),
                Optional.ofNullable(below).map(Fraction::parse));
        assertThat(limit.meets(number(value))).isEqualTo(meets);
    }

    /** A plan that holds from 2026-01-01 to 2026-12-31, or for good. */
    @ParameterizedTest(name = "{0}…{1}: {2}, open-ended {3}")
    @CsvSource({
        "2026-01-01, 2026-12-31, true, true", "2025-12-31, 2026-01-31, false, false",
        "2026-12-01, 2027-01-01, false, true", "2026-09-01, 2026-09-30, true, true"
    })
    void theDaysOnWhichItHolds(String first, String last, boolean covers, boolean open) {
        Days days = new Days(day(first), day(last));
        assertThat(new Plan.Effective(day("2026-01-01"), Optional.of(day("2026-12-31"))).covers(days))
                .isEqualTo(covers);
        assertThat(new Plan.Effective(day("2026-01-01"), Optional.empty()).covers(days))
                .isEqualTo(open);
    }

    private static Pay.Commission commission(Optional<String> target, String... tiers) {
        List<Pay.Tier> read = java.util.Arrays.stream(tiers)
                .map(one -> one.split(":"))
                .map(one ->
                        new Pay.Tier(one[0].isEmpty() ? Optional.empty() : Optional.of(number(one[0])), number(one[1])))
                .toList();
        return new Pay.Commission(
                new Name("提成", "commission"),
                List.of("mature"),
                PLAN.pay().commission().get(0).of(),
                target,
                Map.of(),
                read);
    }

    /** Tiers rise, begin above 0, and only the last is open; tiers need a target, a flat rate none. */
    @Test
    void tiersWithoutAGap() {
        assertThat(commission(Optional.of("sales_amount"), "80%:0.8%", "100%:1.2%", ":2%")
                        .tiers())
                .hasSize(3);
        assertThat(commission(Optional.empty(), ":2.5%").tiers()).hasSize(1);
        for (List<String> wrong : List.of(
                List.of("80%:1%"),
                List.of(":1%", ":2%"),
                List.of("80%:1%", "80%:2%", ":3%"),
                List.of("80%:1%", "70%:2%", ":3%"),
                List.of("0%:1%", ":3%"))) {
            assertThatThrownBy(() -> commission(Optional.of("sales_amount"), wrong.toArray(String[]::new)))
                    .as("%s", wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> commission(Optional.empty(), "80%:1%", ":2%"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What is earned on, whatever the rule is called: a ledger finds it again by this. */
    @Test
    void aCommissionRuleIsKnownByWhatItIsEarnedOn() {
        assertThat(PLAN.pay().commission().stream().map(Pay.Commission::id))
                .containsExactly(
                        "orders.amount where product.lifecycle one_of mature",
                        "orders.amount where product.lifecycle one_of innovative",
                        "sell_out.amount");
    }

    @Test
    void whatIsOutsideOfAnySenseIsRefused() {
        assertThatThrownBy(() -> new Plan.Appeals(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan.Appeals(3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan.Returns(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan.Recovery(number("100.01%"), Map.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan.Recovery(number("-1%"), Map.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Plan.Recovery(Fraction.ONE, Map.of(), Optional.empty()).most())
                .isEqualTo(Fraction.ONE);
        assertThat(new Plan.Returns(0).withinMonths()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Voucher.Dates.class)
    void daysAsAccountingSystemsReadThem(Voucher.Dates dates) {
        assertThat(dates.of(day("2026-09-05")))
                .isEqualTo(
                        switch (dates) {
                            case DASHES -> "2026-09-05";
                            case SLASHES -> "2026/9/5";
                            case COMPACT -> "20260905";
                        });
    }
}
