package dev.steelyard.engine.measure;

import static dev.steelyard.engine.Given.SCHEMAS;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an order is (rules.md 8.4, 8.6, 8.13): of its split, else of whom it names, else of whom its customer is assigned to on its day. */
class OwnersTest {

    private static final String COMPANY =
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=B track=mature team=T1 region=East hire_date=2020-01-01 leave_date=2026-09-20
            products: product_id=P line=L5
            products: product_id=Q line=L6
            customers: customer_id=C
            """;

    private static final String SPLITS =
            """
            splits: order_line_id=L1 employee_id=A share=60%
            splits: order_line_id=L1 employee_id=B share=40%
            """;

    private static final String ASSIGNED =
            """
            customer_assignments: customer_id=C employee_id=A from=2026-01-01 to=2026-09-10
            customer_assignments: customer_id=C employee_id=B from=2026-09-11
            """;

    private static String told(Registers registers, List<Owners.Owner> owners) {
        return owners.stream()
                .map(owner ->
                        registers.roster().employees().get(owner.subject()).id() + " "
                                + owner.share().toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static Owners owners(Registers registers) {
        Map<String, Integer> subjects =
                registers.roster().employees().stream().collect(Collectors.toMap(Employee::id, Employee::index));
        return new Owners(SCHEMAS.get("orders"), registers, subjects);
    }

    /** A line's own split goes before the one of the line that it takes back; lines that no split names are whose they say. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            order_line_id=L1 employee_id=A                      | A 0.60, B 0.40
            order_line_id=L2 employee_id=B                      | B 1
            order_line_id=R1 employee_id=B original_line_id=L1  | A 0.60, B 0.40
            order_line_id=R1 employee_id=B original_line_id=L2  | B 1
            order_line_id=L1 employee_id=B original_line_id=L9  | A 0.60, B 0.40
            order_line_id=L1                                    | A 0.60, B 0.40
            """)
    void bySplit(String cells, String owners) {
        Registers registers = facts(COMPANY + SPLITS);
        Row row = row("orders", cells + " order_date=2026-09-05 customer_id=C product_id=P quantity=1 amount=1 cost=1");
        Owners of = owners(registers);
        assertThat(told(registers, of.of(row, day("2026-09-05")))).isEqualTo(owners);
        assertThat(of.problem(row, day("2026-09-05"))).isEmpty();
        assertThat(of.isPlain(row)).isEqualTo(!owners.contains(","));
        assertThat(of.isSplit()).isTrue();
        assertThat(of.splitLines()).containsExactly("L1");
        assertThat(of.isAssigned()).isFalse();
    }

    /** Parts that are not 100 % together are nobody's, and it is said. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"40%, ''", "39.99%, W-SPLIT-SUM", "41%, W-SPLIT-SUM"})
    void splitsThatAreNotAll(String share, String code) {
        Registers registers = facts(COMPANY + SPLITS.replace("40%", share));
        Row row = row(
                "orders",
                "order_line_id=L1 employee_id=A order_date=2026-09-05 customer_id=C product_id=P quantity=1 amount=1 cost=1");
        assertThat(owners(registers).problem(row, day("2026-09-05")).isPresent())
                .isEqualTo(!code.isEmpty());
        assertThat(owners(registers).isPlain(row)).isFalse();
    }

    /** Of a row that names nobody: who holds its customer on its day, and is still there. */
    @ParameterizedTest(name = "{0} on {1}, {2}: {3}, {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            customer_id=C product_id=P                | 2026-09-10 | | A 1 |
            customer_id=C product_id=P                | 2026-09-11 | | B 1 |
            customer_id=C product_id=P                | 2026-09-20 | | B 1 |
            customer_id=C product_id=P                | 2026-09-21 | |     | ROW_ASSIGNED_TO_WHO_LEFT
            customer_id=C product_id=P                | 2025-12-31 | |     | ROW_UNASSIGNED
            product_id=P                              | 2026-09-10 | |     | CELL_BLANK
            # whom it names it is
            employee_id=B customer_id=C product_id=P  | 2026-09-10 | | B 1 |
            # two at a time: by their shares, which are 100 % together
            customer_id=C product_id=P | 2026-09-10 | employee_id=B from=2026-09-01                                   |                | ROW_ASSIGNED_TO_SEVERAL
            customer_id=C product_id=P | 2026-09-12 | employee_id=A from=2026-09-12 share=40%                         |                | ROW_ASSIGNED_TO_SEVERAL
            # for one line of products only
            customer_id=C product_id=Q | 2026-09-12 | employee_id=A from=2026-09-12 product_line=L6                   | A 1            |
            customer_id=C product_id=P | 2026-09-12 | employee_id=A from=2026-09-12 product_line=L6                   | B 1            |
            """)
    void byCustomer(String cells, String day, String more, String owners, String code) {
        Registers registers =
                facts(COMPANY + ASSIGNED + (more == null ? "" : "customer_assignments: customer_id=C " + more + "\n"));
        Row row = row("orders", "order_line_id=L7 order_date=" + day + " quantity=1 amount=1 cost=1 " + cells);
        Owners of = owners(registers);
        assertThat(told(registers, of.of(row, day(day)))).isEqualTo(owners == null ? "" : owners);
        assertThat(of.problem(row, day(day))
                        .map(problem -> problem.code().name())
                        .orElse(null))
                .isEqualTo(code);
        assertThat(of.isPlain(row)).isEqualTo(cells.contains("employee_id"));
        assertThat(of.isAssigned()).isTrue();
        assertThat(of.areHeld()).isTrue();
    }

    /** Two who share a customer with 100 % together have the row by their shares. */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"60%, 40%, 'A 0.60, B 0.40'", "60%, 30%, ''", "60%, 41%, ''"})
    void shared(String one, String other, String owners) {
        Registers registers = facts(COMPANY
                + "customer_assignments: customer_id=C employee_id=A from=2026-09-01 share=" + one + "\n"
                + "customer_assignments: customer_id=C employee_id=B from=2026-09-01 share=" + other + "\n");
        Row row = row(
                "orders",
                "order_line_id=L7 order_date=2026-09-05 customer_id=C product_id=P quantity=1 amount=1 cost=1");
        assertThat(told(registers, owners(registers).of(row, day("2026-09-05"))))
                .isEqualTo(owners);
        assertThat(owners(registers).problem(row, day("2026-09-05")).isPresent())
                .isEqualTo(owners.isEmpty());
    }

    /** What is looked up by whoever holds the customer on the last day: each of them has it whole; where nobody is there, whose it is itself (ruling 113). */
    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-09-10, A 1", "2026-09-15, B 1", "2026-09-30, A 1", "2025-12-31, A 1"})
    void holders(String last, String holders) {
        Registers registers = facts(COMPANY + ASSIGNED);
        Row row = row(
                "orders",
                "order_line_id=L7 employee_id=A order_date=2026-09-05 customer_id=C product_id=P quantity=1 amount=1 cost=1");
        assertThat(told(registers, owners(registers).holders(row, day("2026-09-05"), day(last))))
                .isEqualTo(holders);
    }

    /** Without assignments and splits a row is whose it says. */
    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            employee_id=A | A 1 |
                          |     | CELL_BLANK
            """)
    void plain(String cells, String owners, String code) {
        Registers registers = facts(COMPANY);
        Row row = row(
                "orders",
                "order_line_id=L1 order_date=2026-09-05 customer_id=C product_id=P quantity=1 amount=1 cost=1"
                        + (cells == null ? "" : " " + cells));
        Owners of = owners(registers);
        assertThat(of.problem(row, day("2026-09-05"))
                        .map(problem -> problem.code().name())
                        .orElse(null))
                .isEqualTo(code);
        assertThat(told(registers, of.of(row, day("2026-09-05")))).isEqualTo(owners == null ? "" : owners);
        assertThat(of.isSplit()).isFalse();
        assertThat(of.isAssigned()).isFalse();
        assertThat(of.areHeld()).isFalse();
        assertThat(of.splitLines()).isEmpty();
    }
}
