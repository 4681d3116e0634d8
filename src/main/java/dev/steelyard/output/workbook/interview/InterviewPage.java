package dev.steelyard.output.workbook.interview;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.insight.team.LostPoints;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Advice;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.IndicatorLines;
import dev.steelyard.output.workbook.Reasons;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import dev.steelyard.output.workbook.team.SheetNames;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's page for the talk 绩效面谈: goal, reality, options, will; filled in as far as the run knows. */
final class InterviewPage {

    /** Lines to fill in. */
    private static final int ACTIONS = 4;

    /** Targets named; a person has one or two. */
    private static final int TARGETS = 5;

    private static final String BLANK = "________________";

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
    private final Goals goals;

    InterviewPage(Report report, Coaching coaching, Insight.Interviews rule) {
        this.report = report;
        this.coaching = coaching;
        this.rule = rule;
        this.advice = new Advice(report, coaching);
        this.reasons = new Reasons(report);
        this.goals = new Goals(report);
    }

    Sheet sheet(RankedScorecard card, SheetNames names) {
        Employee employee = card.participant().employee();
        List<LostPoints.Part> gaps =
                coaching.lostPoints(card).map(lost -> lost.gaps(rule.gaps())).orElse(List.of());
        return new Sheet.Form(
                names.of(employee.name() + " " + employee.id()),
                report.say("绩效面谈 ", "Interview ") + report.identity().period(),
                List.of(who(employee), standing(card)),
                List.of(goal(card), reality(card, gaps), options(gaps), will(), causes(), signatures()));
    }

    private String who(Employee employee) {
        return Stream.of(
                        employee.name() + report.say("（", " (") + employee.id() + report.say("）", ")"),
                        report.track(employee.track()),
                        report.say("团队 ", "team ") + employee.team(),
                        employee.region(),
                        report.identity().edition() + report.say("（", " (") + report.standing() + report.say("）", ")"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private String standing(RankedScorecard card) {
        List<String> parts = new ArrayList<>();
        parts.add(report.say(Words.of(card.status())));
        card.pooled().score().ifPresent(score -> parts.add(report.say("最终得分 ", "final ") + score));
        card.grade().ifPresent(grade -> parts.add(report.say("等级 ", "grade ") + grade));
        card.ranks().inTeam().ifPresent(rank -> parts.add(report.say("团队第 " + rank + " 名", "rank in team " + rank)));
        if (!card.remarks().isEmpty()) {
            parts.add(reasons.of(card));
        }
        return String.join(" · ", parts);
    }

    private Block<Line> block(String title, List<Column<Line>> columns, List<Line> lines, String whenEmpty) {
        return Block.of(title, columns, lines, whenEmpty).toned(Line::tone);
    }

    private static List<Column<Line>> columns(
            String[] label, String[] one, String[] two, String[] three, String[] words) {
        return List.of(
                Column.of("label", label[0], label[1], LABEL, Format.TEXT, line -> Datum.text(line.label())),
                Column.of("one", one[0], one[1], FIGURE, Format.NUMBER, Line::one),
                Column.of("two", two[0], two[1], FIGURE, Format.NUMBER, Line::two),
                Column.of("three", three[0], three[1], FIGURE, Format.NUMBER, Line::three),
                Column.of("words", words[0], words[1], WORDS, Format.TEXT, line -> Datum.text(line.words())));
    }

    private static String[] name(String zh, String en) {
        return new String[] {zh, en};
    }

    // ------------------------------------------------------------------ goal

    private Block<Line> goal(RankedScorecard card) {
        List<Line> lines = new ArrayList<>();
        goals.of(card).stream()
                .limit(TARGETS)
                .forEach(goal -> lines.add(new Line(
                        report.indicator(goal.target()),
                        Datum.value(goal.value()),
                        goal.actual().map(Datum::value).orElse(Datum.NONE),
                        goal.attained()
                                .map(share -> Datum.number(share.rounded(6), Format.PERCENT))
                                .orElse(Datum.NONE),
                        goal.period() + (goal.calibrated() ? report.say("，按委员会校准", ", by calibration") : ""),
                        Tone.PLAIN)));
        return block(
                        report.say("G 目标", "G  Goal"),
                        columns(
                                name("目标", "Target"),
                                name("目标值", "Target"),
                                name("实际", "Actual"),
                                name("达成率", "Attained"),
                                name("周期", "Period")),
                        lines,
                        "")
                .intro(advice.of(card).get(0));
    }

    // ------------------------------------------------------------------ reality

    private Block<Line> reality(RankedScorecard card, List<LostPoints.Part> gaps) {
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
                            .flatMap(score -> goals.atPar(score)
                                    .map(value -> Datum.number(value, IndicatorLines.format(score.indicator()))))
                            .orElse(Datum.NONE),
                    Datum.number(gap.lost().rounded(2), Format.POINTS),
                    report.say("得分 ", "points ")
                            + gap.points()
                            + report.say("，占最终得分 ", ", ")
                            + Format.PERCENT.shown(gap.share().rounded(4))
                            + report.say("", " of the final"),
                    Tone.PLAIN));
        }
        Block<Line> block = block(
                report.say("R 现状：失分最多的项目", "R  Reality: what cost the most points"),
                columns(
                        name("指标", "Indicator"),
                        name("实际", "Actual"),
                        name("100 分需", "For 100 points"),
                        name("失分", "Points lost"),
                        name("说明", "Note")),
                lines,
                card.status() == Status.HELD
                        ? report.say("没有最终得分，先补齐数据。", "There is no final: complete the data first.")
                        : report.say("本人能改进的指标没有失分。", "No indicator that the person can raise cost points."));
        List<String> more = events(card);
        return lines.isEmpty() ? block.intro(more.toArray(String[]::new)) : block.outro(more);
    }

    private List<String> events(RankedScorecard card) {
        List<String> events = new ArrayList<>();
        if (card.status() != Status.HELD) {
            String dimensions = card.card().dimensions().values().stream()
                    .filter(dimension -> dimension.points().isPresent())
                    .map(dimension -> report.dimension(dimension.dimension()) + " "
                            + dimension.points().get())
                    .collect(Collectors.joining(report.say("，", ", ")));
            if (!dimensions.isEmpty()) {
                events.add(report.say("各维度：", "Dimensions: ") + dimensions);
            }
        }
        Points deducted = card.card().compliance().deducted();
        if (deducted.hundredths() > 0) {
            events.add(report.say("合规扣分合计 ", "Compliance deductions: ")
                    + deducted
                    + report.say("（", " (")
                    + card.card().compliance().deductions().stream()
                            .map(deduction -> report.choice(
                                            "compliance_events",
                                            "kind",
                                            deduction.event().kind())
                                    + " " + deduction.event().verifiedDate())
                            .collect(Collectors.joining(report.say("、", ", ")))
                    + report.say("）", ")"));
        }
        return events;
    }

    // ------------------------------------------------------------------ options

    /** As sentences: what helps is too long for a column. */
    private Block<Line> options(List<LostPoints.Part> gaps) {
        List<String> sentences = new ArrayList<>();
        for (LostPoints.Part gap : gaps) {
            String help = coaching.resources(gap.id()).stream()
                    .map(advice::of)
                    .collect(Collectors.joining(report.say("、", ", ")));
            sentences.add("· " + advice.name(gap) + report.say("：", ": ")
                    + (help.isEmpty()
                            ? report.say("没有登记资源，请一起想办法 ", "no resource is listed; think of one together ") + BLANK
                            : help));
        }
        sentences.add("· " + report.say("其他办法：", "Other ways: ") + BLANK + BLANK);
        return block(report.say("O 选择：可用的资源与办法", "O  Options: what helps"), List.of(), List.of(), "")
                .intro(sentences.toArray(String[]::new));
    }

    // ------------------------------------------------------------------ will

    private Block<Line> will() {
        List<Line> lines = Stream.generate(() -> new Line(ROOM, Datum.NONE, Datum.NONE, Datum.NONE, "", Tone.PLAIN))
                .limit(ACTIONS)
                .toList();
        return block(
                report.say("W 意愿：约定的行动", "W  Will: what is agreed"),
                columns(
                        name("行动", "Action"),
                        name("何时完成", "By when"),
                        name("谁来支持", "Who supports"),
                        name("何时检查", "Check-in"),
                        name("需要的支持与检查结果", "Support needed, result of the check-in")),
                lines,
                "");
    }

    private Block<Line> causes() {
        return block(report.say("差距的原因（可多选）", "Causes of the gaps (tick)"), List.of(), List.of(), "")
                .intro(rule.causes().stream()
                                .map(cause -> "☐ " + report.say(cause))
                                .collect(Collectors.joining("      "))
                        + report.say("      ☐ 其他：", "      ☐ Other: ")
                        + BLANK);
    }

    private Block<Line> signatures() {
        String dated = report.say("   日期：", "   Date: ") + BLANK;
        return block(report.say("签字", "Signatures"), List.of(), List.of(), "")
                .intro(
                        "",
                        report.say("本人：", "Employee: ") + BLANK + dated,
                        "",
                        report.say("直属上级：", "Manager: ") + BLANK + dated);
    }
}
