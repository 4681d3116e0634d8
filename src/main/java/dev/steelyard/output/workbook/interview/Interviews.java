package dev.steelyard.output.workbook.interview;

import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Coaching;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.team.SheetNames;
import dev.steelyard.output.workbook.team.TeamWorkbooks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The interview sheets of a run's teams, a book each, written one at a time. */
public final class Interviews {

    private final Report report;
    private final TeamWorkbooks teams;
    private final Optional<InterviewPage> page;

    public Interviews(Report report, Coaching coaching, TeamWorkbooks teams) {
        this.report = report;
        this.teams = teams;
        this.page = report.plan()
                .insight()
                .flatMap(Insight::interviews)
                .map(rule -> new InterviewPage(report, coaching, rule));
    }

    /** The teams, in code-point order; none where the plan asks for no interviews. */
    public List<String> teams() {
        return page.isEmpty()
                ? List.of()
                : teams.teams().stream()
                        .filter(team -> !teams.shown(team).isEmpty())
                        .toList();
    }

    /** The team's file, below the edition's folder. */
    public String fileName(String team) {
        return "interviews/" + teams.safeName(team) + "-" + report.identity().period() + ".xlsx";
    }

    /**
     * Writes the team's book; {@code out} stays open. Several may be written at once.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public void write(String team, Path tempFolder, OutputStream out) throws IOException {
        Book.write(report.imprint(report.say("interview.interviews.interviews")), sheets(team), tempFolder, out);
    }

    List<Sheet> sheets(String team) {
        SheetNames names = new SheetNames(List.of());
        return teams.shown(team).stream()
                .map((RankedScorecard card) -> page.orElseThrow().sheet(card, names))
                .toList();
    }
}
