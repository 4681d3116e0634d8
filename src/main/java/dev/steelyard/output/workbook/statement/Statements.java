package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.TeamParts;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.team.TeamNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements of a run, written one at a time: {@code statements/TEAM/EMPLOYEE-PERIOD.xlsx}. */
public final class Statements {

    /** What so many people's statements tell besides is kept. */
    private static final int ASKED = 32;

    private final Report report;
    private final Map<String, StatementRecipient> recipients = new LinkedHashMap<>();
    private final Map<String, String> teams;
    private final Map<String, String> people;
    private final Optional<LocalDate> published;
    private final TeamParts parts;
    private final OwnFacts own;
    private final Map<String, OwnFacts.Of> asked = new ConcurrentHashMap<>();
    private final Map<String, OfTeam> pages = new ConcurrentHashMap<>();

    /** What makes a team's statements: of the part of the result about its people. */
    private record OfTeam(Map<String, StatementRecipient> recipients, StatementPage page) {}

    /** @param published the as-of day of the period's first final revision, from which the appeal window runs; empty for a trial */
    public Statements(Report report, Optional<LocalDate> published) {
        this(report, published, new TeamParts(report), dataset -> List.of());
    }

    /**
     * @param published the as-of day of the period's first final revision, from which the appeal window runs; empty for a trial
     * @param rejects dataset → its rejected rows
     */
    public Statements(
            Report report,
            Optional<LocalDate> published,
            TeamParts parts,
            Function<String, Iterable<RejectedRow>> rejects) {
        this.own = new OwnFacts(report, parts, rejects);
        this.report = report;
        this.published = published;
        this.parts = parts;
        StatementRecipient.of(report)
                .forEach(person -> recipients.put(person.employee().id(), person));
        this.teams = TeamNames.of(recipients.values().stream()
                .map(person -> person.employee().team())
                .toList());
        this.people = TeamNames.of(recipients.keySet());
    }

    /** The ids of everybody who gets a statement, in code-point order. */
    public List<String> people() {
        return List.copyOf(recipients.keySet());
    }

    /** The code of the team in whose folder the person's statement lies. */
    public String team(String employeeId) {
        return recipients.get(employeeId).employee().team();
    }

    /** The person's file, below the edition's folder. */
    public String fileName(String employeeId) {
        return "statements/"
                + teams.get(team(employeeId)) + "/"
                + people.get(employeeId) + "-" + report.identity().period() + ".xlsx";
    }

    /** What the person's statement comes to. */
    public PersonalPayout payout(String employeeId) {
        return PersonalPayout.of(employeeId, recipients.get(employeeId).lines());
    }

    /**
     * Writes the person's statement; {@code out} stays open. Several may be written at once.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public void write(String employeeId, Path tempFolder, OutputStream out) throws IOException {
        Book.write(
                report.imprintOfContent(report.say("statement.statements.statement", "employeeId", employeeId)),
                List.of(sheet(employeeId)),
                tempFolder,
                out);
    }

    /** Asked for the hash, and right after it for the statement. */
    private OwnFacts.Of own(String employeeId) {
        if (asked.size() > ASKED) {
            asked.clear();
        }
        return asked.computeIfAbsent(employeeId, id -> own.of(recipients.get(id)));
    }

    /** Tells the person's statement from others, but for what the run began with. */
    public String hash(String employeeId) {
        return parts.hash(team(employeeId), employeeId, published, own(employeeId));
    }

    Sheet sheet(String employeeId) {
        OfTeam of = pages.computeIfAbsent(team(employeeId), team -> {
            Report part = parts.of(team);
            return new OfTeam(
                    StatementRecipient.of(part).stream()
                            .collect(
                                    Collectors.toMap(person -> person.employee().id(), Function.identity())),
                    new StatementPage(part, published, parts.changes(team)));
        });
        return of.page().sheet(of.recipients().get(employeeId), own(employeeId));
    }
}
