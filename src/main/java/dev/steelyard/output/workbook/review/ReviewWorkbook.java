package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.insight.review.Actions;
import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code review-PERIOD.xlsx}: what to do first, what customers need, notes by product line, goals as actions. */
public final class ReviewWorkbook {

    private ReviewWorkbook() {}

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(Report report, Path tempFolder, OutputStream out) throws IOException {
        Book.write(report.imprint(report.say("review.monthlyReview")), sheets(report), tempFolder, out);
    }

    static List<Sheet> sheets(Report report) {
        Needs needs = report.result().needs();
        List<Action> actions = Actions.of(report.result().input().registers());
        List<Sheet> sheets = new ArrayList<>(List.of(new AgendaPage(report, needs, actions).sheet()));
        String title = report.say("review.details");
        sheets.addAll(Sheet.Stack.of(
                title,
                title + " " + report.identity().period(),
                List.of(
                        new TopicsTable(report, needs).sheet(),
                        new LinesTable(report, needs).sheet(),
                        new GoalsTable(report, actions).sheet())));
        return sheets;
    }
}
