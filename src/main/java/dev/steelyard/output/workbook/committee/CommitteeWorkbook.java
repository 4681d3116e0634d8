package dev.steelyard.output.workbook.committee;

import dev.steelyard.engine.insight.committee.Spread;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.run.Trials;
import dev.steelyard.engine.run.TriedDecision;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.hr.DecisionTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** {@code committee-PERIOD.xlsx}, for the performance committee. A new sheet is one entry in {@link #sheets}. */
public final class CommitteeWorkbook {

    private CommitteeWorkbook() {}

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(Report report, Path tempFolder, OutputStream out) throws IOException {
        String title = report.say("committee.performanceCommittee");
        Book.write(report.imprint(title), sheets(report), tempFolder, out);
    }

    static List<Sheet> sheets(Report report) {
        RunResult result = report.result();
        List<Spread> spreads = Spread.of(report.plan(), result.book());
        List<TriedDecision> tried = Trials.of(result);
        return List.of(
                new CommitteeAgendaPage(report, spreads, tried).sheet(),
                new SpreadPage(report, spreads).sheet(),
                new TriedTable(report, tried).sheet(),
                new DecisionTable(report).sheet());
    }
}
