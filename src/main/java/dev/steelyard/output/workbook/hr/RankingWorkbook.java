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
                new AlertTable(report).sheet()));
        List<Sheet.Table<?>> settle =
                new ArrayList<>(List.of(new ComplianceTable(report).sheet(), new HeldTable(report).sheet()));
        new UnassignedTable(report, background).sheet().ifPresent(settle::add);
        sheets.addAll(small(report, "hr.ranking.settle", settle));
        sheets.add(new DecisionTable(report).sheet());
        ChangesPage.sheet(report).ifPresent(sheets::add);
        List<Sheet.Table<?>> people = PeopleSheets.of(report);
        List<Sheet.Table<?>> praise = new ArrayList<>(List.of(new BonusTable(report).sheet()));
        // Of whom there is nothing to tell yet there is no sheet; the last one says why.
        people.stream().filter(table -> !isEmpty(table)).forEach(praise::add);
        sheets.addAll(small(report, "hr.ranking.praise", praise));
        if (Behaviour.isAsked(report.plan(), report.identity().period())) {
            sheets.add(new CompanyBehaviourPage(report, report.result().behaviour()).sheet());
        }
        sheets.addAll(List.of(
                growth.sheet(),
                growth.people(),
                new ControlTable(report, background).sheet(),
                new ProblemTable(report, background).sheet(),
                new DefinitionTable(report).sheet()));
        List<Sheet> told = new ArrayList<>(sheets);
        people.stream().filter(RankingWorkbook::isEmpty).forEach(told::add);
        sheets.add(new AboutPage(report).sheet(told));
        return sheets;
    }

    private static List<Sheet> small(Report report, String name, List<Sheet.Table<?>> tables) {
        String title = report.say(name);
        return Sheet.Stack.of(title, title + " " + report.identity().period(), tables);
    }

    static boolean isEmpty(Sheet.Table<?> table) {
        return !table.block().rows().iterator().hasNext();
    }
}
