package dev.steelyard.output.workbook.alerts;

import dev.steelyard.engine.fact.Action;
import dev.steelyard.engine.fact.Mentorship;
import dev.steelyard.engine.insight.alert.Suspension;
import dev.steelyard.engine.insight.people.Unmentored;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.output.workbook.AlertWords;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.ActionColumns;
import dev.steelyard.output.workbook.block.AlertBlock;
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
record FollowUpPage(Report report, FollowUp follow) {

    private static final Width LABEL = Width.fit(22, 34);
    private static final Width NUMBER = Width.fit(13, 15);

    Sheet sheet() {
        return new Sheet.Page(
                        report.say("alerts.followUp.followUp"),
                        report.say("alerts.followUp.followUpPersonPerson"),
                        List.of(),
                        List.of(actions(), suspensions(), incomplete(), mentors()))
                .onOneSheet();
    }

    private boolean has(String dataset) {
        return report.result().input().registers().has(dataset);
    }

    private Block<Action> actions() {
        return Block.of(
                report.say("alerts.followUp.actionsOverdueFirst"),
                new ActionColumns(report).list(),
                Stream.concat(follow.overdue().stream(), follow.open().stream()).toList(),
                has(Action.DATASET.name())
                        ? report.say("alerts.followUp.noActionOpen")
                        : report.say("word.noExportActionsReceived"));
    }

    private Block<Suspension> suspensions() {
        AlertWords words = new AlertWords(report);
        List<Column<Suspension>> columns = List.of(
                Column.text("name", report.say("word.name"), LABEL, one -> AlertBlock.name(one.employee())),
                Column.<Suspension>word(
                                "state",
                                report.say("word.state"),
                                NUMBER,
                                one -> one.until().isEmpty()
                                        ? report.say("alerts.followUp.suspended")
                                        : report.say("alerts.followUp.yesRestored"))
                        .toned(one -> one.until().isEmpty() ? Tone.LOW : Tone.GOOD),
                Column.of("from", report.say("alerts.followUp.from"), NUMBER, Format.DAY, one -> Datum.day(one.from())),
                Column.of("until", report.say("alerts.followUp.until"), NUMBER, Format.DAY, one -> one.until()
                        .map(Datum::day)
                        .orElse(Datum.NONE)),
                Column.text(
                        "product",
                        report.say("alerts.followUp.product"),
                        NUMBER,
                        one -> words.product(one.productId())));
        return Block.of(
                report.say("alerts.followUp.highDifficultyVisitsSuspended"),
                columns,
                follow.suspensions(),
                has("exams")
                        ? report.say("alerts.followUp.nobodySuspended")
                        : report.say("alerts.followUp.noExportExamsReceived"));
    }

    private Block<Map.Entry<Employee, Map<LocalDate, Long>>> incomplete() {
        List<Column<Map.Entry<Employee, Map<LocalDate, Long>>>> columns = List.of(
                Column.text("name", report.say("word.name"), LABEL, one -> AlertBlock.name(one.getKey())),
                Column.of(
                        "records",
                        report.say("alerts.followUp.records"),
                        NUMBER,
                        Format.COUNT,
                        one -> Datum.whole(FollowUp.count(one.getValue()))),
                Column.text("days", report.say("alerts.followUp.days"), NUMBER, one -> days(one.getValue())));
        return Block.of(
                report.say("alerts.followUp.visitRecordsStillIncomplete"),
                columns,
                List.copyOf(follow.incomplete().entrySet()),
                has("visits")
                        ? report.say("alerts.followUp.allVisitRecordsComplete")
                        : report.say("alerts.followUp.noExportVisitsReceived"));
    }

    /** Days of the month, and how often where more than once. */
    private String days(Map<LocalDate, Long> days) {
        return days.entrySet().stream()
                .map(day -> day.getKey().toString().substring(5) + (day.getValue() > 1 ? " ×" + day.getValue() : ""))
                .collect(Collectors.joining(report.say("list.separator")));
    }

    private Block<Unmentored> mentors() {
        int months = FollowUp.rule(report).months();
        List<Column<Unmentored>> columns = List.of(
                Column.text("name", report.say("word.name"), LABEL, one -> AlertBlock.name(one.employee())),
                Column.of("hire_date", report.say("alerts.followUp.hired"), NUMBER, Format.DAY, one -> one.employee()
                        .hireDate()
                        .map(Datum::day)
                        .orElse(Datum.NONE)),
                Column.text("lacks", report.say("alerts.followUp.lacks"), NUMBER, one -> lacks(one)));
        return Block.of(
                        report.say("alerts.followUp.whoLacksMentor"),
                        columns,
                        follow.unmentored(),
                        has(Mentorship.DATASET.name())
                                ? report.say("alerts.followUp.everybodyBusinessComplianceMentor")
                                : report.say("alerts.followUp.noExportMentoringReceived"))
                .intro(report.say("alerts.followUp.thoseHiredLastCome", "months", months));
    }

    private String lacks(Unmentored one) {
        String business = report.say("alerts.followUp.businessMentor");
        String compliance = report.say("alerts.followUp.complianceMentor");
        return one.business() && one.compliance()
                ? report.say("alerts.followUp.businessCompliance", "business", business, "compliance", compliance)
                : one.business() ? business : compliance;
    }
}
