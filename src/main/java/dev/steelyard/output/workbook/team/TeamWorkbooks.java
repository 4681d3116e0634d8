package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.insight.alert.Alerts;
import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.engine.insight.team.Comparison;
import dev.steelyard.engine.insight.team.TeamStanding;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.TeamParts;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workbooks of a run's teams, written one at a time. */
public final class TeamWorkbooks {

    /** From so many members on their details stand on one sheet: a spreadsheet of hundreds of sheets cannot be used. */
    private static final int MOST_SHEETS = 120;

    private final Report report;
    private final Map<String, TeamStanding> standings;
    private final Map<String, String> names;
    private final Alerts alerts;
    private final Comparison.Company company;
    private final Optional<Behaviour> behaviour;
    private final Coaching coaching;
    private final TeamParts parts;

    public TeamWorkbooks(Report report) {
        this(report, new Coaching(report), new TeamParts(report));
    }

    public TeamWorkbooks(Report report, Coaching coaching, TeamParts parts) {
        this.coaching = coaching;
        this.report = report;
        this.parts = parts;
        this.standings = TeamStanding.of(report.result().book());
        this.names = TeamNames.of(standings.keySet());
        this.alerts = report.result().alerts();
        this.company = Comparison.Company.of(report.cards());
        this.behaviour = report.result().behaviour();
    }

    /** The teams, in code-point order. */
    public List<String> teams() {
        return List.copyOf(standings.keySet());
    }

    /** The people whom the team's workbook shows. */
    public List<RankedScorecard> shown(String team) {
        return Team.shown(report, standings.get(team));
    }

    /** The team's code as every file system takes it. */
    public String safeName(String team) {
        return names.get(team);
    }

    /** The team's file, below the edition's folder. */
    public String fileName(String team) {
        return "teams/" + names.get(team) + "-" + report.identity().period() + ".xlsx";
    }

    private Team team(String team) {
        return Team.of(report, standings.get(team), alerts, company, behaviour)
                .about(parts.of(team).result().book().byId());
    }

    /** Whether the book explains pay, and so is made of more than its part of the result. */
    private boolean isOfPay() {
        return report.plan().pay().managersSeePay();
    }

    /** Tells the team's book from others, but for what the run began with; empty where it is made of more than can be told. */
    public Optional<String> hash(String team) {
        return isOfPay() ? Optional.empty() : Optional.of(parts.hash(team, team(team)));
    }

    /**
     * Writes the team's workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public void write(String team, Path tempFolder, OutputStream out) throws IOException {
        Book.write(
                report.imprintOfContent(report.say("team.teamWorkbooks.teamPerformance")),
                sheets(team),
                tempFolder,
                out);
    }

    List<Sheet> sheets(String name) {
        Team team = team(name);
        Report part = isOfPay() ? report : parts.of(name);
        Coaching own = coaching.about(part);
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(new OverviewPage(part, own, team).sheet());
        sheets.add(new TeamRanking(part, team).sheet());
        if (Behaviour.isAsked(part.plan(), part.identity().period())) {
            sheets.add(BehaviourPage.sheet(part, team));
        }
        if (isOfPay()) {
            sheets.add(new PayTable(part, team).sheet());
        }
        if (team.shown().size() > MOST_SHEETS) {
            sheets.add(new MembersTable(part, team).sheet());
        } else {
            SheetNames sheetNames =
                    new SheetNames(sheets.stream().map(Sheet::name).toList());
            MemberPage page = new MemberPage(part, own, name, parts.changes(name));
            team.shown().forEach(card -> sheets.add(page.sheet(card, sheetNames)));
        }
        return sheets;
    }
}
