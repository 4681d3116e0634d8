package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;
import static dev.steelyard.output.publish.CsvTable.text;

import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;

/** {@code accrual.csv}: what was earned so far of components that a longer period pays. */
public final class AccrualCsv {

    private AccrualCsv() {}

    public static EditionFile file(List<Accrual> lines, String currency) {
        CsvTable<Accrual> table = new CsvTable<>(
                "accrual.csv",
                List.of(
                        column("employee_id", line -> line.employee().id()),
                        text("name", line -> line.employee().name()),
                        text("cost_center", line -> line.employee().costCenter()),
                        text("team", line -> line.employee().team()),
                        column("period", line -> line.period().toString()),
                        column("component", line -> line.component().code()),
                        column("basis", line -> line.basis().plain()),
                        column("rate", line -> line.rate().map(Fraction::plain).orElse("")),
                        column("amount", line -> line.amount().toString()),
                        column("currency", line -> currency),
                        text("note", line -> line.note().en())));
        return new EditionFile(table.name(), out -> table.write(lines.iterator(), out));
    }
}
