package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.insight.people.PeerFeedback;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.stream.Collectors;

/** 同事反馈: praise counted, texts only where nobody can be guessed. For HR alone. */
final class FeedbackTable {

    private final Report report;
    private final Insight.PeerFeedback rule;

    FeedbackTable(Report report, Insight.PeerFeedback rule) {
        this.report = report;
        this.rule = rule;
    }

    Sheet sheet() {
        Block<PeerFeedback> block = Block.of(
                        report.say("同事反馈 ", "Peer feedback ")
                                + report.identity().period(),
                        columns(),
                        PeerFeedback.of(
                                report.plan(),
                                report.result().input().registers(),
                                report.identity().period()),
                        report.result().input().registers().has("feedback")
                                ? report.say("本期没有同事反馈。", "There is no feedback in this period.")
                                : report.say(
                                        "没有提供「" + report.dataset("feedback") + "」。",
                                        report.dataset("feedback") + " was not delivered."))
                .intro(
                        report.say(
                                "匿名，仅供人力资源。满 " + rule.least() + " 份才显示内容，不显示日期，内容按字序排列，以免猜出是谁写的。",
                                "Anonymous, for HR only. Texts are shown from " + rule.least()
                                        + " answers up, without dates and sorted by their words, so that nobody can be guessed."));
        return new Sheet.Table<>(report.say("同事反馈", "Peer feedback"), 2, block);
    }

    private List<Column<PeerFeedback>> columns() {
        return List.of(
                Column.text(
                        "employee_id", "工号", "Employee id", one -> one.person().id()),
                Column.text("name", "姓名", "Name", one -> one.person().name()),
                Column.text("team", "团队", "Team", one -> one.person().team()),
                Column.number("kudos", "点赞", "Kudos", Format.COUNT, one -> Datum.whole(one.kudos())),
                Column.number("suggestions", "建议", "Suggestions", Format.COUNT, one -> Datum.whole(one.suggestions())),
                Column.of("texts", "内容", "Texts", Width.wrap(90), Format.TEXT, one -> Datum.text(texts(one))));
    }

    private String texts(PeerFeedback feedback) {
        if (feedback.answers() < rule.least()) {
            return report.say("不足 " + rule.least() + " 份，不显示", "fewer than " + rule.least() + " answers: not shown");
        }
        return feedback.texts().stream()
                .map(text -> report.choice("feedback", "kind", text.kind())
                        + report.say("：", ": ")
                        + text.text().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }
}
