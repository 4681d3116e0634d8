package dev.steelyard.output.workbook.book;

import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What stands in a cell: a text, a number or a day; never a formula. */
public sealed interface Datum {

    /** A blank cell. */
    Datum NONE = new Text("");

    record Text(String text) implements Datum {}

    /** @param format other than the column's, where a column holds numbers of several kinds */
    record Number(BigDecimal value, Optional<Format> format) implements Datum {}

    record Day(LocalDate day) implements Datum {}

    static Datum text(String text) {
        return text.isEmpty() ? NONE : new Text(text);
    }

    static Datum number(BigDecimal value) {
        return new Number(value, Optional.empty());
    }

    static Datum number(BigDecimal value, Format format) {
        return new Number(value, Optional.of(format));
    }

    static Datum whole(long value) {
        return number(BigDecimal.valueOf(value));
    }

    static Datum whole(Optional<Integer> value) {
        return value.map(Datum::whole).orElse(NONE);
    }

    private static Datum whole(Integer value) {
        return whole(value.longValue());
    }

    static Datum points(Points points) {
        return number(points.decimal());
    }

    static Datum points(Optional<Points> points) {
        return points.map(Datum::points).orElse(NONE);
    }

    static Datum money(Money money) {
        return number(money.amount());
    }

    /** A value with the six decimals of the machine files. */
    static Datum value(Fraction value) {
        return number(value.rounded(6));
    }

    static Datum day(LocalDate day) {
        return new Day(day);
    }
}
