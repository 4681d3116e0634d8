package dev.steelyard.output.workbook.interview;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.TeamParts;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.team.SheetNames;
import dev.steelyard.output.workbook.team.TeamWorkbooks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The interview sheets of a run's teams, a book each, written one at a time. */
public final class Interviews {

    private final Report report;
    private final TeamWorkbooks teams;
    private final Optional<Insight.Interviews> rule;
    private final Coaching coaching;
    private final TeamParts parts;
    private final Goals goals;

    public Interviews(Report report, Coaching coaching, TeamWorkbooks teams, TeamParts parts) {
        this.report = report;
        this.teams = teams;
        this.rule = report.plan().insight().flatMap(Insight::interviews);
        this.coaching = coaching;
        this.parts = parts;
        this.goals = new Goals(report);
    }

    /** The teams, in code-point order; none where the plan asks for no interviews. */
    public List<String> teams() {
        return rule.isEmpty()
                ? List.of()
                : teams.teams().stream()
                        .filter(team -> !teams.shown(team).stream().allMatch(coaching::hasLeft))
                        .toList();
    }

    /** The team's file, below the edition's folder. */
    public String fileName(String team) {
        return "interviews/" + teams.safeName(team) + "-" + report.identity().period() + ".xlsx";
    }

    /** Employee id → their goals, in the order of the pages; whoever has left has no talk. */
    private Map<String, List<Goals.Goal>> goals(String team) {
        Map<String, List<Goals.Goal>> all = new LinkedHashMap<>();
        teams.shown(team).stream()
                .filter(card -> !coaching.hasLeft(card))
                .forEach(card -> all.put(
                        card.participant().id(),
                        Stream.concat(goals.of(card).stream(), goals.next(card).stream())
                                .toList()));
        return all;
    }

    /** Tells the team's book from others, but for what the run began with. */
    public String hash(String team) {
        Map<String, List<Goals.Goal>> told = goals(team);
        return parts.hash(
                team,
                List.copyOf(told.keySet()),
                told,
                told.keySet().stream().map(parts::splits).toList(),
                told.keySet().stream().map(parts::returns).toList());
    }

    /**
     * Writes the team's book; {@code out} stays open. Several may be written at once.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public void write(String team, Path tempFolder, OutputStream out) throws IOException {
        Book.write(
                report.imprintOfContent(report.say("interview.interviews.interviews")), sheets(team), tempFolder, out);
    }

    List<Sheet> sheets(String team) {
        Report part = parts.of(team);
        InterviewPage page =
                new InterviewPage(part, coaching.about(part), rule.orElseThrow(), parts, parts.changes(team));
        Map<String, RankedScorecard> cards = part.result().book().byId();
        SheetNames names = new SheetNames(List.of());
        List<Sheet> sheets = new ArrayList<>();
        goals(team).forEach((person, told) -> sheets.add(page.sheet(cards.get(person), told, names)));
        return sheets;
    }
}
