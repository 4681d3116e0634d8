package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.insight.alert.Alert;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Unmentored;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.AlertBlock;
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
record TasksPage(Report report, Addressee of, FollowUp follow) {

    /** People named in one line; the others are counted. */
    private static final int NAMED = 6;

    private record Task(String what, long count, String who) {}

    Sheet sheet() {
        return new Sheet.Page(
                        report.say("alerts.tasks.week"),
                        report.say(
                                "alerts.tasks.weeklyAlerts",
                                "addressee",
                                addressee(),
                                "period",
                                report.identity().period()),
                        List.of(
                                report.say(
                                        "alerts.tasks.monthDateFromExports",
                                        "asOf",
                                        report.identity().asOf(),
                                        "people",
                                        of.people().size()),
                                report.say("alerts.tasks.helpDuringMonthNot")),
                        blocks())
                .onOneSheet();
    }

    private List<Block<?>> blocks() {
        List<Block<?>> blocks = new ArrayList<>();
        blocks.add(tasks());
        blocks.addAll(AlertBlock.of(report, follow.alerts(), report.say("alerts.tasks.noAlertsNoLow")));
        return blocks;
    }

    private String addressee() {
        return of.manager().map(AlertBlock::name).orElseGet(() -> report.say("alerts.tasks.team", "team", of.team()));
    }

    private Block<Task> tasks() {
        List<Column<Task>> columns = List.of(
                Column.text("what", report.say("alerts.tasks.whatDoFirst"), Width.fit(16, 44), task -> task.what()),
                Column.of(
                        "count",
                        report.say("alerts.tasks.howMany"),
                        Width.fit(18, 18),
                        Format.COUNT,
                        task -> Datum.whole(task.count())),
                Column.text("who", report.say("alerts.tasks.who"), Width.fit(18, 18), task -> task.who()));
        return Block.of(
                report.say("alerts.tasks.doWeek"), columns, list(), report.say("alerts.tasks.nothingDoNoOverdue"));
    }

    private List<Task> list() {
        List<Task> tasks = new ArrayList<>();
        add(
                tasks,
                report.say("alerts.tasks.finishOverdueActions"),
                follow.overdue().size(),
                owners());
        add(tasks, report.say("alerts.tasks.askAboutVisitsWhile"), alerted(Alert.Kind.BREACHED));
        add(tasks, report.say("alerts.tasks.goAlongCustomersHigh"), alerted(Alert.Kind.LOW_POTENTIAL));
        List<Employee> suspended = follow.suspensions().stream()
                .filter(suspension -> suspension.until().isEmpty())
                .map(Suspension::employee)
                .distinct()
                .toList();
        add(tasks, report.say("alerts.tasks.arrangeExams"), suspended);
        add(
                tasks,
                report.say("alerts.tasks.completeVisitRecords"),
                follow.incomplete().values().stream().mapToLong(FollowUp::count).sum(),
                names(follow.incomplete().keySet().stream()));
        add(
                tasks,
                report.say("alerts.tasks.nameMentors"),
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
        String first = String.join(report.say("list.separator"), all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED
                ? first
                : report.say("alerts.tasks.more", "first", first, "more", all.size() - NAMED);
    }
}
