package dev.steelyard.engine.govern;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.problem.Problem;
import java.util.List;

/**
 * What a calculation makes good of closed periods.
 *
 * @param lines by employee, then number
 * @param problems why somebody's past cannot be settled
 */
public record Settlement(List<PayoutLine> lines, List<Problem> problems) {

    public static final Settlement NONE = new Settlement(List.of(), List.of());

    public Settlement {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }
}
