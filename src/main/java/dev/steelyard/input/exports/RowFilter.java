package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a dataset says of its rows (its {@code rows:}) as it holds for one file: which count, and with which sign. */
final class RowFilter {

    private static final int MOST_VERDICTS = 1000;

    /** A column of the file and the values whose rows count. */
    private record Where(int position, Set<String> values, Map<String, Boolean> verdicts) {
        boolean accepts(String text) {
            if (verdicts.size() > MOST_VERDICTS) {
                verdicts.clear();
            }
            return verdicts.computeIfAbsent(text, cell -> values.contains(Spelling.compact(cell)));
        }
    }

    private final List<Where> where = new ArrayList<>();
    private final boolean negative;

    private RowFilter(boolean negative) {
        this.negative = negative;
    }

    /** A column that the file leaves out excludes nothing here: freezing refuses such a file. */
    static RowFilter of(Schema schema, Slice slice) {
        RowFilter filter = new RowFilter(schema.rows().signs().entrySet().stream()
                .filter(sign -> InputFolder.isNamed(slice.file(), sign.getKey()))
                .findFirst()
                .filter(sign -> sign.getValue() < 0)
                .isPresent());
        if (!schema.rows().where().isEmpty()) {
            Map<String, String> names = Header.names(schema);
            Header header = Header.of(schema, slice.header());
            schema.rows().where().forEach((column, values) -> {
                int position = header.position(schema, column);
                if (position >= 0) {
                    String name = names.getOrDefault(Spelling.compact(column), column);
                    Map<String, List<String>> choices =
                            schema.column(name).map(DatasetColumn::choices).orElse(Map.of());
                    filter.where.add(new Where(position, accepted(values, choices), new HashMap<>()));
                }
            });
        }
        return filter;
    }

    /** The values as written and, of a choice, in each of its spellings. */
    private static Set<String> accepted(List<String> values, Map<String, List<String>> choices) {
        Set<String> accepted = new HashSet<>();
        for (String value : values) {
            accepted.add(Spelling.compact(value));
            choices.forEach((choice, others) -> {
                if (choice.equals(value) || others.contains(value)) {
                    accepted.add(Spelling.compact(choice));
                    others.forEach(other -> accepted.add(Spelling.compact(other)));
                }
            });
        }
        return accepted;
    }

    /** Whether every row counts as it stands. */
    boolean isNothing() {
        return !negative && where.isEmpty();
    }

    boolean negates() {
        return negative;
    }

    boolean excludes(RawCells raw) {
        if (where.isEmpty()) {
            return false;
        }
        Object[] cells = raw.cells();
        return where.stream().anyMatch(one -> !one.accepts(Cells.display(cells[one.position])));
    }

    /** The cell's value with the file's sign; a negative amount where the file is said to hold positive ones is a fault. */
    Object signed(Cells cell, Object value) {
        if (!negative || !cell.isSummed() || !(value instanceof BigDecimal number)) {
            return value;
        }
        return cell.isAmount() && number.signum() < 0
                ? new Fault(ProblemCode.CELL_OUT_OF_RANGE, number.toPlainString(), Map.of("range", "≥ 0"))
                : number.negate();
    }

    BigDecimal signed(BigDecimal stated) {
        return negative && stated != null ? stated.negate() : stated;
    }
}
