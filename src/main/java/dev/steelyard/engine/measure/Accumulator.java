package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of one dataset, by tally, person and month. Takes rows and merges with others of the same gauge, in any
 * order. Belongs to one thread.
 */
public final class Accumulator {

    static final char JOINT = '\u001f';

    private final Gauge gauge;
    private final List<Gauge.Tap> taps;
    private final Gauge.Resolved resolved;
    private final GroupNumbers groupNumbers;
    private final Map<String, String> shared = new HashMap<>();

    /**
     * Person → cells, those of a tally side by side by month; null where there is none. By person first: a row touches the
     * cells of one person only.
     */
    private final Cell[][] cells;

    private final RowListener listener;

    Accumulator(Gauge gauge, RowListener listener) {
        this.gauge = gauge;
        this.listener = listener;
        this.taps = gauge.taps();
        this.resolved = new Gauge.Resolved(gauge);
        this.groupNumbers = new GroupNumbers(taps, resolved);
        this.cells = new Cell[gauge.people()][];
    }

    /**
     * Whether the row names people and things that are not there: a person always, products and customers where the plan
     * needs them (rulings 89). A blank reference names nobody.
     */
    public Optional<Problem> check(Row row) {
        return resolved.fill(row, gauge);
    }

    /** Adds a row that was checked and found good. */
    public void take(Row row) {
        if (!resolved.isOf(row)) {
            resolved.fill(row, gauge);
        }
        int subject = resolved.subject();
        if (subject < 0) {
            return;
        }
        for (int i = 0; i < taps.size(); i++) {
            Gauge.Tap tap = taps.get(i);
            if (!tap.subjects().get(subject)) {
                continue;
            }
            LocalDate day = row.day(tap.dateColumn());
            if (day != null && tap.months().get(Month.of(day)) && tap.matcher().matches(row, resolved.named())) {
                add(tap, cell(i, subject, Month.of(day)), row, day);
                listener.took(tap.tally(), subject, Month.of(day), row);
            }
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
            addMember(distinct, columns, row);
        } else if (cell instanceof Cell.Groups groups) {
            addGroup(groups, tap, row);
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

    private void addMember(Cell.Distinct distinct, int[] columns, Row row) {
        long number = groupNumbers.of(columns, row);
        if (number == GroupNumbers.NONE || distinct.isNew(number)) {
            String member = member(columns, row);
            if (member != null) {
                distinct.add(shared.computeIfAbsent(member, text -> text));
            }
        }
    }

    private void addGroup(Cell.Groups groups, Gauge.Tap tap, Row row) {
        long number = groupNumbers.of(tap, row);
        int at = number == GroupNumbers.NONE ? -1 : groups.find(number);
        int[] columns = tap.columns();
        if (at < 0) {
            at = groups.place(shared.computeIfAbsent(group(tap, row), text -> text), number, columns.length);
        }
        for (int i = 0; i < columns.length; i++) {
            Object value = columns[i] < 0 ? BigDecimal.ONE : row.value(columns[i]);
            groups.add(at, i, value instanceof BigDecimal sum ? sum : BigDecimal.ZERO);
        }
    }

    /** The row's group; a part is blank where the row names nothing that is there. */
    private String group(Gauge.Tap tap, Row row) {
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < tap.by().size(); i++) {
            Object value = tap.by().get(i).of(row, resolved.named());
            group.append(i == 0 ? "" : JOINT).append(value == null ? "" : value);
        }
        return group.toString();
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
        Gauge.Tap tap = taps.get(tally);
        Cell[] own = cells[subject];
        if (own == null) {
            own = new Cell[gauge.cellsPerPerson()];
            cells[subject] = own;
        }
        int at = tap.offset() + month - tap.firstMonth();
        if (own[at] == null) {
            own[at] = tap.tally().newCell();
        }
        return own[at];
    }

    /** Takes over what another accumulator of the same gauge holds. */
    public void merge(Accumulator other) {
        other.forEach(this::put);
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
        for (int tally = 0; tally < taps.size(); tally++) {
            for (int subject = 0; subject < cells.length; subject++) {
                forEachMonth(tally, subject, visitor);
            }
        }
    }

    void forEachMonth(int tally, int subject, CellVisitor visitor) {
        Cell[] own = cells[subject];
        if (own == null) {
            return;
        }
        Gauge.Tap tap = taps.get(tally);
        for (int month = 0; month < tap.monthSpan(); month++) {
            Cell cell = own[tap.offset() + month];
            if (cell != null) {
                visitor.cell(tally, subject, tap.firstMonth() + month, cell);
            }
        }
    }

    public List<Tally> tallies() {
        return gauge.tallies();
    }
}
