package dev.steelyard.engine.measure;

import static dev.steelyard.engine.Given.AS_OF;
import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SCHEMAS;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.row;
import static dev.steelyard.engine.Given.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunInput;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a row before it is counted: what it names must be there, and its day in a window (architecture.md 4; rulings 24, 89). */
class GaugeTest {

    private static final String COMPANY =
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=B track=mature team=T2 region=East hire_date=2020-01-01
            assignments: employee_id=B from=2026-09-10 track=mature team=T3 region=East
            products: product_id=P lifecycle=mature
            products: product_id=Q lifecycle=innovative launch_date=2020-01-01
            customers: customer_id=C grade=3A
            customers: customer_id=D grade=2A
            splits: order_line_id=L1 employee_id=A share=60%
            splits: order_line_id=L1 employee_id=B share=40%
            price_events: event_id=V1 product_id=P date=2026-09-10 kind=vbp old_price=30 new_price=15
            """;

    /** Of the customers a row E9 was lost. */
    private static Registers registers() {
        Map<String, List<Row>> rows = rows(COMPANY);
        Problem why =
                Problem.of(ProblemCode.CELL_BLANK, new SourceRef("customers", "customers.csv", "", 7), "grade", "");
        Losses losses = new Losses(Map.of("customers", Map.of("E9", why)), Map.of(), List.of());
        return new Registers(SCHEMAS, rows.keySet(), rows, losses, AS_OF);
    }

    private static Gauge gauge(String dataset) {
        Registers registers = registers();
        Calculation calculation = new Calculation(new RunInput(
                Purpose.SCORING, PLAN, SEPTEMBER, AS_OF, CALENDAR, registers, Map.of(), Past.NONE, History.NONE));
        return new Gauge(SCHEMAS.get(dataset), calculation.demand(), registers, CALENDAR);
    }

    private static Row order(String cells) {
        return row("orders", "quantity=1 amount=10.50 cost=1 " + cells);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            employee_id=A customer_id=C product_id=P | ''
            employee_id=Z customer_id=C product_id=P | ROW_UNKNOWN_REFERENCE employee_id Z
            employee_id=A customer_id=Z product_id=P | ROW_UNKNOWN_REFERENCE customer_id Z
            employee_id=A customer_id=C product_id=Z | ROW_UNKNOWN_REFERENCE product_id Z
            # the register had it, and the row was lost
            employee_id=A customer_id=E9 product_id=P | ROW_REFERENCE_REJECTED customer_id E9
            customer_id=C product_id=P               | CELL_BLANK employee_id
            # a blank reference names nobody
            employee_id=A product_id=P               | ''
            """)
    void whatARowNames(String cells, String problem) {
        Gauge gauge = gauge("orders");
        Row row = order("order_line_id=L7 order_date=2026-09-05 " + cells);
        for (String found : List.of(told(gauge.check(row)), told(gauge.open().check(row)))) {
            assertThat(found).isEqualTo(problem);
        }
    }

    private static String told(Optional<Problem> problem) {
        return problem.map(one -> (one.code() + " " + one.column() + " " + one.value()).strip())
                .orElse("");
    }

    /** Some measure of the reference plan looks a year back, and to the same month a year ago; nothing looks further, or ahead. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-09-30, true",
        "2026-09-01, true",
        "2026-10-01, false",
        "2025-09-30, true",
        "2025-09-01, true",
        "2025-08-31, false",
        "2020-01-01, false"
    })
    void whichRowsLieInAWindow(String day, boolean used) {
        Gauge gauge = gauge("orders");
        assertThat(gauge.uses(order("order_line_id=L7 employee_id=A customer_id=C product_id=P order_date=" + day)))
                .isEqualTo(used);
    }

    private static List<String> cells(Accumulator accumulator) {
        List<String> cells = new ArrayList<>();
        accumulator.forEach((tally, subject, segment, cell) -> cells.add(tally + " " + subject + " " + segment + " "
                + cell.rows() + " "
                + (cell instanceof Cell.Amount amount
                        ? amount.sum().stripTrailingZeros().toPlainString() + " " + amount.values() + " "
                                + amount.answers()
                        : cell instanceof Cell.Groups groups
                                ? groups.sums()
                                : cell instanceof Cell.Distinct distinct
                                        ? distinct.members()
                                        : cell instanceof Cell.Extremes extremes
                                                ? extremes.least() + " " + extremes.greatest()
                                                : "")));
        return cells;
    }

    /** Rows in any order, in as many parts as you like, kept and taken over: the same cells. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsMergeToTheSameCells(long seed) {
        Random dice = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(order("order_line_id=L%d employee_id=%s customer_id=%s product_id=%s order_date=2026-09-%02d"
                    .formatted(
                            i,
                            List.of("A", "B").get(dice.nextInt(2)),
                            List.of("C", "D").get(dice.nextInt(2)),
                            List.of("P", "Q").get(dice.nextInt(2)),
                            1 + dice.nextInt(30))));
        }
        Gauge gauge = gauge("orders");
        int[] told = {0};
        Accumulator whole = gauge.open((tally, subject, day, row) -> told[0]++);
        rows.forEach(whole::take);
        Accumulator one = gauge.open();
        Accumulator other = gauge.open();
        Collections.shuffle(rows, dice);
        rows.forEach(row -> (dice.nextBoolean() ? one : other).take(row));
        Accumulator merged = gauge.open();
        merged.merge(one);
        merged.merge(other);
        assertThat(cells(merged)).isNotEmpty().isEqualTo(cells(whole));
        // Whoever listens hears of each row that a cell took.
        long[] taken = {0};
        whole.forEach((tally, subject, segment, cell) -> taken[0] += cell.rows());
        assertThat((long) told[0]).isPositive().isEqualTo(taken[0]);
        Measurements measurements = new Measurements(SCHEMAS, List.of(merged));
        BitSet everybody = new BitSet();
        everybody.set(0, 2);
        assertThat(merged.tallies().stream()
                        .mapToLong(tally -> measurements.taken(tally, everybody))
                        .sum())
                .isEqualTo(taken[0]);
        assertThat(measurements.taken(gauge("visits").tallies().get(0), everybody))
                .isZero();
        assertThat(measurements.has(new Groups("visits", List.of("*"), List.of("visit_id"), Where.ALWAYS)))
                .isFalse();
    }

    @Test
    void peopleHaveNumbers() {
        Gauge gauge = gauge("orders");
        assertThat(gauge.number("B")).contains(1);
        assertThat(gauge.number("Z")).isEmpty();
        assertThat(gauge.ids()).containsExactly("A", "B");
        assertThat(gauge.schema()).isEqualTo(SCHEMAS.get("orders"));
        assertThat(gauge.takesBlocks()).isTrue();
    }
}
