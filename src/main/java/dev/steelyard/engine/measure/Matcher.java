package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Condition;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A compiled condition: whether a row, with what it names, meets it.
 *
 * @param reads all that it looks at
 */
record Matcher(List<Joined.Place> reads, Test test) {

    /** Whether a row meets the condition. */
    @FunctionalInterface
    interface Test {
        boolean matches(Row row, Row[] joined);
    }

    boolean matches(Row row, Row[] joined) {
        return test.matches(row, joined);
    }

    /** All must be met. */
    static List<Matcher> of(Where where, Function<String, Joined.Place> places, WorkingDays calendar) {
        return where.conditions().stream()
                .map(condition -> {
                    List<Joined.Place> reads = new ArrayList<>();
                    Test test = of(
                            condition,
                            path -> {
                                Joined.Place place = places.apply(path);
                                reads.add(place);
                                return place;
                            },
                            calendar);
                    return new Matcher(reads, test);
                })
                .toList();
    }

    private static Test of(Condition condition, Function<String, Joined.Place> places, WorkingDays calendar) {
        Joined.Place place = places.apply(condition.column());
        return switch (condition.operator()) {
            case FILLED -> (row, rows) -> cell(place, row, rows) != null;
            case ONE_OF -> oneOf(place, condition.operands());
            case AT_LEAST -> compared(place, condition, places, sign -> sign >= 0);
            case ABOVE -> compared(place, condition, places, sign -> sign > 0);
            case BELOW -> compared(place, condition, places, sign -> sign < 0);
            case WITHIN -> within(place, condition, places, calendar);
        };
    }

    private static Object cell(Joined.Place place, Row row, Row[] joined) {
        Row source = place.join() < 0 ? row : joined[place.join()];
        return source == null ? null : source.value(place.column());
    }

    private static Test oneOf(Joined.Place place, List<String> operands) {
        DatasetColumn.Type type = place.declared().type();
        if (type == DatasetColumn.Type.YES_NO) {
            Set<Boolean> wanted = new HashSet<>();
            operands.forEach(operand -> wanted.add(operand.equals("yes")));
            return (row, rows) -> wanted.contains(Boolean.TRUE.equals(cell(place, row, rows)));
        }
        if (type.isNumeric()) {
            List<BigDecimal> wanted = operands.stream().map(Matcher::number).toList();
            return (row, rows) -> cell(place, row, rows) instanceof BigDecimal number
                    && wanted.stream().anyMatch(want -> want.compareTo(number) == 0);
        }
        Set<String> wanted = Set.copyOf(operands);
        return (row, rows) -> {
            Object value = cell(place, row, rows);
            return value != null && wanted.contains(value.toString());
        };
    }

    private static Test compared(
            Joined.Place place, Condition condition, Function<String, Joined.Place> places, IntPredicate accepts) {
        String operand = condition.operands().get(0);
        DatasetColumn.Type type = place.declared().type();
        if (type.isNumeric()) {
            BigDecimal limit = number(operand);
            return (row, rows) ->
                    cell(place, row, rows) instanceof BigDecimal number && accepts.test(number.compareTo(limit));
        }
        if (Character.isDigit(operand.charAt(0))) {
            LocalDate limit = LocalDate.parse(operand);
            return (row, rows) -> {
                LocalDate day = day(cell(place, row, rows));
                return day != null && accepts.test(day.compareTo(limit));
            };
        }
        Joined.Place limit = places.apply(operand);
        return (row, rows) -> {
            LocalDate day = day(cell(place, row, rows));
            LocalDate other = day(cell(limit, row, rows));
            return day != null && other != null && accepts.test(day.compareTo(other));
        };
    }

    private static Test within(
            Joined.Place place, Condition condition, Function<String, Joined.Place> places, WorkingDays calendar) {
        Joined.Place start = places.apply(condition.operands().get(0));
        int limit = Integer.parseInt(condition.operands().get(1));
        return (row, rows) -> {
            LocalDate from = day(cell(start, row, rows));
            LocalDate to = day(cell(place, row, rows));
            return from != null && to != null && calendar.within(limit, from, to);
        };
    }

    private static BigDecimal number(String operand) {
        return Fraction.parse(operand).exact();
    }

    private static LocalDate day(Object value) {
        return value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
    }
}
