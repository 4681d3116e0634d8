package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Track;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Grades;
import dev.steelyard.output.workbook.Payouts;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.block.DimensionHeat;
import dev.steelyard.output.workbook.block.FinalSpread;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** 汇总: the period on one page. */
final class SummaryPage {

    /** Some of the people, and what they are counted under. */
    private record Group(
            String word,
            String region,
            Optional<Points> teamScore,
            Optional<Integer> rank,
            List<RankedScorecard> cards,
            Optional<Points> meanFinal) {

        static Group of(TeamStanding standing) {
            List<RankedScorecard> cards = new ArrayList<>(standing.members());
            cards.addAll(standing.managers());
            return new Group(
                    standing.team().team(),
                    standing.team().region(),
                    standing.team().points(),
                    standing.rank(),
                    cards,
                    standing.meanFinal());
        }

        long count(Status status) {
            return cards.stream().filter(card -> card.status() == status).count();
        }
    }

    private record Figure(String word, Datum value, Tone tone, String remark) {}

    private static final Width LABEL = Width.fit(16, 34);
    /** Of texts that go on to the right. */
    private static final Width REST = Width.fit(8, 8);

    private static final Width COUNT = Width.fit(8, 15);

    private final Report report;
    private final Background background;
    private final NextSteps next;

    SummaryPage(Report report, Background background) {
        this.report = report;
        this.background = background;
        this.next = new NextSteps(report, background);
    }

    Sheet sheet() {
        String standing = report.standing();
        return new Sheet.Page(
                        report.say("word.summary"),
                        report.say(
                                "hr.summary.summary",
                                "period",
                                report.identity().period(),
                                "edition",
                                report.identity().edition(),
                                "standing",
                                standing),
                        Stream.concat(
                                        Stream.of(
                                                report.say("hr.summary.peopleGradesTeamsPayout"),
                                                report.standingMeans()),
                                        Stream.concat(report.remarked().stream(), report.revision(true).stream()))
                                .toList(),
                        blocks())
                .onOneSheet();
    }

    private List<Block<?>> blocks() {
        List<Block<?>> blocks = new ArrayList<>();
        if (background.problems().lostCount() > 0) {
            blocks.add(next.lost());
        }
        blocks.addAll(List.of(
                figures(),
                next.block(),
                Payouts.block(report),
                teams(),
                spread(),
                DimensionHeat.block(report, members()),
                tracks(),
                grades()));
        Movers.block(report, background).ifPresent(blocks::add);
        blocks.add(next.rejections());
        return blocks;
    }

    // ------------------------------------------------------------------ people

    private Block<Figure> figures() {
        Counts rows = background.inputs().stream().map(InputFile::rows).reduce(Counts.NONE, Counts::plus);
        boolean reconciles = background.inputs().stream().map(InputFile::rows).allMatch(Counts::reconciles);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                report.say("word.peopleScored"), Datum.whole(report.cards().size()), Tone.STRONG, ""));
        for (Status status : Status.values()) {
            figures.add(new Figure(
                    "  " + report.say(StateWords.of(status)),
                    Datum.whole(report.result().count(status)),
                    Tone.PLAIN,
                    report.say(StateWords.meaning(status))));
        }
        figures.add(new Figure(
                report.say("word.totalPayoutBeforeTax"),
                Datum.number(report.result().totalPayout().amount(), Format.MONEY),
                Tone.STRONG,
                report.plan().currency()));
        figures.add(new Figure(
                report.say("hr.summary.rowsRead"),
                Datum.whole(rows.read()),
                Tone.PLAIN,
                report.say(
                        "hr.summary.usedOutWindowExcluded",
                        "what",
                        report.say(reconciles ? StateWords.RECONCILED : StateWords.UNRECONCILED))));
        figures.add(new Figure(report.say("hr.summary.rowsRejected"), Datum.whole(rows.rejected()), Tone.PLAIN, ""));
        List<Column<Figure>> columns = List.of(
                Column.text("figure", report.say("word.figure"), LABEL, figure -> figure.word()),
                Column.of("value", report.say("word.value"), COUNT, Format.COUNT, Figure::value),
                Column.text("remark", report.say("word.remark"), REST, figure -> figure.remark()));
        return Block.of(report.say("word.glance"), columns, figures, "").toned(Figure::tone);
    }

    private Block<Group> grades() {
        List<Group> groups = report.plan().grades().stream()
                .map(Plan.Grade::grade)
                .map(grade -> group(grade, card -> card.isPaid() && card.grade().equals(Optional.of(grade))))
                .toList();
        long graded = groups.stream().mapToLong(group -> group.cards().size()).sum();
        List<Column<Group>> columns = List.of(
                Column.<Group>word("grade", report.say("word.grade"), LABEL, group -> group.word())
                        .toned(group -> Grades.tone(report.plan(), group.word())),
                people(),
                Column.of(
                        "share",
                        report.say("hr.summary.share"),
                        COUNT,
                        Format.PERCENT,
                        group -> graded == 0
                                ? Datum.NONE
                                : Datum.value(Fraction.of(group.cards().size()).over(Fraction.of(graded)))),
                count(Status.VETOED));
        return Block.of(report.say("word.grades"), columns, groups, "")
                .intro(report.say("word.rankedVetoedPeopleHeld"));
    }

    private Map<String, List<RankedScorecard>> members() {
        Map<String, List<RankedScorecard>> members = new LinkedHashMap<>();
        standings().forEach((team, standing) -> members.put(team, standing.members()));
        return members;
    }

    private Block<?> spread() {
        Map<String, List<RankedScorecard>> groups = members();
        String company = report.say("hr.behaviour.company");
        groups.put(company, groups.values().stream().flatMap(List::stream).toList());
        return FinalSpread.block(
                report,
                report.say("hr.summary.spread"),
                report.say("word.team"),
                groups,
                company,
                Stream.of(FinalSpread.how(report)));
    }

    private Block<Group> tracks() {
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<String, Track> track : report.plan().tracks().entrySet()) {
            groups.add(group(
                    report.say(track.getValue().name()),
                    card -> card.participant().employee().track().equals(track.getKey())));
        }
        List<Column<Group>> columns = new ArrayList<>();
        columns.add(Column.text("track", report.say("word.track"), LABEL, group -> group.word()));
        columns.addAll(counts());
        return Block.of(report.say("hr.summary.tracks"), columns, groups, "")
                .total(group(report.say("word.total"), card -> true));
    }

    private Block<Group> teams() {
        List<Group> groups = standings().values().stream().map(Group::of).toList();
        List<Column<Group>> columns = new ArrayList<>();
        columns.add(Column.text(
                "team", report.say("word.team"), LABEL, group -> (group.word() + " " + group.region()).strip()));
        columns.add(Column.of(
                "rank", report.say("word.rank"), Width.fit(6, 10), Format.RANK, group -> Datum.whole(group.rank())));
        columns.addAll(counts());
        columns.add(Column.of(
                "team_score",
                report.say("word.teamScore"),
                COUNT,
                Format.POINTS,
                group -> Datum.points(group.teamScore())));
        return Block.of(report.say("word.teams"), columns, groups, report.say("hr.summary.thereNoTeams"))
                .intro(report.say("hr.summary.rankedMeanFinalMembers"));
    }

    private Map<String, TeamStanding> standings() {
        return TeamStanding.of(report.result().book());
    }

    // ------------------------------------------------------------------ columns

    private Group group(String word, Predicate<RankedScorecard> of) {
        List<RankedScorecard> cards = report.cards().stream().filter(of).toList();
        return new Group(word, "", Optional.empty(), Optional.empty(), cards, TeamStanding.mean(cards));
    }

    private List<Column<Group>> counts() {
        List<Column<Group>> columns = new ArrayList<>();
        columns.add(people());
        for (Status status : Status.values()) {
            columns.add(count(status));
        }
        columns.add(Column.of(
                "mean_final",
                report.say("word.meanFinal"),
                COUNT,
                Format.POINTS,
                group -> Datum.points(group.meanFinal())));
        return columns;
    }

    private Column<Group> people() {
        return Column.of(
                "people",
                report.say("word.people"),
                COUNT,
                Format.COUNT,
                group -> Datum.whole(group.cards().size()));
    }

    private Column<Group> count(Status status) {
        return Column.of(
                status.code(),
                report.say(StateWords.title(status)),
                COUNT,
                Format.COUNT,
                group -> Datum.whole(group.count(status)));
    }
}
