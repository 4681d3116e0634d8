package dev.steelyard.engine.verb;

import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.score.IndicatorScore;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each verb makes of rows, at its edges: the value before the curve (rules.md 4.1, 4.2; rulings 17, 20–35). */
class VerbsTest {

    private static final String COMPANY =
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=I track=innovation team=T1 region=East hire_date=2020-01-01
            employees: employee_id=D track=dealer team=T1 region=East hire_date=2020-01-01
            products: product_id=P lifecycle=mature
            products: product_id=N lifecycle=innovative launch_date=2020-01-01
            customers: customer_id=C grade=3A region=East
            customers: customer_id=K grade=2A region=East
            """;

    /** Rows of one dataset, cells of one row apart by spaces, rows by commas; keys are made up. */
    private static String rows(String dataset, String key, String rows) {
        int[] number = {0};
        return rows == null || rows.isBlank()
                ? ""
                : Arrays.stream(rows.split(", "))
                        .map(row -> dataset + ": " + key + "=X" + number[0]++ + " " + row)
                        .collect(Collectors.joining("\n"));
    }

    private static IndicatorScore measured(String person, String indicator, String facts) {
        return Calculated.of(SEPTEMBER, COMPANY + facts).book().find(person).orElseThrow().card().indicators().stream()
                .filter(score -> score.id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static void check(IndicatorScore score, String value) {
        assertThat(score.measured().value())
                .isEqualTo(Optional.ofNullable(value)
                        .map(text -> text.contains("/")
                                ? number(text.split("/")[0]).over(number(text.split("/")[1]))
                                : number(text)));
    }

    /** By the day of a date-time in the plan's zone: 23:59 of the last day is in, 00:00 of the next is not. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            complete=yes visited_at=2026-09-30T23:59, complete=no visited_at=2026-10-01T00:00   | 1
            complete=yes visited_at=2026-09-01T00:00, complete=no visited_at=2026-08-31T23:59   | 1
            # a blank yes/no is no, and stays in the denominator (ruling 24)
            complete=yes visited_at=2026-09-10T10:00, visited_at=2026-09-11T10:00               | 1/2
            complete=no visited_at=2026-09-10T10:00                                             | 0
            complete=yes                                                                        |
            """)
    void share(String visits, String value) {
        check(
                measured(
                        "A",
                        "visit_record_completeness",
                        rows(
                                "visits",
                                "visit_id",
                                visits.replace("complete", "employee_id=A complete")
                                        .replaceAll("(^|, )(visited_at)", "$1employee_id=A $2"))),
                value);
    }

    /** Decided in the window, with a result: rows without either do not count on any side (ruling 26). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            result=approved decided_date=2026-09-01, result=rejected decided_date=2026-09-30 | 1/2
            result=approved decided_date=2026-09-01, decided_date=2026-09-30                 | 1
            result=approved, result=rejected decided_date=2026-09-30                         | 0
            result=rejected decided_date=2026-08-31                                          |
            """)
    void ratio(String materials, String value) {
        check(
                measured(
                        "A",
                        "material_approval",
                        rows("materials", "material_id", materials.replaceAll("(^|, )", "$1employee_id=A "))),
                value);
    }

    /** Two working days: raised Friday the 11th, Saturday or Sunday, the last is Tuesday the 15th; unanswered is not within. */
    @ParameterizedTest(name = "raised {0}, answered {1}: {2}")
    @CsvSource({
        "2026-09-11T17:00, 2026-09-15T23:59, 1",
        "2026-09-11T17:00, 2026-09-16T00:00, 0",
        "2026-09-12T09:00, 2026-09-15T23:59, 1",
        "2026-09-13T09:00, 2026-09-16T00:01, 0",
        "2026-09-10T09:00, 2026-09-10T09:00, 1",
        "2026-09-30T09:00, '', 0",
        // Before the holiday: the 8th and 9th of October are the next working days.
        "2026-09-30T09:00, 2026-10-09T12:00, 1",
        "2026-09-30T09:00, 2026-10-10T12:00, 0",
        // The make-up Sunday of the 20th is a working day.
        "2026-09-18T09:00, 2026-09-21T12:00, 1",
        "2026-09-18T09:00, 2026-09-22T12:00, 0"
    })
    void within(String raised, String answered, String value) {
        check(
                measured(
                        "A",
                        "response_time",
                        rows(
                                "requests",
                                "request_id",
                                "employee_id=A customer_id=C raised_at=" + raised + " responded_at=" + answered)),
                value);
    }

    /** 100 × (promoters − detractors) ÷ answers, from five answers on; 9 and 10 promote, 0 to 6 detract. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'10 9 8 7 6', 20",
        "'9 9 9 9', ",
        "'6 6 6 6 6', -100",
        "'7 8 7 8 7', 0",
        "'10 10 10 10 0 7', 50",
        "'10 9 9 9 _', "
    })
    void nps(String scores, String value) {
        String rows = Arrays.stream(scores.split(" "))
                .map(score -> "employee_id=A date=2026-09-05 score=" + score.replace("_", ""))
                .collect(Collectors.joining(", "));
        check(measured("A", "nps", rows("nps", "response_id", rows)), value);
    }

    /** All filled values of both columns over their number; an answer is a row with at least one of them (ruling 29). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'5/5 5/5 5/5 5/5 4/4', 24/5",
        "'5/_ 5/_ 5/_ 5/_ _/1', 21/5",
        "'5/5 5/5 5/5 5/5 _/_', ",
        "'5/5 5/5 5/5 5/5', "
    })
    void averageOverTwoColumns(String answers, String value) {
        String rows = Arrays.stream(answers.split(" "))
                .map(one -> one.replace("_", "").split("/", -1))
                .map(one -> "employee_id=A date=2026-09-05 score=7 expertise=" + one[0] + " fit=" + one[1])
                .collect(Collectors.joining(", "));
        check(measured("A", "expertise_fit", rows("nps", "response_id", rows)), value);
    }

    private static String order(String day, String product, String customer, String quantity, String amount) {
        return "employee_id=A order_date=%s product_id=%s customer_id=%s quantity=%s amount=%s cost=0"
                .formatted(day, product, customer, quantity, amount);
    }

    /** (now − base) ÷ base of mature products; no base, or one of 0 or less, is none; no sales now is −100 %. */
    @ParameterizedTest(name = "{0} a year ago, {1} now: {2}")
    @CsvSource({
        "100, 110, 0.1",
        "100, 0, -1",
        "100, -50, -1.5",
        "0, 100, ",
        "-10, 100, ",
        "300, 100, -2/3",
        "100, 100, 0"
    })
    void growth(String base, String now, String value) {
        check(
                measured(
                        "A",
                        "sales_growth",
                        rows(
                                "orders",
                                "order_line_id",
                                order("2025-09-01", "P", "C", "1", base) + ", "
                                        + order("2026-09-30", "P", "C", "1", now) + ", "
                                        + order("2026-09-30", "N", "C", "1", "999"))),
                value);
    }

    /** Of the customers of the three months before, how many ordered again; returns are no orders, any product is. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-06-01 C 1, 2026-08-31 K 1, 2026-09-01 C 1             | 1/2
            2026-06-01 C 1, 2026-06-02 C 1, 2026-09-30 C 1             | 1
            2026-05-31 C 1, 2026-09-30 C 1                             |
            2026-06-01 C -1, 2026-09-30 C 1                            |
            2026-06-01 C 1, 2026-09-30 C -1                            | 0
            2026-06-01 C 1, 2026-09-30 K 1                             | 0
            """)
    void repeat(String orders, String value) {
        String rows = Arrays.stream(orders.split(", "))
                .map(one -> one.split(" "))
                .map(one -> order(one[0], "N", one[1], one[2], "1"))
                .collect(Collectors.joining(", "));
        check(measured("A", "repurchase_rate", rows("orders", "order_line_id", rows)), value);
    }

    /** Distinct pairs, both filled, against a target above 0; with a target and no rows 0 (rulings 22, 27). */
    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            C Eye, C Eye, C Ear, K Eye | 4   | 3/4
            C Eye                      | 0.5 | 2
                                       | 4   | 0
            C Eye, C _                 | 1   | 1
            C Eye                      | 0   |
            """)
    void attainmentOfDistinctPairs(String visits, String target, String value) {
        String rows = visits == null
                ? "employee_id=A customer_id=C department=Eye target_department=yes visited_at=2026-09-05T10:00"
                : Arrays.stream(visits.split(", "))
                        .map(one -> one.split(" "))
                        .map(one ->
                                "employee_id=I customer_id=%s department=%s target_department=yes visited_at=2026-07-01T10:00"
                                        .formatted(one[0], one[1].replace("_", "")))
                        .collect(Collectors.joining(", "));
        check(
                measured(
                        "I",
                        "department_coverage",
                        rows("visits", "visit_id", rows)
                                + "\ntargets: subject_type=employee subject=I indicator=department_coverage period=2026-Q3 target="
                                + target),
                value);
    }

    /** Sell-out over sell-in, and what hospitals bought over that, at most 1; an average of delivery days. */
    @ParameterizedTest(name = "in {0}, out {1}, bought {2}: {3} and {4}")
    @CsvSource({
        "10, 9, 9, 0.9, 1",
        "10, 9, 18, 0.9, 1",
        "8, 12, 6, 1.5, 0.5",
        "0, 9, 9, , 1",
        "10, 0, 9, 0, ",
        "10, -1, 9, -0.1, "
    })
    void quotientsOfQuantities(String in, String out, String bought, String through, String verified) {
        String facts =
                "sell_in: line_id=1 date=2026-09-05 dealer_id=K employee_id=D product_id=P amount=1 quantity=" + in
                        + "\nsell_out: line_id=1 date=2026-09-05 dealer_id=K employee_id=D hospital_id=C product_id=P amount=1 quantity="
                        + out
                        + "\nhospital_purchases: line_id=1 date=2026-09-05 hospital_id=C dealer_id=K employee_id=D product_id=P quantity="
                        + bought;
        check(measured("D", "sell_through", facts), through);
        check(measured("D", "terminal_verification", facts), verified);
    }

    /** A blank number is left out of both sum and count (ruling 25). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"3 4 8, 5", "3 _ 4, 3.5", "_, ", "0 0, 0"})
    void average(String days, String value) {
        String rows = Arrays.stream(days.split(" "))
                .map(one -> "employee_id=D dealer_id=K date=2026-09-05 delivery_days=" + one.replace("_", ""))
                .collect(Collectors.joining(", "));
        check(measured("D", "delivery_days", rows("dealer_service", "record_id", rows)), value);
    }

    /** Year to date, from 1 January; none is 0 where the plan says so, and it is missing where the dataset was not delivered. */
    @ParameterizedTest(name = "{0}: {1}, counts as {2}")
    @CsvSource({"2026-01-01 2026-09-30, 2, 2", "2025-12-31 2026-10-01, 0, 0", "'', , 0"})
    void countsOfTheYear(String days, String value, String counts) {
        String rows = days.isEmpty()
                ? ""
                : Arrays.stream(days.split(" "))
                        .map(day -> "employee_id=A customer_id=C kind=joint_research date=" + day)
                        .collect(Collectors.joining(", "));
        IndicatorScore score = measured("A", "cooperation_depth", rows("cooperations", "record_id", rows));
        check(score, value);
        assertThat(score.value()).contains(number(counts));
    }

    /** Where prices changed, the growth is at those of the period's end, and the note says what it is at each row's own (ruling 114). */
    @ParameterizedTest(name = "{0} a year ago, {1} now, half the price from {2}: {3}, {4}")
    @CsvSource({
        // 200 × ½ = 100 against 120 × ½ + 50; without: 170 against 200.
        "200, 120, 2026-09-10, 0.1, 'growth=-15%'",
        "100, 50, 2026-09-10, 0.5, 'growth=0%'",
        "300, 150, 2026-09-10, -1/6, 'growth=-33.33%'",
        // Nothing a year ago: no growth, whatever the prices.
        "0, 120, 2026-09-10, , growth=—",
        // After the period nothing is restated.
        "200, 120, 2026-10-01, -0.15, ''"
    })
    void growthWherePricesChanged(String before, String now, String day, String value, String note) {
        IndicatorScore score = measured(
                "A",
                "sales_growth",
                """
                price_events: event_id=V1 product_id=P date=%s kind=vbp old_price=30 new_price=15
                orders: order_line_id=L1 order_date=2025-09-15 employee_id=A customer_id=C product_id=P quantity=1 cost=1 amount=%s
                orders: order_line_id=L2 order_date=2026-09-09 employee_id=A customer_id=C product_id=P quantity=1 cost=1 amount=%s
                orders: order_line_id=L3 order_date=2026-09-10 employee_id=A customer_id=C product_id=P quantity=1 cost=1 amount=50
                """
                        .formatted(day, before, now));
        check(score, value);
        assertThat(score.measured().note().toString()).contains(note);
        assertThat(score.measured().note().toString().contains("pricesRestated"))
                .isEqualTo(!note.isEmpty());
    }

    /** Without a card there is no value, and that is why. */
    @Test
    void ofCards() {
        assertThat(Measured.ofCards(Optional.empty(), 0).gap()).contains(Measured.Gap.NO_DATA);
        Measured two = Measured.ofCards(Optional.of(number("80")), 2);
        assertThat(two.gap()).isEmpty();
        assertThat(two.value()).contains(number("80"));
        assertThat(two.part("members")).contains(number("2"));
        assertThat(two.part("answers")).isEmpty();
    }
}
