package dev.steelyard.app.cli.compare;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.publish.Printed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Payout lines that follow from what earlier periods paid, as they were published: who calculates an edition again does not look at the
 * past. True-ups are not among them: they belong to other periods.
 */
final class PublishedLines {

    private static final Set<Component> OF_THE_PAST =
            EnumSet.of(Component.RETURN_REVERSAL, Component.RECOVERY_CARRIED, Component.RECOVERY);

    private PublishedLines() {}

    /** The result with what was taken back, carried over and recovered. */
    static RunResult with(RunResult result, Printed printed) {
        List<PayoutLine> lines = new ArrayList<>(result.payout());
        printed.payout().stream()
                .filter(row -> OF_THE_PAST.contains(Component.of(row.get("component"))))
                .forEach(row -> lines.add(line(result, row)));
        return result.with(lines);
    }

    private static PayoutLine line(RunResult result, Map<String, String> row) {
        String id = row.get("line_id");
        return new PayoutLine(
                employee(result, row),
                Component.of(row.get("component")),
                Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)),
                result.input().period(),
                Period.parse(row.get("source_period")).orElseThrow(),
                Fraction.parse(row.get("basis")),
                Optional.of(Fraction.parse(row.get("rate"))),
                new Money(new BigDecimal(row.get("amount"))),
                PayoutLine.Status.valueOf(row.get("status").toUpperCase(Locale.ROOT)),
                Said.text(row.get("note")),
                Optional.empty(),
                List.of(),
                "");
    }

    private static Employee employee(RunResult result, Map<String, String> row) {
        var registers = result.input().registers();
        return registers
                .roster()
                .find(row.get("employee_id"))
                .orElseGet(() -> Employee.left(
                        registers.schema("employees"),
                        row.get("employee_id"),
                        row.get("name"),
                        row.get("team"),
                        row.get("cost_center")));
    }
}
