package dev.steelyard.input.spelling;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import java.util.Map;

/**
 * Why a cell has no value: what the reader of a sheet or the conversion of a cell found.
 *
 * @param text the cell as delivered
 */
public record Fault(ProblemCode code, String text, Map<String, String> slots) {

    public static Fault of(ProblemCode code, String text) {
        return new Fault(code, text, Map.of());
    }

    public Problem at(SourceRef where, String column) {
        return new Problem(code, where, column, Spelling.shown(text), slots);
    }
}
