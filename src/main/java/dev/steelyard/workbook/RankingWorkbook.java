package dev.steelyard.workbook;

import dev.steelyard.run.InputFile;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import dev.steelyard.workbook.book.Book;
import dev.steelyard.workbook.book.Imprint;
import dev.steelyard.workbook.book.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ranking-PERIOD.xlsx}: the whole company, for HR. A new sheet is one entry in {@link #sheets}. */
public final class RankingWorkbook {

    private static final int SHORT_ID = 12;

    private RankingWorkbook() {}

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param inputs every file that was read
     * @param problems of everything that {@code problems.csv} lists: of files, rows, people and decisions
     * @param language {@code zh} or {@code en}
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(
            RunIdentity identity,
            RunResult result,
            List<InputFile> inputs,
            ProblemDigest problems,
            String language,
            Path tempFolder,
            OutputStream out)
            throws IOException {
        Report report = new Report(identity, result, List.copyOf(inputs), problems, language);
        Book.write(imprint(report), sheets(report), tempFolder, out);
    }

    static List<Sheet> sheets(Report report) {
        List<Sheet> sheets = new ArrayList<>(List.of(
                new SummaryPage(report).sheet(),
                new RankingTable(report).sheet(),
                new IndicatorTable(report).sheet(),
                new ComplianceTable(report).sheet(),
                new BonusTable(report).sheet(),
                new HeldTable(report).sheet(),
                new ControlTable(report).sheet(),
                new ProblemTable(report).sheet(),
                new DefinitionTable(report).sheet()));
        sheets.add(0, new AboutPage(report).sheet(List.copyOf(sheets)));
        return sheets;
    }

    private static Imprint imprint(Report report) {
        RunIdentity identity = report.identity();
        String id = identity.id().substring(0, Math.min(SHORT_ID, identity.id().length()));
        String standing = report.say(identity.isTrial() ? Words.TRIAL : Words.NOT_CLOSED);
        return new Imprint(
                report.say("绩效排名 ", "Performance ranking ") + identity.period(),
                identity.asOf(),
                report.say("杆秤 ", "Steelyard ") + identity.job() + " " + identity.period() + " " + identity.edition()
                        + report.say("（", " (") + standing + report.say("） 运行 ", ") run ") + id,
                report.say("第 &P 页，共 &N 页", "Page &P of &N"),
                report.language());
    }
}
