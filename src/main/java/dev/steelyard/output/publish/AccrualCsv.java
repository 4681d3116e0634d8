package dev.steelyard.output.publish;

import static dev.steelyard.output.publish.CsvTable.column;
import static dev.steelyard.output.publish.CsvTable.text;

import dev.steelyard.engine.pay.Accrual;
import dev.steelyard.engine.pay.Accrued;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** {@code accrual.csv}: what was earned so far of components that a longer period pays. */
public final class AccrualCsv {

    private static final String NAME = "accrual.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private AccrualCsv() {}

    /** What a kept edition had accrued; empty where the store does not hold it, or it accrues nothing by its kind. */
    public static Optional<List<Accrued>> read(KeptEdition edition) throws IOException {
        Optional<Manifest.Output> output = edition.manifest().flatMap(manifest -> manifest.outputs().stream()
                .filter(file -> file.name().equals(NAME))
                .findFirst());
        Optional<Path> file = output.isEmpty()
                ? Optional.empty()
                : edition.store().find(output.get().sha256());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(file.get(), StandardCharsets.UTF_8, FORMAT)) {
            return Optional.of(parser.stream()
                    .map(row -> new Accrued(
                            row.get("employee_id"),
                            row.get("cost_center"),
                            row.get("team"),
                            row.get("period"),
                            PayoutLine.Component.of(row.get("component")),
                            new Money(new BigDecimal(row.get("amount")))))
                    .toList());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(NAME + " of an earlier month cannot be read back", e);
        }
    }

    /** @param lines asked for when the file is written */
    public static EditionFile file(Supplier<List<Accrual>> lines, String currency) {
        CsvTable<Accrual> table = new CsvTable<>(
                NAME,
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
                        text("note", line -> Words.in("en").say(line.note()))));
        return new EditionFile(table.name(), out -> table.write(lines.get().iterator(), out));
    }
}
