package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.score.ComplianceRecord;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.output.workbook.Person;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 否决与扣分: the verified events that count, with their evidence: for HR and compliance only. */
record ComplianceTable(Report report) {

    private static final String EVENTS = "compliance_events";

    /** @param deducted the points taken; empty for a veto */
    private record Line(RankedScorecard card, ComplianceEvent event, Optional<Points> deducted) {}

    Sheet.Table<?> sheet() {
        List<Line> lines = Stream.concat(
                        report.cards().stream().flatMap(this::vetoes),
                        report.cards().stream().flatMap(this::deductions))
                .toList();
        Block<Line> block = Block.of(
                        report.ofPeriod("hr.compliance.vetoesDeductions"),
                        columns(),
                        lines,
                        report.say("hr.compliance.noComplianceEventVerified"))
                .intro(report.say("hr.compliance.eventsVerifiedPeriodAlleged"));
        return new Sheet.Table<>(report.say("hr.compliance.vetoesDeductions2"), 2, block);
    }

    private Stream<Line> vetoes(RankedScorecard card) {
        return card.card().compliance().vetoes().stream().map(event -> new Line(card, event, Optional.empty()));
    }

    private Stream<Line> deductions(RankedScorecard card) {
        return card.card().compliance().deductions().stream()
                .map(deduction -> new Line(card, deduction.event(), Optional.of(deduction.points())));
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.text("event_id", report.say("hr.compliance.eventId"), line -> line.event()
                .eventId()));
        columns.add(Column.of(
                "event_date",
                report.say("hr.compliance.happened"),
                Width.fit(12, 12),
                Format.DAY,
                line -> happened(line.event())));
        columns.add(Column.of(
                "verified_date",
                report.say("hr.compliance.verified"),
                Width.fit(12, 12),
                Format.DAY,
                line -> Datum.day(line.event().day())));
        columns.add(Column.text(
                "kind",
                report.say("word.kind"),
                Width.wrap(16),
                line -> report.choice(EVENTS, "kind", line.event().kind())));
        columns.add(Column.text(
                "severity",
                report.say("hr.compliance.severity"),
                line -> report.choice(EVENTS, "severity", line.event().severity())));
        columns.addAll(Person.columns(report, Line::card));
        columns.add(Column.<Line>text("effect", report.say("word.effect"), Width.wrap(36), line -> effect(line))
                .toned(line -> line.deducted().isEmpty() ? Tone.WORST : Tone.LOW));
        columns.add(Column.text(
                "evidence", report.say("word.evidence"), Width.wrap(30), line -> text(line.event(), "evidence")));
        columns.add(
                Column.<Line>text("source", report.say("hr.compliance.source"), Width.fit(12, 36), line -> line.event()
                                .row()
                                .source()
                                .toString())
                        .onScreen());
        return columns;
    }

    private String effect(Line line) {
        if (line.deducted().isEmpty()) {
            String grade = report.plan().rules().compliance().veto().grade();
            return switch (line.card().status()) {
                case INTERIM -> report.say("hr.compliance.noVetoShownInterim", "grade", grade);
                case HELD -> report.say("hr.compliance.noVetoPersonHeld");
                default -> report.say("hr.compliance.noVetoGradePayout", "grade", grade);
            };
        }
        ComplianceRecord record = line.card().card().compliance();
        String taken = report.say(
                "hr.compliance.compliance", "deducted", line.deducted().get());
        return record.gradeCap()
                .map(cap -> report.say(
                        "hr.compliance.deductionsAllGradeMost",
                        "taken",
                        taken,
                        "deducted",
                        record.deducted(),
                        "cap",
                        cap))
                .orElse(taken);
    }

    private static Datum happened(ComplianceEvent event) {
        return event.row()
                .schema()
                .column("event_date")
                .flatMap(column -> Optional.ofNullable(event.row().day(column.name())))
                .map(Datum::day)
                .orElse(Datum.NONE);
    }

    private static String text(ComplianceEvent event, String column) {
        return event.row().schema().column(column).isPresent() ? event.row().textOrBlank(column) : "";
    }
}
