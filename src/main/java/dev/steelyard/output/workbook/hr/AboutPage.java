package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.SignatureBlock;
import dev.steelyard.output.workbook.Words;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.Arrays;
import java.util.List;

/** 说明: what this workbook is and how to read it. */
final class AboutPage {

    private record Entry(String word, String meaning) {}

    private final Report report;

    AboutPage(Report report) {
        this.report = report;
    }

    /** @param others the other sheets, in order, those too that are left out because nothing would stand in them */
    Sheet sheet(List<Sheet> others) {
        return new Sheet.Page(
                        report.say("说明", "About"),
                        report.say("绩效排名 ", "Performance ranking ")
                                + report.identity().period(),
                        List.of(report.say(
                                "全公司的绩效得分、等级与排名，供人力资源使用。含合规证据与个人数据，请勿转发；经理请用各团队的工作簿。",
                                "Scores, grades and ranks of the whole company, for HR. Holds evidence and personal data: do not forward;"
                                        + " managers have their teams' workbooks.")),
                        List.of(
                                block(report.say("本次计算", "This calculation"), identity()),
                                SignatureBlock.of(report, Width.fit(20, 24)),
                                block(report.say("「排名」各列怎么读", "How to read the ranking"), ranking()),
                                block(report.say("状态", "Statuses"), statuses()),
                                block(report.say("等级", "Grades"), grades()),
                                block(report.say("各页", "Sheets"), sheets(others))
                                        .onScreen()))
                .onOneSheet();
    }

    private Block<Entry> block(String title, List<Entry> entries) {
        List<Column<Entry>> columns = List.of(
                Column.of("word", "项目", "Item", Width.fit(20, 31), Format.TEXT, entry -> Datum.text(entry.word())),
                Column.of(
                        "meaning", "说明", "Meaning", Width.wrap(58), Format.TEXT, entry -> Datum.text(entry.meaning())));
        return Block.of(title, columns, entries, report.say("无。", "None."));
    }

    private List<Entry> identity() {
        RunIdentity identity = report.identity();
        return List.of(
                new Entry(report.say("周期", "Period"), identity.period().toString()),
                new Entry(
                        report.say("版次", "Revision"),
                        identity.isTrial()
                                ? report.standing()
                                : identity.edition()
                                        + report.say("（", " (")
                                        + report.standing()
                                        + report.say("）", ")")),
                new Entry(report.say("含义", "Which means"), report.standingMeans()),
                new Entry(
                        report.say("方案", "Plan"),
                        report.say(report.plan().name())
                                + report.say("（", " (")
                                + identity.plan()
                                + report.say("）", ")")),
                new Entry(report.say("截至日", "As of"), identity.asOf().toString()),
                new Entry(
                        report.say("作业", "Job"),
                        report.say(report.job()) + report.say("（", " (") + identity.job() + report.say("）", ")")),
                new Entry(report.say("运行编号", "Run id"), identity.id()),
                new Entry(report.say("引擎版本", "Engine"), identity.engine()));
    }

    private List<Entry> sheets(List<Sheet> others) {
        return others.stream()
                .map(sheet -> new Entry(sheet.name(), purpose(sheet)))
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
        String share = report.plan().teamPool().share().times(Fraction.of(100)).plain() + "%";
        String least = report.plan().teamPool().least().toString();
        String most = report.plan().teamPool().most().toString();
        return List.of(
                new Entry(
                        report.say("名次", "Rank"),
                        report.say(
                                "全公司名次；另有序列、团队、大区内的名次。管理者不参加团队内排名。",
                                "In the whole company; beside it within track, team and region. Managers are not ranked within"
                                        + " their team.")),
                new Entry(
                        String.join(
                                report.say("、", ", "),
                                report.plan().dimensions().values().stream()
                                        .map(report::say)
                                        .toList()),
                        report.say(
                                "各维度得分，由指标得分按权重合成；怎么来的见「维度与指标」。",
                                "The dimensions, made of weighted indicators; see Indicators.")),
                new Entry(
                        report.say("个人得分", "Individual"),
                        report.say(
                                "Σ 维度权重 × 维度得分 ÷ Σ 权重，加里程碑加分。",
                                "Σ dimension weight × points ÷ Σ weight, plus milestone points.")),
                new Entry(
                        report.say("团队得分", "Team score"),
                        report.say(
                                "团队所在大区市场份额的达成情况；缺份额或目标时为空，最终得分即个人得分。",
                                "Attainment of the region's market share; blank where share or target is missing, final is then the"
                                        + " individual score.")),
                new Entry(
                        report.say("最终得分", "Final"),
                        report.say(
                                "个人得分占其余部分，团队得分占 " + share + "；限于 " + least + "–" + most + "。底色蓝高橙低，与等级一致。",
                                "The team score's part is " + share + ", the individual's the rest; within " + least
                                        + "–" + most + ". Blue is high, orange low, as with the grades.")),
                new Entry(
                        report.say("说明", "Remarks"),
                        report.say("否决、待核、等级上限、入离职等的原因。", "Why someone is vetoed, held, capped, or joined or left.")));
    }

    private List<Entry> statuses() {
        return Arrays.stream(Status.values())
                .map(status -> new Entry(report.say(Words.of(status)), report.say(Words.meaning(status))))
                .toList();
    }

    private List<Entry> grades() {
        return report.plan().grades().stream()
                .map(grade -> new Entry(grade.grade(), report.say("最终得分 ≥ ", "final ≥ ") + grade.from()))
                .toList();
    }
}
