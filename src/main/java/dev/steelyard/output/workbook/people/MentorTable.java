package dev.steelyard.output.workbook.people;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.insight.people.MentorResult;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.verb.Measured;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.block.IndicatorLines;
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
record MentorTable(Report report) {

    Sheet.Table<?> sheet() {
        List<MentorResult> results = MentorResult.of(
                report.plan(),
                report.result().input().registers(),
                report.result().measurements(),
                report.identity().period());
        Block<MentorResult> block = Block.of(report.ofPeriod("people.mentor.mentors"), columns(), results, whenEmpty())
                .intro(sums(results), about());
        return new Sheet.Table<>(report.say("people.mentor.mentors2"), 4, block);
    }

    private String whenEmpty() {
        return report.result().input().registers().has("mentoring")
                ? report.say("people.mentor.noPairRunsPeriod")
                : report.say("people.mentor.notDeliveredThereNo", "dataset", report.dataset("mentoring"));
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
                "people.mentor.mentorsMenteesMenteesVerified",
                "mentors",
                mentors,
                "mentees",
                mentees,
                "violating",
                violating);
    }

    private String about() {
        return report.say("people.mentor.pairsRunPeriodMentees");
    }

    private List<Column<MentorResult>> columns() {
        List<Column<MentorResult>> columns = new ArrayList<>();
        columns.add(text("mentor_id", report.say("people.mentor.mentorId"), one -> one.mentor()
                .id()));
        columns.add(text("mentor", report.say("people.mentor.mentor"), one -> one.mentor()
                .name()));
        columns.add(text("mentee_id", report.say("people.mentor.menteeId"), one -> one.mentee()
                .id()));
        columns.add(text("mentee", report.say("people.mentor.mentee"), one -> one.mentee()
                .name()));
        columns.add(text("team", report.say("people.mentor.menteesTeam"), one -> team(one.mentee())));
        columns.add(Column.text("kinds", report.say("people.mentor.kinds"), Width.wrap(16), one -> one.kinds().stream()
                .map(kind -> report.choice("mentoring", "kind", kind))
                .collect(Collectors.joining(report.say("list.separator")))));
        columns.add(day("start", report.say("people.mentor.start"), one -> Optional.of(one.start())));
        columns.add(day("end", report.say("people.mentor.end"), MentorResult::end));
        columns.add(day("regular_date", report.say("people.mentor.regular"), MentorResult::regular));
        MentorResult.indicators(report.plan())
                .forEach((id, indicator) -> columns.add(new Column<>(
                        id,
                        report.say(indicator.name()),
                        Width.fit(10, 14),
                        IndicatorLines.format(indicator),
                        one -> Optional.ofNullable(one.figures().get(id))
                                .flatMap(Measured::value)
                                .map(value -> Datum.number(value.rounded(6)))
                                .orElse(Datum.NONE),
                        Optional.empty(),
                        Optional.empty(),
                        true)));
        columns.add(Column.<MentorResult>text(
                        "violations", report.say("people.mentor.violations"), Width.wrap(28), one -> violations(one))
                .toned(one -> one.violations().isEmpty() ? Tone.PLAIN : Tone.WORST));
        columns.add(
                Column.text("counted", report.say("people.mentor.counted"), Width.fit(10, 26), one -> counted(one)));
        return columns;
    }

    private String counted(MentorResult result) {
        if (!result.counted()) {
            return report.say("people.mentor.regularOutsideWindow");
        }
        boolean sold = MentorResult.indicators(report.plan()).entrySet().stream()
                .filter(indicator -> indicator.getValue().measure().since().isPresent())
                .flatMap(indicator -> Optional.ofNullable(result.figures().get(indicator.getKey())).stream())
                .allMatch(measured -> measured.rows().orElse(0L) > 0);
        return sold ? report.say("people.mentor.yesCounted") : report.say("people.mentor.yesCountedNoOrder");
    }

    private static String team(Employee employee) {
        return employee.team();
    }

    private String violations(MentorResult result) {
        return result.violations().isEmpty()
                ? report.say("people.mentor.yesNone")
                : "✗ "
                        + report.join(result.violations().stream()
                                .map(this::violation)
                                .toList());
    }

    private String violation(ComplianceEvent event) {
        return event.eventId() + " " + report.choice("compliance_events", "kind", event.kind()) + " "
                + report.choice("compliance_events", "severity", event.severity()) + " " + event.day();
    }

    private static Column<MentorResult> text(String id, String title, Function<MentorResult, String> of) {
        return Column.text(id, title, of);
    }

    private static Column<MentorResult> day(String id, String title, Function<MentorResult, Optional<LocalDate>> of) {
        return new Column<>(
                id,
                title,
                Width.fit(11, 11),
                Format.DAY,
                one -> of.apply(one).map(Datum::day).orElse(Datum.NONE),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
