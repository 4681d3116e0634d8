package dev.steelyard.output.workbook.book;

import dev.steelyard.engine.unit.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One column of a report. A new report column is one of these in a list.
 *
 * @param id the column's name in machine files, or one in their manner
 * @param value a row → what stands in its cell
 * @param tone a row → how the cell stands out; the row's own tone where left out
 * @param scale where numbers are coloured by their size
 * @param printed whether it is for paper too; of a table on a sheet of its own, from the first that is not on, all are read on the
 *     screen only
 */
public record Column<R>(
        String id,
        String title,
        Width width,
        Format format,
        Function<R, Datum> value,
        Optional<Function<R, Tone>> tone,
        Optional<Scale> scale,
        boolean printed) {

    /** Up to {@code low} orange, around {@code middle} white, from {@code high} on blue, and in between in between. */
    public record Scale(BigDecimal low, BigDecimal middle, BigDecimal high) {}

    public static <R> Column<R> of(String id, String title, Width width, Format format, Function<R, Datum> value) {
        return new Column<>(id, title, width, format, value, Optional.empty(), Optional.empty(), true);
    }

    /** Text that fits its content. */
    public static <R> Column<R> text(String id, String title, Function<R, String> value) {
        return of(id, title, Width.fit(8, 28), Format.TEXT, row -> Datum.text(value.apply(row)));
    }

    /** Text of a width of its own. */
    public static <R> Column<R> text(String id, String title, Width width, Function<R, String> value) {
        return of(id, title, width, Format.TEXT, row -> Datum.text(value.apply(row)));
    }

    /** One of a few words. */
    public static <R> Column<R> word(String id, String title, Width width, Function<R, String> value) {
        return of(id, title, width, Format.WORD, row -> Datum.text(value.apply(row)));
    }

    /** How many. */
    public static <R> Column<R> count(String id, String title, ToLongFunction<R> value) {
        return number(id, title, Format.COUNT, row -> Datum.whole(value.applyAsLong(row)));
    }

    public static <R> Column<R> money(String id, String title, Function<R, Money> value) {
        return number(id, title, Format.MONEY, row -> Datum.money(value.apply(row)));
    }

    /** Numbers of one format. */
    public static <R> Column<R> number(String id, String title, Format format, Function<R, Datum> value) {
        return of(id, title, Width.fit(8, 14), format, value);
    }

    public Column<R> toned(Function<R, Tone> of) {
        return new Column<>(id, title, width, format, value, Optional.of(of), scale, printed);
    }

    public Column<R> scaled(Scale by) {
        return new Column<>(id, title, width, format, value, tone, Optional.of(by), printed);
    }

    /** Left to the screen, with all columns behind it. */
    public Column<R> onScreen() {
        return new Column<>(id, title, width, format, value, tone, scale, false);
    }
}
