package dev.steelyard.app.calculation;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.words.ProblemWords;
import java.util.List;

/** The inputs are such that nothing can be scored; every reason at once. */
public final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient RunRequest request;

    InputRefused(List<Problem> problems, RunRequest request) {
        super(problems.size() + " problems stop the run");
        this.problems = List.copyOf(problems);
        this.request = request;
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * The words for them.
     *
     * @param language {@code zh} or {@code en}
     */
    public ProblemWords words(String language) {
        return new ProblemWords(request.schemas(), request.plan(), language, true);
    }
}
