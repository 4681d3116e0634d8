package dev.steelyard.output.workbook.interview;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.insight.review.Actions;
import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.TeamParts;
import dev.steelyard.output.workbook.block.ActionColumns;
import dev.steelyard.output.workbook.block.Advice;
import dev.steelyard.output.workbook.block.IndicatorLines;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.output.workbook.team.SheetNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's page for the talk 绩效面谈: goal, reality, options, will; filled in as far as the run knows. */
final class InterviewPage {

    /** Lines to fill in. */
    private static final int ACTIONS = 4;

    /** Targets named; a person has one or two. */
    private static final int TARGETS = 5;

    private static final String BLANK = "________________";

    /** Earlier agreements named. */
    private static final int AGREED = 3;

    /** Three lines of a cell: room for handwriting. */
    private static final String ROOM = "\n\n";

    private static final Width LABEL = Width.wrap(27);
    private static final Width FIGURE = Width.fit(14, 16);
    private static final Width WORDS = Width.wrap(42);

    /** What every table of the page is made of. */
    private record Line(String label, Datum one, Datum two, Datum three, String words, Tone tone) {}

    private final Report report;
    private final Coaching coaching;
    private final Insight.Interviews rule;
    private final Advice advice;
    private final Reasons reasons;
    private final PersonalChanges changes;
    private final TeamParts parts;
    private final ActionColumns words;
    private final Map<String, List<Action>> actions;

    /**
     * @param parts tells whose order lines are shared, and what came back
     * @param changes what changed of the team's people
     */
    InterviewPage(Report report, Coaching coaching, Insight.Interviews rule, TeamParts parts, PersonalChanges changes) {
        this.report = report;
        this.parts = parts;
        this.coaching = coaching;
        this.words = new ActionColumns(report);
        this.actions = Actions.of(report.result().input().registers()).stream()
                .collect(Collectors.groupingBy(Action::ownerId));
        this.rule = rule;
        this.advice = new Advice(report, coaching);
        this.reasons = new Reasons(report);
        this.changes = changes;
    }

    Sheet sheet(RankedScorecard card, List<Goals.Goal> goals, SheetNames names) {
        Employee employee = card.participant().employee();
        List<LostPoints.Part> gaps =
                coaching.lostPoints(card).map(lost -> lost.gaps(rule.gaps())).orElse(List.of());
        return new Sheet.Form(
                names.of(employee.name() + " " + employee.id()),
                report.ofPeriod("interview.interview"),
                Stream.of(who(employee), standing(card), changes(card))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                List.of(goal(card, goals), reality(card, gaps), options(gaps), will(card), causes(), signatures()));
    }

    /** What changed in the period, for the talk: blank of most people. */
    private String changes(RankedScorecard card) {
        String id = card.participant().id();
        return Stream.of(
                        changes.of(card).stream(),
                        parts.splits(id).stream().map(PersonalChanges::shared),
                        parts.returns(id).stream().map(changes::cameBack))
                .flatMap(said -> said)
                .map(report::say)
                .collect(Collectors.joining(report.say("change.separator")));
    }

    private String who(Employee employee) {
        return Stream.of(
                        report.say("interview.employeeId", "employee", employee.name(), "id", employee.id()),
                        report.track(employee.track()),
                        report.say("alerts.tasks.team", "team", employee.team()),
                        employee.region(),
                        report.standing())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private String standing(RankedScorecard card) {
        List<String> parts = new ArrayList<>();
        parts.add(report.say(StateWords.of(card.status())));
        card.pooled().score().ifPresent(score -> parts.add(report.say("interview.final", "score", score)));
        card.grade().ifPresent(grade -> parts.add(report.say("interview.grade", "grade", grade)));
        card.ranks().inTeam().ifPresent(rank -> parts.add(report.say("interview.rankTeam", "rank", rank)));
        if (!card.remarks().isEmpty()) {
            parts.add(reasons.of(card));
        }
        return String.join(" · ", parts);
    }

    private Block<Line> block(String title, List<Column<Line>> columns, List<Line> lines, String whenEmpty) {
        return Block.of(title, columns, lines, whenEmpty).toned(Line::tone);
    }

    private static List<Column<Line>> columns(String label, String one, String two, String three, String words) {
        return List.of(
                Column.text("label", label, LABEL, line -> line.label()),
                Column.of("one", one, FIGURE, Format.NUMBER, Line::one),
                Column.of("two", two, FIGURE, Format.NUMBER, Line::two),
                Column.of("three", three, FIGURE, Format.NUMBER, Line::three),
                Column.text("words", words, WORDS, line -> line.words()));
    }

    // ------------------------------------------------------------------ goal

    private Block<Line> goal(RankedScorecard card, List<Goals.Goal> goals) {
        List<Line> lines = new ArrayList<>();
        Period period = card.participant().scope().period();
        List<Goals.Goal> shown = Stream.concat(
                        goals.stream()
                                .filter(goal -> goal.period().equals(period))
                                .limit(TARGETS),
                        goals.stream()
                                .filter(goal -> !goal.period().equals(period))
                                .limit(TARGETS))
                .toList();
        shown.forEach(goal -> lines.add(new Line(
                report.indicator(goal.target()),
                Datum.value(goal.value()),
                goal.actual().map(Datum::value).orElse(Datum.NONE),
                goal.attained()
                        .map(share -> Datum.number(share.rounded(6), Format.PERCENT))
                        .orElse(Datum.NONE),
                goal.period() + (goal.calibrated() ? report.say("interview.calibration") : ""),
                Tone.PLAIN)));
        return block(
                        report.say("interview.gGoal"),
                        columns(
                                report.say("word.item"),
                                report.say("interview.target"),
                                report.say("interview.actual"),
                                report.say("interview.attained"),
                                report.say("word.period")),
                        lines,
                        "")
                .intro(advice.of(card).get(0))
                .outro(report.more(goals.size() - shown.size()));
    }

    // ------------------------------------------------------------------ reality

    private Block<Line> reality(RankedScorecard card, List<LostPoints.Part> gaps) {
        if (!gaps.isEmpty() && card.participant().isMeanIn(report.identity().period())) {
            return block(
                            report.say("interview.rRealityWhatCost"),
                            columns(
                                    report.say("word.dimension"),
                                    report.say("word.points"),
                                    report.say("interview.ofFinal"),
                                    report.say("interview.pointsLost"),
                                    ""),
                            gaps.stream().map(this::dimension).toList(),
                            "")
                    .outro(events(card));
        }
        List<Line> lines = new ArrayList<>();
        for (LostPoints.Part gap : gaps) {
            lines.add(new Line(
                    advice.name(gap),
                    gap.indicator()
                            .flatMap(score -> score.value()
                                    .map(value ->
                                            Datum.number(value.rounded(6), IndicatorLines.format(score.indicator()))))
                            .orElse(Datum.NONE),
                    gap.indicator()
                            .flatMap(score -> Goals.atPar(score)
                                    .map(value -> Datum.number(value, IndicatorLines.format(score.indicator()))))
                            .orElse(Datum.NONE),
                    Datum.number(gap.lost().rounded(2), Format.POINTS),
                    report.say(
                            "interview.pointsFinal",
                            "points",
                            gap.points(),
                            "value",
                            Format.PERCENT.shown(gap.share().rounded(4))),
                    Tone.PLAIN));
        }
        Block<Line> block = block(
                report.say("interview.rRealityWhatCost"),
                columns(
                        report.say("word.indicator"),
                        report.say("interview.actual"),
                        report.say("interview.n100Points"),
                        report.say("interview.pointsLost"),
                        report.say("word.note")),
                lines,
                card.status() == Status.HELD
                        ? report.say("interview.thereNoFinalComplete")
                        : report.say("word.noIndicatorPersonCan"));
        List<String> more = events(card);
        return lines.isEmpty() ? block.intro(more.toArray(String[]::new)) : block.outro(more);
    }

    /** Of a mean, which has no indicators of its own. */
    private Line dimension(LostPoints.Part gap) {
        return new Line(
                advice.name(gap),
                Datum.points(gap.points()),
                Datum.number(gap.share().rounded(6), Format.PERCENT),
                Datum.number(gap.lost().rounded(2), Format.POINTS),
                "",
                Tone.PLAIN);
    }

    private List<String> events(RankedScorecard card) {
        List<String> events = new ArrayList<>();
        if (card.status() != Status.HELD) {
            String dimensions = card.card().dimensions().values().stream()
                    .filter(dimension -> dimension.points().isPresent())
                    .map(dimension -> report.dimension(dimension.dimension()) + " "
                            + dimension.points().get())
                    .collect(Collectors.joining(report.say("list.clauses")));
            if (!dimensions.isEmpty()) {
                events.add(report.say("interview.dimensions", "dimensions", dimensions));
            }
        }
        Points deducted = card.card().compliance().deducted();
        if (deducted.hundredths() > 0) {
            events.add(report.say(
                    "interview.complianceDeductions",
                    "deducted",
                    deducted,
                    "list",
                    card.card().compliance().deductions().stream()
                            .map(deduction -> report.choice(
                                            "compliance_events",
                                            "kind",
                                            deduction.event().kind())
                                    + " " + deduction.event().day())
                            .collect(Collectors.joining(report.say("list.separator")))));
        }
        return events;
    }

    // ------------------------------------------------------------------ options

    /** As sentences: what helps is too long for a column. */
    private Block<Line> options(List<LostPoints.Part> gaps) {
        List<String> sentences = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (LostPoints.Part gap : gaps) {
            String help = coaching.resources(gap.id()).stream()
                    .map(advice::of)
                    .collect(Collectors.joining(report.say("list.separator")));
            if (help.isEmpty()) {
                without.add(advice.name(gap));
            } else {
                sentences.add(report.say("interview.nameWhat", "name", advice.name(gap), "what", help));
            }
        }
        if (!without.isEmpty()) {
            sentences.add(report.say(
                    "interview.nameWhat",
                    "name",
                    String.join(report.say("list.separator"), without),
                    "what",
                    report.say("interview.noResourceListedThink", "blank", BLANK)));
        }
        sentences.add(report.say("interview.otherWays", "blank", BLANK));
        return block(report.say("interview.oOptionsWhatHelps"), List.of(), List.of(), "")
                .intro(sentences.toArray(String[]::new));
    }

    // ------------------------------------------------------------------ will

    private Block<Line> will(RankedScorecard card) {
        List<Line> lines = Stream.generate(() -> new Line(ROOM, Datum.NONE, Datum.NONE, Datum.NONE, "", Tone.PLAIN))
                .limit(ACTIONS)
                .toList();
        return block(
                        report.say("interview.wWillWhatAgreed"),
                        columns(
                                report.say("interview.action"),
                                report.say("interview.when"),
                                report.say("interview.whoSupports"),
                                report.say("interview.check"),
                                report.say("interview.supportNeededResultCheck")),
                        lines,
                        "")
                .intro(agreed(card));
    }

    /** What was agreed before and is not done, or was due in the period; nothing where the register of actions names nothing. */
    private String[] agreed(RankedScorecard card) {
        LocalDate first = report.identity().period().first();
        List<Action> agreed = actions.getOrDefault(card.participant().id(), List.of()).stream()
                .filter(action -> !action.isDone()
                        || action.dueDate().filter(day -> !day.isBefore(first)).isPresent())
                .toList();
        Stream<String> told = agreed.stream()
                .limit(AGREED)
                .map(action -> report.say(
                        "interview.agreed",
                        "action",
                        action.action(),
                        "due",
                        action.dueDate().map(Object::toString).orElse("—"),
                        "status",
                        words.status(action)));
        int more = agreed.size() - AGREED;
        return Stream.concat(
                        told, more > 0 ? Stream.of(report.say("interview.agreedMore", "more", more)) : Stream.empty())
                .toArray(String[]::new);
    }

    private Block<Line> causes() {
        return block(report.say("interview.causesGapsTick"), List.of(), List.of(), "")
                .intro(report.say(
                        "interview.other",
                        "list",
                        rule.causes().stream()
                                .map(cause -> "☐ " + report.say(cause))
                                .collect(Collectors.joining("      ")),
                        "blank",
                        BLANK));
    }

    private Block<Line> signatures() {
        String dated = report.say("interview.date", "blank", BLANK);
        return block(report.say("word.signatures"), List.of(), List.of(), "")
                .intro(
                        "",
                        report.say("interview.employee", "blank", BLANK, "dated", dated),
                        "",
                        report.say("interview.manager", "blank", BLANK, "dated", dated));
    }
}
