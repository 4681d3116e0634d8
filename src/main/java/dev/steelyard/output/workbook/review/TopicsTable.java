package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.review.Needs.Topic;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** 客户需求: what customers asked for. */
record TopicsTable(Report report, Needs needs) {

    /** More are no headlines. */
    private static final int TOPICS = 12;

    Sheet.Table<?> sheet() {
        List<Topic> shown = needs.topics().stream().limit(TOPICS).toList();
        Block<Topic> block = Block.of(
                        report.say("review.topics.whatCustomersAskWhether"),
                        new TopicChanges(report, needs).columns(),
                        shown,
                        whenEmpty(report, report.say("review.topics.noNeedsPeriodOne")))
                .intro(Stream.concat(Stream.of(report.say("review.topics.clinicalRequestsWhatSales")), findings(shown))
                        .toArray(String[]::new));
        int left = needs.topics().size() - shown.size();
        if (left > 0) {
            block = block.outro(List.of(report.say("review.topics.moreTopics", "left", left)));
        }
        return new Sheet.Table<>(report.say("review.topics.needs"), 1, block);
    }

    /** What rose and what fell most, from last to this. */
    private Stream<String> findings(List<Topic> shown) {
        if (!needs.isCompared()) {
            return shown.isEmpty() ? Stream.empty() : Stream.of(report.say("review.topics.nothingBefore"));
        }
        Comparator<Topic> byChange = Comparator.comparing(Topic::change);
        return Stream.concat(
                shown.stream().max(byChange).filter(topic -> topic.change() > 0).stream()
                        .map(topic -> finding("review.topics.rose", topic)),
                shown.stream().min(byChange).filter(topic -> topic.change() < 0).stream()
                        .map(topic -> finding("review.topics.fell", topic)));
    }

    private String finding(String key, Topic topic) {
        return report.say(
                key,
                "topic",
                new TopicChanges(report, needs).topic(topic),
                "before",
                topic.before(),
                "now",
                topic.now());
    }

    /** Why there are none: nothing delivered, or the sentence. */
    static String whenEmpty(Report report, String none) {
        return Needs.areKnown(report.result().input().registers())
                ? none
                : report.say("review.topics.noExportRequestsReview");
    }
}
