package dev.steelyard.output.workbook.review;

import dev.steelyard.engine.insight.review.Needs;
import dev.steelyard.engine.insight.review.Needs.Topic;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;

/** Topics in columns and words, with their change against the period before. */
record TopicChanges(Report report, Needs needs) {

    List<Column<Topic>> columns() {
        Width number = Width.fit(13, 15);
        return List.of(
                Column.text("topic", report.say("review.changes.topic"), Width.fit(22, 34), one -> topic(one)),
                Column.of(
                        "now",
                        report.say("review.changes.period"),
                        number,
                        Format.COUNT,
                        one -> Datum.whole(one.now())),
                Column.of(
                        "before",
                        report.say("review.changes.periodBefore"),
                        number,
                        Format.COUNT,
                        one -> needs.isCompared() ? Datum.whole(one.before()) : Datum.NONE),
                Column.<Topic>word("change", report.say("word.change"), number, one -> change(one))
                        .toned(one -> !needs.isCompared()
                                ? Tone.PLAIN
                                : one.change() > 0 ? Tone.LOW : one.change() < 0 ? Tone.GOOD : Tone.PLAIN),
                Column.text("note", report.say("review.changes.newestNote"), number, one -> one.note()));
    }

    String topic(Topic topic) {
        return topic.topic().isEmpty() ? report.say("word.notNamed") : topic.topic();
    }

    /** A sign, and by how much. */
    String change(Topic topic) {
        if (!needs.isCompared()) {
            return report.say("review.changes.notCompared");
        }
        return topic.change() > 0
                ? "▲ +" + topic.change()
                : topic.change() < 0 ? "▼ " + topic.change() : report.say("review.changes.n0");
    }
}
