package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.Deadlines;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.output.workbook.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Until when a person may appeal, and how. */
record AppealWords(Report report, Optional<LocalDate> published) {

    private Plan.Appeals days() {
        return report.plan().appeals().orElse(Plan.Appeals.USUAL);
    }

    /** Whether somebody could appeal on the day of the run; a year without a calendar leaves it open. */
    boolean isOpen() {
        try {
            return published
                    .map(day -> new Deadlines(report.result().input().calendar(), report.plan()).submitBy(day))
                    .filter(last -> !report.identity().asOf().isAfter(last))
                    .isPresent();
        } catch (WorkingDays.UnknownYear unknown) {
            return true;
        }
    }

    /** @param period the period that an appeal of this person names */
    List<String> of(String period) {
        if (published.isEmpty()) {
            return List.of(report.say("statement.appeal.trialCheckingOnlyAppeal"));
        }
        return List.of(
                deadline(published.get()),
                report.say("statement.appeal.how", "period", period, "days", days().decideWithin()),
                report.say("statement.appeal.ifUpheldNewRevision"));
    }

    private String deadline(LocalDate day) {
        try {
            LocalDate last = new Deadlines(report.result().input().calendar(), report.plan()).submitBy(day);
            boolean over = report.identity().asOf().isAfter(last);
            return report.say(
                    "statement.appeal.by",
                    "days",
                    days().submitWithin(),
                    "what",
                    (over ? report.say("statement.appeal.over") : report.say("book.advice.mark2")),
                    "last",
                    last,
                    "day",
                    day);
        } catch (WorkingDays.UnknownYear unknown) {
            return report.say(
                    "statement.appeal.unknownDay", "days", days().submitWithin(), "day", day, "year", unknown.year());
        }
    }
}
