package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.number;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commission a month before a leave: what payroll pays by during it (rules.md 8.2). */
class MeanCommissionTest {

    /** {@code 2026-08 A commission 100}: lines of editions; a period with nothing after it was paid to nobody. */
    private static PaidPeriods editions(String text) {
        Map<Period, List<PaidPeriods.Line>> lines = new TreeMap<>();
        for (String one : text.split(", ")) {
            String[] cells = one.split(" ");
            List<PaidPeriods.Line> own = lines.computeIfAbsent(period(cells[0]), any -> new ArrayList<>());
            if (cells.length > 1) {
                own.add(new PaidPeriods.Line(
                        cells[1],
                        "T1",
                        Component.of(cells[2]),
                        period(cells[0]),
                        number(cells[3]),
                        Fraction.ONE,
                        Money.rounded(number(cells[3])),
                        "",
                        "",
                        Arrays.asList(cells).contains("held"),
                        List.of()));
            }
        }
        return period -> Optional.ofNullable(lines.get(period));
    }

    @ParameterizedTest(name = "leave since {0}, hired {1}: {3} over {4} months")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # after grade and veto, as it was paid; other components do not count
            2026-09-10 | 2020-01-01 | 2026-08 A commission 100, 2026-08 A grade_adjustment -20, 2026-08 A excess_profit_share 999 | 80.00 | 1
            2026-09-10 | 2020-01-01 | 2026-08 A commission 100, 2026-08 A veto_forfeit -100                      | 0.00   | 1
            # a month of which the ledger knows, in which the person had nothing, counts
            2026-09-10 | 2020-01-01 | 2026-08 A commission 100, 2026-07 B commission 50                           | 50.00  | 2
            # the month of the leave does not count, nor one more than twelve before
            2026-09-10 | 2020-01-01 | 2026-09 A commission 100, 2025-08 A commission 100                          |        | 0
            2026-09-10 | 2020-01-01 | 2025-09 A commission 100                                                    | 100.00 | 1
            # 100 ÷ 3
            2026-09-10 | 2020-01-01 | 2026-08 A commission 100, 2026-07, 2026-06                                  | 33.33  | 3
            # a quarter's counts with a third in each of its months
            2026-07-01 | 2020-01-01 | 2026-Q2 A commission 300                                                    | 100.00 | 3
            2026-07-01 | 2026-06-15 | 2026-Q2 A commission 300                                                    | 100.00 | 1
            2026-07-01 | 2020-01-01 | 2026-Q2 A commission 300, 2026-06 A commission 90                           | 130.00 | 3
            # before being hired nothing counts
            2026-09-10 | 2026-09-01 | 2026-08 A commission 100                                                    |        | 0
            # what is on hold was not paid
            2026-09-10 | 2020-01-01 | 2026-08 A commission 100 held, 2026-08 A commission 10                      | 10.00  | 1
            """)
    void overTheMonthsThatTheLedgerKnows(String since, String hired, String paid, String mean, int months) {
        Employee person = facts("employees: employee_id=A track=mature team=T1 region=East hire_date=" + hired)
                .roster()
                .find("A")
                .orElseThrow();
        Optional<MeanCommission> found = MeanCommission.before(day(since), person, editions(paid));
        assertThat(found.map(one -> one.mean().toString())).isEqualTo(Optional.ofNullable(mean));
        assertThat(found.map(MeanCommission::months).orElse(0)).isEqualTo(months);
    }
}
