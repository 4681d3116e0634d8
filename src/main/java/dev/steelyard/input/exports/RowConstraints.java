package dev.steelyard.input.exports;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema asks of a row as a whole, beyond what each cell must be. */
final class RowConstraints {

    /** A column of targets with the column that says of what, and which of them are shares. */
    private record Target(int column, int of, Set<String> shares) {}

    /** A constraint of {@link Schema#ordered()} with its column positions. */
    record Order(int left, int right, Schema.Ordered names) {}

    private final Cells[] cells;
    private final int[] positions;
    private final List<Order> orders;
    private final List<Target> targets = new ArrayList<>();
    private final boolean[] expected;

    RowConstraints(Schema schema, Cells[] cells, int[] positions) {
        this.cells = cells;
        this.positions = positions;
        this.expected = new boolean[cells.length];
        for (int i = 0; i < cells.length; i++) {
            DatasetColumn.Rules rules = cells[i].column().rules();
            expected[i] = rules.expected();
            addTarget(schema, i, rules);
        }
        this.orders = schema.ordered().stream()
                .map(pair -> new Order(schema.indexOf(pair.left()), schema.indexOf(pair.right()), pair))
                .toList();
    }

    private void addTarget(Schema schema, int column, DatasetColumn.Rules rules) {
        rules.target().flatMap(DatasetColumn.TargetOf::shares).ifPresent(shares -> {
            int of = schema.indexOf(rules.target().orElseThrow().column());
            Set<String> spellings = shares.stream().map(Spelling::compact).collect(Collectors.toSet());
            if (positions[column] >= 0 && positions[of] >= 0) {
                targets.add(new Target(column, of, spellings));
            }
        });
    }

    List<Order> orders() {
        return orders;
    }

    /** Whether what a cell may be depends on another cell. */
    boolean haveTargets() {
        return !targets.isEmpty();
    }

    /**
     * The problems of a row, with those of its rules.
     *
     * @param found those of its cells; null where there are none
     * @return null where there are none
     */
    List<Problem> broken(Object[] values, RawCells raw, SourceRef where, List<Problem> found) {
        List<Problem> problems = found;
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            String of = values[target.of] instanceof String text ? text : "";
            Object value = cells[target.column].asTarget(
                    values[target.column],
                    raw.cells()[positions[target.column]],
                    target.shares.contains(Spelling.compact(of)),
                    of);
            if (value instanceof Fault fault && !(values[target.column] instanceof Fault)) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(fault.at(where, cells[target.column].column().name()));
            }
        }
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (exceeds(values[order.left], values[order.right])) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(Problem.of(ProblemCode.ROW_ORDER, where, order.names.left(), "")
                        .with("left", order.names.left())
                        .with("right", order.names.right())
                        .with("leftValue", shown(values[order.left]))
                        .with("rightValue", shown(values[order.right])));
            }
        }
        return problems;
    }

    /** Says which cells of a good row are blank and should not be. */
    void wanted(Object[] values, SourceRef where, RowSink sink) {
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] && values[i] == null && positions[i] >= 0) {
                DatasetColumn column = cells[i].column();
                sink.said(Problem.of(
                        column.type().isDay() ? ProblemCode.CELL_EXPECTED : ProblemCode.CELL_WANTED,
                        where,
                        column.name(),
                        ""));
            }
        }
    }

    private static String shown(Object value) {
        return value instanceof LocalDateTime ? Cells.display(value) : RowKey.canonical(value);
    }

    /** Whether both are filled and the left is the greater; a day and a time are compared by day. */
    static boolean exceeds(Object left, Object right) {
        if (left == null || right == null || left instanceof Fault || right instanceof Fault) {
            return false;
        }
        if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
            return l.compareTo(r) > 0;
        }
        if (left instanceof LocalDateTime l && right instanceof LocalDateTime r) {
            return l.isAfter(r);
        }
        return day(left).isAfter(day(right));
    }

    /** The day of a value: of a period its last. */
    static LocalDate day(Object value) {
        if (value instanceof Period period) {
            return period.last();
        }
        return value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
    }
}
