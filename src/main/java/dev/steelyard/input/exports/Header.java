package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.spelling.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The header row of an export and where the dataset's columns stand in it (architecture.md 5): any order, canonical names,
 * Chinese names or aliases; columns that no schema knows are kept in the raw row and otherwise ignored.
 *
 * @param cells the header cells as delivered
 * @param positions for each column of the schema its position in the file, −1 where the file leaves it out
 * @param factors for each column of the schema by what its numbers are multiplied
 * @param known for each cell whether the column it names is of the schema, also where another cell is read for it
 */
record Header(List<String> cells, int[] positions, BigDecimal[] factors, boolean[] known) {

    /** How many of the first rows are searched. */
    static final int ROWS = 30;

    /** A row that may be the header: its place and what it lacks. */
    record Candidate(
            Header header, long row, int known, List<String> missing, List<String> doubled, List<String> unfit) {

        boolean complete() {
            return missing.isEmpty() && doubled.isEmpty() && unfit.isEmpty();
        }

        /** Whether this row is nearer to a header than the other: more known columns, then first. */
        boolean nearerThan(Candidate other) {
            return other == null || (complete() != other.complete() ? complete() : known > other.known);
        }

        List<Problem> problems(Schema schema, SourceRef where) {
            List<Problem> problems = new ArrayList<>();
            if (!missing.isEmpty()) {
                problems.add(Problem.of(ProblemCode.HEADER_MISSING, where)
                        .with("missing", String.join(", ", missing))
                        .with("found", Spelling.shown(String.join(", ", header.named()))));
            }
            for (String cell : unfit) {
                problems.add(Problem.of(ProblemCode.HEADER_UNIT, where, "", cell)
                        .with("why", new HeaderCell.Reading(schema).knowsUnitOf(cell) ? "mixed" : "unknown")
                        .with(
                                "units",
                                String.join(
                                        ", ",
                                        new TreeSet<>(schema.headings().units().keySet()))));
            }
            HeaderCell.Reading reading = new HeaderCell.Reading(schema);
            for (String name : doubled) {
                List<String> found = new ArrayList<>();
                for (int i = 0; i < header.cells.size(); i++) {
                    HeaderCell cell = reading.of(header.cells.get(i));
                    if (cell != null && name.equals(cell.column())) {
                        found.add(header.cells.get(i) + " (" + (i + 1) + ")");
                    }
                }
                problems.add(Problem.of(ProblemCode.HEADER_DOUBLED, where, name, "")
                        .with("found", String.join(", ", found)));
            }
            return problems;
        }
    }

    private List<String> named() {
        return cells.stream().filter(cell -> !Spelling.isBlank(cell)).toList();
    }

    static Header of(Schema schema, List<String> cells) {
        return candidate(schema, cells, 0).header;
    }

    /** What is said of a header that is read: numbers that are multiplied. */
    List<Problem> notes(Schema schema, SourceRef where) {
        List<Problem> notes = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0 && factors[i].compareTo(BigDecimal.ONE) != 0) {
                notes.add(Problem.of(
                                ProblemCode.HEADER_CONVERTED,
                                where,
                                schema.columns().get(i).name(),
                                cells.get(positions[i]))
                        .with("factor", factors[i].toPlainString()));
            }
        }
        return notes;
    }

    /** What is said of rows that stand above the header. */
    static Problem above(SourceRef header, int rows) {
        return Problem.of(ProblemCode.ROWS_ABOVE_HEADER, header).with("count", Integer.toString(rows));
    }

    static Candidate candidate(Schema schema, List<String> cells, long row) {
        HeaderCell.Reading reading = new HeaderCell.Reading(schema);
        int[] positions = new int[schema.columns().size()];
        Arrays.fill(positions, -1);
        BigDecimal[] factors = new BigDecimal[positions.length];
        Arrays.fill(factors, BigDecimal.ONE);
        boolean[] ofSchema = new boolean[cells.size()];
        HeaderCell[] taken = new HeaderCell[positions.length];
        List<String> doubled = new ArrayList<>();
        List<String> unfit = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < cells.size(); i++) {
            HeaderCell cell = reading.of(cells.get(i));
            if (cell == null) {
                continue;
            }
            ofSchema[i] = true;
            int column = schema.indexOf(cell.column());
            boolean coded = !schema.columns().get(column).rules().codes().isEmpty();
            if (taken[column] == null) {
                known++;
            } else if (!coded || cell.code() == taken[column].code()) {
                if (!doubled.contains(cell.column())) {
                    doubled.add(cell.column());
                }
                continue;
            } else if (!cell.code()) {
                continue; // the name beside the code
            }
            taken[column] = cell;
            positions[column] = i;
            factors[column] = cell.factor() == null ? BigDecimal.ONE : cell.factor();
            if (cell.factor() == null) {
                unfit.add(cells.get(i));
            }
        }
        List<String> missing = new ArrayList<>();
        for (DatasetColumn column : schema.columns()) {
            if (!column.optional() && positions[schema.indexOf(column.name())] < 0) {
                missing.add(column.zh().isBlank() ? column.name() : column.name() + " (" + column.zh() + ")");
            }
        }
        Header header = new Header(List.copyOf(cells), positions, factors, ofSchema);
        schema.rows().where().keySet().stream()
                .filter(column -> header.position(schema, column) < 0)
                .forEach(missing::add);
        if (known == 0 && missing.isEmpty()) {
            schema.columns().forEach(column -> missing.add(column.name()));
        }
        return new Candidate(header, row, known, missing, doubled, unfit);
    }

    /** Where the column stands that a row filter names: one of the dataset's, or any other of the file; −1 if nowhere. */
    int position(Schema schema, String column) {
        String wanted = Spelling.compact(column);
        String declared = names(schema).get(wanted);
        return declared == null
                ? cells.stream().map(Spelling::compact).toList().indexOf(wanted)
                : positions[schema.indexOf(declared)];
    }

    /** Accepted spelling → canonical name; a column's own name is never taken by another's alias. */
    static Map<String, String> names(Schema schema) {
        Map<String, String> names = new HashMap<>();
        schema.columns().forEach(column -> names.putIfAbsent(Spelling.compact(column.name()), column.name()));
        schema.columns().forEach(column -> names.putIfAbsent(Spelling.compact(column.zh()), column.name()));
        schema.columns().forEach(column -> column.otherHeaders()
                .forEach(alias -> names.putIfAbsent(Spelling.compact(alias), column.name())));
        names.remove("");
        return names;
    }
}
