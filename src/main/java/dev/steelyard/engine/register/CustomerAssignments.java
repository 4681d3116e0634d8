package dev.steelyard.engine.register;

import dev.steelyard.engine.fact.CustomerAssignment;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whose customers are, and since when 客户归属 (rules.md 8.6, 8.13; rulings 113, 142–144). */
public final class CustomerAssignments {

    private final Map<String, List<CustomerAssignment>> byCustomer;

    CustomerAssignments(List<CustomerAssignment> assignments) {
        this.byCustomer = assignments.stream()
                .sorted(Comparator.comparing(CustomerAssignment::employeeId, CodePoints.ORDER))
                .collect(Collectors.groupingBy(CustomerAssignment::customerId));
    }

    /** What one person was or is assigned, by customer and day. */
    public List<CustomerAssignment> ofPerson(String employeeId) {
        return byCustomer.values().stream()
                .flatMap(List::stream)
                .filter(assignment -> assignment.employeeId().equals(employeeId))
                .sorted(Comparator.comparing(CustomerAssignment::customerId, CodePoints.ORDER)
                        .thenComparing(assignment -> assignment.days().first()))
                .toList();
    }

    /** Everybody's customers, in code-point order. */
    public Set<String> customers() {
        Set<String> customers = new TreeSet<>(CodePoints.ORDER);
        customers.addAll(byCustomer.keySet());
        return customers;
    }

    /** The product lines that a customer's rows name, with blank for all others. */
    public Set<String> lines(String customerId) {
        Set<String> lines = new TreeSet<>(CodePoints.ORDER);
        lines.add("");
        byCustomer.getOrDefault(customerId, List.of()).forEach(assignment -> lines.add(assignment.productLine()));
        return lines;
    }

    /** Whether no customer is assigned to anybody: then rows belong to whom they name, and to nobody else (rules.md 8.13). */
    public boolean isEmpty() {
        return byCustomer.isEmpty();
    }

    /**
     * Who is named for a customer on a day, by id: rows of the product's line go before rows without one. Beside others a share of
     * 0 or none names nobody.
     *
     * @param productLine blank where a row is about no product
     */
    public List<CustomerAssignment> on(String customerId, String productLine, LocalDate day) {
        List<CustomerAssignment> there = byCustomer.getOrDefault(customerId, List.of()).stream()
                .filter(assignment -> assignment.days().contains(day))
                .toList();
        List<CustomerAssignment> ofLine = there.stream()
                .filter(assignment ->
                        !productLine.isEmpty() && assignment.productLine().equals(productLine))
                .toList();
        List<CustomerAssignment> named = ofLine.isEmpty()
                ? there.stream()
                        .filter(assignment -> assignment.productLine().isEmpty())
                        .toList()
                : ofLine;
        boolean shared = named.stream()
                .anyMatch(assignment ->
                        assignment.share().filter(share -> share.signum() != 0).isPresent());
        return shared
                ? named.stream()
                        .filter(assignment -> assignment
                                .share()
                                .filter(share -> share.signum() != 0)
                                .isPresent())
                        .toList()
                : named;
    }
}
