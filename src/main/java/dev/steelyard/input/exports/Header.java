package dev.steelyard.input.exports;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header row of an export and where the dataset's columns stand in it (design.md 5): any order, canonical names,
 * Chinese names or aliases; columns that no schema knows are kept in the raw row and otherwise ignored.
 *
 * @param cells the header cells as delivered
 * @param positions for each column of the schema its position in the file, −1 where the file leaves it out
 */
record Header(List<String> cells, int[] positions) {

    /** How many of the first rows are searched. */
    static final int ROWS = 30;

    /** A row that may be the header: its place and what it lacks. */
    record Candidate(Header header, long row, int known, List<String> missing, List<String> doubled) {

        boolean complete() {
            return missing.isEmpty() && doubled.isEmpty();
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
            for (String name : doubled) {
                Map<String, String> names = names(schema);
                List<String> found = new ArrayList<>();
                for (int i = 0; i < header.cells.size(); i++) {
                    if (name.equals(names.get(Spelling.compact(header.cells.get(i))))) {
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

    static Candidate candidate(Schema schema, List<String> cells, long row) {
        return candidate(schema, names(schema), cells, row);
    }

    private static Candidate candidate(Schema schema, Map<String, String> names, List<String> cells, long row) {
        int[] positions = new int[schema.columns().size()];
        Arrays.fill(positions, -1);
        List<String> doubled = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < cells.size(); i++) {
            String name = names.get(Spelling.compact(cells.get(i)));
            if (name == null) {
                continue;
            }
            int column = schema.indexOf(name);
            if (positions[column] < 0) {
                positions[column] = i;
                known++;
            } else if (!doubled.contains(name)) {
                doubled.add(name);
            }
        }
        List<String> missing = new ArrayList<>();
        for (Column column : schema.columns()) {
            if (!column.optional() && positions[schema.indexOf(column.name())] < 0) {
                missing.add(column.zh().isBlank() ? column.name() : column.name() + " (" + column.zh() + ")");
            }
        }
        if (known == 0 && missing.isEmpty()) {
            schema.columns().forEach(column -> missing.add(column.name()));
        }
        return new Candidate(new Header(List.copyOf(cells), positions), row, known, missing, doubled);
    }

    /** Accepted spelling → canonical name; a column's own name is never taken by another's alias. */
    static Map<String, String> names(Schema schema) {
        Map<String, String> names = new HashMap<>();
        schema.columns().forEach(column -> names.putIfAbsent(Spelling.compact(column.name()), column.name()));
        schema.columns().forEach(column -> names.putIfAbsent(Spelling.compact(column.zh()), column.name()));
        schema.columns().forEach(column -> column.aliases()
                .forEach(alias -> names.putIfAbsent(Spelling.compact(alias), column.name())));
        names.remove("");
        return names;
    }
}
