package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.trace.SourceRow;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cells of a row as people read them: those of the columns asked for, also of the product or customer that it names. */
public final class RowCells {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Registers registers;
    private final Function<SourceRef, Optional<SourceRef>> corrections;

    /** @param corrections where the row stands that was read in place of another */
    RowCells(Registers registers, Function<SourceRef, Optional<SourceRef>> corrections) {
        this.registers = registers;
        this.corrections = corrections;
    }

    /** @param paths columns, with a dot those of what the row names: {@code product.lifecycle} */
    SourceRow of(Row row, Collection<String> paths, List<Said> countsIn) {
        List<SourceRow.Cell> cells = new ArrayList<>();
        for (String path : paths) {
            cell(row, path).ifPresent(cells::add);
        }
        return new SourceRow(
                row.source().dataset(),
                row.source().file(),
                row.source().sheet(),
                row.source().row(),
                cells,
                countsIn,
                corrections.apply(row.source()).map(SourceRef::toString).orElse(""));
    }

    /** The row of a register; blank cells are left out. */
    SourceRow of(Row row, List<String> columns) {
        List<String> filled = columns.stream()
                .filter(column -> row.schema().column(column).isPresent()
                        && !text(row.value(row.schema().indexOf(column))).isEmpty())
                .toList();
        return of(row, filled, List.of());
    }

    private Optional<SourceRow.Cell> cell(Row row, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return row.schema().column(path).map(column -> cell(row, column, path, Said.text("")));
        }
        String reference = path.substring(0, dot) + "_id";
        String name = path.substring(dot + 1);
        return row.schema()
                .column(reference)
                .flatMap(column -> column.references())
                .flatMap(register -> {
                    String id = row.text(reference);
                    Schema schema = registers.schema(register);
                    Said of = Said.of("name", "name", new Name(schema.zh(), path.substring(0, dot + 1)));
                    return Optional.ofNullable(id)
                            .flatMap(key -> registers.row(register, key))
                            .flatMap(found -> schema.column(name).map(column -> cell(found, column, path, of)));
                });
    }

    private static SourceRow.Cell cell(Row row, DatasetColumn column, String path, Said of) {
        Object value = row.value(row.schema().indexOf(column.name()));
        String text = text(value);
        List<String> spellings = column.choices().getOrDefault(text, List.of());
        Said shown = value instanceof Boolean yes
                ? (yes ? Said.of("word.yes") : Said.of("word.no"))
                : Said.of("name", "name", new Name(spellings.isEmpty() ? text : spellings.get(0), text));
        return new SourceRow.Cell(path, of.then(Said.of("name", "name", column.title())), text, shown);
    }

    private static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return time(time);
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining("; "));
        }
        return value.toString();
    }

    /** A time as explanations show it, to the minute: 2026-09-30 18:05. */
    public static String time(LocalDateTime time) {
        return TIME.format(time);
    }
}
