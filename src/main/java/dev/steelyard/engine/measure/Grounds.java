package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Canonical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the cells of a dataset depend on besides its rows, schema and the calendar: of equal rows, equal grounds give equal cells,
 * problems and counts (architecture.md 2). Tested by runs that keep cells and runs that do not.
 *
 * @param lines what concerns any row, always in the same order
 * @param people person on the roster → what concerns rows that name them; who is not there is unknown to rows that do
 */
public record Grounds(List<String> lines, Map<String, String> people) {

    private static final String ROSTER = "employees";

    public Grounds {
        lines = List.copyOf(lines);
        people = new TreeMap<>(people);
    }

    static Grounds of(Gauge gauge, Registers registers) {
        List<String> lines = new ArrayList<>();
        gauge.tallyColumns().forEach(tallied -> lines.add(Canonical.text(tallied.tally()) + tallied.months()));
        gauge.uses().forEach(use -> lines.add("used " + use.dateColumn() + use.months()));
        Map<String, String> people = people(gauge, registers);
        List<Joined.Join> joins = gauge.joins();
        for (int i = 0; i < joins.size(); i++) {
            Joined.Join join = joins.get(i);
            lines.add("join " + join.prefix() + " " + join.column() + " " + join.register() + " " + join.needed());
            BitSet read = gauge.readOf(i);
            if (join.register().equals(ROSTER)) {
                join.rows().forEach((id, row) -> people.merge(id, cells(row, read), String::concat));
            } else {
                new TreeMap<>(join.rows()).forEach((id, row) -> lines.add(id + " " + cells(row, read)));
            }
            lost(join.register(), registers, lines);
        }
        lost(ROSTER, registers, lines);
        owners(gauge, registers, lines);
        restated(gauge, registers, lines);
        return new Grounds(lines, people);
    }

    /** Which tallies are kept for whom, and where their days are cut. */
    private static Map<String, String> people(Gauge gauge, Registers registers) {
        Map<String, String> people = new HashMap<>();
        for (Employee employee : registers.roster().employees()) {
            BitSet asked = new BitSet();
            for (int tallied = 0; tallied < gauge.tallyColumns().size(); tallied++) {
                asked.set(tallied, gauge.tallyColumns().get(tallied).subjects().get(employee.index()));
            }
            people.put(
                    employee.id(),
                    asked + gauge.segments().cuts(employee.index()).toString());
        }
        return people;
    }

    /** What a row that names what is not there is told. */
    private static void lost(String register, Registers registers, List<String> lines) {
        Map<String, Problem> lost = registers.losses().rows().getOrDefault(register, Map.of());
        new TreeMap<>(lost).forEach((id, why) -> lines.add("lost " + id + " " + Canonical.text(why)));
    }

    /** Whose a row may be that is not the one person's whom it names. */
    private static void owners(Gauge gauge, Registers registers, List<String> lines) {
        if (gauge.owners().isSplit()) {
            all("splits", registers, lines);
        }
        lines.add("assigned " + registers.has("customer_assignments"));
        if (gauge.owners().isAssigned()) {
            all("customer_assignments", registers, lines);
            only("products", List.of("line"), registers, lines);
        }
        if (gauge.owners().isSplit() || gauge.owners().isAssigned()) {
            only(ROSTER, List.of("hire_date", "leave_date"), registers, lines);
        }
    }

    private static void restated(Gauge gauge, Registers registers, List<String> lines) {
        boolean isPriced = gauge.tallyColumns().stream()
                .anyMatch(tallied -> tallied.tally().pricedOn().isPresent());
        if (isPriced && !registers.priceEvents().isEmpty()) {
            all("price_events", registers, lines);
            only("customers", List.of("region"), registers, lines);
        }
    }

    private static void all(String register, Registers registers, List<String> lines) {
        registers.rows(register).forEach(row -> lines.add(register + Arrays.toString(row.values())));
    }

    private static void only(String register, List<String> columns, Registers registers, List<String> lines) {
        if (registers.rows(register).isEmpty()) {
            return;
        }
        BitSet read = new BitSet();
        columns.forEach(column -> read.set(registers.schema(register).indexOf(column)));
        new TreeMap<>(registers.byKey(register))
                .forEach((id, row) -> lines.add(register + " " + id + cells(row, read)));
    }

    private static String cells(Row row, BitSet columns) {
        StringBuilder cells = new StringBuilder();
        columns.stream().forEach(column -> cells.append('\u001f').append(row.value(column)));
        return cells.toString();
    }
}
