package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.fact.Employee;
import dev.steelyard.engine.insight.people.MentorResult;
import dev.steelyard.engine.measure.Measured;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.output.workbook.IndicatorLines;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 导师带教: each mentor's mentees one by one, how soon they sold and whether they broke a rule. */
final class MentorTable {

    private final Report report;

    MentorTable(Report report) {
        this.report = report;
    }

    Sheet sheet() {
        List<MentorResult> results = MentorResult.of(
                report.plan(),
                report.result().input().registers(),
                report.result().measurements(),
                report.identity().period());
        Block<MentorResult> block = Block.of(
                        report.say("导师带教 ", "Mentors ") + report.identity().period(), columns(), results, whenEmpty())
                .intro(sums(results), about());
        return new Sheet.Table<>(report.say("导师带教", "Mentors"), 4, block);
    }

    private String whenEmpty() {
        return report.result().input().registers().has("mentoring")
                ? report.say("本期没有进行中或计入指标的带教关系。", "No pair runs in the period, and no mentee counts.")
                : report.say(
                        "没有提供「" + report.dataset("mentoring") + "」，因此没有带教结果。",
                        report.dataset("mentoring") + " was not delivered: there are no results of mentors.");
    }

    private String sums(List<MentorResult> results) {
        long mentors = results.stream().map(one -> one.mentor().id()).distinct().count();
        long mentees = results.stream().map(one -> one.mentee().id()).distinct().count();
        long violating = results.stream()
                .filter(one -> !one.violations().isEmpty())
                .map(one -> one.mentee().id())
                .distinct()
                .count();
        return report.say(
                "导师 " + mentors + " 位，学员 " + mentees + " 名；有违规的学员 " + violating + " 名。",
                "Mentors: " + mentors + "; mentees: " + mentees + "; mentees with a verified event: " + violating
                        + ".");
    }

    private String about() {
        return report.say(
                "列出本期进行中的带教关系，以及计入学员指标的学员（在指标窗口内转正）。首单天数从转正日算起，尚无首单的算到期末。",
                "Pairs that run in the period, and mentees whom the indicators count (made regular in their window). Days to"
                        + " the first order run from the regular date; without an order, to the period's end.");
    }

    private List<Column<MentorResult>> columns() {
        List<Column<MentorResult>> columns = new ArrayList<>();
        columns.add(text("mentor_id", "导师工号", "Mentor id", one -> one.mentor().id()));
        columns.add(text("mentor", "导师", "Mentor", one -> one.mentor().name()));
        columns.add(text("mentee_id", "学员工号", "Mentee id", one -> one.mentee().id()));
        columns.add(text("mentee", "学员", "Mentee", one -> one.mentee().name()));
        columns.add(text("team", "学员团队", "Mentee's team", one -> team(one.mentee())));
        columns.add(Column.of(
                "kinds",
                "带教类型",
                "Kinds",
                Width.wrap(16),
                Format.TEXT,
                one -> Datum.text(one.kinds().stream()
                        .map(kind -> report.choice("mentoring", "kind", kind))
                        .collect(Collectors.joining(report.say("、", ", "))))));
        columns.add(day("start", "开始", "Start", one -> Optional.of(one.start())));
        columns.add(day("end", "结束", "End", MentorResult::end));
        columns.add(day("regular_date", "转正日", "Regular", MentorResult::regular));
        MentorResult.indicators(report.plan())
                .forEach((id, indicator) -> columns.add(new Column<>(
                        id,
                        indicator.name(),
                        Width.fit(10, 14),
                        IndicatorLines.format(indicator),
                        one -> Optional.ofNullable(one.figures().get(id))
                                .flatMap(Measured::value)
                                .map(value -> Datum.number(value.rounded(6)))
                                .orElse(Datum.NONE),
                        Optional.empty(),
                        Optional.empty(),
                        true)));
        columns.add(Column.<MentorResult>of(
                        "violations",
                        "违规",
                        "Violations",
                        Width.wrap(28),
                        Format.TEXT,
                        one -> Datum.text(violations(one)))
                .toned(one -> one.violations().isEmpty() ? Tone.PLAIN : Tone.WORST));
        columns.add(Column.of(
                "counted", "是否计入指标", "Counted", Width.fit(10, 26), Format.TEXT, one -> Datum.text(counted(one))));
        return columns;
    }

    private String counted(MentorResult result) {
        if (!result.counted()) {
            return report.say("— 不在转正窗口内", "— regular outside the window");
        }
        boolean sold = MentorResult.indicators(report.plan()).entrySet().stream()
                .filter(indicator -> indicator.getValue().measure().since().isPresent())
                .flatMap(indicator -> Optional.ofNullable(result.figures().get(indicator.getKey())).stream())
                .allMatch(measured -> measured.rows().orElse(0L) > 0);
        return sold ? report.say("✓ 计入", "✓ counted") : report.say("✓ 计入，尚无首单", "✓ counted, no order yet");
    }

    private static String team(Employee employee) {
        return employee.team();
    }

    private String violations(MentorResult result) {
        return result.violations().isEmpty()
                ? report.say("✓ 无", "✓ none")
                : "✗ "
                        + report.join(result.violations().stream()
                                .map(this::violation)
                                .toList());
    }

    private String violation(ComplianceEvent event) {
        return event.eventId() + " " + report.choice("compliance_events", "kind", event.kind()) + " "
                + report.choice("compliance_events", "severity", event.severity()) + " " + event.verifiedDate();
    }

    private static Column<MentorResult> text(String id, String zh, String en, Function<MentorResult, String> of) {
        return Column.text(id, zh, en, of);
    }

    private static Column<MentorResult> day(
            String id, String zh, String en, Function<MentorResult, Optional<LocalDate>> of) {
        return new Column<>(
                id,
                new Name(zh, en),
                Width.fit(11, 11),
                Format.DAY,
                one -> of.apply(one).map(Datum::day).orElse(Datum.NONE),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
