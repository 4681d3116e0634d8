package dev.steelyard.engine.register;

import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.fact.EmployeeRow;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everyone on the roster 花名册, sorted by id in code-point order; a person's position is their number in the run. */
public final class Roster {

    private final List<Employee> employees;
    private final Map<String, Employee> byId = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private Roster(List<Employee> employees) {
        this.employees = List.copyOf(employees);
        employees.forEach(employee -> {
            byId.put(employee.id(), employee);
            numbers.put(employee.id(), employee.index());
        });
    }

    /** @param rows several of one person where they differ */
    public static Roster of(List<Row> rows, Losses losses) {
        Map<String, List<Row>> byPerson = new TreeMap<>(CodePoints.ORDER);
        rows.forEach(row -> byPerson.computeIfAbsent(EmployeeRow.id(row), id -> new ArrayList<>())
                .add(row));
        List<Employee> employees = new ArrayList<>(byPerson.size());
        byPerson.values().forEach(own -> employees.add(Employee.of(employees.size(), own, losses)));
        return new Roster(employees);
    }

    /** Everybody, by id in code-point order; a person's place in it is {@link Employee#index}. */
    public List<Employee> employees() {
        return employees;
    }

    /** Id → {@link Employee#index}, one map for whatever is measured. */
    public Map<String, Integer> numbers() {
        return Collections.unmodifiableMap(numbers);
    }

    /** Who has the id; empty where nobody has. */
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

    /** How many people are on it, leavers too. */
    public int size() {
        return employees.size();
    }
}
