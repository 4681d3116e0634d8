package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Unmentored;
import dev.steelyard.engine.insight.review.Action;
import dev.steelyard.output.workbook.AlertBlock;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** 本周要做: what to do first and with whom, then each alert. */
final class TasksPage {

    /** People named in one line; the others are counted. */
    private static final int NAMED = 6;

    private record Task(String what, long count, String who) {}

    private final Report report;
    private final Addressee of;
    private final FollowUp follow;

    TasksPage(Report report, Addressee of, FollowUp follow) {
        this.report = report;
        this.of = of;
        this.follow = follow;
    }

    Sheet sheet() {
        return new Sheet.Page(
                report.say("本周要做", "This week"),
                report.say("周预警 ", "Weekly alerts ") + addressee() + " "
                        + report.identity().period(),
                List.of(
                        report.say(
                                "本月初至今，数据截至 " + report.identity().asOf() + " 收到的导出。只含您负责的 "
                                        + of.people().size() + " 人；请勿转发。",
                                "The month to date, from the exports received by "
                                        + report.identity().asOf() + ". Only the "
                                        + of.people().size()
                                        + " people you lead; do not forward."),
                        report.say(
                                "用来在月内帮助大家，不用来评判：先做清单上的第一件。",
                                "To help during the month, not to judge: begin with the first of the list.")),
                List.of(
                        tasks(),
                        AlertBlock.of(
                                report,
                                follow.alerts(),
                                report.say(
                                        "没有预警：无低潜聚焦、无违规拜访、无拜访暂停。",
                                        "No alerts: no low-potential focus, breach or suspension."))));
    }

    private String addressee() {
        return of.manager().map(AlertBlock::name).orElseGet(() -> report.say("团队 ", "team ") + of.team());
    }

    private Block<Task> tasks() {
        List<Column<Task>> columns = List.of(
                Column.of(
                        "what",
                        "先做什么",
                        "What to do first",
                        Width.fit(22, 44),
                        Format.TEXT,
                        task -> Datum.text(task.what())),
                Column.of(
                        "count", "数量", "How many", Width.fit(13, 15), Format.COUNT, task -> Datum.whole(task.count())),
                Column.of("who", "谁", "Who", Width.fit(13, 15), Format.TEXT, task -> Datum.text(task.who())));
        return Block.of(
                report.say("本周要做", "To do this week"),
                columns,
                list(),
                report.say("没有待办：没有逾期行动、预警或未完整的记录。", "Nothing to do: no overdue action, alert or incomplete record."));
    }

    private List<Task> list() {
        List<Task> tasks = new ArrayList<>();
        add(
                tasks,
                report.say("办完逾期的行动", "Finish overdue actions"),
                follow.overdue().size(),
                owners());
        add(tasks, report.say("问清暂停期间的拜访", "Ask about visits while suspended"), alerted(Alert.Kind.BREACHED));
        add(tasks, report.say("陪访高潜力客户", "Go along to customers of high potential"), alerted(Alert.Kind.LOW_POTENTIAL));
        List<Employee> suspended = follow.suspensions().stream()
                .filter(suspension -> suspension.until().isEmpty())
                .map(Suspension::employee)
                .distinct()
                .toList();
        add(tasks, report.say("安排补考", "Arrange exams"), suspended);
        add(
                tasks,
                report.say("补全拜访记录", "Complete visit records"),
                follow.incomplete().values().stream().mapToLong(FollowUp::count).sum(),
                names(follow.incomplete().keySet().stream()));
        add(
                tasks,
                report.say("指定带教导师", "Name mentors"),
                follow.unmentored().stream().map(Unmentored::employee).toList());
        return tasks;
    }

    private void add(List<Task> tasks, String what, List<Employee> who) {
        add(tasks, what, who.size(), names(who.stream()));
    }

    private static void add(List<Task> tasks, String what, long count, String who) {
        if (count > 0) {
            tasks.add(new Task(tasks.size() + 1 + ". " + what, count, who));
        }
    }

    private List<Employee> alerted(Alert.Kind kind) {
        return follow.alerts().stream()
                .filter(alert -> alert.kind() == kind)
                .map(Alert::employee)
                .toList();
    }

    private String owners() {
        return names(follow.overdue().stream()
                .map(Action::ownerId)
                .distinct()
                .flatMap(id -> report.result().input().registers().roster().find(id).stream()));
    }

    private String names(Stream<Employee> people) {
        List<String> all = people.map(AlertBlock::name).toList();
        String first = String.join(report.say("、", ", "), all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED
                ? first
                : first + report.say(" 等 " + all.size() + " 人", " and " + (all.size() - NAMED) + " more");
    }
}
