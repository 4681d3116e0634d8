package dev.steelyard.workbook.team;

import dev.steelyard.explain.Audience;
import dev.steelyard.explain.Explainer;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.Step;
import dev.steelyard.workbook.Report;
import dev.steelyard.workbook.book.Block;
import dev.steelyard.workbook.book.Column;
import dev.steelyard.workbook.book.Datum;
import dev.steelyard.workbook.book.Format;
import dev.steelyard.workbook.book.Tone;
import dev.steelyard.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** 怎么得来: the tree behind a member's final as lines, each from the figures below it, as the team may see it. */
final class Explanation {

    private record Line(int depth, Step step) {}

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
                Column.of("what", "项目", "Item", Width.fit(16, 40), Format.TEXT, line -> Datum.text(label(line))),
                Column.of(
                        "figure",
                        "数值",
                        "Figure",
                        Width.fit(10, 24),
                        Format.FIGURE,
                        line -> Datum.text(line.step().figure().in(report.language()))),
                Column.of("how", "怎么算", "How", Width.fit(10, 14), Format.TEXT, line -> Datum.text(how(line.step()))));
        return Block.of(
                        report.say("怎么得来", "How it came about"),
                        columns,
                        lines,
                        report.say("没有可解释的得分。", "There is nothing to explain."))
                .intro(report.say(
                        "每一步都由其下缩进的数值算出，可用计算器复核；印出的数值先四舍五入再往下算。",
                        "Each figure comes from those indented below it and can be redone with a pocket calculator; what is"
                                + " printed is rounded first."))
                .toned(line -> line.depth() == 0 ? Tone.STRONG : Tone.PLAIN);
    }

    private static void add(Step step, int depth, List<Line> lines) {
        if (LEFT_OUT.contains(step.key())) {
            return;
        }
        lines.add(new Line(depth, step));
        step.parts().forEach(part -> add(part, depth + 1, lines));
    }

    private String label(Line line) {
        return "  ".repeat(line.depth()) + line.step().label().in(report.language());
    }

    private String how(Step step) {
        String language = report.language();
        String arithmetic = step.arithmetic(language);
        boolean says = !arithmetic.isEmpty() && !arithmetic.equals(step.figure().in(language));
        String notes = step.notes().stream()
                .map((Label note) -> note.in(language))
                .collect(Collectors.joining(report.say("；", "; ")));
        return (says ? "= " + arithmetic : "") + (says && !notes.isEmpty() ? "    " : "") + notes;
    }
}
