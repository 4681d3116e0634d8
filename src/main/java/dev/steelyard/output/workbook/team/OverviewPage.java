package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.Comparison;
import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.block.AlertBlock;
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

    private static final Width LABEL = Width.fit(16, 34);
    private static final Width NUMBER = Width.fit(8, 15);

    private record Figure(String word, Datum value, Tone tone, String remark) {}

    private final Report report;
    private final Team team;
    private final Talks talks;

    OverviewPage(Report report, Coaching coaching, Team team) {
        this.report = report;
        this.team = team;
        this.talks = new Talks(report, coaching);
    }

    Sheet sheet() {
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(figures());
        blocks.addAll(AlertBlock.of(report, team.alerts(), report.say("team.overview.noAlertsNoVeto")));
        talks.block(team.shown()).ifPresent(blocks::add);
        blocks.add(dimensions());
        // Figures that are means of shorter periods have none.
        if (!team.indicators().isEmpty()) {
            blocks.add(indicators());
        }
        Sheet.Page page = new Sheet.Page(
                report.say("team.overview.overview"),
                report.say(
                        "team.overview.team",
                        "team",
                        team.name(),
                        "period",
                        report.identity().period(),
                        "standing",
                        report.standing()),
                List.of(report.say("team.overview.managerTeamTeamOnly")),
                blocks);
        return team.alerts().size() <= ALERTS_OF_A_SHEET ? page.onOneSheet() : page;
    }

    // ------------------------------------------------------------------ figures

    private Block<Figure> figures() {
        TeamStanding standing = team.standing();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                report.say("team.overview.rankTeam"), Datum.whole(standing.rank()), Tone.STRONG, rank(standing)));
        figures.add(new Figure(
                report.say("word.meanFinal"),
                points(standing.meanFinal()),
                Tone.STRONG,
                report.join(Stream.of(
                                report.say("team.overview.rankedMembersManagersLeft"),
                                FormerMean.of(report, standing.members()))
                        .filter(text -> !text.isEmpty())
                        .toList())));
        figures.add(new Figure(
                report.say("word.teamScore"), points(standing.team().points()), Tone.STRONG, teamScore(standing)));
        figures.add(new Figure(
                report.say("team.overview.members"),
                Datum.whole(standing.members().size()),
                Tone.PLAIN,
                counts(standing)));
        figures.add(new Figure(report.say("hr.about.grades"), Datum.NONE, Tone.PLAIN, grades()));
        List<Column<Figure>> columns = List.of(
                Column.text("figure", report.say("word.figure"), LABEL, figure -> figure.word()),
                Column.of("value", report.say("word.value"), NUMBER, Format.COUNT, Figure::value),
                Column.text("remark", report.say("word.remark"), Width.fit(18, 18), figure -> figure.remark()));
        return Block.of(report.say("word.glance"), columns, figures, "").toned(Figure::tone);
    }

    private String teamScore(TeamStanding standing) {
        if (standing.team().points().isEmpty()) {
            return report.say("team.overview.noTeamScoreFinals");
        }
        return report.identity().period().isYear()
                ? report.say("team.overview.meanMembersYearlyTeam")
                : report.say("team.overview.attainmentRegionsMarketShare");
    }

    private String rank(TeamStanding standing) {
        return standing.rank().isPresent()
                ? report.say("team.overview.teamsMeanFinal", "ranked", standing.ranked())
                : report.say("team.overview.nobodyRankedPeriodSo");
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
                    return count == 0 ? "" : report.say(StateWords.of(status)) + " " + count;
                })
                .filter(text -> !text.isEmpty())
                .toList());
    }

    // ------------------------------------------------------------------ figures in words

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
        List<Comparison> rows = team.dimensions();
        return comparison(
                report.say("team.overview.meanPointsDimension"),
                rows,
                report.say("team.overview.thereNoDimensionPoints"),
                false);
    }

    private Block<Comparison> indicators() {
        String title = report.say("team.overview.strongestWeakestIndicators");
        if (!team.comparable()) {
            return comparison(title, List.of(), report.say("team.overview.companyFewerThanThree"), true);
        }
        List<Comparison> all = team.indicators();
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
                report.say("team.overview.thereNoIndicatorsCompare"),
                true);
    }

    private Block<Comparison> comparison(String title, List<Comparison> rows, String whenEmpty, boolean indicators) {
        List<Column<Comparison>> columns = new ArrayList<>();
        columns.add(Column.text(
                "what",
                report.say(
                        "team.overview.what",
                        "what",
                        (indicators ? report.say("word.indicator") : report.say("word.dimension"))),
                LABEL,
                row -> indicators ? report.indicator(row.id()) : report.dimension(row.id())));
        columns.add(Column.of(
                "team", report.say("team.overview.teamMean"), NUMBER, Format.POINTS, row -> Datum.points(row.own())));
        if (team.comparable()) {
            columns.add(Column.of(
                    "company",
                    report.say("team.overview.companyMean"),
                    NUMBER,
                    Format.POINTS,
                    row -> Datum.points(row.company())));
            columns.add(Column.of(
                    "difference",
                    report.say("team.overview.difference"),
                    NUMBER,
                    Format.POINTS,
                    row -> Datum.points(row.difference())));
            columns.add(
                    Column.<Comparison>word("than", report.say("team.overview.thanCompany"), NUMBER, row -> than(row))
                            .toned(OverviewPage::tone));
        }
        if (indicators) {
            columns.add(Column.of(
                    "people",
                    report.say("team.overview.people"),
                    NUMBER,
                    Format.COUNT,
                    row -> Datum.whole(row.people())));
        }
        return Block.of(title, columns, rows, whenEmpty);
    }

    private String than(Comparison row) {
        long difference = row.difference().hundredths();
        return difference > 0
                ? report.say("team.overview.above")
                : difference < 0 ? report.say("team.overview.below") : report.say("team.overview.same");
    }

    private static Tone tone(Comparison row) {
        long difference = row.difference().hundredths();
        return difference > 0 ? Tone.GOOD : difference < 0 ? Tone.LOW : Tone.PLAIN;
    }
}
