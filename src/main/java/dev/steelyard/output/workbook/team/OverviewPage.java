package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.Comparison;
import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.AlertBlock;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 团队概览: how the team stands, and whom to see about what. */
final class OverviewPage {

    /** How many strong and how many weak indicators are named. */
    private static final int NAMED = 3;

    /** With more of them one sheet of paper would be too small to read. */
    private static final int ALERTS_OF_A_SHEET = 14;

    private static final Width LABEL = Width.fit(22, 34);
    private static final Width NUMBER = Width.fit(13, 15);

    private record Figure(String word, Datum value, Tone tone, String remark) {}

    private final Report report;
    private final Team team;

    OverviewPage(Report report, Team team) {
        this.report = report;
        this.team = team;
    }

    Sheet sheet() {
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(figures());
        blocks.add(alerts());
        blocks.add(dimensions());
        blocks.add(indicators());
        Sheet.Page page = new Sheet.Page(
                report.say("概览", "Overview"),
                report.say("团队 ", "Team ") + team.name() + " "
                        + report.identity().period() + " "
                        + report.identity().edition() + report.say("（", " (") + report.standing()
                        + report.say("）", ")"),
                List.of(report.say(
                        "供团队管理者使用，只含本团队。请与每位成员面谈；请勿转发。",
                        "For the manager of the team, this team only. Talk with each member; do not forward.")),
                blocks);
        return team.alerts().size() <= ALERTS_OF_A_SHEET ? page.onOneSheet() : page;
    }

    // ------------------------------------------------------------------ figures

    private Block<Figure> figures() {
        TeamStanding standing = team.standing();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                report.say("团队名次", "Rank of the team"), Datum.whole(standing.rank()), Tone.STRONG, rank(standing)));
        figures.add(new Figure(
                report.say("平均最终得分", "Mean final"),
                points(standing.meanFinal()),
                Tone.STRONG,
                report.say("已排名成员的平均，管理者不计", "of the ranked members, managers left out")));
        figures.add(new Figure(
                report.say("团队得分", "Team score"), points(standing.team().points()), Tone.STRONG, teamScore(standing)));
        figures.add(new Figure(
                report.say("成员", "Members"), Datum.whole(standing.members().size()), Tone.PLAIN, counts(standing)));
        figures.add(new Figure(report.say("等级", "Grades"), Datum.NONE, Tone.PLAIN, grades()));
        List<Column<Figure>> columns = List.of(
                Column.of("figure", "项目", "Figure", LABEL, Format.TEXT, figure -> Datum.text(figure.word())),
                Column.of("value", "数值", "Value", NUMBER, Format.COUNT, Figure::value),
                Column.of("remark", "备注", "Remark", NUMBER, Format.TEXT, figure -> Datum.text(figure.remark())));
        return Block.of(report.say("概况", "At a glance"), columns, figures, "").toned(Figure::tone);
    }

    private String teamScore(TeamStanding standing) {
        if (standing.team().points().isEmpty()) {
            return report.say("没有团队得分：成员的最终得分即个人得分", "no team score: finals are the individual scores");
        }
        return report.identity().period().isYear()
                ? report.say("成员年度团队得分的平均", "mean of the members' yearly team scores")
                : report.say("按大区市场份额的达成情况，计入每位成员的最终得分", "attainment of the region's market share, part of each final");
    }

    private String rank(TeamStanding standing) {
        return standing.rank().isPresent()
                ? report.say(
                        "共 " + standing.ranked() + " 个团队，按平均最终得分", "of " + standing.ranked() + " teams, by mean final")
                : report.say("本期没有已排名的成员，团队不排名", "nobody is ranked in this period, so the team is not");
    }

    private static Datum points(Optional<Points> points) {
        return points.map(p -> Datum.number(p.decimal(), Format.POINTS)).orElse(Datum.NONE);
    }

    private String counts(TeamStanding standing) {
        return report.join(Stream.of(Status.values())
                .map(status -> {
                    long count = standing.members().stream()
                            .filter(card -> card.status() == status)
                            .count();
                    return count == 0 ? "" : report.say(Words.of(status)) + " " + count;
                })
                .filter(text -> !text.isEmpty())
                .toList());
    }

    // ------------------------------------------------------------------ alerts

    private Block<?> alerts() {
        return AlertBlock.of(
                report,
                team.alerts(),
                report.say(
                        "没有预警：无否决、无扣分、无压货、无待核、无低潜聚焦、无拜访暂停。",
                        "No alerts: no veto, deduction, stuffing, hold, low-potential focus or suspension."));
    }

    /** How many ranked and vetoed members have which grade. */
    private String grades() {
        return report.plan().grades().stream()
                .map(Plan.Grade::grade)
                .map(grade -> grade + " "
                        + team.standing().members().stream()
                                .filter(card -> card.isPaid() && card.grade().equals(Optional.of(grade)))
                                .count())
                .collect(Collectors.joining(" · "));
    }

    // ------------------------------------------------------------------ strong and weak

    private Block<Comparison> dimensions() {
        List<Comparison> rows = Comparison.byDimension(team.standing().members(), team.company());
        return comparison(
                report.say("各维度平均得分", "Mean points by dimension"),
                rows,
                report.say("本期没有维度得分。", "There are no dimension points in this period."),
                false);
    }

    private Block<Comparison> indicators() {
        String title = report.say("最强与最弱的指标", "Strongest and weakest indicators");
        if (!team.isComparable(report)) {
            return comparison(
                    title,
                    List.of(),
                    report.say("公司少于三个团队，不与公司比较。", "The company has fewer than three teams: no comparison."),
                    true);
        }
        List<Comparison> all = Comparison.byIndicator(team.standing().members(), team.company());
        List<Comparison> strong = all.stream()
                .filter(row -> row.difference().hundredths() > 0)
                .limit(NAMED)
                .toList();
        List<Comparison> weak = all.stream()
                .filter(row -> row.difference().hundredths() < 0)
                .skip(Math.max(
                        0,
                        all.stream()
                                        .filter(row -> row.difference().hundredths() < 0)
                                        .count()
                                - NAMED))
                .toList();
        return comparison(
                title,
                Stream.concat(strong.stream(), weak.stream()).toList(),
                report.say("没有可与公司比较的指标。", "There are no indicators to compare."),
                true);
    }

    private Block<Comparison> comparison(String title, List<Comparison> rows, String whenEmpty, boolean indicators) {
        List<Column<Comparison>> columns = new ArrayList<>();
        columns.add(Column.of(
                "what",
                indicators ? "指标" : "维度",
                indicators ? "Indicator" : "Dimension",
                LABEL,
                Format.TEXT,
                row -> Datum.text(indicators ? report.indicator(row.id()) : report.dimension(row.id()))));
        columns.add(Column.of("team", "团队平均", "Team mean", NUMBER, Format.POINTS, row -> Datum.points(row.own())));
        if (team.isComparable(report)) {
            columns.add(Column.of(
                    "company", "公司平均", "Company mean", NUMBER, Format.POINTS, row -> Datum.points(row.company())));
            columns.add(Column.of(
                    "difference", "相差", "Difference", NUMBER, Format.POINTS, row -> Datum.points(row.difference())));
            columns.add(Column.<Comparison>of(
                            "than", "比公司", "Than company", NUMBER, Format.WORD, row -> Datum.text(than(row)))
                    .toned(OverviewPage::tone));
        }
        if (indicators) {
            columns.add(Column.of("people", "计分人数", "People", NUMBER, Format.COUNT, row -> Datum.whole(row.people())));
        }
        return Block.of(title, columns, rows, whenEmpty);
    }

    private String than(Comparison row) {
        long difference = row.difference().hundredths();
        return difference > 0
                ? report.say("▲ 高", "▲ above")
                : difference < 0 ? report.say("▼ 低", "▼ below") : report.say("＝ 相同", "= same");
    }

    private static Tone tone(Comparison row) {
        long difference = row.difference().hundredths();
        return difference > 0 ? Tone.GOOD : difference < 0 ? Tone.LOW : Tone.PLAIN;
    }
}
