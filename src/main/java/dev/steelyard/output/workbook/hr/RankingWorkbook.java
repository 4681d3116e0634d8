package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.insight.team.Behaviour;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Book;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.people.PeopleSheets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code ranking-PERIOD.xlsx}: the whole company, for HR; it opens on what is to be done. A new sheet is one entry in {@link #sheets}. */
public final class RankingWorkbook {

    private RankingWorkbook() {}

    /**
     * Writes the workbook; {@code out} stays open.
     *
     * @param tempFolder a private folder for temporary files; they are gone when this returns
     */
    public static void write(Report report, Background background, Path tempFolder, OutputStream out)
            throws IOException {
        String title = report.say("hr.ranking.performanceRanking");
        Book.write(report.imprint(title), sheets(report, background), tempFolder, out);
    }

    static List<Sheet> sheets(Report report, Background background) {
        GrowthTable growth = new GrowthTable(report);
        List<Sheet> sheets = new ArrayList<>(List.of(
                new SummaryPage(report, background).sheet(),
                new RankingTable(report, background).sheet(),
                new IndicatorTable(report).sheet(),
                new AlertTable(report).sheet(),
                new ComplianceTable(report).sheet(),
                new BonusTable(report).sheet(),
                new HeldTable(report).sheet(),
                new DecisionTable(report).sheet()));
        new UnassignedTable(report, background).sheet().ifPresent(sheets::add);
        ChangesPage.sheet(report).ifPresent(sheets::add);
        List<Sheet> people = PeopleSheets.of(report);
        sheets.addAll(people);
        if (Behaviour.isAsked(report.plan(), report.identity().period())) {
            sheets.add(new CompanyBehaviourPage(report, report.result().behaviour()).sheet());
        }
        sheets.addAll(List.of(
                growth.sheet(),
                growth.people(),
                new ControlTable(report, background).sheet(),
                new ProblemTable(report, background).sheet(),
                new DefinitionTable(report).sheet()));
        Sheet about = new AboutPage(report).sheet(List.copyOf(sheets));
        // Of whom there is nothing to tell yet no page is printed; the last one says why.
        sheets.removeIf(sheet -> people.contains(sheet) && sheet instanceof Sheet.Table<?> table && isEmpty(table));
        sheets.add(about);
        return sheets;
    }

    static boolean isEmpty(Sheet.Table<?> table) {
        return !table.block().rows().iterator().hasNext();
    }
}
