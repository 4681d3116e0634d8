package dev.steelyard.output.workbook.finance;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.workbook.Report;
import dev.steelyard.output.workbook.StateWords;
import dev.steelyard.output.workbook.book.Column;
import dev.steelyard.output.workbook.book.Datum;
import dev.steelyard.output.workbook.book.Format;
import dev.steelyard.output.workbook.book.Width;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Columns that tables of money share.
 *
 * @param of whom a row is about
 */
record PayColumns<R>(Report report, Function<R, Employee> of) {

    Column<R> employeeId() {
        return Column.text("employee_id", report.say("word.employeeId"), row -> of.apply(row)
                .id());
    }

    Column<R> name() {
        return Column.text("name", report.say("word.name"), row -> of.apply(row).name());
    }

    Column<R> costCenter() {
        return Column.text("cost_center", report.say("word.costCenter"), row -> of.apply(row)
                .costCenter());
    }

    Column<R> team() {
        return Column.text("team", report.say("word.team"), row -> of.apply(row).team());
    }

    Column<R> component(Function<R, Component> component) {
        return Column.text(
                "component",
                report.say("word.component"),
                row -> report.say(component.apply(row).title()));
    }

    /** How an amount is made: of what, at which rate. */
    List<Column<R>> making(Function<R, Fraction> basis, Function<R, Optional<Fraction>> rate) {
        return List.of(
                Column.number(
                        "basis",
                        report.say("word.basis"),
                        Format.NUMBER,
                        row -> Datum.number(basis.apply(row).rounded(4))),
                Column.of("rate", report.say("word.rate"), Width.fit(8, 12), Format.PERCENT, row -> rate.apply(row)
                        .map(Datum::value)
                        .orElse(Datum.NONE)));
    }

    Column<R> amount(String title, Function<R, Money> amount) {
        return Column.money("amount", title, row -> amount.apply(row));
    }

    Column<R> status(Function<R, PayoutLine.Status> status) {
        return Column.word(
                "status",
                report.say("word.status"),
                Width.fit(8, 12),
                row -> report.say(StateWords.of(status.apply(row))));
    }

    Column<R> note(String title, int width, Function<R, Said> note) {
        return Column.text("note", title, Width.wrap(width), row -> report.say(note.apply(row)));
    }
}
