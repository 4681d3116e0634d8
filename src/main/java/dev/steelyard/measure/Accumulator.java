package dev.steelyard.measure;

import dev.steelyard.calendar.Month;
import dev.steelyard.fact.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cells of one dataset, by tally, person and month. Takes rows and merges with others of the same gauge, in any
 * order. Belongs to one thread.
 */
public final class Accumulator {

    private static final char JOINT = '\u001f';

    private final Gauge gauge;
    private final List<Gauge.Tap> taps;
    private final Row[] named;
    private final Map<String, String> shared = new HashMap<>();

    /** Tally number → person → month → cell; sorted, so that it is written the same in every process. */
    private final List<Map<Integer, TreeMap<Integer, Cell>>> cells;

    Accumulator(Gauge gauge) {
        this.gauge = gauge;
        this.taps = gauge.taps();
        this.named = new Row[gauge.joins().size()];
        this.cells = taps.stream()
                .map(tap -> (Map<Integer, TreeMap<Integer, Cell>>) new TreeMap<Integer, TreeMap<Integer, Cell>>())
                .toList();
    }

    /** Adds a row that was {@linkplain Gauge#check checked} and found good. */
    public void take(Row row) {
        int subject = gauge.subject(row);
        if (subject < 0) {
            return;
        }
        boolean joined = false;
        for (int i = 0; i < taps.size(); i++) {
            Gauge.Tap tap = taps.get(i);
            LocalDate day = row.day(tap.dateColumn());
            if (day == null || !tap.subjects().get(subject)) {
                continue;
            }
            int month = Month.of(day);
            if (!tap.months().get(month)) {
                continue;
            }
            if (!joined) {
                join(row);
                joined = true;
            }
            if (tap.matcher().matches(row, named)) {
                add(tap, cell(i, subject, month), row, day);
            }
        }
    }

    private void join(Row row) {
        for (int i = 0; i < named.length; i++) {
            Joined.Join join = gauge.joins().get(i);
            String id = row.text(join.column());
            named[i] = id == null ? null : join.rows().get(id);
        }
    }

    private void add(Gauge.Tap tap, Cell cell, Row row, LocalDate day) {
        cell.countRow();
        int[] columns = tap.columns();
        if (cell instanceof Cell.Amount amount) {
            if (tap.tally().kind() == Tally.Kind.DAYS) {
                addDays(amount, row.day(columns[0]), row.day(columns[1]));
            } else {
                addNumbers(amount, columns, row);
            }
        } else if (cell instanceof Cell.Distinct distinct) {
            String member = member(columns, row);
            if (member != null) {
                distinct.add(shared.computeIfAbsent(member, text -> text));
            }
        } else if (row.value(columns[0]) != null) {
            BigDecimal number = number(row, columns[0]);
            if (cell instanceof Cell.Extremes extremes) {
                extremes.add(number);
            } else if (cell instanceof Cell.Latest latest) {
                latest.add(day.toEpochDay(), number);
            }
        }
    }

    private static void addNumbers(Cell.Amount amount, int[] columns, Row row) {
        boolean answered = false;
        for (int column : columns) {
            if (row.value(column) instanceof BigDecimal number) {
                amount.add(number);
                answered = true;
            }
        }
        if (answered) {
            amount.countAnswer();
        }
    }

    private static void addDays(Cell.Amount amount, LocalDate from, LocalDate to) {
        if (from != null && to != null) {
            amount.add(BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay()));
            amount.countAnswer();
        }
    }

    private static BigDecimal number(Row row, int column) {
        return row.value(column) instanceof BigDecimal number
                ? number
                : BigDecimal.valueOf(row.day(column).toEpochDay());
    }

    /** The combination, or null where a part of it is blank (rulings 27). */
    private static String member(int[] columns, Row row) {
        if (columns.length == 1) {
            Object value = row.value(columns[0]);
            return value == null ? null : value.toString();
        }
        StringBuilder member = new StringBuilder();
        for (int column : columns) {
            Object value = row.value(column);
            if (value == null) {
                return null;
            }
            member.append(member.isEmpty() ? "" : JOINT).append(value);
        }
        return member.toString();
    }

    private Cell cell(int tally, int subject, int month) {
        return cells.get(tally)
                .computeIfAbsent(subject, s -> new TreeMap<>())
                .computeIfAbsent(month, m -> taps.get(tally).tally().newCell());
    }

    /** Takes over what another accumulator of the same gauge holds. */
    public void merge(Accumulator other) {
        other.forEach((tally, subject, month, cell) -> put(tally, subject, month, cell));
    }

    /** Adds a saved cell: tally number, person, month. */
    public void put(int tally, int subject, int month, Cell cell) {
        cell(tally, subject, month).merge(cell);
    }

    /** Takes cells in order of tally, person and month. */
    @FunctionalInterface
    public interface CellVisitor {
        void cell(int tally, int subject, int month, Cell cell);
    }

    public void forEach(CellVisitor visitor) {
        for (int tally = 0; tally < cells.size(); tally++) {
            int number = tally;
            cells.get(tally)
                    .forEach((subject, months) ->
                            months.forEach((month, cell) -> visitor.cell(number, subject, month, cell)));
        }
    }

    public List<Tally> tallies() {
        return gauge.tallies();
    }

    Map<Integer, Cell> months(int tally, int subject) {
        return cells.get(tally).getOrDefault(subject, new TreeMap<>());
    }
}
