package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.Leave;
import dev.steelyard.engine.pay.MeanCommission;
import dev.steelyard.engine.people.Presence;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 异动与请假: who moved or was not there throughout, for how long, and what it changed. For HR, who alone sees the kind of a leave. */
final class MovesTable {

    private final Report report;
    private final Registers registers;
    private final PersonalChanges changes;

    MovesTable(Report report) {
        this.report = report;
        this.registers = report.result().input().registers();
        this.changes = new PersonalChanges(report.result());
    }

    /** Nothing where nobody said where people were. */
    Optional<Block<?>> block() {
        if (!registers.has("assignments") && !registers.has("leave")) {
            return Optional.empty();
        }
        List<RankedScorecard> cards =
                report.cards().stream().filter(this::isTold).toList();
        return Optional.of(Block.of(report.say("sheet.moves"), columns(), cards, report.say("sheet.moves.none"))
                .intro(report.say("sheet.moves.intro")));
    }

    private boolean isTold(RankedScorecard card) {
        return card.participant().presence().part().isPresent()
                || assignments(card).size() > 1
                || !leaves(card).isEmpty();
    }

    private List<Column<RankedScorecard>> columns() {
        return List.of(
                Person.id(report, card -> card),
                Person.name(report, card -> card),
                Person.team(report, card -> card),
                Column.<RankedScorecard>word(
                                "status",
                                report.say("word.status"),
                                Width.fit(8, 12),
                                card -> report.say(StateWords.of(card.status())))
                        .toned(card -> StateWords.tone(card.status())),
                Column.text("absent", report.say("hr.moves.daysAbsent"), Width.fit(8, 12), card -> part(card)
                        .map(part -> part.absent().plain())
                        .orElse("0")),
                Column.text("available", report.say("hr.moves.daysAvailable"), Width.fit(8, 12), card -> part(card)
                        .map(part -> part.available().plain() + "/" + part.window())
                        .orElse("")),
                Column.text("changed", report.say("sheet.moves.what"), Width.fit(8, 20), card -> what(card)));
    }

    /** Where they were, when they were not there, what that changed, and what payroll needs of it, a line each. */
    private String what(RankedScorecard card) {
        return Stream.of(
                        assignments(card).stream().map(this::assignment),
                        leaves(card).stream().map(this::leave),
                        Stream.of(mean(card)).filter(mean -> !mean.isEmpty()),
                        changes.effects(card).stream().map(report::say))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** For payroll, of whoever is exempt: what they earned before they left. */
    private String mean(RankedScorecard card) {
        if (!card.card().isExempt()) {
            return "";
        }
        return MeanCommission.before(
                        since(card),
                        card.participant().employee(),
                        report.result().input().past().editions())
                .map(mean -> report.say(
                        "sheet.moves.mean-months", "amount", mean.mean().exact().grouped(), "months", mean.months()))
                .orElseGet(() -> report.say("sheet.moves.mean-unknown"));
    }

    /** The first day of the leave; rows that follow each other are one. */
    private LocalDate since(RankedScorecard card) {
        LocalDate since = leaves(card).stream()
                .map(leave -> leave.days().first())
                .min(LocalDate::compareTo)
                .orElse(scope(card).first());
        boolean more = true;
        while (more) {
            LocalDate known = since;
            Optional<LocalDate> before = registers.leaves(card.participant().id()).stream()
                    .map(Leave::days)
                    .filter(days -> days.first().isBefore(known) && !days.last().isBefore(known.minusDays(1)))
                    .map(Days::first)
                    .min(LocalDate::compareTo);
            more = before.isPresent();
            since = before.orElse(since);
        }
        return since;
    }

    private static Optional<Presence.Part> part(RankedScorecard card) {
        return card.participant().presence().part();
    }

    private static Days scope(RankedScorecard card) {
        return card.participant().scope().days();
    }

    private static List<Assignment> assignments(RankedScorecard card) {
        return card.participant().placed().assignments().stream()
                .filter(assignment -> !assignment.days().and(scope(card)).isEmpty())
                .toList();
    }

    private List<Leave> leaves(RankedScorecard card) {
        return registers.leaves(card.participant().id()).stream()
                .filter(leave -> !leave.days().and(scope(card)).isEmpty())
                .toList();
    }

    private String assignment(Assignment assignment) {
        return span(assignment.days()) + " "
                + (assignment.track().isEmpty() ? "—" : report.track(assignment.track())) + " " + assignment.team()
                + " "
                + assignment.region();
    }

    private String leave(Leave leave) {
        return span(leave.days()) + " " + report.choice("leave", "kind", leave.kind())
                + (leave.halfDay() ? report.say("sheet.moves.half") : "");
    }

    private String span(Days days) {
        return days.last().getYear() == LocalDate.of(9999, 1, 1).getYear()
                ? report.say("sheet.moves.from", "day", days.first())
                : days.first() + "–" + days.last();
    }
}
