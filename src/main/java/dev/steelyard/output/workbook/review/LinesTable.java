package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.review.Needs.Line;
import dev.steelyard.engine.insight.review.Needs.Source;
import dev.steelyard.engine.insight.review.Needs.Topic;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.stream.Collectors;

/** 按产品线: customer needs, R&D feedback and competitor notes side by side. */
final class LinesTable {

    /** Topics named in a cell. */
    private static final int TOPICS = 6;

    private final Report report;
    private final Needs needs;
    private final Changes words;

    LinesTable(Report report, Needs needs) {
        this.report = report;
        this.needs = needs;
        this.words = new Changes(report);
    }

    Sheet sheet() {
        List<Column<Line>> columns = List.of(
                Column.of(
                        "product_line",
                        "产品线",
                        "Product line",
                        Width.fit(14, 22),
                        Format.TEXT,
                        line -> Datum.text(line.line().isEmpty() ? report.say("（未注明）", "(not named)") : line.line())),
                notes("needs", "客户需求（销售）", "Customer needs (sales)", Source.SALES),
                notes("rd", "研发反馈", "R&D feedback", Source.RD),
                notes("competitors", "竞品与市场（市场部）", "Competitors (marketing)", Source.MARKETING));
        return new Sheet.Table<>(
                report.say("按产品线", "By line"),
                1,
                Block.of(
                                report.say("按产品线并排看 ", "Side by side by product line ")
                                        + report.identity().period(),
                                columns,
                                needs.lines(),
                                report.say("没有本期或上期的复盘输入。", "No review notes of this period or the one before."))
                        .intro(report.say(
                                "每个主题：本期次数（与上期相比），最近的说明。",
                                "Of each topic: how often in the period (change), and the newest note.")));
    }

    private Column<Line> notes(String id, String zh, String en, Source source) {
        return Column.of(
                id,
                zh,
                en,
                Width.wrap(46),
                Format.TEXT,
                line -> Datum.text(line.notes().getOrDefault(source, List.of()).stream()
                        .limit(TOPICS)
                        .map(this::text)
                        .collect(Collectors.joining("\n"))));
    }

    private String text(Topic topic) {
        return words.topic(topic) + " " + topic.now() + report.say("（", " (") + words.change(topic)
                + report.say("）", ")")
                + (topic.note().isEmpty() ? "" : report.say("：", ": ") + topic.note());
    }
}
