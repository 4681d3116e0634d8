package dev.steelyard.output.page;

import dev.steelyard.engine.problem.ProblemDigest;
import dev.steelyard.engine.problem.ProblemDigest.Reason;
import dev.steelyard.output.page.Node.Element;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.words.ProblemWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was not read, causes first: how many rows of which data for which column. What stands in them, and whom they name, only
 * HR's workbooks say.
 */
final class Rejections {

    private static final int MOST = 5;

    private final Report report;
    private final ProblemDigest problems;
    private final ProblemWords words;

    Rejections(Report report, ProblemDigest problems) {
        this.report = report;
        this.problems = problems;
        this.words = report.problems(true);
    }

    /** Empty where every row was read. */
    Optional<Element> section() {
        List<Node> items = new ArrayList<>();
        problems.reasons().stream()
                .limit(MOST)
                .forEach(reason -> items.add(Node.of("li", Section.isolated(words.cause(reason, called(reason))))));
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Element> parts = new ArrayList<>();
        if (problems.lostCount() > 0) {
            parts.add(Node.of("p", report.say("cause.lost-decisions", "rows", problems.lostCount()))
                    .with("role", "note"));
        }
        parts.add(Node.of("ul", items.toArray(Node[]::new)));
        return Optional.of(Section.of("rejections", report.say("cause.rejected.title"), parts));
    }

    private String called(Reason reason) {
        String dataset = report.dataset(reason.first().where().dataset());
        String columns = words.columns(reason.first());
        return columns.isEmpty() ? dataset : report.say("cause.columns", "dataset", dataset, "columns", columns);
    }
}
