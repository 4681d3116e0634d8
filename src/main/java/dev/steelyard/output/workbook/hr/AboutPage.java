package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.block.SignatureBlock;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** 说明: what this workbook is and how to read it. */
record AboutPage(Report report) {

    private record Entry(String word, String meaning) {}

    /** @param others the other sheets, in order, those too that are left out because nothing would stand in them */
    Sheet sheet(List<Sheet> others) {
        return new Sheet.Page(
                        report.say("hr.about.about"),
                        report.ofPeriod("hr.about.performanceRanking"),
                        List.of(report.say("hr.about.scoresGradesRanksWhole")),
                        List.of(
                                block(report.say("hr.about.calculation"), identity()),
                                SignatureBlock.of(report, Width.fit(20, 24)),
                                block(report.say("hr.about.howReadRanking"), ranking()),
                                block(report.say("hr.about.statuses"), statuses()),
                                block(report.say("hr.about.grades"), grades()),
                                block(report.say("hr.about.sheets"), sheets(others))
                                        .onScreen()))
                .onOneSheet();
    }

    private Block<Entry> block(String title, List<Entry> entries) {
        List<Column<Entry>> columns = List.of(
                Column.text("word", report.say("word.item"), Width.fit(20, 31), entry -> entry.word()),
                Column.text("meaning", report.say("hr.about.meaning"), Width.wrap(58), entry -> entry.meaning()));
        return Block.of(title, columns, entries, report.say("hr.about.none"));
    }

    private List<Entry> identity() {
        RunIdentity identity = report.identity();
        return List.of(
                new Entry(report.say("word.period"), identity.period().toString()),
                new Entry(
                        report.say("word.revision"),
                        identity.isTrial()
                                ? report.standing()
                                : report.say(
                                        "word.editionStanding",
                                        "edition",
                                        identity.edition(),
                                        "standing",
                                        report.standing())),
                new Entry(report.say("hr.about.means"), report.standingMeans()),
                new Entry(
                        report.say("word.plan"),
                        report.say(
                                "hr.about.whatPlan",
                                "what",
                                report.say(report.plan().name()),
                                "plan",
                                identity.plan())),
                new Entry(report.say("hr.about.asOf"), identity.asOf().toString()),
                new Entry(
                        report.say("hr.about.job"),
                        report.say("hr.about.whatJob", "what", report.say(report.job()), "job", identity.job())),
                new Entry(report.say("hr.about.runId"), identity.id()),
                new Entry(report.say("hr.about.engine"), identity.engine()));
    }

    private List<Entry> sheets(List<Sheet> others) {
        return others.stream()
                .flatMap(sheet -> sheet instanceof Sheet.Stack stack
                        ? stack.tables().stream()
                                .map(table -> new Entry(stack.name() + " · " + table.name(), purpose(table)))
                        : Stream.of(new Entry(sheet.name(), purpose(sheet))))
                .toList();
    }

    private static String purpose(Sheet sheet) {
        if (sheet instanceof Sheet.Table<?> table && RankingWorkbook.isEmpty(table)) {
            return table.block().whenEmpty();
        }
        if (sheet instanceof Sheet.Table<?> table) {
            return table.block().intro().get(0);
        }
        return sheet instanceof Sheet.Page page ? String.join(" ", page.intro()) : "";
    }

    private List<Entry> ranking() {
        String share = report.plan().teamPool().share().percent();
        String least = report.plan().teamPool().least().toString();
        String most = report.plan().teamPool().most().toString();
        return List.of(
                new Entry(report.say("word.rank"), report.say("hr.about.wholeCompanyBesideWithin")),
                new Entry(
                        String.join(
                                report.say("list.separator"),
                                report.plan().dimensions().values().stream()
                                        .map(report::say)
                                        .toList()),
                        report.say("hr.about.dimensionsMadeWeightedIndicators")),
                new Entry(report.say("word.individual"), report.say("hr.about.dimensionWeightTimesPoints")),
                new Entry(report.say("word.teamScore"), report.say("hr.about.attainmentRegionsMarketShare")),
                new Entry(
                        report.say("word.final"),
                        report.say("hr.about.teamScoresPartIndividuals", "share", share, "least", least, "most", most)),
                new Entry(report.say("word.remarks"), report.say("hr.about.whySomeoneVetoedHeld")));
    }

    private List<Entry> statuses() {
        return Arrays.stream(Status.values())
                .map(status -> new Entry(report.say(StateWords.of(status)), report.say(StateWords.meaning(status))))
                .toList();
    }

    private List<Entry> grades() {
        return report.plan().grades().stream()
                .map(grade -> new Entry(grade.grade(), report.say("hr.about.final", "from", grade.from())))
                .toList();
    }
}
