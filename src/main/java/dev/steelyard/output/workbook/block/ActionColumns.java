package dev.steelyard.output.workbook.block;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The columns of a list of actions: whose, how it stands, by when, and what. */
public final class ActionColumns {

    private static final Width NUMBER = Width.fit(13, 15);

    private final Report report;
    private final LocalDate asOf;

    public ActionColumns(Report report) {
        this.report = report;
        this.asOf = report.identity().asOf();
    }

    public List<Column<Action>> list() {
        return List.of(
                Column.text("owner", report.say("word.owner"), Width.fit(22, 34), action -> owner(action)),
                Column.<Action>word("status", report.say("word.status"), NUMBER, action -> status(action))
                        .toned(this::tone),
                Column.of("due_date", report.say("word.due"), NUMBER, Format.DAY, action -> action.dueDate()
                        .map(Datum::day)
                        .orElse(Datum.NONE)),
                Column.of(
                        "days_overdue",
                        report.say("book.actionColumns.daysOverdue"),
                        NUMBER,
                        Format.COUNT,
                        action -> action.isOverdue(asOf)
                                ? Datum.whole(
                                        ChronoUnit.DAYS.between(action.dueDate().orElseThrow(), asOf))
                                : Datum.NONE),
                Column.text(
                        "action",
                        report.say("book.actionColumns.actionGoal"),
                        NUMBER,
                        action -> action.action()
                                + (action.goal().isEmpty()
                                        ? ""
                                        : report.say("book.actionColumns.goal", "goal", action.goal()))));
    }

    /** Name and id; the id alone of whoever is not on the roster. */
    public String owner(Action action) {
        return report.result()
                .input()
                .registers()
                .roster()
                .find(action.ownerId())
                .map(AlertBlock::name)
                .orElse(action.ownerId());
    }

    public String status(Action action) {
        return action.isDone()
                ? report.say("book.actionColumns.yesDone")
                : action.isOverdue(asOf)
                        ? report.say("book.actionColumns.noOverdue")
                        : report.say("book.actionColumns.open");
    }

    public Tone tone(Action action) {
        return action.isDone() ? Tone.GOOD : action.isOverdue(asOf) ? Tone.WORST : Tone.PLAIN;
    }
}
