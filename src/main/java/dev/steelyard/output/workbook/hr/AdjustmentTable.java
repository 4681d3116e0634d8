package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Tone;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.Optional;

/** 手工调整: the amounts that people decided on for the period, who approved them, and what those that are not paid lack. */
final class AdjustmentTable {

    private final Report report;
    private final Registers registers;

    AdjustmentTable(Report report) {
        this.report = report;
        this.registers = report.result().input().registers();
    }

    /** Nothing where the export was not delivered. */
    Optional<Block<?>> block() {
        if (!registers.has(Adjustment.DATASET)) {
            return Optional.empty();
        }
        List<Adjustment> adjustments = registers.adjustments().stream()
                .filter(one ->
                        one.period().map(report.identity().period()::equals).orElse(true))
                .toList();
        return Optional.of(
                Block.of(report.say("sheet.adjustments"), columns(), adjustments, report.say("sheet.adjustments.none"))
                        .intro(report.say("sheet.adjustments.intro")));
    }

    private List<Column<Adjustment>> columns() {
        return List.of(
                Column.text("employee_id", report.say("word.employeeId"), Adjustment::employeeId),
                Column.text("name", report.say("word.name"), one -> registers
                        .roster()
                        .find(one.employeeId())
                        .map(person -> person.name())
                        .orElse("")),
                Column.text("adjustment_id", report.say("hr.adjustment.adjustment"), Adjustment::adjustmentId),
                Column.number("amount", report.say("word.amount"), Format.MONEY, one -> one.amount()
                        .map(amount -> Datum.number(amount.rounded(2)))
                        .orElse(Datum.text(""))),
                Column.text("kind", report.say("word.kind"), one -> one.named(
                                report.plan().decided())
                        .map(report::say)
                        .orElse(one.kind())),
                Column.<Adjustment>word("lacks", report.say("hr.adjustment.lacks"), Width.fit(8, 20), one -> lacks(one))
                        .toned(one -> lacks(one).isEmpty() ? Tone.PLAIN : Tone.LOW),
                Column.text(
                        "reason",
                        report.say("word.reason"),
                        Width.fit(8, 20),
                        one -> report.say(
                                "sheet.adjustments.why",
                                "reason",
                                one.reason(),
                                "approvers",
                                String.join(report.say("list.separator"), one.approvers()),
                                "day",
                                one.decidedDate().map(Object::toString).orElse(""))));
    }

    private String lacks(Adjustment one) {
        return report.join(report.result().input().adjustments().lacks(one).stream()
                .map(column -> report.column(Adjustment.DATASET.name(), column))
                .toList());
    }
}
