package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.insight.people.PeerFeedback;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.stream.Collectors;

/** 同事反馈: praise counted, texts only where nobody can be guessed. For HR alone. */
record FeedbackTable(Report report, Insight.PeerFeedback rule) {

    Sheet.Table<?> sheet() {
        Block<PeerFeedback> block = Block.of(
                        report.ofPeriod("people.feedback.peerFeedback"),
                        columns(),
                        PeerFeedback.of(
                                report.plan(),
                                report.result().input().registers(),
                                report.identity().period()),
                        report.result().input().registers().has("feedback")
                                ? report.say("people.feedback.thereNoFeedbackPeriod")
                                : report.say("people.feedback.notDelivered", "dataset", report.dataset("feedback")))
                .intro(report.say("people.feedback.anonymousHrOnlyTexts", "least", rule.least()));
        return new Sheet.Table<>(report.say("people.feedback.peerFeedback2"), 2, block);
    }

    private List<Column<PeerFeedback>> columns() {
        return List.of(
                Column.text("employee_id", report.say("word.employeeId"), one -> one.person()
                        .id()),
                Column.text("name", report.say("word.name"), one -> one.person().name()),
                Column.text("team", report.say("word.team"), one -> one.person().team()),
                Column.count("kudos", report.say("people.feedback.kudos"), one -> one.kudos()),
                Column.count("suggestions", report.say("people.feedback.suggestions"), one -> one.suggestions()),
                Column.text("texts", report.say("people.feedback.texts"), Width.wrap(90), one -> texts(one)));
    }

    private String texts(PeerFeedback feedback) {
        if (feedback.answers() < rule.least()) {
            return report.say("people.feedback.fewerThanAnswersNot", "least", rule.least());
        }
        return feedback.texts().stream()
                .map(text -> report.say(
                        "people.feedback.choiceReplaceall",
                        "choice",
                        report.choice("feedback", "kind", text.kind()),
                        "replaceAll",
                        text.text().replaceAll("\\s+", " ")))
                .collect(Collectors.joining("\n"));
    }
}
