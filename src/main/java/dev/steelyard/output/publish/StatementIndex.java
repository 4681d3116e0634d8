package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;

import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.pay.PersonalPayout;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.output.publish.Verification.Difference;
import dev.steelyard.output.publish.Verification.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** {@code statements.csv}: whose statement is which file, and what it comes to. */
public final class StatementIndex {

    public static final String NAME = "statements.csv";

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** @param file below the edition's folder */
    public record Entry(String file, PersonalPayout payout) {}

    private static final CsvTable<Entry> TABLE = new CsvTable<>(
            NAME,
            List.of(
                    column("employee_id", entry -> entry.payout().employeeId()),
                    column("file", Entry::file),
                    column("lines", entry -> Integer.toString(entry.payout().lines())),
                    column("pay", entry -> entry.payout().pay().toString()),
                    column("on_hold", entry -> entry.payout().onHold().toString()),
                    column("carried", entry -> entry.payout().carried().toString()),
                    column("total", entry -> entry.payout().total().toString())));

    private StatementIndex() {}

    /** The file, of entries in the order in which they are given. */
    public static EditionFile file(List<Entry> entries) {
        return new EditionFile(NAME, out -> TABLE.write(entries.iterator(), out));
    }

    /** The entries of a folder, in their order; none where it has no statements. */
    public static List<Entry> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (CSVRecord row : parser) {
                entries.add(new Entry(
                        row.get("file"),
                        new PersonalPayout(
                                row.get("employee_id"),
                                Integer.parseInt(row.get("lines")),
                                money(row, "pay"),
                                money(row, "on_hold"),
                                money(row, "carried"))));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(file + " cannot be read back", e);
        }
        return entries;
    }

    private static Money money(CSVRecord row, String column) {
        return new Money(new BigDecimal(row.get(column)));
    }

    /** Where the index and {@code payout.csv} do not say the same of a person, to the cent. */
    static List<Difference> differences(Path folder) throws IOException {
        Map<String, PersonalPayout> stated = new TreeMap<>();
        read(folder).forEach(entry -> stated.put(entry.payout().employeeId(), entry.payout()));
        Map<String, PersonalPayout> paid = paid(folder);
        TreeSet<String> all = new TreeSet<>(stated.keySet());
        all.addAll(paid.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String employee : all) {
            String expected = text(paid.getOrDefault(employee, nothing(employee)));
            String found = stated.containsKey(employee) ? text(stated.get(employee)) : "";
            if (!expected.equals(found)) {
                differences.add(new Difference(Kind.TOTAL, "statement " + employee, expected, found));
            }
        }
        return differences;
    }

    private static PersonalPayout nothing(String employee) {
        return new PersonalPayout(employee, 0, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    private static String text(PersonalPayout payout) {
        return payout.lines() + " " + payout.pay() + " " + payout.onHold() + " " + payout.carried();
    }

    private static Map<String, PersonalPayout> paid(Path folder) throws IOException {
        Map<String, PersonalPayout> paid = new TreeMap<>();
        try (CSVParser parser = CSVParser.parse(folder.resolve("payout.csv"), StandardCharsets.UTF_8, FORMAT)) {
            for (Iterator<CSVRecord> rows = parser.iterator(); rows.hasNext(); ) {
                CSVRecord row = rows.next();
                String employee = row.get("employee_id");
                paid.merge(employee, line(employee, row), StatementIndex::plus);
            }
        }
        return paid;
    }

    private static PersonalPayout line(String employee, CSVRecord row) {
        Money amount = money(row, "amount");
        String status = row.get("status");
        return new PersonalPayout(
                employee,
                1,
                status.equals(Status.PAY.code()) ? amount : Money.ZERO,
                status.equals(Status.ON_HOLD.code()) ? amount : Money.ZERO,
                status.equals(Status.CARRIED.code()) ? amount : Money.ZERO);
    }

    private static PersonalPayout plus(PersonalPayout one, PersonalPayout other) {
        return new PersonalPayout(
                one.employeeId(),
                one.lines() + other.lines(),
                one.pay().plus(other.pay()),
                one.onHold().plus(other.onHold()),
                one.carried().plus(other.carried()));
    }
}
