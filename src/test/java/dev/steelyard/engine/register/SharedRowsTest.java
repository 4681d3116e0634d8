package dev.steelyard.engine.register;

import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.CustomerAssignment;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.unit.Fraction;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose an order line or a customer is, and in which prices (rules.md 8.4, 8.9, 8.13; rulings 109, 114, 142, 144). */
class SharedRowsTest {

    private static final String PEOPLE =
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=B track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=C track=mature team=T1 region=East hire_date=2020-01-01
            """;

    /** {@code A 60% B 40%}: shares of one line. */
    @ParameterizedTest(name = "{0}: {1}, refused for {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A 60% B 40%               | A 0.6 B 0.4          |
            A 100%                    | A 1                  |
            A 33.3% B 33.3% C 33.4%   | A 0.333 B 0.333 C 0.334 |
            # the same row twice is one
            A 60% B 40% B 40%         | A 0.6 B 0.4          |
            # 0 names nobody
            A 100% B 0%               | A 1                  |
            A 60% B 39.99%            |                      | Σ 99.99%
            A 60% B 50%               |                      | Σ 110%
            A 50% Z 50%               |                      | Z 50%
            A 0% B 0%                 |                      | Σ 0%
            """)
    void splits(String shares, String owners, String refused) {
        StringBuilder lines = new StringBuilder(PEOPLE);
        String[] cells = shares.split(" ");
        for (int i = 0; i < cells.length; i += 2) {
            lines.append("splits: order_line_id=L1 employee_id=%s share=%s\n".formatted(cells[i], cells[i + 1]));
        }
        Splits splits = facts(lines.toString()).splits();
        assertThat(splits.of("L1").stream()
                        .map(one -> one.employeeId() + " "
                                + one.share().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(owners == null ? "" : owners);
        assertThat(splits.refusal("L1", row("splits", "order_line_id=L1 employee_id=A share=1%"))
                        .map(problem -> problem.slots().get("reason")))
                .isEqualTo(Optional.ofNullable(refused));
        assertThat(splits.lines()).containsExactly("L1");
        assertThat(splits.isEmpty()).isFalse();
        assertThat(splits.of("L2")).isEmpty();
        assertThat(facts(PEOPLE).splits().isEmpty()).isTrue();
    }

    private static final CustomerAssignments HELD = facts(
                    """
                    customer_assignments: customer_id=K employee_id=A from=2026-01-01 to=2026-08-31
                    customer_assignments: customer_id=K employee_id=B from=2026-09-01
                    customer_assignments: customer_id=K employee_id=C from=2026-09-01 product_line=Stents
                    customer_assignments: customer_id=S employee_id=A from=2026-01-01 share=60%
                    customer_assignments: customer_id=S employee_id=B from=2026-01-01 share=40%
                    customer_assignments: customer_id=S employee_id=C from=2026-01-01
                    customer_assignments: customer_id=T employee_id=B from=2026-01-01
                    customer_assignments: customer_id=T employee_id=A from=2026-01-01
                    customer_assignments: customer_id=Z employee_id=A from=2026-01-01 share=0%
                    """)
            .customerAssignments();

    /** Rows of the product's line go before rows without; beside others a share of 0 or none names nobody; ids in order. */
    @ParameterizedTest(name = "{0} of {1} on {2}: {3}")
    @CsvSource({
        "K, '', 2026-08-31, A", "K, '', 2026-09-01, B", "K, Stents, 2026-09-01, C", "K, Stents, 2026-08-31, A",
                "K, Other, 2026-09-01, B",
        "S, '', 2026-09-01, A B", "T, '', 2026-09-01, A B", "T, '', 2025-12-31, ''", "Z, '', 2026-09-01, A",
                "Q, '', 2026-09-01, ''"
    })
    void whoseACustomerIs(String customer, String line, String day, String owners) {
        assertThat(HELD.on(customer, line, day(day)).stream()
                        .map(CustomerAssignment::employeeId)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(owners);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"A, K 2026-01-01 S 2026-01-01 T 2026-01-01 Z 2026-01-01", "C, K 2026-09-01 S 2026-01-01", "D, ''"})
    void whatOnePersonHolds(String person, String held) {
        assertThat(HELD.ofPerson(person).stream()
                        .map(one -> one.customerId() + " " + one.days().first())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(held);
    }

    private static final PriceEvents PRICES = facts(
                    """
                    price_events: event_id=1 product_id=P date=2026-03-01 kind=list old_price=100 new_price=80
                    price_events: event_id=2 product_id=P date=2026-06-01 kind=vbp old_price=80 new_price=40 region=East
                    price_events: event_id=3 product_id=L date=2026-06-01 kind=lost region=East
                    price_events: event_id=4 product_id=N date=2026-06-01 kind=list old_price=0 new_price=40
                    """)
            .priceEvents();

    /** × new ÷ old of each event after the sale, up to the last day; what is lost drops out. */
    @ParameterizedTest(name = "{0} in {1}, sold {2}, at the prices of {3}: {4}")
    @CsvSource({
        "P, East, 2026-02-28, 2026-09-30, 0.4",
        "P, West, 2026-02-28, 2026-09-30, 0.8",
        "P, East, 2026-03-01, 2026-09-30, 0.5",
        "P, East, 2026-06-01, 2026-09-30, 1",
        "P, East, 2026-02-28, 2026-05-31, 0.8",
        "P, East, 2026-02-28, 2026-06-01, 0.4",
        "L, East, 2026-02-28, 2026-06-01, ",
        "L, East, 2026-08-01, 2026-09-30, ",
        "L, East, 2026-02-28, 2026-05-31, 1",
        "L, West, 2026-02-28, 2026-09-30, 1",
        // An event that cannot be used is none.
        "N, East, 2026-02-28, 2026-09-30, 1",
        "Q, East, 2026-02-28, 2026-09-30, 1"
    })
    void prices(String product, String region, String sold, String last, String factor) {
        assertThat(PRICES.factor(product, region, day(sold), day(last)).map(Fraction::plain))
                .isEqualTo(Optional.ofNullable(factor));
    }

    @ParameterizedTest(name = "{0}: lacks {1}")
    @CsvSource({
        "kind=lost, ", "kind=list old_price=10 new_price=5, ", "kind=list old_price=10 new_price=0, ",
        "kind=list old_price=0 new_price=5, old_price", "kind=list new_price=5, old_price",
                "kind=vbp old_price=10, new_price"
    })
    void whatAPriceEventNeeds(String cells, String lacks) {
        assertThat(PriceEvents.refusal(row("price_events", "event_id=1 product_id=P date=2026-06-01 " + cells))
                        .map(Problem::column))
                .isEqualTo(Optional.ofNullable(lacks));
    }
}
