package dev.steelyard.engine.run;

import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.CustomerAssignment;
import dev.steelyard.engine.people.Placed;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.CustomerAssignments;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.score.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What exports about people and customers that change leave open, and what holds instead (rulings 93, 113). */
record Changing(RunInput input, Population population) {

    /** From so many on, a customer's sales count so often that it is more likely a mistake. */
    private static final int SEVERAL = 3;

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (!input.registers().assignments().isEmpty()) {
            input.registers().roster().employees().forEach(person -> placed(person)
                    .ifPresent(problems::add));
        }
        customers(problems);
        return problems;
    }

    /** Of whoever has assignments none of which says where they are scored. */
    private Optional<Problem> placed(Employee person) {
        Placed placed = population.placements().place(person, input.period().days());
        boolean open = !placed.assignments().isEmpty()
                && placed.by().isEmpty()
                && !person.employed(input.period().days()).isEmpty();
        boolean touches = touches(placed, person);
        if (!open || !touches && person.track().isEmpty()) {
            return Optional.empty();
        }
        ProblemCode code = touches ? ProblemCode.ASSIGNED_TO_NO_TRACK : ProblemCode.PLACED_BY_ROSTER;
        Assignment last = placed.assignments().get(placed.assignments().size() - 1);
        return Optional.of(Problem.of(code, last.row().source(), "employee_id", person.id())
                .with("person", person.id())
                .with("period", input.period().toString()));
    }

    private boolean touches(Placed placed, Employee person) {
        return placed.assignments().stream()
                .anyMatch(one ->
                        !one.days().and(person.employed(input.period().days())).isEmpty());
    }

    /** Holders of the last day who are not there, and customers of many (rulings 113). */
    private void customers(List<Problem> problems) {
        CustomerAssignments customers = input.registers().customerAssignments();
        LocalDate last = input.period().last();
        for (String customer : customers.customers()) {
            Set<String> several = new TreeSet<>();
            for (String line : customers.lines(customer)) {
                List<CustomerAssignment> held = customers.on(customer, line, last);
                Set<String> there = new TreeSet<>();
                for (CustomerAssignment one : held) {
                    if (isThere(one, last)) {
                        there.add(one.employeeId());
                    } else if (one.productLine().equals(line)) {
                        problems.add(
                                Problem.of(ProblemCode.HOLDER_LEFT, one.row().source(), "customer_id", customer)
                                        .with("person", one.employeeId())
                                        .with("day", last.toString()));
                    }
                }
                if (there.size() >= SEVERAL) {
                    several.addAll(there);
                }
            }
            if (!several.isEmpty()) {
                problems.add(Problem.of(
                                ProblemCode.HOLDERS_SEVERAL,
                                customers.on(customer, "", last).stream()
                                        .findFirst()
                                        .map(one -> one.row().source())
                                        .orElse(SourceRef.NONE),
                                "customer_id",
                                customer)
                        .with("people", String.join(", ", several)));
            }
        }
    }

    private boolean isThere(CustomerAssignment one, LocalDate day) {
        return input.registers()
                .roster()
                .find(one.employeeId())
                .filter(person -> person.isEmployedOn(day))
                .isPresent();
    }
}
