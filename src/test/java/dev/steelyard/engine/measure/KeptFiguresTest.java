package dev.steelyard.engine.measure;

import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cells hold and come to, however they are filled, merged or kept on disk (rules.md 4.1, 8.1, 8.9; rulings 20, 25, 114). */
class KeptFiguresTest {

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    /** Numbers of rows, those of one row joined by a plus; {@code _} is a row without any. */
    private static Cell.Amount amount(String rows) {
        Cell.Amount cell = new Cell.Amount();
        for (String row : words(rows)) {
            cell.countRow();
            if (!row.equals("_")) {
                Arrays.stream(row.split("\\+")).forEach(value -> cell.add(decimal(value)));
                cell.countAnswer();
            }
        }
        return cell;
    }

    /** Rows, rows with a number, numbers, and their sum; a count is that of rows, a blank number is none (ruling 25). */
    @ParameterizedTest(name = "{0} and {1}: {2} rows, {3} answers, {4} values, sum {5}")
    @CsvSource({
        "'', '', 0, 0, 0, 0",
        "1.10 2.2, 3, 3, 3, 3, 6.3",
        "_ 5, _, 3, 1, 1, 5",
        "8+9 7, 10+0.5, 3, 3, 5, 34.5",
        "-1, 1, 2, 2, 2, 0"
    })
    void amounts(String one, String other, long rows, long answers, long values, String sum) {
        Cell.Amount cell = amount(one);
        cell.merge(amount(other));
        Cell.Amount kept = Cell.Amount.restored(cell.rows(), cell.sum(), cell.values(), cell.answers());
        for (Cell.Amount each : List.of(cell, kept)) {
            assertThat(Total.of(each, Aggregate.SUM))
                    .isEqualTo(new Total(Optional.of(number(sum)), values, answers, rows, ""));
            assertThat(Total.of(each, Aggregate.COUNT).value()).contains(Fraction.of(rows));
        }
    }

    private static Cell.Extremes extremes(String values) {
        Cell.Extremes cell = new Cell.Extremes();
        for (String value : words(values)) {
            cell.countRow();
            if (!value.equals("_")) {
                cell.add(decimal(value));
            }
        }
        return cell;
    }

    @ParameterizedTest(name = "{0} and {1}: least {2}, greatest {3} of {4}")
    @CsvSource({
        "'', '', , , 0",
        "_, _, , , 2",
        "3 1 2, '', 1, 3, 3",
        "3, 1 _, 1, 3, 3",
        "3, 1 5, 1, 5, 3",
        "'', 5, 5, 5, 1",
        "1.0 1.00, 1, 1, 1, 3",
        "-2 -3, -1, -3, -1, 3"
    })
    void extremes(String one, String other, String least, String greatest, long rows) {
        Cell.Extremes cell = extremes(one);
        cell.merge(extremes(other));
        Cell.Extremes kept = Cell.Extremes.restored(cell.rows(), cell.least(), cell.greatest());
        for (Cell.Extremes each : List.of(cell, kept)) {
            Total min = Total.of(each, Aggregate.MIN);
            assertThat(min.value()).isEqualTo(Optional.ofNullable(least).map(Fraction::parse));
            assertThat(Total.of(each, Aggregate.MAX).value())
                    .isEqualTo(Optional.ofNullable(greatest).map(Fraction::parse));
            assertThat(min.rows()).isEqualTo(rows);
            assertThat(min.values()).isEqualTo(least == null ? 0 : 1);
        }
    }

    /** {@code 5:10}: on the fifth day a 10. */
    private static Cell.Latest latest(String values) {
        Cell.Latest cell = new Cell.Latest();
        for (String value : words(values)) {
            cell.countRow();
            String[] parts = value.split(":");
            cell.add(Long.parseLong(parts[0]), decimal(parts[1]));
        }
        return cell;
    }

    /** The newest; of several on that day the greatest, whatever comes first. */
    @ParameterizedTest(name = "{0} and {1}: {2} of day {3}")
    @CsvSource({
        "'', '', , ",
        "5:10, '', 10, 5",
        "'', 5:10, 10, 5",
        "5:10 6:3, '', 3, 6",
        "6:3, 5:10, 3, 6",
        "5:10, 6:3, 3, 6",
        "6:3 6:4, 6:2, 4, 6",
        "6:2, 6:4 6:3, 4, 6",
        "0:-1, '', -1, 0"
    })
    void latest(String one, String other, String value, Long day) {
        Cell.Latest cell = latest(one);
        cell.merge(latest(other));
        Cell.Latest kept = Cell.Latest.restored(cell.rows(), cell.day(), cell.value());
        for (Cell.Latest each : List.of(cell, kept)) {
            assertThat(Total.of(each, Aggregate.LATEST).value())
                    .isEqualTo(Optional.ofNullable(value).map(Fraction::parse));
            assertThat(each.rows()).isEqualTo(words(one).length + words(other).length);
            if (day != null) {
                assertThat(each.day()).isEqualTo(day);
            }
        }
    }

    /** Sums by the factor of their prices: restated, and as they were where that is something else (ruling 114). */
    @ParameterizedTest(name = "{0} at {1}, {2} at {3}: {4}, else {5}")
    @CsvSource({
        "100, 1, 200, 1/2, 200, 300",
        "100, 1, 200, 1, 300, ",
        "100, 2/3, 50, 4/3, 400/3, 150",
        // Restated to the same sum.
        "100, 1/2, 50, 2, 150, ",
        "-100, 1/2, 0, 1, -50, -100"
    })
    void restated(String one, String factor, String other, String otherFactor, String value, String plain) {
        Cell.Groups cell = new Cell.Groups();
        for (List<String> each : List.of(List.of(one, factor), List.of(other, otherFactor))) {
            cell.countRow();
            cell.add(each.get(1), List.of(decimal(each.get(0))));
        }
        Total total = Total.of(cell, Aggregate.SUM);
        assertThat(total.value()).contains(Restated.factor(value));
        assertThat(total.unrestated()).isEqualTo(Optional.ofNullable(plain).map(Fraction::parse));
        assertThat(List.of(total.rows(), total.values(), total.answers())).containsOnly(2L);
        assertThat(Total.of(Cell.Groups.restored(2, cell.sums()), Aggregate.SUM))
                .isEqualTo(total);
    }

    /** Different members, each once (ruling 27). */
    @Test
    void distinct() {
        Cell.Distinct cell = new Cell.Distinct();
        for (String member : List.of("b", "a", "b")) {
            cell.countRow();
            cell.add(member);
        }
        assertThat(Total.of(cell, Aggregate.DISTINCT)).isEqualTo(new Total(Optional.of(Fraction.of(2)), 2, 2, 3, ""));
        assertThat(Cell.Distinct.restored(3, cell.members()).members()).containsExactly("a", "b");
        assertThat(Cell.Distinct.restored(3, cell.members()).rows()).isEqualTo(3);
    }

    /** By what is above 0 alone something can be divided (ruling 20). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"5, true", "0.01, true", "0, false", "-5, false"})
    void divisors(String value, boolean divides) {
        assertThat(new Total(Optional.of(number(value)), 1, 1, 1, "").divisor().isPresent())
                .isEqualTo(divides);
        assertThat(Total.NONE.divisor()).isEmpty();
    }

    /** Whoever moves on the 10th and the 20th has three parts of that month, and one of each other; the first of a month is no cut. */
    @ParameterizedTest(name = "{0} lies in what begins on {1}")
    @CsvSource({
        "2026-08-31, 2026-08-01",
        "2026-09-01, 2026-09-01",
        "2026-09-09, 2026-09-01",
        "2026-09-10, 2026-09-10",
        "2026-09-19, 2026-09-10",
        "2026-09-20, 2026-09-20",
        "2026-09-30, 2026-09-20",
        "2026-10-01, 2026-10-01",
        "2026-10-25, 2026-10-01",
        "2025-09-25, 2025-09-01"
    })
    void segments(String day, String first) {
        Segments segments = new Segments();
        segments.cut(7, List.of(day("2026-09-20"), day("2026-09-10"), day("2026-09-20"), day("2026-10-01")));
        segments.cut(8, List.of(day("2026-10-01")));
        assertThat(segments.first(7, segments.of(7, day(day)))).isEqualTo(day(first));
        assertThat(segments.perMonth(7)).isEqualTo(3);
        assertThat(segments.areMonths(7)).isFalse();
        assertThat(segments.cuts(7)).containsExactly(day("2026-09-10"), day("2026-09-20"));
        for (int still : new int[] {8, 9}) {
            assertThat(segments.of(still, day(day))).isEqualTo(Month.of(day(day)));
            assertThat(segments.first(still, Month.of(day(day)))).isEqualTo(day(day).withDayOfMonth(1));
            assertThat(segments.perMonth(still)).isEqualTo(1);
            assertThat(segments.areMonths(still)).isTrue();
            assertThat(segments.cuts(still)).isEmpty();
        }
        // Numbers grow with the days.
        assertThat(segments.of(7, day("2026-09-09"))).isLessThan(segments.of(7, day("2026-09-10")));
        assertThat(segments.of(7, day("2026-09-30"))).isLessThan(segments.of(7, day("2026-10-01")));
    }

    /** Groups of several columns and kept ones come back alike. */
    @Test
    void groups() {
        Cell.Groups cell = new Cell.Groups();
        cell.countRow();
        cell.add("高", List.of(decimal("1.5"), decimal("2")));
        Cell.Groups more = new Cell.Groups();
        more.countRow();
        more.add("低", List.of(decimal("1"), decimal("0")));
        more.add("高", List.of(decimal("1"), decimal("0.25")));
        cell.merge(more);
        assertThat(cell.sums())
                .isEqualTo(Map.of(
                        "高", List.of(decimal("2.5"), decimal("2.25")), "低", List.of(decimal("1"), decimal("0"))));
        assertThat(cell.rows()).isEqualTo(2);
    }
}
