package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.run.InputFile;
import java.util.List;
import java.util.function.Function;

/**
 * What HR's workbook shows besides the result.
 *
 * @param inputs every file that was read
 * @param previous the published figures of the period before; none where there are none
 * @param rejects dataset → its rejected rows as delivered; of each part of a file the first
 * @param problems of everything that {@code problems.csv} lists: of files, rows, people and decisions
 */
public record Background(
        List<InputFile> inputs,
        ProblemDigest problems,
        List<EarlierScorecard> previous,
        Function<String, Iterable<RejectedRow>> rejects) {

    public Background {
        inputs = List.copyOf(inputs);
        previous = List.copyOf(previous);
    }
}
