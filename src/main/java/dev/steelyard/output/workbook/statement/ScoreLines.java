package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.explain.Explainer;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.trace.Figure;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.output.workbook.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From indicator to final and grade: the upper steps of the tree that {@code explain} prints, which name nobody else. An indicator says
 * what it was measured at, how, and what its points weigh; not how where it is a mean of other people's figures. One that is only
 * shown is left out.
 */
final class ScoreLines {

    /** Of a longer arithmetic only the result stands. */
    private static final int LONGEST = 60;

    /**
     * A figure and how it came about.
     *
     * @param depth 0 for the final and the grade, 1 and more for what they are made of
     */
    record Line(int depth, String label, String figure, String how) {}

    private final Report report;
    private final Explainer explainer;

    ScoreLines(Report report) {
        this.report = report;
        this.explainer = Explainer.ofScores(report.result(), Audience.ANYBODY);
    }

    List<Line> of(Participant person) {
        List<Line> lines = new ArrayList<>();
        explainer.person(person.id()).stream()
                .flatMap(tree -> tree.parts().stream())
                .filter(ScoreLines::isShown)
                .forEach(step -> add(step, 0, !person.isManager(), lines));
        return lines;
    }

    private static boolean isShown(Step step) {
        return Stream.of("final", "individual", "team_score", "grade", "bonus").anyMatch(step.key()::equals)
                || step.key().startsWith("dimension.");
    }

    private void add(Step step, int depth, boolean own, List<Line> lines) {

        lines.add(new Line(depth, report.say(step.label()), step.figure().in(report.words()), how(step)));
        if (step.key().startsWith("dimension.")) {
            indicators(step).filter(ScoreLines::isScored).forEach(part -> lines.add(indicator(part, depth + 1, own)));
        } else if (!step.key().equals("team_score")) {
            step.parts().stream().filter(ScoreLines::isShown).forEach(part -> add(part, depth + 1, own, lines));
        }
    }

    /** The indicators of a dimension, those too that stand below its mean. */
    private Stream<Step> indicators(Step dimension) {
        return dimension.parts().stream()
                .flatMap(part -> part.key().startsWith("indicator.") ? Stream.of(part) : indicators(part));
    }

    private Line indicator(Step step, int depth, boolean own) {

        String value = step.parts().stream()
                .filter(part -> part.key().equals("value"))
                .findFirst()
                .filter(part -> !(part.figure() instanceof Figure.Missing))
                .map(part -> {
                    String arithmetic = own ? part.arithmetic(report.words()) : "";
                    return report.say(
                            "statement.value",
                            "value",
                            part.figure().in(report.words())
                                    + (arithmetic.isEmpty() || arithmetic.length() > LONGEST
                                            ? ""
                                            : " = " + arithmetic));
                })
                .orElse("");
        return new Line(
                depth,
                report.say(step.label()),
                step.figure().in(report.words()),
                report.join(Stream.of(value, notes(step))
                        .filter(text -> !text.isEmpty())
                        .toList()));
    }

    private static boolean isScored(Step indicator) {
        return indicator.notes().stream().noneMatch(note -> note.key().equals(Explainer.NOT_SCORED));
    }

    private String how(Step step) {
        if (step.key().equals("grade")) {
            return report.join(step.parts().stream().flatMap(this::reasons).toList());
        }
        String arithmetic = step.arithmetic(report.words());
        boolean bare = arithmetic.equals(step.figure().in(report.words()));
        if (!arithmetic.isEmpty() && !bare) {
            return "= " + arithmetic;
        }
        String notes = notes(step);
        if (!bare || !notes.isEmpty() || step.parts().size() != 1) {
            return notes;
        }
        // A mean of one period is that period's; of one milestone it is said how far it is.
        Step only = step.parts().get(0);
        String label = report.say(only.label());
        return step.key().equals("bonus") && !notes(only).isEmpty()
                ? report.say("statement.bonus", "label", label, "why", notes(only))
                : "= " + label;
    }

    /** Why a grade is what it is: by score, by cap, by the event of a veto. */
    private Stream<String> reasons(Step step) {
        String own = report.say(
                "statement.score.labelFigure",
                "label",
                report.say(step.label()),
                "figure",
                step.figure().in(report.words()));
        String notes = notes(step);
        return Stream.concat(
                Stream.of(notes.isEmpty() ? own : report.say("statement.score.ownNotes", "own", own, "notes", notes)),
                step.parts().stream()
                        .filter(part -> part.key().startsWith("event."))
                        .map(part -> report.say(part.label())));
    }

    private String notes(Step step) {
        return step.notes().stream().map(report::say).collect(Collectors.joining(report.say("book.advice.mark")));
    }
}
