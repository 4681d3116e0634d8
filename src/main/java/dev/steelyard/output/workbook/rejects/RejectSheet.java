package dev.steelyard.output.workbook.rejects;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.RejectedRow;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where rejected rows are shown: a dataset's, under one header.
 *
 * @param name of the sheet
 * @param surplus how many cells the longest row has beyond the header
 * @param alike the rows of one key with different content
 */
record RejectSheet(String name, String dataset, List<String> header, int surplus, long rows, Map<String, Alike> alike) {

    /**
     * @param first the cells of the first row
     * @param differs in which cells others differ from it
     */
    private record Alike(List<String> first, BitSet differs) {}

    RejectSheet(String name, String dataset, List<String> header) {
        this(name, dataset, header, 0, 0, new HashMap<>());
    }

    boolean holds(RejectedRow row) {
        return header.equals(row.header());
    }

    RejectSheet plus(RejectedRow row) {
        row.problems().stream()
                .filter(problem -> problem.code() == ProblemCode.ROW_KEY_CONFLICT && alike.size() < RejectDigest.MOST)
                .forEach(problem -> compare(problem, row.cells()));
        return new RejectSheet(
                name, dataset, header, Math.max(surplus, row.cells().size() - header.size()), rows + 1, alike);
    }

    private void compare(Problem problem, List<String> cells) {
        Alike known = alike.computeIfAbsent(problem.value(), key -> new Alike(cells, new BitSet()));
        for (int at = 0; at < Math.max(cells.size(), known.first().size()); at++) {
            if (!cell(cells, at).equals(cell(known.first(), at))) {
                known.differs().set(at);
            }
        }
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }

    /** The cells in which rows of the problem's key differ; none where it is no such problem, or nothing shown differs. */
    BitSet differing(Problem problem) {
        return problem.code() == ProblemCode.ROW_KEY_CONFLICT && alike.containsKey(problem.value())
                ? alike.get(problem.value()).differs()
                : new BitSet();
    }
}
