package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Calculated.lines;
import static dev.steelyard.engine.Calculated.problems;
import static dev.steelyard.engine.Calculated.scored;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SCHEMAS;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.measure.Asked;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.planfile.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What teams share and what a year pays, and why somebody gets none (rules.md 5.5–5.7; rulings 72–77, 79, 80). */
class SharesAndBonusesTest {

    private static final Period[] MONTHS = {period("2026-07"), period("2026-08"), period("2026-09")};

    /** The third quarter of 2026 has 66 working days; from 2026-09-01 to its end 22 (23 Sep is a Wednesday, 20 Sep a make-up Sunday). */
    private static RunResult quarter(String people, String more, String finals) {
        StringBuilder facts = new StringBuilder(more);
        for (String one : people.split(", ")) {
            String[] cells = one.split(" ");
            facts.append("\nemployees: employee_id=%s track=mature team=T1 region=East hire_date=%s"
                    .formatted(cells[0], cells.length > 1 ? cells[1] : "2020-01-01"));
        }
        return Calculated.of(PLAN, period("2026-Q3"), facts.toString(), scored(finals, MONTHS), Past.NONE);
    }

    private static String profit(String id, String amount, String cost) {
        return "orders: order_line_id=%s order_date=2026-08-10 employee_id=%s customer_id=C product_id=P quantity=1 amount=%s cost=%s\n"
                .formatted(id + amount, id, amount, cost);
    }

    private static final String TARGET =
            "targets: subject_type=team subject=T1 indicator=gross_profit period=2026-Q3 target=%s\n"
                    + "products: product_id=P lifecycle=mature\ncustomers: customer_id=C grade=3A\n";

    /** 8 % of (amount − cost − target), by final × working days, grades C and better. */
    @ParameterizedTest(name = "target {0}, finals {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # (150000 − 60000) − 80000 = 10000, of which 800.00; 90 : 60
            80000  | A 90.00, B 60.00 | A 480.00 B 320.00
            # D has no part
            80000  | A 90.00, B 59.99 | A 800.00
            80000  | A 59.99, B 59.99 |
            # the excess must be above 0
            90000  | A 90.00, B 60.00 |
            # 0.06 × 8 % = 0.0048: nothing to share
            89999.94 | A 90.00, B 60.00 |
            89999.94 | A 59.99, B 59.99 |
            # 0.07 × 8 % = 0.0056, a cent, to the greater part
            89999.93 | A 90.00, B 60.00 | A 0.01
            0      | A 90.00, B 60.00 |
            """)
    void excessProfit(String target, String finals, String shares) {
        RunResult result = quarter(
                "A, B",
                TARGET.formatted(target) + profit("A", "100000", "40000") + profit("B", "50000", "20000"),
                finals);
        assertThat(result.payout().stream()
                        .filter(line -> line.component() == PayoutLine.Component.EXCESS_PROFIT_SHARE)
                        .map(line -> line.employee().id() + " " + line.amount())
                        .toList())
                .isEqualTo(shares == null ? List.of() : List.of(shares.split("(?<=\\.\\d\\d) ")));
        boolean unshared = target.equals("80000") && shares == null;
        assertThat(problems(result, "amount", "grade"))
                .filteredOn(one -> one.contains("EXCESS"))
                .isEqualTo(unshared ? List.of("W-EXCESS-PROFIT-UNSHARED T1 amount=800.00 grade=C") : List.of());
    }

    /** Who joined in September was in the team on 22 of 66 working days: 90 × 66 : 90 × 22. */
    @Test
    void byWorkingDaysInTheTeam() {
        RunResult result = quarter(
                "A, B 2026-09-01", TARGET.formatted("80000") + profit("A", "100000", "10000"), "A 90.00, B 90.00");
        assertThat(lines(result.payout(), "excess_profit_share"))
                .containsExactly("A excess_profit_share 1: 800 = 600.00", "B excess_profit_share 1: 800 = 200.00");
    }

    /** A mover's share in each of two teams is a line of its own; of the one they left long ago nothing is shared. */
    @Test
    void aShareInEachTeam() {
        RunResult result = quarter(
                "A",
                TARGET.formatted("1000").replace("subject=T1", "subject=T8")
                        + TARGET.formatted("1000")
                                .replace("subject=T1", "subject=T9")
                                .lines()
                                .findFirst()
                                .orElseThrow()
                        + "\n"
                        + TARGET.formatted("1")
                                .replace("subject=T1", "subject=T7")
                                .lines()
                                .findFirst()
                                .orElseThrow()
                        + "\nassignments: employee_id=A from=2026-01-01 to=2026-06-30 track=mature team=T7 region=East"
                        + "\nassignments: employee_id=A from=2026-07-01 to=2026-08-31 track=mature team=T8 region=East"
                        + "\nassignments: employee_id=A from=2026-09-01 track=mature team=T9 region=East\n"
                        + profit("A", "11000", "0")
                        + profit("A", "21000", "0").replace("2026-08-10", "2026-09-10"),
                "A 90.00");
        assertThat(result.payout().stream()
                        .filter(line -> line.component() == PayoutLine.Component.EXCESS_PROFIT_SHARE)
                        .map(line -> line.employee().team() + " " + line.number() + " " + line.amount()))
                .containsExactly("T8 1 800.00", "T9 2 1600.00");
    }

    private static final Period[] YEAR = Stream.of(
                    "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12")
            .map(month -> period("2026-" + month))
            .toArray(Period[]::new);

    private static RunResult year(String people, String more, String finals) {
        StringBuilder facts = new StringBuilder(more);
        for (String one : people.split(", ")) {
            String[] cells = one.split(" ");
            facts.append(
                    "\nemployees: employee_id=%s track=%s team=T1 region=East hire_date=2020-01-01 monthly_salary=%s"
                            .formatted(
                                    cells[0],
                                    cells.length > 2 ? cells[2] : "mature",
                                    cells[1].equals("-") ? "" : cells[1]));
        }
        return Calculated.of(
                PLAN, period("2026"), facts.toString(), finals.isEmpty() ? Map.of() : scored(finals, YEAR), Past.NONE);
    }

    /** 80→0 %, 90→50 %, 100→100 % of a monthly salary, and one salary where nothing happened. */
    @ParameterizedTest(name = "{0} with {1}: {2}; {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A 10000           | A 95.00            | A compliance_bonus 7500.00 A no_violation_bonus 10000.00 |
            # the team's mean: (95 + 85) ÷ 2 = 90
            A 10000, B 8000   | A 95.00, B 85.00   | A compliance_bonus 5000.00 A no_violation_bonus 10000.00 B compliance_bonus 4000.00 B no_violation_bonus 8000.00 |
            # nothing at 80 or below, and that is said
            A 10000           | A 80.00            | A no_violation_bonus 10000.00 | N-COMPLIANCE-BONUS-NONE T1
            # without a salary nothing, and that is said; 0 is none
            A -               | A 95.00            |  | E-SALARY-MISSING A
            A 0               | A 95.00            |  | E-SALARY-MISSING A
            A 0.01            | A 90.00            | A compliance_bonus 0.01 A no_violation_bonus 0.01 |
            # a manager's own compliance is not in the mean, and who is vetoed has none and costs the team the other
            A 10000, M 9000 manager | A 90.00, M 100.00 | A compliance_bonus 5000.00 A no_violation_bonus 10000.00 M compliance_bonus 4500.00 M no_violation_bonus 9000.00 |
            A 10000, B 8000   | A 90.00, B 90.00 vetoed | A compliance_bonus 5000.00 | N-NO-VIOLATION-BONUS-LOST T1 events=B
            """)
    void bonusesOfAYear(String people, String finals, String bonuses, String said) {
        RunResult result = year(people, "", finals);
        assertThat(result.payout().stream()
                        .map(line ->
                                line.employee().id() + " " + line.component().code() + " " + line.amount())
                        .toList())
                .isEqualTo(
                        bonuses == null || bonuses.isBlank()
                                ? List.of()
                                : List.of(bonuses.strip().split("(?<=\\.\\d\\d) ")));
        assertThat(problems(result, "events"))
                .filteredOn(one -> one.contains("BONUS") || one.contains("SALARY"))
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    /** Major or vetoing events of the year, by anybody on the roster with the team, leavers too. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "employee_id=A kind=other severity=major verified_date=2026-01-01, EV1",
        "employee_id=A kind=other severity=minor verified_date=2026-01-01, ",
        "employee_id=A kind=bribery severity=minor verified_date=2026-12-31, EV1",
        "employee_id=A kind=other severity=major verified_date=2025-12-31, ",
        "employee_id=Z kind=other severity=major verified_date=2026-05-05, EV1",
        "employee_id=Y kind=other severity=major verified_date=2026-05-05, "
    })
    void whatCostsTheTeamItsBonus(String event, String named) {
        RunResult result = year(
                "A 10000, B 10000",
                "employees: employee_id=Z track=mature team=T1 region=East hire_date=2020-01-01 leave_date=2025-12-31\n"
                        + "employees: employee_id=Y track=mature team=T2 region=East hire_date=2020-01-01\n"
                        + "compliance_events: event_id=EV1 event_date=2025-01-01 status=verified " + event,
                "A 90.00, B 90.00");
        assertThat(problems(result, "events"))
                .filteredOn(one -> one.contains("LOST"))
                .isEqualTo(named == null ? List.of() : List.of("N-NO-VIOLATION-BONUS-LOST T1 events=" + named));
        assertThat(lines(result.payout(), "no_violation_bonus")).hasSize(named == null ? 2 : 0);
    }

    /** A team whose people earn, and nobody of whom may share, gives nothing back and takes nothing in (rules.md 5.9). */
    @Test
    void aPoolThatNobodyMayShare() {
        Plan shared = PlanFile.read(Path.of("jobs/plans/team-share-2026.yaml"), SCHEMAS);
        String facts =
                """
                products: product_id=P lifecycle=mature
                customers: customer_id=C grade=3A
                compliance_events: event_id=EV1 employee_id=A kind=bribery severity=veto status=verified event_date=2026-09-01 verified_date=2026-09-02
                """;
        for (String[] one : new String[][] {{"A", "T1"}, {"B", "T2"}}) {
            facts +=
                    """
                    employees: employee_id=%s track=mature team=%s region=East hire_date=2020-01-01
                    targets: subject_type=employee subject=%s indicator=sales_amount period=2026-09 target=100000
                    orders: order_line_id=L%s order_date=2026-09-10 employee_id=%s customer_id=C product_id=P quantity=1 amount=80000 cost=1
                    """
                            .formatted(one[0], one[1], one[0], one[0], one[0]);
        }
        RunResult result = Calculated.of(shared, period("2026-09"), facts, Map.of(), Past.NONE);
        assertThat(problems(result)).filteredOn(one -> one.contains("POOL")).containsExactly("N-TEAM-POOL-EMPTY T1");
        assertThat(lines(result.payout(), "team_pool_contribution", "team_pool_share"))
                .allMatch(line -> line.startsWith("B "))
                .hasSize(2);
        assertThat(problems(Calculated.of(period("2026-09"), facts))).noneMatch(one -> one.contains("POOL"));
    }

    /** Of a team without any compliance nobody knows the bonus; where nothing is paid by the year nothing is said. */
    @Test
    void aTeamWithoutCompliance() {
        RunResult managers = year("M 9000 manager", "", "M 90.00");
        assertThat(problems(managers)).contains("W-COMPLIANCE-BONUS-UNKNOWN T1");
        assertThat(problems(quarter("A", "", "A 90.00"))).noneMatch(one -> one.contains("BONUS"));
    }

    /** What a month tells of the year: its events up to the month's end count as used. */
    @Test
    void accrualsReadTheYearsEvents() {
        Demand demand = new Demand(SCHEMAS);
        Accruals.demand(PLAN, facts(""), period("2026-09"), demand);
        assertThat(Asked.used(demand, "compliance_events")).containsExactly("verified_date 2026-01…2026-09");
        Demand quarter = new Demand(SCHEMAS);
        Accruals.demand(PLAN, facts(""), period("2026-Q3"), quarter);
        assertThat(Asked.used(quarter, "compliance_events")).isEmpty();
    }

    /** Innovation accrues the quarter's commission in a month, and nothing where a veto would forfeit it. */
    @ParameterizedTest(name = "vetoed {0}: {1} accruals")
    @CsvSource({"false, 1", "true, 0"})
    void whoAccrues(boolean vetoed, int accruals) {
        RunResult result = Calculated.of(
                period("2026-09"),
                """
                employees: employee_id=I track=innovation team=T1 region=East hire_date=2020-01-01
                targets: subject_type=employee subject=I indicator=department_coverage period=2026-Q3 target=1
                products: product_id=N lifecycle=innovative launch_date=2020-01-01
                customers: customer_id=C grade=3A
                visits: visit_id=1 visited_at=2026-08-05T10:00 employee_id=I customer_id=C department=Eye target_department=yes
                orders: order_line_id=1 order_date=2026-08-10 employee_id=I customer_id=C product_id=N quantity=1 amount=1000 cost=1
                """
                        + (vetoed
                                ? "compliance_events: event_id=EV1 employee_id=I kind=bribery severity=veto status=verified event_date=2026-08-01 verified_date=2026-08-02"
                                : ""));
        assertThat(result.accruals().stream()
                        .filter(one -> one.component() == PayoutLine.Component.COMMISSION)
                        .map(one -> one.amount().toString()))
                .isEqualTo(accruals == 0 ? List.of() : List.of("25.00"));
    }

    /** A's commission is forfeited, so that T1 has nothing to share; without the plan's pool nobody misses it. */
    @Test
    void aTeamThatEarnsAndHasNothingToShareIsSaid() {
        String facts =
                """
                employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
                employees: employee_id=B track=mature team=T2 region=East hire_date=2020-01-01
                employees: employee_id=E track=mature team=T3 region=East hire_date=2020-01-01
                products: product_id=P lifecycle=mature
                customers: customer_id=C grade=3A
                compliance_events: event_id=V employee_id=A event_date=2026-09-02 kind=bribery severity=veto status=verified verified_date=2026-09-03
                """
                        + Stream.of("A", "B", "E")
                                .map(
                                        "targets: subject_type=employee subject=%s indicator=sales_amount period=2026-09 target=1000\n"
                                                ::formatted)
                                .collect(Collectors.joining())
                        + Stream.of("A", "B")
                                .map(
                                        "orders: order_line_id=L%1$s order_date=2026-09-10 employee_id=%1$s customer_id=C product_id=P quantity=1 amount=1000 cost=0\n"
                                                ::formatted)
                                .collect(Collectors.joining());
        Plan shared = PlanFile.read(Path.of("jobs/plans/team-share-2026.yaml"), SCHEMAS);
        assertThat(poolsWithoutAnything(shared, facts)).containsExactly("T1");
        assertThat(poolsWithoutAnything(PLAN, facts)).isEmpty();
    }

    private static List<String> poolsWithoutAnything(Plan plan, String facts) {
        return Calculated.of(plan, period("2026-09"), facts, Map.of(), Past.NONE).problems().stream()
                .filter(problem -> problem.code() == ProblemCode.TEAM_POOL_EMPTY)
                .map(Problem::value)
                .toList();
    }
}
