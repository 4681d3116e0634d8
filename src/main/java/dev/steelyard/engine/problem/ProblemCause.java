package dev.steelyard.engine.problem;

import java.util.Optional;

/**
 * An error of one kind, which is also why other rows are lost: those that name a row that it rejects.
 *
 * @param dataset of the rows that have the error
 * @param column that it is about; blank where it is about the row as a whole
 */
public record ProblemCause(String dataset, ProblemCode code, String column) {

    /** The cause that lies behind a problem; empty of one that is a cause itself. */
    public static Optional<ProblemCause> of(Problem problem) {
        return problem.code() == ProblemCode.ROW_REFERENCE_REJECTED
                ? Optional.of(new ProblemCause(
                        problem.slots().get("target"),
                        ProblemCode.valueOf(problem.slots().get("cause")),
                        problem.slots().get("by")))
                : Optional.empty();
    }

    /** A problem as the cause of others. */
    public static ProblemCause as(Problem problem) {
        return new ProblemCause(problem.where().dataset(), problem.code(), problem.column());
    }

    /** Says on the problem of a row what lies behind it. */
    public Problem behind(Problem consequence) {
        return consequence.with("target", dataset).with("cause", code.name()).with("by", column);
    }
}
