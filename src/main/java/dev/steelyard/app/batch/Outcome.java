package dev.steelyard.app.batch;

import dev.steelyard.app.worker.WorkTally;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plausible.Verdict;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.Revised;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.ledger.records.Publication;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How a run ended. */
public sealed interface Outcome {

    /**
     * An edition was published.
     *
     * @param problems what was found, counted
     * @param fileProblems what is wrong with files as a whole
     * @param verdict what of the delivery can hardly be meant, and who accepted it
     * @param workers what each did for the run; none where nobody helped
     * @param revised what changed against the revision before; empty for a trial and for the first one
     */
    record Published(
            RunIdentity identity,
            RunResult result,
            List<InputFile> inputs,
            ProblemDigest problems,
            List<Problem> fileProblems,
            Verdict verdict,
            Optional<Revised> revised,
            Path folder,
            List<WorkTally.Worker> workers)
            implements Outcome {}

    /**
     * The newest revision was made from the same; nothing was changed.
     *
     * @param closed how its period was closed; empty while it is open
     */
    record Unchanged(Publication newest, Path folder, Optional<Closed> closed) implements Outcome {

        /** Whether it is the one that is paid. */
        public boolean isPaid() {
            return closed.filter(close -> close.revision() == newest.revision()).isPresent();
        }
    }

    /**
     * How a period was closed.
     *
     * @param revision what is paid
     * @param folder what finance pays by
     * @param next the open period that makes later differences good
     */
    record Closed(int revision, LocalDate asOf, Path folder, Period next) {}
}
