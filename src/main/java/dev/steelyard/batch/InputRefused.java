package dev.steelyard.batch;

import dev.steelyard.problem.Problem;
import java.util.List;

/** The inputs are such that nothing can be scored; every reason at once. */
public final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InputRefused(List<Problem> problems) {
        super(problems.size() + " problems stop the run");
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
