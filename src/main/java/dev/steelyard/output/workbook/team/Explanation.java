package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.explain.Explainer;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.TextWidth;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 怎么得来: the tree behind a member's final as lines, each from the figures below it, as the team may see it. */
final class Explanation {

    /** Digits that the page has to the right of the figures; what is longer goes on in the next row. */
    private static final int ROOM = 92;

    /**
     * A row of the table.
     *
     * @param label blank where it goes on with the row above
     * @param top whether it stands at the top of the tree
     */
    private record Line(String label, String figure, String how, boolean top) {}

    /** A member's place among people of other teams is not the team's business. */
    private static final Set<String> LEFT_OUT = Set.of("rank", "rank_in_track", "rank_in_region");

    private final Report report;
    private final Explainer explainer;

    Explanation(Report report, String team) {
        this.report = report;
        this.explainer = new Explainer(report.result(), Audience.ofTeam(team));
    }

    Block<?> of(RankedScorecard card) {
        List<Line> lines = new ArrayList<>();
        explainer.person(card.participant().id()).ifPresent(person -> person.parts()
                .forEach(step -> add(step, 0, lines)));
        List<Column<Line>> columns = List.of(
                Column.text("what", report.say("word.item"), Width.fit(16, 32), line -> line.label()),
                Column.of(
                        "figure",
                        report.say("team.explanation.figure"),
                        Width.fit(10, 14),
                        Format.FIGURE,
                        line -> Datum.text(line.figure())),
                Column.text("how", report.say("team.explanation.how"), Width.fit(10, 14), line -> line.how()));
        return Block.of(
                        report.say("team.explanation.howCameAbout"),
                        columns,
                        lines,
                        report.say("team.explanation.thereNothingExplain"))
                .intro(report.say("team.explanation.eachFigureComesFrom"))
                .toned(line -> line.top() ? Tone.STRONG : Tone.PLAIN);
    }

    private void add(Step step, int depth, List<Line> lines) {
        if (LEFT_OUT.contains(step.key())) {
            return;
        }
        String label = "  ".repeat(depth) + report.say(step.label());
        String figure = step.figure().in(report.words());
        List<String> how = how(step);
        lines.add(new Line(label, figure, how.isEmpty() ? "" : how.get(0), depth == 0));
        for (int i = 1; i < how.size(); i++) {
            lines.add(new Line("", "", how.get(i), false));
        }
        step.parts().forEach(part -> add(part, depth + 1, lines));
    }

    /** The arithmetic, then the notes; side by side where there is room. */
    private List<String> how(Step step) {
        String arithmetic = step.arithmetic(report.words());
        boolean says = !arithmetic.isEmpty() && !arithmetic.equals(step.figure().in(report.words()));
        String notes =
                step.notes().stream().map(report::say).collect(Collectors.joining(report.say("book.advice.mark")));
        String both = (says ? "= " + arithmetic : "") + (says && !notes.isEmpty() ? "    " : "") + notes;
        if (both.isEmpty() || TextWidth.of(both) <= ROOM) {
            return both.isEmpty() ? List.of() : List.of(both);
        }
        List<String> lines = new ArrayList<>(says ? broken("= " + arithmetic) : List.of());
        if (!notes.isEmpty()) {
            lines.addAll(TextWidth.lines(notes, ROOM));
        }
        return lines;
    }

    /** Breaks a long sum before a plus sign, so that each row reads as part of one. */
    private static List<String> broken(String arithmetic) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String addend : arithmetic.split("(?= \\+ )")) {
            if (!line.isEmpty() && TextWidth.of(line + addend) > ROOM) {
                lines.add(line.toString());
                line = new StringBuilder("    ").append(addend.stripLeading());
            } else {
                line.append(addend);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
