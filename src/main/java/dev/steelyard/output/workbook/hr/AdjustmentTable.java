package dev.steelyard.output.workbook.hr;

import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.fact.Registers;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.book.Block;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Sheet;
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
    Optional<Sheet> sheet() {
        if (!registers.has(Adjustment.DATASET)) {
            return Optional.empty();
        }
        List<Adjustment> adjustments = registers.adjustments().stream()
                .filter(one ->
                        one.period().map(report.identity().period()::equals).orElse(true))
                .toList();
        String title = report.sentence("sheet.adjustments");
        return Optional.of(new Sheet.Table<>(
                title,
                2,
                Block.of(
                                title + " " + report.identity().period(),
                                columns(),
                                adjustments,
                                report.sentence("sheet.adjustments.none"))
                        .intro(report.sentence("sheet.adjustments.intro"))));
    }

    private List<Column<Adjustment>> columns() {
        return List.of(
                Column.text("adjustment_id", "调整编号", "Adjustment", Adjustment::id),
                Column.text("employee_id", "工号", "Employee id", Adjustment::employeeId),
                Column.text("name", "姓名", "Name", one -> registers
                        .roster()
                        .find(one.employeeId())
                        .map(person -> person.name())
                        .orElse("")),
                Column.text("kind", "类型", "Kind", one -> one.named(report.plan().adjustments())
                        .map(report::say)
                        .orElse(one.kind())),
                Column.number("amount", "金额", "Amount", Format.MONEY, one -> one.amount()
                        .map(amount -> Datum.number(amount.rounded(2)))
                        .orElse(Datum.text(""))),
                Column.of("reason", "理由", "Reason", Width.wrap(36), Format.TEXT, one -> Datum.text(one.reason())),
                Column.text("approvers", "批准人", "Approvers", one -> String.join("; ", one.approvers())),
                Column.text("decided_date", "决定日期", "Decided", one -> one.decided()
                        .map(Object::toString)
                        .orElse("")),
                Column.of("lacks", "尚缺", "Lacks", Width.wrap(30), Format.TEXT, one -> Datum.text(lacks(one))));
    }

    private String lacks(Adjustment one) {
        return registers
                .roster()
                .find(one.employeeId())
                .map(person -> one
                        .lacks(
                                report.plan().adjustments(),
                                person,
                                report.result().input().asOf())
                        .stream()
                        .map(column -> report.column(Adjustment.DATASET, column))
                        .toList())
                .map(report::join)
                .orElse("");
    }
}
