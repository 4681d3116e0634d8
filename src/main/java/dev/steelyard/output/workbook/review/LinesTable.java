package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.review.Needs.Line;
import dev.steelyard.engine.insight.review.Needs.Source;
import dev.steelyard.engine.insight.review.Needs.Topic;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 按产品线: customer needs, R&D feedback and competitor notes side by side. */
final class LinesTable {

    /** Topics named in a cell. */
    private static final int TOPICS = 6;

    private final Report report;
    private final Needs needs;
    private final TopicChanges words;

    LinesTable(Report report, Needs needs) {
        this.report = report;
        this.needs = needs;
        this.words = new TopicChanges(report, needs);
    }

    Sheet.Table<?> sheet() {
        List<Column<Line>> columns = List.of(
                Column.text(
                        "product_line",
                        report.say("review.lines.productLine"),
                        Width.fit(14, 22),
                        line -> line.line().isEmpty() ? report.say("word.notNamed") : line.line()),
                notes("needs", report.say("review.lines.customerNeedsSales"), Source.SALES),
                notes("rd", report.say("review.lines.rDFeedback"), Source.RD),
                notes("competitors", report.say("review.lines.competitorsMarketing"), Source.MARKETING));
        return new Sheet.Table<>(
                report.say("review.lines.line"),
                1,
                Block.of(
                                report.ofPeriod("review.lines.sideSideProductLine"),
                                columns,
                                needs.lines(),
                                report.say("review.lines.noReviewNotesPeriod"))
                        .intro(report.say("review.lines.eachTopicHowOften")));
    }

    private Column<Line> notes(String id, String title, Source source) {
        return Column.text(id, title, Width.wrap(46), line -> told(line.notes().getOrDefault(source, List.of())));
    }

    private String told(List<Topic> topics) {
        return Stream.concat(
                        topics.stream().limit(TOPICS).map(this::text), report.more(topics.size() - TOPICS).stream())
                .collect(Collectors.joining("\n"));
    }

    private String text(Topic topic) {
        return report.say(
                "review.lines.topicNowChangeWhat",
                "topic",
                words.topic(topic),
                "now",
                topic.now(),
                "change",
                words.change(topic),
                "what",
                (topic.note().isEmpty() ? "" : report.say("review.lines.note", "note", topic.note())));
    }
}
