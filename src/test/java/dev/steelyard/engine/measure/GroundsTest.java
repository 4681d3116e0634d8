package dev.steelyard.engine.measure;

import static dev.steelyard.engine.Given.AS_OF;
import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SCHEMAS;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.History;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the cells of a dataset depend on besides its rows (architecture.md 2): cells that were kept are taken for those of a run only where
 * all of it is the same. What nobody reads may change.
 */
class GroundsTest {

    private static final String COMPANY =
            """
            employees: employee_id=A name=Ann track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=B name=Bo track=innovation team=T1 region=East hire_date=2020-01-01
            employees: employee_id=M name=Mo track=manager team=T1 region=East hire_date=2020-01-01
            employees: employee_id=C name=Cy track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=D name=Dee track=innovation team=T1 region=East hire_date=2020-01-01
            products: product_id=P name=Stent lifecycle=mature line=L5
            products: product_id=N name=Robot lifecycle=innovative launch_date=2020-01-01
            customers: customer_id=C name=First kind=public_hospital grade=3A region=East
            """;

    private static Grounds grounds(String dataset, Period period, String facts) {
        return grounds(dataset, period, facts(facts));
    }

    private static Grounds grounds(String dataset, Period period, Registers registers) {
        Calculation calculation = new Calculation(new RunInput(
                Purpose.SCORING, PLAN, period, AS_OF, CALENDAR, registers, Map.of(), Past.NONE, History.NONE));
        return new Gauge(SCHEMAS.get(dataset), calculation.demand(), registers, CALENDAR).grounds();
    }

    /** {@code same}; {@code rows}: of all rows; {@code A B}: of the rows that name these people. */
    private static String differ(Grounds one, Grounds other) {
        if (!one.lines().equals(other.lines())) {
            return "rows";
        }
        TreeSet<String> people = new TreeSet<>(one.people().keySet());
        people.addAll(other.people().keySet());
        people.removeIf(
                id -> Objects.equals(one.people().get(id), other.people().get(id)));
        return people.isEmpty() ? "same" : String.join(" ", people);
    }

    @ParameterizedTest(name = "{0}: {1} → {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            orders | name=Ann                | name=Anna                  | same
            orders | name=Cy track=mature    | name=Cy track=innovation   | C
            orders | name=Ann                | name=Ann regular_date=2026-05-01 | A
            orders | employee_id=B           | employee_id=E              | B E
            # what people without a track sell is counted by itself, once there are any
            orders | name=Dee track=innovation | name=Dee                  | rows
            orders | team=T1 region=East     | team=T2 region=East        | same
            # what counts of products and customers, and what does not
            orders | lifecycle=mature        | lifecycle=innovative       | rows
            orders | product_id=P            | product_id=Q               | rows
            orders | name=Stent              | name=Stents                | same
            orders | customer_id=C           | customer_id=D              | rows
            orders | name=First              | name=Second                | same
            orders | grade=3A                | grade=2A                   | rows
            visits | grade=3A                | grade=2A                   | same
            visits | name=Cy track=mature    | name=Cy track=innovation   | C
            """)
    void registersThatChange(String dataset, String from, String to, String differ) {
        assertThat(COMPANY).contains(from);
        assertThat(differ(
                        grounds(dataset, SEPTEMBER, COMPANY),
                        grounds(dataset, SEPTEMBER, COMPANY.replaceFirst(from, to))))
                .isEqualTo(differ);
    }

    /** What shares rows, assigns customers or changes prices, once it is delivered and each time it says something else. */
    @ParameterizedTest(name = "{0}: {1} → {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            orders | | splits: order_line_id=L1 employee_id=B share=40%                                         | rows
            orders | splits: order_line_id=L1 employee_id=B share=40% | splits: order_line_id=L1 employee_id=B share=50% | rows
            visits | | splits: order_line_id=L1 employee_id=B share=40%                                         | same
            orders | | customer_assignments: customer_id=C employee_id=B from=2026-09-01                        | rows
            orders | customer_assignments: customer_id=C employee_id=B from=2026-09-01 | customer_assignments: customer_id=C employee_id=B from=2026-09-02 | rows
            orders | | price_events: event_id=V1 product_id=P date=2026-09-10 kind=vbp old_price=30 new_price=15 | rows
            orders | price_events: event_id=V1 product_id=P date=2026-09-10 kind=vbp old_price=30 new_price=15 | price_events: event_id=V1 product_id=P date=2026-09-10 kind=vbp old_price=30 new_price=16 | rows
            visits | | price_events: event_id=V1 product_id=P date=2026-09-10 kind=vbp old_price=30 new_price=15 | same
            # where somebody's days are cut, rows that name them are kept apart; rows of others are not
            orders | | assignments: employee_id=A from=2026-09-10 track=mature team=T2 region=East              | A
            orders | assignments: employee_id=A from=2026-09-10 track=mature team=T2 region=East | assignments: employee_id=A from=2026-09-11 track=mature team=T2 region=East | A
            # nothing of it is read by orders
            orders | | leave: employee_id=A from=2026-09-10 to=2026-09-11 kind=sick                             | same
            orders | | exams: exam_id=X1 employee_id=A date=2026-09-10 score=90                                 | same
            """)
    void whatElseChanges(String dataset, String from, String to, String differ) {
        assertThat(differ(
                        grounds(dataset, SEPTEMBER, COMPANY + (from == null ? "" : from)),
                        grounds(dataset, SEPTEMBER, COMPANY + to)))
                .isEqualTo(differ);
    }

    /** Of days employed rows depend where they may be somebody else's than the one person's whom they name. */
    @Test
    void daysEmployed() {
        String left = COMPANY.replaceFirst("hire_date=2020-01-01", "hire_date=2020-01-01 leave_date=2026-09-20");
        String split = "splits: order_line_id=L1 employee_id=B share=40%\n";
        assertThat(differ(grounds("orders", SEPTEMBER, COMPANY + split), grounds("orders", SEPTEMBER, left + split)))
                .isEqualTo("rows");
        assertThat(differ(grounds("visits", SEPTEMBER, COMPANY), grounds("visits", SEPTEMBER, left)))
                .isEqualTo("same");
    }

    /** By customer assignments the line of a product decides whose a row is. */
    @Test
    void linesOfProducts() {
        String assigned =
                COMPANY + "customer_assignments: customer_id=C employee_id=B from=2026-09-01 product_line=L5\n";
        assertThat(differ(
                        grounds("orders", SEPTEMBER, assigned),
                        grounds("orders", SEPTEMBER, assigned.replace("line=L5\nproducts", "line=L6\nproducts"))))
                .isEqualTo("rows");
    }

    /** Of prices of a region the customers' regions decide. */
    @Test
    void regionsOfCustomers() {
        String priced = COMPANY
                + "price_events: event_id=V1 product_id=P region=East date=2026-09-10 kind=vbp old_price=30 new_price=15\n";
        assertThat(differ(
                        grounds("orders", SEPTEMBER, priced),
                        grounds("orders", SEPTEMBER, priced.replace("grade=3A region=East", "grade=3A region=West"))))
                .isEqualTo("rows");
    }

    /** A row that names what was lost is told why: of what it may name, and of people. */
    @ParameterizedTest(name = "a row of {0}: {1}")
    @CsvSource({"customers, rows", "products, rows", "employees, rows", "leave, same"})
    void whatWasLost(String register, String differ) {
        Problem why = Problem.of(ProblemCode.CELL_BLANK, new SourceRef(register, register + ".csv", "", 7), "x", "");
        Losses losses = new Losses(Map.of(register, Map.of("X9", why)), Map.of(), List.of());
        Map<String, List<Row>> rows = rows(COMPANY);
        Registers lost = new Registers(SCHEMAS, rows.keySet(), rows, losses, AS_OF);
        assertThat(differ(grounds("orders", SEPTEMBER, COMPANY), grounds("orders", SEPTEMBER, lost)))
                .isEqualTo(differ);
    }

    /** Another period asks for other months. */
    @Test
    void theMonthsAskedFor() {
        assertThat(differ(grounds("orders", SEPTEMBER, COMPANY), grounds("orders", SEPTEMBER.previous(), COMPANY)))
                .isEqualTo("rows");
        assertThat(grounds("orders", SEPTEMBER, COMPANY)).isEqualTo(grounds("orders", SEPTEMBER, COMPANY));
    }
}
