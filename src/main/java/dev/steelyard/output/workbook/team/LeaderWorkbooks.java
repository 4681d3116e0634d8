package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Ranks;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.UsualMeans;
import dev.steelyard.output.workbook.block.AlertBlock;
import dev.steelyard.output.workbook.block.DimensionHeat;
import dev.steelyard.output.workbook.block.FinalSpread;
import dev.steelyard.output.workbook.block.ScoreColumns;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code leaders/EMPLOYEE-PERIOD.xlsx}: for whoever leads people of several teams, all of them in one book, and of up to forty
 * people a card each; those of more stand in the books of their teams.
 */
public final class LeaderWorkbooks {

    /** From so many people on their cards stand in the books of their teams alone. */
    private static final int MOST_CARDS = 40;

    private final Report report;
    private final Coaching coaching;
    private PersonalChanges changes;
    private final Talks talks;
    private final Map<String, Participant> leaders = new LinkedHashMap<>();
    private final Map<String, String> names;

    public LeaderWorkbooks(Report report, Coaching coaching) {
        this.report = report;
        this.coaching = coaching;
        this.talks = new Talks(report, coaching);
        population().participants().stream()
                .filter(Participant::isManager)
                .filter(manager -> population().members(manager).stream()
                                .map(member -> member.employee().team())
                                .distinct()
                                .count()
                        > 1)
                .forEach(manager -> leaders.put(manager.id(), manager));
        this.names = TeamNames.of(leaders.keySet());
    }

    private Population population() {
        return report.result().book().population();
    }

    /** Their ids. */
    public Set<String> leaders() {
        return leaders.keySet();
    }

    /** The leader's file, below the edition's folder. */
    public String fileName(String leader) {
        return "leaders/" + names.get(leader) + "-" + report.identity().period() + ".xlsx";
    }

    /**
     * Writes the leader's workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public void write(String leader, Path tempFolder, OutputStream out) throws IOException {
        Employee of = leaders.get(leader).employee();
        Set<String> led = population().members(leaders.get(leader)).stream()
                .map(Participant::id)
                .collect(Collectors.toSet());
        List<RankedScorecard> cards = report.cards().stream()
                .filter(card -> led.contains(card.participant().id()))
                .toList();
        Book.write(report.imprintOfContent(report.say("team.leader.book")), sheets(of, cards), tempFolder, out);
    }

    private List<Sheet> sheets(Employee leader, List<RankedScorecard> cards) {
        List<Sheet> sheets = new ArrayList<>(List.of(overview(leader, cards), ranking(leader, cards)));
        if (cards.size() <= MOST_CARDS) {
            SheetNames names = new SheetNames(sheets.stream().map(Sheet::name).toList());
            Map<String, MemberPage> pages = new TreeMap<>();
            PersonalChanges changed = changes();
            cards.forEach(card -> sheets.add(pages.computeIfAbsent(
                            card.participant().employee().team(),
                            team -> new MemberPage(report, coaching, team, changed))
                    .card(card, names)));
        }
        return sheets;
    }

    /** Looked for once, by the first leader's book that has cards. */
    private synchronized PersonalChanges changes() {
        if (changes == null) {
            changes = new PersonalChanges(report.result());
        }
        return changes;
    }

    private Sheet overview(Employee leader, List<RankedScorecard> cards) {
        Map<String, List<RankedScorecard>> teams = new TreeMap<>();
        cards.forEach(
                card -> teams.computeIfAbsent(card.participant().employee().team(), any -> new ArrayList<>())
                        .add(card));
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(FinalSpread.block(
                report,
                report.say("team.leader.teams"),
                report.say("word.team"),
                teams,
                "",
                Stream.of(FinalSpread.how(report))));
        blocks.addAll(
                AlertBlock.of(report, report.result().alerts().of(cards), report.say("team.overview.noAlertsNoVeto")));
        talks.block(cards).ifPresent(blocks::add);
        blocks.add(DimensionHeat.block(report, teams));
        return new Sheet.Page(
                        report.say("team.overview.overview"),
                        report.say(
                                "team.leader.title",
                                "who",
                                AlertBlock.name(leader),
                                "period",
                                report.identity().period(),
                                "standing",
                                report.standing()),
                        Stream.of(
                                        standing(cards),
                                        report.say(
                                                cards.size() > MOST_CARDS ? "team.leader.intro" : "team.leader.cards"),
                                        report.standingMeans())
                                .toList(),
                        blocks)
                .onOneSheet();
    }

    /** How many there are, how they stand, and how they stood. */
    private String standing(List<RankedScorecard> cards) {
        return report.join(Stream.of(
                        report.say(
                                "team.leader.standing",
                                "people",
                                cards.size(),
                                "ranked",
                                cards.stream()
                                        .filter(card -> card.status() == Status.RANKED)
                                        .count(),
                                "mean",
                                TeamStanding.mean(cards).map(Object::toString).orElse("—")),
                        FormerMean.of(report, cards))
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private Sheet ranking(Employee leader, List<RankedScorecard> cards) {
        ScoreColumns scores = new ScoreColumns(report);
        List<Column<RankedScorecard>> columns = new ArrayList<>();
        columns.add(Person.team(report, card -> card));
        columns.add(ScoreColumns.rank("rank_in_team", report.say("word.rankTeam"), Ranks::inTeam));
        columns.add(Person.id(report, card -> card));
        columns.add(Person.name(report, card -> card));
        columns.add(Person.track(report, card -> card));
        // What the final is put together of stands on each person's page.
        scores.figures().stream()
                .filter(column -> !Set.of(ScoreColumns.BONUS, ScoreColumns.INDIVIDUAL, ScoreColumns.TEAM)
                        .contains(column.id()))
                .forEach(columns::add);
        columns.add(scores.status());
        UsualMeans means = new UsualMeans(report, cards);
        columns.add(scores.remarks(26, means));
        return new Sheet.Table<>(
                report.say("word.ranking"),
                4,
                Block.of(
                                report.say(
                                        "team.teamRanking.teamRanking",
                                        "team",
                                        AlertBlock.name(leader),
                                        "period",
                                        report.identity().period()),
                                columns,
                                cards,
                                report.say("word.nobodyTeamScoredPeriod"))
                        .intro(means.intro(report.say("team.leader.ranking")))
                        .toned(card -> card.ranks().inTeam().isPresent() ? Tone.PLAIN : Tone.QUIET));
    }
}
