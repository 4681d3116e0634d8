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
final class ComplianceTable {

    private static final String EVENTS = "compliance_events";

    /** @param deducted the points taken; empty for a veto */
    private record Line(RankedScorecard card, ComplianceEvent event, Optional<Points> deducted) {}

    private final Report report;

    ComplianceTable(Report report) {
        this.report = report;
    }

    Sheet sheet() {
        List<Line> lines = Stream.concat(
                        report.cards().stream().flatMap(this::vetoes),
                        report.cards().stream().flatMap(this::deductions))
                .toList();
        Block<Line> block = Block.of(
                        report.say("一票否决与扣分 ", "Vetoes and deductions ")
                                + report.identity().period(),
                        columns(),
                        lines,
                        report.say(
                                "本期没有核实属实的合规事件，因此没有否决，也没有扣分。",
                                "No compliance event was verified in this period: no vetoes, no deductions."))
                .intro(report.say(
                        "仅列当期核实属实的事件；待查与不属实的事件不计。含证据，仅供人力资源与合规使用，请勿转发。",
                        "Events verified in the period; alleged and dismissed ones do not count. Holds evidence: for HR and"
                                + " compliance only, do not forward."));
        return new Sheet.Table<>(report.say("否决与扣分", "Vetoes and deductions"), 2, block);
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
        columns.add(
                Column.text("event_id", "事件编号", "Event id", line -> line.event().eventId()));
        columns.add(Column.of(
                "event_date", "发生日期", "Happened", Width.fit(12, 12), Format.DAY, line -> happened(line.event())));
        columns.add(Column.of(
                "verified_date",
                "核实日期",
                "Verified",
                Width.fit(12, 12),
                Format.DAY,
                line -> Datum.day(line.event().verifiedDate())));
        columns.add(Column.of(
                "kind",
                "类型",
                "Kind",
                Width.wrap(16),
                Format.TEXT,
                line -> Datum.text(report.choice(EVENTS, "kind", line.event().kind()))));
        columns.add(Column.text(
                "severity",
                "严重程度",
                "Severity",
                line -> report.choice(EVENTS, "severity", line.event().severity())));
        columns.addAll(Person.columns(report, Line::card));
        columns.add(
                Column.<Line>of("effect", "结果", "Effect", Width.wrap(36), Format.TEXT, line -> Datum.text(effect(line)))
                        .toned(line -> line.deducted().isEmpty() ? Tone.WORST : Tone.LOW));
        columns.add(Column.of(
                "evidence",
                "证据",
                "Evidence",
                Width.wrap(30),
                Format.TEXT,
                line -> Datum.text(text(line.event(), "evidence"))));
        columns.add(Column.<Line>of(
                        "source",
                        "来源",
                        "Source",
                        Width.fit(12, 36),
                        Format.TEXT,
                        line -> Datum.text(line.event().row().source().toString()))
                .onScreen());
        return columns;
    }

    private String effect(Line line) {
        if (line.deducted().isEmpty()) {
            String grade = report.plan().rules().compliance().veto().grade();
            return switch (line.card().status()) {
                case INTERIM -> report.say("✗ 一票否决（中期显示）：等级 " + grade, "✗ veto, shown in the interim: grade " + grade);
                case HELD -> report.say("✗ 一票否决；该员工待核，不排名、不兑付", "✗ veto; the person is held: not ranked, not paid");
                default -> report.say(
                        "✗ 一票否决：等级 " + grade + "，当期兑付扣回，排在最后",
                        "✗ veto: grade " + grade + ", payout forfeited, ranked last");
            };
        }
        ComplianceRecord record = line.card().card().compliance();
        String taken = report.say("合规 −", "compliance −") + line.deducted().get();
        return record.gradeCap()
                .map(cap -> taken
                        + report.say(
                                "；本期扣分合计 " + record.deducted() + "，等级最高 " + cap,
                                "; deductions " + record.deducted() + " in all, grade at most " + cap))
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
