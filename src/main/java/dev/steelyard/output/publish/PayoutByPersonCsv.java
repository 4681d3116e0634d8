package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;
import static dev.steelyard.output.publish.CsvTable.text;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.CodePoints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code payout-by-person.csv}: what each person's lines of {@code payout.csv} come to, a row a person. For payroll systems that take one
 * amount a person, and for spreadsheets: it begins with the mark by which they know UTF-8, unless the job says otherwise.
 */
public final class PayoutByPersonCsv {

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private record Person(Employee employee, PersonalPayout payout) {}

    private PayoutByPersonCsv() {}

    /** @param marked whether it begins with the spreadsheets' mark */
    public static EditionFile file(RunResult result, String period, boolean marked) {
        String currency = result.input().plan().currency();
        CsvTable<Person> table = new CsvTable<>(
                "payout-by-person.csv",
                List.of(
                        column("employee_id", person -> person.employee().id()),
                        text("name", person -> person.employee().name()),
                        text("cost_center", person -> person.employee().costCenter()),
                        text("team", person -> person.employee().team()),
                        column("period", person -> period),
                        column("amount", person -> person.payout().pay().toString()),
                        column("currency", person -> currency),
                        column("on_hold", person -> person.payout().onHold().toString()),
                        column("carried", person -> person.payout().carried().toString()),
                        column(
                                "lines",
                                person -> Integer.toString(person.payout().lines()))));
        return new EditionFile(table.name(), out -> {
            if (marked) {
                out.write(MARK);
            }
            table.write(people(result).iterator(), out);
        });
    }

    /** By employee id. */
    private static List<Person> people(RunResult result) {
        Map<String, List<PayoutLine>> lines = new TreeMap<>(CodePoints.ORDER);
        result.payout().forEach(line -> lines.computeIfAbsent(line.employee().id(), id -> new ArrayList<>())
                .add(line));
        return lines.entrySet().stream()
                .map(own ->
                        new Person(own.getValue().get(0).employee(), PersonalPayout.of(own.getKey(), own.getValue())))
                .toList();
    }
}
