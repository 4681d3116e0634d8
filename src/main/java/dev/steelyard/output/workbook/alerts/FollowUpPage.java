package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Mentoring;
import dev.steelyard.engine.insight.people.Unmentored;
import dev.steelyard.engine.insight.review.Action;
import dev.steelyard.output.workbook.ActionColumns;
import dev.steelyard.output.workbook.AlertBlock;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 跟进: actions, suspensions, incomplete records and missing mentors, person by person. */
final class FollowUpPage {

    private static final Width LABEL = Width.fit(22, 34);
    private static final Width NUMBER = Width.fit(13, 15);

    private final Report report;
    private final FollowUp follow;

    FollowUpPage(Report report, FollowUp follow) {
        this.report = report;
        this.follow = follow;
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("跟进", "Follow up"),
                report.say("逐人跟进", "Follow up, person by person"),
                List.of(),
                List.of(actions(), suspensions(), incomplete(), mentors()));
    }

    private boolean has(String dataset) {
        return report.result().input().registers().has(dataset);
    }

    private Block<Action> actions() {
        return Block.of(
                report.say("行动项：逾期在前", "Actions, overdue first"),
                new ActionColumns(report).list(),
                Stream.concat(follow.overdue().stream(), follow.open().stream()).toList(),
                has(Action.DATASET)
                        ? report.say("没有未完成的行动项。", "No action is open.")
                        : report.say("没有收到行动项的导出。", "No export of actions was received."));
    }

    private Block<Suspension> suspensions() {
        AlertWords words = new AlertWords(report);
        List<Column<Suspension>> columns = List.of(
                Column.of("name", "姓名", "Name", LABEL, Format.TEXT, one -> Datum.text(AlertBlock.name(one.employee()))),
                Column.<Suspension>of(
                                "state",
                                "状态",
                                "State",
                                NUMBER,
                                Format.WORD,
                                one -> Datum.text(
                                        one.until().isEmpty()
                                                ? report.say("! 暂停中", "! suspended")
                                                : report.say("✓ 已恢复", "✓ restored")))
                        .toned(one -> one.until().isEmpty() ? Tone.LOW : Tone.GOOD),
                Column.of("from", "自", "From", NUMBER, Format.DAY, one -> Datum.day(one.from())),
                Column.of("until", "至", "Until", NUMBER, Format.DAY, one -> one.until()
                        .map(Datum::day)
                        .orElse(Datum.NONE)),
                Column.of(
                        "product",
                        "产品",
                        "Product",
                        NUMBER,
                        Format.TEXT,
                        one -> Datum.text(words.product(one.productId()))));
        return Block.of(
                report.say("高难度拜访暂停", "High-difficulty visits suspended"),
                columns,
                follow.suspensions(),
                has("exams")
                        ? report.say("没有人被暂停。", "Nobody is suspended.")
                        : report.say(
                                "没有收到知识考核的导出，不知道谁该暂停。",
                                "No export of exams was received: nobody can be said to be" + " suspended."));
    }

    private Block<Map.Entry<Employee, Map<LocalDate, Long>>> incomplete() {
        List<Column<Map.Entry<Employee, Map<LocalDate, Long>>>> columns = List.of(
                Column.of("name", "姓名", "Name", LABEL, Format.TEXT, one -> Datum.text(AlertBlock.name(one.getKey()))),
                Column.of(
                        "records",
                        "条数",
                        "Records",
                        NUMBER,
                        Format.COUNT,
                        one -> Datum.whole(FollowUp.count(one.getValue()))),
                Column.of(
                        "days", "哪些天", "On which days", NUMBER, Format.TEXT, one -> Datum.text(days(one.getValue()))));
        return Block.of(
                report.say("未完整的拜访记录", "Visit records still incomplete"),
                columns,
                List.copyOf(follow.incomplete().entrySet()),
                has("visits")
                        ? report.say("所有拜访记录都完整。", "All visit records are complete.")
                        : report.say("没有收到拜访记录的导出。", "No export of visits was received."));
    }

    /** Days of the month, and how often where more than once. */
    private String days(Map<LocalDate, Long> days) {
        return days.entrySet().stream()
                .map(day -> day.getKey().toString().substring(5) + (day.getValue() > 1 ? " ×" + day.getValue() : ""))
                .collect(Collectors.joining(report.say("、", ", ")));
    }

    private Block<Unmentored> mentors() {
        List<Column<Unmentored>> columns = List.of(
                Column.of("name", "姓名", "Name", LABEL, Format.TEXT, one -> Datum.text(AlertBlock.name(one.employee()))),
                Column.of("hire_date", "入职日期", "Hired", NUMBER, Format.DAY, one -> one.employee()
                        .hireDate()
                        .map(Datum::day)
                        .orElse(Datum.NONE)),
                Column.of("lacks", "缺哪位导师", "Lacks", NUMBER, Format.TEXT, one -> Datum.text(lacks(one))));
        return Block.of(
                        report.say("没有导师的人", "Who lacks a mentor"),
                        columns,
                        follow.unmentored(),
                        has(Mentoring.DATASET)
                                ? report.say("每个人都有业务导师和合规导师。", "Everybody has a business and a compliance mentor.")
                                : report.say("没有收到导师带教的导出。", "No export of mentoring was received."))
                .intro(report.say("新入职的在前。", "Those hired last come first."));
    }

    private String lacks(Unmentored one) {
        String business = report.say("业务导师", "business mentor");
        String compliance = report.say("合规导师", "compliance mentor");
        return one.business() && one.compliance()
                ? business + report.say("、", ", ") + compliance
                : one.business() ? business : compliance;
    }
}
