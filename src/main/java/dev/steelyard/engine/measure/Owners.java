package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.CustomerAssignment;
import dev.steelyard.engine.fact.Product;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Splits.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose a row of a dataset is (rules.md 8.4, 8.6, 8.13): of whom its split names; else of whom it names itself; else of whom its
 * customer is assigned to on its day.
 */
final class Owners {

    /**
     * One of the people whose row it is.
     *
     * @param share the part of its sums that is theirs; 1 where it is theirs whole
     */
    record Owner(int subject, BigDecimal share) {}

    private final Registers registers;
    private final Map<String, Integer> subjects;
    private final int person;
    private final int customer;
    private final int product;
    private final int key;
    private final int original;
    private final boolean split;
    private final boolean assigned;

    Owners(Schema schema, Registers registers, Map<String, Integer> subjects) {
        this.registers = registers;
        this.subjects = subjects;
        this.person = schema.subject().map(schema::indexOf).orElse(-1);
        this.customer = schema.customer().map(schema::indexOf).orElse(-1);
        this.product = schema.product().map(schema::indexOf).orElse(-1);
        this.key = schema.key().isEmpty() ? -1 : schema.indexOf(schema.key().get(0));
        this.original = schema.column("original_line_id")
                .map(column -> schema.indexOf(column.name()))
                .orElse(-1);
        this.split = schema.key().equals(List.of("order_line_id"))
                && !registers.splits().isEmpty();
        this.assigned = registers.has("customer_assignments");
    }

    /** The column that names whose a row is; −1 where none does. */
    int person() {
        return person;
    }

    /** The column that names the line which a row takes back; −1 where none does. */
    int original() {
        return original;
    }

    /** The keys of rows that are shared. */
    Set<String> splitLines() {
        return split ? registers.splits().lines() : Set.of();
    }

    /** Whether rows that are looked up by whoever holds their customer may be anybody else's. */
    boolean areHeld() {
        return !registers.customerAssignments().isEmpty();
    }

    /** Whether any line is split. */
    boolean isSplit() {
        return split;
    }

    /** Whether rows may be whose their customer is. */
    boolean isAssigned() {
        return assigned && customer >= 0;
    }

    /** Whether a row may be anybody else's than of the one person whom it names. */
    boolean isPlain(Row row) {
        return !(split && isSplit(row)) && (person < 0 || row.value(person) != null);
    }

    private boolean isSplit(Row row) {
        return line(row) != null;
    }

    /** The line by whose split the row is shared: its own, or that of the line which it takes back. */
    private String line(Row row) {
        String own = row.text(key);
        if (isKnown(own, row)) {
            return own;
        }
        String of = original < 0 ? null : row.text(original);
        return of != null && isKnown(of, row) ? of : null;
    }

    private boolean isKnown(String line, Row row) {
        return !registers.splits().of(line).isEmpty()
                || registers.splits().refusal(line, row).isPresent();
    }

    /** Why nobody can be said to own the row, where that is so. @param day by which it is windowed */
    Optional<Problem> problem(Row row, LocalDate day) {
        String line = split ? line(row) : null;
        if (line != null) {
            return registers.splits().refusal(line, row);
        }
        if (person < 0 || row.value(person) != null) {
            return Optional.empty();
        }
        if (!assigned || customer < 0 || row.value(customer) == null) {
            return Optional.of(Problem.of(ProblemCode.CELL_BLANK, row.source(), "employee_id", ""));
        }
        return day == null ? Optional.empty() : unassigned(row, day);
    }

    private Optional<Problem> unassigned(Row row, LocalDate day) {
        List<CustomerAssignment> named = named(row, day);
        List<CustomerAssignment> there = there(named, day);
        if (there.isEmpty()) {
            return Optional.of(problem(
                    named.isEmpty() ? ProblemCode.ROW_UNASSIGNED : ProblemCode.ROW_ASSIGNED_TO_WHO_LEFT, row, named));
        }
        return shares(there).isEmpty()
                ? Optional.of(problem(ProblemCode.ROW_ASSIGNED_TO_SEVERAL, row, there))
                : Optional.empty();
    }

    /** The parts of those to whom a customer is assigned; none where several have no shares, or such that are not 100 % together. */
    private List<Owner> shares(List<CustomerAssignment> there) {
        List<Owner> owners = there.stream()
                .map(assignment -> new Owner(
                        subjects.get(assignment.employeeId()),
                        assignment.share().orElse(BigDecimal.ONE)))
                .distinct()
                .toList();
        BigDecimal sum = owners.stream().map(Owner::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(BigDecimal.ONE) == 0 ? owners : List.of();
    }

    private Problem problem(ProblemCode code, Row row, List<CustomerAssignment> candidates) {
        return Problem.of(
                        code, row.source(), row.schema().columns().get(customer).name(), row.text(customer))
                .with(
                        "candidates",
                        candidates.stream().map(CustomerAssignment::employeeId).collect(Collectors.joining(", ")));
    }

    private List<CustomerAssignment> named(Row row, LocalDate day) {
        return registers.customerAssignments().on(row.text(customer), line(row.schema(), row), day);
    }

    /** Those who are employed on the day. */
    private List<CustomerAssignment> there(List<CustomerAssignment> named, LocalDate day) {
        return named.stream()
                .filter(assignment -> registers
                        .roster()
                        .find(assignment.employeeId())
                        .filter(employee -> employee.isEmployedOn(day))
                        .isPresent())
                .toList();
    }

    /** The product's line; blank where the row names no product. */
    private String line(Schema schema, Row row) {
        String id = product < 0 ? null : row.text(product);
        return id == null
                ? ""
                : registers.find(Product.DATASET, id).map(Product::line).orElse("");
    }

    /** The people whose row it is, by what it says; none where nobody can be said. */
    List<Owner> of(Row row, LocalDate day) {
        String line = split ? line(row) : null;
        if (line != null) {
            return registers.splits().of(line).stream().map(this::owner).toList();
        }
        if (person >= 0 && row.value(person) != null) {
            return List.of(new Owner(subjects.get(row.text(person)), BigDecimal.ONE));
        }
        if (customer < 0 || row.value(customer) == null) {
            return List.of();
        }
        return shares(there(named(row, day), day));
    }

    private Owner owner(Split of) {
        return new Owner(subjects.get(of.employeeId()), of.share());
    }

    /**
     * The people to whom the row's customer is assigned on a day, each with the whole row; where nobody who is still there holds
     * the customer those whose row it is (rulings 113).
     */
    List<Owner> holders(Row row, LocalDate day, LocalDate last) {
        String id = customer < 0 ? null : row.text(customer);
        List<Owner> holders = id == null
                ? List.of()
                : there(registers.customerAssignments().on(id, line(row.schema(), row), last), last).stream()
                        .map(assignment -> new Owner(subjects.get(assignment.employeeId()), BigDecimal.ONE))
                        .distinct()
                        .toList();
        return holders.isEmpty() ? of(row, day) : holders;
    }
}
