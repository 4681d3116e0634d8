package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines that a person's commission is earned on, as the statement lists them: what the ladder sums, of each line the person's part. */
class CreditedRowsTest {

    private static final String COMPANY =
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=B track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=D track=dealer team=T1 region=East hire_date=2020-01-01
            targets: subject_type=employee subject=A indicator=sales_amount period=2026-09 target=100000
            products: product_id=P lifecycle=mature
            customers: customer_id=C grade=3A
            """;

    private static String order(String line, String person, String day, String amount, String more) {
        return "orders: order_line_id=%s employee_id=%s order_date=%s customer_id=C product_id=P quantity=1 amount=%s cost=0 %s\n"
                .formatted(line, person, day, amount, more);
    }

    private static String told(RunResult result, String person, String... apart) {
        RankedScorecard card = result.book().cards().stream()
                .filter(one -> one.participant().id().equals(person))
                .findFirst()
                .orElseThrow();
        return result.credited().of(card.participant(), Set.of(apart)).stream()
                .map(credit -> credit.rule().en() + ": " + credit.rows() + " rows, "
                        + credit.amount().plain() + ": "
                        + credit.largest().stream()
                                .map(row -> row.line() + " " + row.day() + " " + row.customer() + " "
                                        + row.amount().plain())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static RunResult september(String facts) {
        return Calculated.of(SEPTEMBER, COMPANY + facts);
    }

    private static String rule() {
        return PLAN.pay().commission().get(0).name().en();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            the larger first            | L1 A 2026-09-03 100; L2 A 2026-09-02 300     | 2 rows, 400: L2 2026-09-02 C 300, L1 2026-09-03 C 100
            a return by its size        | L1 A 2026-09-03 100; L2 A 2026-09-02 -300    | 2 rows, -200: L2 2026-09-02 C -300, L1 2026-09-03 C 100
            equal ones by day           | L1 A 2026-09-03 100; L2 A 2026-09-02 100     | 2 rows, 200: L2 2026-09-02 C 100, L1 2026-09-03 C 100
            of one day by line          | L2 A 2026-09-02 100; L1 A 2026-09-02 100     | 2 rows, 200: L1 2026-09-02 C 100, L2 2026-09-02 C 100
            not what another sold       | L1 A 2026-09-03 100; L2 B 2026-09-02 300     | 1 rows, 100: L1 2026-09-03 C 100
            not another month's         | L1 A 2026-09-30 100; L2 A 2026-08-31 300     | 1 rows, 100: L1 2026-09-30 C 100
            """)
    void areThoseOfThePeriod(String what, String orders, String told) {
        StringBuilder facts = new StringBuilder();
        for (String one : orders.split("; ")) {
            String[] cells = one.split(" ");
            facts.append(order(cells[0], cells[1], cells[2], cells[3], ""));
        }
        assertThat(told(september(facts.toString()), "A")).isEqualTo(rule() + ": " + told);
    }

    @Test
    void ofASplitLineThePersonsPart() {
        RunResult result = september(
                order("L1", "A", "2026-09-03", "100.01", "")
                        + "splits: order_line_id=L1 employee_id=A share=0.6\nsplits: order_line_id=L1 employee_id=B share=0.4\n");
        assertThat(told(result, "A")).isEqualTo(rule() + ": 1 rows, 60.006: L1 2026-09-03 C 60.006");
        assertThat(told(result, "B")).isEqualTo(rule() + ": 1 rows, 40.004: L1 2026-09-03 C 40.004");
    }

    @Test
    void tenAreToldAndAllCounted() {
        StringBuilder facts = new StringBuilder();
        for (int i = 10; i < 22; i++) {
            facts.append(order("L" + i, "A", "2026-09-" + i, Integer.toString(i), ""));
        }
        String told = told(september(facts.toString()), "A");
        assertThat(told)
                .startsWith(rule() + ": 12 rows, 186: L21 2026-09-21 C 21, ")
                .endsWith(" L12 2026-09-12 C 12");
    }

    @Test
    void withoutThoseThatStandApart() {
        RunResult result =
                september(order("L1", "A", "2026-09-03", "100", "") + order("R1", "A", "2026-09-04", "-40", ""));
        assertThat(told(result, "A", "R1")).isEqualTo(rule() + ": 1 rows, 100: L1 2026-09-03 C 100");
        assertThat(told(result, "A", "L1", "R1")).isEmpty();
    }

    @Test
    void nobodyWithoutALineAndNoRuleOfAnotherTrack() {
        RunResult result = september(order("L1", "A", "2026-09-03", "100", ""));
        assertThat(told(result, "B")).isEmpty();
        assertThat(told(result, "D")).isEmpty();
    }

    /** The ladder of a month is not that of the days on which the person was of another track. */
    @Test
    void ofTheDaysOnWhichThePersonWasOfTheRulesTrack() {
        String moves =
                """
                assignments: employee_id=A from=2020-01-01 to=2026-09-15 track=mature team=T1 region=East
                assignments: employee_id=A from=2026-09-16 track=dealer team=T1 region=East
                """;
        RunResult result = Calculated.of(
                PLAN,
                period("2026-09"),
                COMPANY + moves + order("L1", "A", "2026-09-15", "100", "") + order("L2", "A", "2026-09-16", "300", ""),
                Map.of(),
                Past.NONE);
        assertThat(told(result, "A")).isEqualTo(rule() + ": 1 rows, 100: L1 2026-09-15 C 100");
        assertThat(List.of(told(result, "B"))).containsExactly("");
    }
}
