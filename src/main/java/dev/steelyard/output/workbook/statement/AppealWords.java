package dev.steelyard.output.workbook.statement;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.Deadlines;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.TextWidth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Until when a person may appeal, and how. */
record AppealWords(Report report, Optional<LocalDate> published) {

    private static final int LONGEST_LINE = 124;

    private Plan.Appeals days() {
        return report.plan().appeals().orElse(Plan.Appeals.USUAL);
    }

    /** Whether somebody could appeal on the day of the run; a year without a calendar leaves it open. */
    private boolean isOpen() {
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

    /** The same, and where it is still possible boxes for the person's indicators to tick. */
    List<String> withForm(String period, RankedScorecard card) {
        List<String> lines = new ArrayList<>(of(period));
        if (isOpen()) {
            List<String> boxes = card.card().dimensions().values().stream()
                    .flatMap(dimension -> dimension.indicators().stream())
                    .filter(score -> score.weight().signum() != 0)
                    .map(score -> "□\u00A0" + report.say(score.indicator().name()))
                    .toList();
            // A mean of months has no indicators of its own.
            if (boxes.isEmpty()) {
                lines.add(report.say("statement.appeal.form-months"));
            } else {
                lines.addAll(filled(report.say("statement.appeal.form", "boxes", boxes.get(0)), boxes));
            }
            lines.add(report.say("statement.appeal.claim"));
        }
        return lines;
    }

    /** Boxes side by side, as many as go on a line, so that none is torn. */
    private static List<String> filled(String first, List<String> boxes) {
        List<String> lines = new ArrayList<>(List.of(first));
        for (String box : boxes.subList(1, boxes.size())) {
            String longer = lines.get(lines.size() - 1) + "  " + box;
            if (TextWidth.of(longer) <= LONGEST_LINE) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(box);
            }
        }
        return lines;
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
