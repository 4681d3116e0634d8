package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.review.Needs.Topic;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Chart;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.List;

/** 客户需求: what customers asked for, with a chart of the commonest. */
final class TopicsPage {

    /** A chart of more cannot be read. */
    private static final int TOPICS = 12;

    private final Report report;
    private final Needs needs;

    TopicsPage(Report report, Needs needs) {
        this.report = report;
        this.needs = needs;
    }

    Sheet sheet() {
        List<Topic> shown = needs.topics().stream().limit(TOPICS).toList();
        Block<Topic> block = Block.of(
                        report.say("需求主题", "Topics"),
                        new Changes(report).columns(),
                        shown,
                        whenEmpty(report, report.say("本期与上期都没有需求。", "No needs in this period or the one before.")))
                .intro(report.say(
                        "临床需求与销售的复盘输入，按主题计数，最多的在前。",
                        "Clinical requests and what sales noted, counted by topic, the commonest first."));
        int left = needs.topics().size() - shown.size();
        if (left > 0) {
            block = block.outro(List.of(report.say("另有 " + left + " 个主题。", left + " more topics.")));
        }
        if (!shown.isEmpty()) {
            block = block.chart(Chart.bars(report.say("本期需求主题", "Topics of the period"), 0, 1));
        }
        return new Sheet.Page(
                report.say("客户需求", "Needs"),
                report.say("客户要什么，比上期多了还是少了", "What customers ask for, and whether more or less than before"),
                List.of(),
                List.of(block));
    }

    /** Why there are none: nothing delivered, or the sentence. */
    static String whenEmpty(Report report, String none) {
        return Needs.areKnown(report.result().input().registers())
                ? none
                : report.say("没有收到临床需求和复盘输入的导出。", "No export of requests or review notes was received.");
    }
}
