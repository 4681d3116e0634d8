package dev.steelyard.input.exports;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import java.util.Map;

/**
 * Why a cell has no value: what the reader of a sheet or the conversion of a cell found.
 *
 * @param text the cell as delivered
 */
record Fault(ProblemCode code, String text, Map<String, String> slots) {

    static Fault of(ProblemCode code, String text) {
        return new Fault(code, text, Map.of());
    }

    Problem at(SourceRef where, String column) {
        return new Problem(code, where, column, Spelling.shown(text), slots);
    }
}
