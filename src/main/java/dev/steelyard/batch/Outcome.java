package dev.steelyard.batch;

import dev.steelyard.ledger.Publication;
import dev.steelyard.problem.Problem;
import dev.steelyard.problem.ProblemCode;
import dev.steelyard.run.InputFile;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How a run ended. */
public sealed interface Outcome {

    /**
     * An edition was published.
     *
     * @param problemCounts code → how many, commonest first
     */
    record Published(
            RunIdentity identity,
            RunResult result,
            List<InputFile> inputs,
            Map<ProblemCode, Long> problemCounts,
            List<Problem> fileProblems,
            Path folder)
            implements Outcome {}

    /** The newest revision was made from the same; nothing was changed. */
    record Unchanged(Publication newest, Path folder) implements Outcome {}
}
