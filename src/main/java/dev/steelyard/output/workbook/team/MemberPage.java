package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.block.Advice;
import dev.steelyard.output.workbook.block.IndicatorLines;
import dev.steelyard.output.workbook.block.IndicatorLines.Line;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A member's card: what they scored, what to do about it, and how it came about. */
final class MemberPage {

    private record Event(ComplianceEvent event, String effect, boolean veto) {}

    private static final Width LABEL = Width.fit(16, 24);

    private final Report report;
    private final IndicatorLines indicators;
    private final Explanation explanation;
    private final Reasons reasons;
    private final AlertWords words;
    private final Advice advice;
    private final MemberFigures figures;
    private final MemberState state;

    /** @param changes what changed of the members */
    MemberPage(Report report, Coaching coaching, String team, PersonalChanges changes) {
        this.report = report;
        this.advice = new Advice(report, coaching);
        this.figures = new MemberFigures(report, coaching);
        this.state = new MemberState(report, coaching, team, changes);
        this.indicators = new IndicatorLines(report);
        this.explanation = new Explanation(report, team);
        this.reasons = new Reasons(report);
        this.words = new AlertWords(report);
    }

    /** The card, and on the screen how its figures came about. */
    Sheet sheet(RankedScorecard card, SheetNames names) {
        return sheet(card, names, List.of(explanation.of(card).onScreen()));
    }

    /** The card alone. */
    Sheet card(RankedScorecard card, SheetNames names) {
        return sheet(card, names, List.of());
    }

    private Sheet sheet(RankedScorecard card, SheetNames names, List<Block<?>> tree) {
        Employee employee = card.participant().employee();
        return new Sheet.Page(
                        names.of(employee.name() + " " + employee.id()),
                        report.say(
                                "team.member.employeeIdTrackPeriod",
                                "employee",
                                employee.name(),
                                "id",
                                employee.id(),
                                "track",
                                report.track(employee.track()),
                                "period",
                                report.identity().period()),
                        headline(card),
                        Stream.of(figures.of(card), events(card), lines(card), List.<Block<?>>of(state.of(card)), tree)
                                .flatMap(List::stream)
                                .toList())
                .onOneSheet();
    }

    private List<String> headline(RankedScorecard card) {
        List<String> parts = new ArrayList<>();
        parts.add(report.say(StateWords.of(card.status())));
        card.pooled().score().ifPresent(score -> parts.add(report.say("interview.final", "score", score)));
        card.grade().ifPresent(grade -> parts.add(report.say("interview.grade", "grade", grade)));
        card.ranks().inTeam().ifPresent(rank -> parts.add(report.say("interview.rankTeam", "rank", rank)));
        List<String> lines = new ArrayList<>();
        lines.add(report.join(parts));
        if (!card.remarks().isEmpty()) {
            lines.add(reasons.of(card));
        }
        advice.of(card).forEach(sentence -> lines.add("→ " + sentence));
        return lines;
    }

    private List<Block<?>> lines(RankedScorecard card) {
        // What is shown and not scored stands among visits and on the screen.
        List<Line> lines = indicators
                .of(card)
                .filter(line -> line.indicator()
                        .filter(score -> score.weight().signum() == 0)
                        .isEmpty())
                .toList();
        if (lines.stream().allMatch(Line::isDimension)) {
            Optional<Block<?>> parts = figures.parts(card);
            if (parts.isPresent()) {
                return List.of(parts.get());
            }
        }
        List<Column<Line>> columns = new ArrayList<>(indicators.underDimensions());
        columns.add(indicators.notes(28));
        return List.of(Block.of(
                        report.say("team.member.indicators"),
                        columns,
                        lines,
                        report.say("team.member.thereNoIndicators"))
                .toned(line -> line.isDimension() ? Tone.STRONG : Tone.PLAIN));
    }

    private List<Block<?>> events(RankedScorecard card) {
        List<Event> events = Stream.concat(
                        card.card().compliance().vetoes().stream()
                                .map(event -> new Event(event, report.say("word.noVeto"), true)),
                        card.card().compliance().deductions().stream()
                                .map(deduction -> new Event(
                                        deduction.event(),
                                        report.say("team.member.compliance", "points", deduction.points()),
                                        false)))
                .toList();
        if (events.isEmpty()) {
            return List.of();
        }
        List<Column<Event>> columns = List.of(
                Column.<Event>text("effect", report.say("word.effect"), LABEL, event -> event.effect())
                        .toned(event -> event.veto() ? Tone.WORST : Tone.LOW),
                Column.text(
                        "event",
                        report.say("team.member.event"),
                        Width.fit(10, 14),
                        event -> words.event(event.event())));
        return List.of(Block.of(report.say("team.member.complianceEvents"), columns, events, ""));
    }
}
