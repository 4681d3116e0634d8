package dev.steelyard.workbook.book;

import dev.steelyard.plan.Name;
import java.util.Optional;
import java.util.function.Function;

/**
 * One column of a report. A new report column is one of these in a list.
 *
 * @param id the column's name in machine files, or one in their manner
 * @param value a row → what stands in its cell
 * @param tone a row → how the cell stands out; the row's own tone where left out
 * @param barTo the value of a full bar, where each number gets a bar behind it
 */
public record Column<R>(
        String id,
        Name title,
        Width width,
        Format format,
        Function<R, Datum> value,
        Optional<Function<R, Tone>> tone,
        Optional<Integer> barTo) {

    public static <R> Column<R> of(
            String id, String zh, String en, Width width, Format format, Function<R, Datum> value) {
        return new Column<>(id, new Name(zh, en), width, format, value, Optional.empty(), Optional.empty());
    }

    /** Text that fits its content. */
    public static <R> Column<R> text(String id, String zh, String en, Function<R, String> value) {
        return of(id, zh, en, Width.fit(8, 28), Format.TEXT, row -> Datum.text(value.apply(row)));
    }

    /** Numbers of one format. */
    public static <R> Column<R> number(String id, String zh, String en, Format format, Function<R, Datum> value) {
        return of(id, zh, en, Width.fit(8, 14), format, value);
    }

    public Column<R> toned(Function<R, Tone> of) {
        return new Column<>(id, title, width, format, value, Optional.of(of), barTo);
    }

    public Column<R> withBar(int full) {
        return new Column<>(id, title, width, format, value, tone, Optional.of(full));
    }
}
