package dev.steelyard.engine.fact;

import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everyone on the roster 花名册, sorted by id in code-point order; a person's position is their number in the run. */
public final class Roster {

    private final List<Employee> employees;
    private final Map<String, Employee> byId = new HashMap<>();

    private Roster(List<Employee> employees) {
        this.employees = List.copyOf(employees);
        employees.forEach(employee -> byId.put(employee.id(), employee));
    }

    public static Roster of(List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> row.text("employee_id"), CodePoints.ORDER));
        List<Employee> employees = new ArrayList<>(sorted.size());
        for (Row row : sorted) {
            employees.add(Employee.of(employees.size(), row));
        }
        return new Roster(employees);
    }

    public List<Employee> employees() {
        return employees;
    }

    public Optional<Employee> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The one whom a person's name or id means: the id, where the roster has it or one person alone bears the name. */
    public Optional<String> nameOrId(String text) {
        if (byId.containsKey(text)) {
            return Optional.of(text);
        }
        List<String> named = employees.stream()
                .filter(employee -> employee.name().equals(text))
                .map(Employee::id)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    public int size() {
        return employees.size();
    }
}
