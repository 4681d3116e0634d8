package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Calculated.lines;
import static dev.steelyard.engine.Calculated.problems;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SCHEMAS;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much is taken back in a month: at most 20 % of salary and pay (rules.md 8.8, 8.14; rulings 116, 136, 140). A earns 640.00 less 128.00 by
 * grade C on a salary of 10,000, so the limit is 20 % of 10,512 = 2,102.40.
 */
class RecoveryTest {

    private static final String A =
            """
            employees: employee_id=A name=Ann track=mature team=T1 region=East hire_date=2020-01-01 monthly_salary=10000
            targets: subject_type=employee subject=A indicator=sales_amount period=2026-09 target=100000
            products: product_id=P lifecycle=mature
            customers: customer_id=C grade=3A
            orders: order_line_id=L1 order_date=2026-09-10 employee_id=A customer_id=C product_id=P quantity=1 amount=80000 cost=1
            """;

    /** {@code -5000, 20}: manual adjustments, a correction each. */
    private static String adjustments(String amounts) {
        StringBuilder rows = new StringBuilder();
        int number = 1;
        for (String amount : amounts.isEmpty() ? new String[0] : amounts.split(", ")) {
            rows.append(
                    "adjustments: adjustment_id=J%d employee_id=A period=2026-09 kind=correction amount=%s reason=typo approvers=X;Y decided_date=2026-10-01\n"
                            .formatted(number++, amount));
        }
        return rows.toString();
    }

    private static Past past(String balances, PaidPeriods.Line... sameMonth) {
        Map<String, Money> owed = new TreeMap<>();
        if (!balances.isEmpty()) {
            Arrays.stream(balances.split(" "))
                    .map(one -> one.split("="))
                    .forEach(one -> owed.put(one[0], Money.rounded(number(one[1]))));
        }
        return Past.NONE.after(PaidPeriods.NONE, owed, List.of(sameMonth));
    }

    private static String recovered(RunResult result) {
        return result.payout().stream()
                .filter(line -> PayoutLine.isOfBalance(line.component()))
                .map(line -> line.employee().id() + " " + line.component().code() + " " + line.amount())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "adjustments {0}, balances {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''               | ''      | ''
            # within the limit, to the cent
            -2102.40         | ''      | ''
            # 5000 − 2102.40
            -5000            | ''      | A recovery_carried 2897.60
            -2102.41         | ''      | A recovery_carried 0.01
            # what is given raises the limit: 20 % of 11,512
            -5000, 1000      | ''      | A recovery_carried 2697.60
            # a balance of closed periods: what is left of the limit
            ''               | A=1000  | A recovery -1000.00
            ''               | A=2102.40 | A recovery -2102.40
            ''               | A=3000  | A recovery -2102.40
            -2000            | A=3000  | A recovery -102.40
            -2102.40         | A=3000  | ''
            -5000            | A=3000  | A recovery_carried 2897.60
            # who gave more than they owe is given it back, also where no run has them any more
            ''               | A=-50   | A recovery 50.00
            ''               | Z=-50   | Z recovery 50.00
            ''               | Z=50    | ''
            ''               | A=0     | ''
            """)
    void whatIsTakenAndCarried(String adjustments, String balances, String lines) {
        RunResult result = Calculated.of(PLAN, SEPTEMBER, A + adjustments(adjustments), Map.of(), past(balances));
        assertThat(recovered(result)).isEqualTo(lines);
    }

    /**
     * What was settled outside of pay 另行结清 is owed no more (ruling 140): a line on hold for each, in the order of their ids, then what is
     * recovered of the rest, numbered on; also of whoever is in no run any more. More than is owed settles nothing.
     */
    @ParameterizedTest(name = "{0} owed, settled {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A=1000    | A 300        | A 1 -300.00 on_hold, A 2 -700.00 pay
            A=1000    | A 300, A 200 | A 1 -300.00 on_hold, A 2 -200.00 on_hold, A 3 -500.00 pay
            A=1000    | A 600, A 400 | A 1 -600.00 on_hold, A 2 -400.00 on_hold
            A=1000    | A 600, A 500 | A 1 -600.00 on_hold, A 2 -400.00 pay
            # 5,000 − 300 is more than the limit of 2,102.40
            A=5000    | A 300        | A 1 -300.00 on_hold, A 2 -2102.40 pay
            A=10 Z=50 | Z 20, Z 30   | A 1 -10.00 pay, Z 1 -20.00 on_hold, Z 2 -30.00 on_hold
            Y=50 Z=50 | Z 50         | Z 1 -50.00 on_hold
            Z=50      | Z 50.01      | ''
            """)
    void whatWasSettledOutsideOfPay(String balances, String settled, String lines) {
        StringBuilder rows = new StringBuilder(
                "employees: employee_id=Z track=mature team=T1 hire_date=2020-01-01 leave_date=2026-08-31 monthly_salary=9000\n");
        int number = 1;
        for (String one : settled.split(", ")) {
            String[] cells = one.split(" ");
            rows.append(
                    "adjustments: adjustment_id=S%d employee_id=%s period=2026-09 kind=settled amount=%s reason=paid approvers=X;Y decided_date=2026-10-01\n"
                            .formatted(number++, cells[0], cells[1]));
        }
        assertThat(Calculated.of(PLAN, SEPTEMBER, A + rows, Map.of(), past(balances)).payout().stream()
                        .filter(line -> PayoutLine.isOfBalance(line.component()))
                        .map(line -> "%s %d %s %s"
                                .formatted(
                                        line.employee().id(),
                                        line.number(),
                                        line.amount(),
                                        line.status().code()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(lines);
    }

    /** One limit a month: what a shorter run of it took is not taken again (ruling 116). */
    @ParameterizedTest(name = "{0} {1} before: {2}")
    @CsvSource({
        "RETURN_REVERSAL, -1000, A recovery -1102.40",
        "TRUE_UP, -3000, ''",
        "COMMISSION, 1000, A recovery -2302.40",
        "GRADE_ADJUSTMENT, -1000, A recovery -1902.40",
        "RECOVERY, -2000, A recovery -102.40",
        // 3000 were taken back and 1000 of them carried over: 2000 of the limit are gone.
        "RECOVERY_CARRIED, 1000, A recovery -102.40"
    })
    void theMonthsOtherRuns(Component component, String amount, String lines) {
        PaidPeriods.Line one = line("A", component, amount);
        PaidPeriods.Line two = line(component == Component.RECOVERY_CARRIED ? "A" : "B", Component.TRUE_UP, "-3000");
        assertThat(recovered(Calculated.of(PLAN, SEPTEMBER, A, Map.of(), past("A=9000", one, two))))
                .isEqualTo(lines);
    }

    private static PaidPeriods.Line line(String id, Component component, String amount) {
        Fraction basis = number(amount);
        return new PaidPeriods.Line(
                id, "T1", component, SEPTEMBER, basis, Fraction.ONE, Money.rounded(basis), "", "", false, List.of());
    }

    /** Salary counts of whoever is employed in the month; a blank one is 0: 20 % of 512. */
    @ParameterizedTest(name = "salary {0}: {1}")
    @CsvSource({"10000, A recovery -2102.40", "'', A recovery -102.40"})
    void salary(String salary, String lines) {
        assertThat(recovered(Calculated.of(
                        PLAN,
                        SEPTEMBER,
                        A.replace("monthly_salary=10000", "monthly_salary=" + salary),
                        Map.of(),
                        past("A=9000"))))
                .isEqualTo(lines);
    }

    /** Who is held owes nothing out of salary alone; who has left has no salary. */
    @Test
    void whoIsHeldOrGone() {
        String held = A.replaceAll("(?m)^targets.*\n", "");
        assertThat(recovered(Calculated.of(PLAN, SEPTEMBER, held, Map.of(), past("A=9000"))))
                .isEmpty();
        String gone = A.replace("hire_date=2020-01-01", "hire_date=2020-01-01 leave_date=2026-08-31");
        assertThat(recovered(Calculated.of(PLAN, SEPTEMBER, gone, Map.of(), past("A=9000"))))
                .isEmpty();
        assertThat(recovered(Calculated.of(PLAN, SEPTEMBER, gone + adjustments("-100"), Map.of(), past(""))))
                .isEqualTo("A recovery_carried 100.00");
    }

    /** Not so much that less than the region's floor is left: 10,512 − 9,000 = 1,512. */
    @ParameterizedTest(name = "floor of {0}: {1}")
    @CsvSource({
        "East: 9000, A recovery -1512.00",
        "West: 9000, A recovery -2102.40",
        "East: 10512, ''",
        "East: 20000, ''"
    })
    void aFloor(String floor, String lines, @TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        assertThat(text).contains("most: 20%");
        Path file = folder.resolve("floor.yaml");
        Files.writeString(file, text.replace("most: 20%", "most: 20%\n  floor: {" + floor + "}"));
        Plan plan = PlanFile.read(file, SCHEMAS);
        assertThat(recovered(Calculated.of(plan, SEPTEMBER, A, Map.of(), past("A=9000"))))
                .isEqualTo(lines);
    }

    /** Lines of their own, numbered by id; those of whoever is held wait; what lacks something is said, of this period or of none. */
    @Test
    void adjustmentsAreLines() {
        String rows = adjustments("20, -5").replace("J1", "J9");
        assertThat(lines(Calculated.of(SEPTEMBER, A + rows).payout(), "adjustment"))
                .containsExactly("A adjustment 1: -5 × 1 = -5.00", "A adjustment 2: 20 × 1 = 20.00");
        RunResult held = Calculated.of(SEPTEMBER, A.replaceAll("(?m)^targets.*\n", "") + rows);
        assertThat(lines(held.payout(), "adjustment"))
                .containsExactly("A adjustment 1: -5 × 1 = -5.00 on_hold", "A adjustment 2: 20 × 1 = 20.00 on_hold");
        assertThat(held.payout().stream()
                        .filter(line -> line.component() == Component.ADJUSTMENT)
                        .map(line -> Words.in("en").say(line.note())))
                .isNotEmpty()
                .allMatch(note -> note.equals("typo; on hold: the person is held"));
        RunResult refused = Calculated.of(
                SEPTEMBER,
                A
                        + adjustments("20").replace("reason=typo ", "")
                        + adjustments("30").replace("J1", "J2").replace("period=2026-09 ", "")
                        + adjustments("40")
                                .replace("J1", "J3")
                                .replace("2026-09 kind", "2026-08 kind")
                                .replace("X;Y", "X"));
        assertThat(lines(refused.payout(), "adjustment")).isEmpty();
        assertThat(problems(refused, "lacks"))
                .filteredOn(one -> one.contains("ADJUSTMENT"))
                .containsExactlyInAnyOrder(
                        "W-ADJUSTMENT-REFUSED J1 lacks=reason", "W-ADJUSTMENT-REFUSED J2 lacks=period");
    }

    /** What stands beside the amounts. */
    @Test
    void inWords() {
        assertThat(notes("", "A=1000")).containsExactly("recovered of a balance of 1000.00");
        assertThat(notes("", "A=-50"))
                .containsExactly("given back: after a period was closed again less is owed than was recovered");
        assertThat(notes("-5000", ""))
                .containsExactly("at most 2102.40 is taken back in a month; the rest is carried over");
    }

    private static List<String> notes(String adjustments, String balances) {
        return Calculated.of(PLAN, SEPTEMBER, A + adjustments(adjustments), Map.of(), past(balances)).payout().stream()
                .filter(line -> PayoutLine.isOfBalance(line.component()))
                .map(line -> Words.in("en").say(line.note()))
                .toList();
    }
}
