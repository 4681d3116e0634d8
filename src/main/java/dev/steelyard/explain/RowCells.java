package dev.steelyard.explain;

import dev.steelyard.fact.Column;
import dev.steelyard.fact.Registers;
import dev.steelyard.fact.Row;
import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Facts;
import dev.steelyard.plan.Measure;
import dev.steelyard.plan.Where;
import dev.steelyard.run.RunInput;
import dev.steelyard.trace.Label;
import dev.steelyard.trace.SourceRow;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The cells of a row that a measure read: key, person, date, measured columns, and what its conditions look at. */
final class RowCells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Registers registers;
    private final Measure measure;

    RowCells(RunInput input, Measure measure) {
        this.registers = input.registers();
        this.measure = measure;
    }

    SourceRow of(Row row, List<Label> countsIn) {
        List<SourceRow.Cell> cells = new ArrayList<>();
        for (String path : paths(row.schema())) {
            cell(row, path).ifPresent(cells::add);
        }
        return new SourceRow(
                row.source().dataset(),
                row.source().file(),
                row.source().sheet(),
                row.source().row(),
                cells,
                countsIn);
    }

    private Set<String> paths(Schema schema) {
        Set<String> paths = new LinkedHashSet<>(schema.key());
        if (measure.over() != Measure.Over.SELF) {
            schema.subject().ifPresent(paths::add);
        }
        List<Facts> facts = Stream.of(measure.of(), measure.numerator(), measure.denominator())
                .flatMap(Optional::stream)
                .filter(of -> of.dataset().equals(schema.dataset()))
                .toList();
        facts.forEach(of -> of.date().or(schema::date).ifPresent(paths::add));
        facts.forEach(of -> paths.addAll(of.columns()));
        Stream.concat(facts.stream().map(Facts::where), measure.having().stream())
                .map(Where::conditions)
                .flatMap(List::stream)
                .forEach(condition -> paths.add(condition.column()));
        measure.from().ifPresent(paths::add);
        measure.to().ifPresent(paths::add);
        if (schema.dataset().equals("exams") && measure.numerator().isPresent()) {
            paths.addAll(List.of("date", "product_id", "passed"));
        }
        return paths;
    }

    private Optional<SourceRow.Cell> cell(Row row, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return row.schema().column(path).map(column -> cell(row, column, path, Label.of("")));
        }
        String reference = path.substring(0, dot) + "_id";
        String name = path.substring(dot + 1);
        return row.schema()
                .column(reference)
                .flatMap(column -> column.references())
                .flatMap(register -> {
                    String id = row.text(reference);
                    Schema schema = registers.schema(register);
                    Label of = new Label(schema.zh(), path.substring(0, dot + 1));
                    return Optional.ofNullable(id)
                            .flatMap(key -> registers.row(register, key))
                            .flatMap(found -> schema.column(name).map(column -> cell(found, column, path, of)));
                });
    }

    private static SourceRow.Cell cell(Row row, Column column, String path, Label of) {
        Object value = row.value(row.schema().indexOf(column.name()));
        String text = text(value);
        List<String> spellings = column.choices().getOrDefault(text, List.of());
        Label shown = value instanceof Boolean yes
                ? new Label(yes ? "是" : "否", yes ? "yes" : "no")
                : new Label(spellings.isEmpty() ? text : spellings.get(0), text);
        return new SourceRow.Cell(path, of.then(new Label(column.zh(), column.name())), text, shown);
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return TIME.format(time);
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value.toString();
    }
}
