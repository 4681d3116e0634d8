package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import dev.steelyard.engine.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The cells of one dataset, by tally, person and {@linkplain Segments segment} of days. Takes rows and merges with others of the same gauge, in any
 * order. Belongs to one thread.
 */
public final class Accumulator {

    static final char JOINT = '\u001f';

    private final Gauge gauge;
    private final List<Gauge.TallyColumns> tallyColumns;
    private final Gauge.Resolved resolved;
    private final GroupNumbers groupNumbers;
    /** Texts that several cells hold. */
    private Map<String, String> shared = new HashMap<>();

    /**
     * Person → cells, those of a tally side by side by segment; null where there is none. By person first: a row touches the
     * cells of one person only.
     */
    private final Cell[][] cells;

    private final RowListener listener;
    private BlockTaker blocks;

    Accumulator(Gauge gauge, RowListener listener) {
        this.gauge = gauge;
        this.listener = listener;
        this.tallyColumns = gauge.tallyColumns();
        this.resolved = new Gauge.Resolved(gauge);
        this.groupNumbers = new GroupNumbers(tallyColumns, resolved);
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
        if (subject < 0 && resolved.isPlain()) {
            return;
        }
        for (int i = 0; i < tallyColumns.size(); i++) {
            takeInto(i, row);
        }
    }

    /** Adds a row that was checked and found good to the cells of one tally. */
    void take(Row row, int tally) {
        if (!resolved.isOf(row)) {
            resolved.fill(row, gauge);
        }
        takeInto(tally, row);
    }

    private void takeInto(int tally, Row row) {
        Gauge.TallyColumns tallied = tallyColumns.get(tally);
        int subject = resolved.subject();
        boolean own = resolved.isPlain() && tallied.tally().heldOn().isEmpty();
        if (own && !tallied.subjects().get(subject)) {
            return;
        }
        LocalDate day = row.day(tallied.dateColumn());
        if (day == null || !tallied.months().get(Month.of(day))) {
            return;
        }
        if (own) {
            if (tallied.matches(row, resolved.named())) {
                add(tally, subject, BigDecimal.ONE, row, day);
            }
            return;
        }
        for (Owners.Owner owner : owners(tallied, row, day)) {
            if (tallied.subjects().get(owner.subject()) && tallied.matches(row, resolved.namedOf(owner.subject()))) {
                add(tally, owner.subject(), owner.share(), row, day);
            }
        }
    }

    /**
     * Tells rows by columns apart: those that are used, those out of every window, and those that must go row by row, since something
     * may be wrong with them or they are not the one person's whom they name.
     */
    public void sort(RowBlock block, int from, int to, Picks used, Picks out, Picks odd) {
        if (blocks == null || blocks.block() != block) {
            settle();
            blocks = new BlockTaker(gauge, this, block);
        }
        blocks.sort(from, to, used, out, odd);
    }

    /** Adds rows that were sorted last and are used. */
    public void take(Picks used) {
        blocks.take(used);
    }

    Ids ids() {
        return resolved.ids();
    }

    /** The number of a part of a group; see {@link GroupNumbers#part}. */
    int part(Gauge.TallyColumns tallied, int index, Object value) {
        return groupNumbers.part(tallied, index, value);
    }

    private List<Owners.Owner> owners(Gauge.TallyColumns tallied, Row row, LocalDate day) {
        return tallied.tally()
                .heldOn()
                .map(last -> gauge.owners().holders(row, day, last))
                .orElseGet(() -> gauge.owners().of(row, day));
    }

    /** @param share the part of the row's sums that is the person's */
    private void add(int tally, int subject, BigDecimal share, Row row, LocalDate day) {
        Gauge.TallyColumns tallied = tallyColumns.get(tally);
        Optional<LocalDate> pricedOn = tallied.tally().pricedOn();
        Optional<String> factor = pricedOn.flatMap(last -> gauge.restated().factor(row, day, last));
        if (pricedOn.isPresent() && factor.isEmpty()) {
            return;
        }
        Cell cell = cell(tally, subject, gauge.segments().of(subject, day));
        if (factor.isPresent()) {
            cell.countRow();
            ((Cell.Groups) cell).add(factor.get(), numbers(tallied.columns(), row, share));
        } else {
            add(tallied, cell, row, day, share);
        }
        listener.took(tallied.tally(), subject, day, row);
    }

    private void add(Gauge.TallyColumns tallied, Cell cell, Row row, LocalDate day, BigDecimal share) {
        cell.countRow();
        int[] columns = tallied.columns();
        if (cell instanceof Cell.Amount amount) {
            if (tallied.tally().kind() == Tally.Kind.DAYS) {
                addDays(amount, row.day(columns[0]), row.day(columns[1]));
            } else {
                addNumbers(amount, columns, row, tallied.tally().kind() == Tally.Kind.WHOLE ? BigDecimal.ONE : share);
            }
        } else if (cell instanceof Cell.Distinct distinct) {
            addMember(distinct, columns, row);
        } else if (cell instanceof Cell.Groups groups) {
            addGroup(groups, tallied, row, share);
        } else if (row.value(columns[0]) != null) {
            BigDecimal number = number(row.value(columns[0]));
            if (cell instanceof Cell.Extremes extremes) {
                extremes.add(number);
            } else if (cell instanceof Cell.Latest latest) {
                latest.add(day.toEpochDay(), number);
            }
        }
    }

    private static void addNumbers(Cell.Amount amount, int[] columns, Row row, BigDecimal share) {
        boolean answered = false;
        for (int column : columns) {
            if (row.value(column) instanceof BigDecimal number) {
                amount.add(part(number, share));
                answered = true;
            }
        }
        if (answered) {
            amount.countAnswer();
        }
    }

    private static BigDecimal part(BigDecimal number, BigDecimal share) {
        return share == BigDecimal.ONE ? number : number.multiply(share);
    }

    /** The columns' numbers as far as they are the person's; rows are counted whole. */
    private static List<BigDecimal> numbers(int[] columns, Row row, BigDecimal share) {
        List<BigDecimal> numbers = new ArrayList<>(columns.length);
        for (int column : columns) {
            numbers.add(number(column, row, share));
        }
        return numbers;
    }

    private static BigDecimal number(int column, Row row, BigDecimal share) {
        if (column < 0) {
            return BigDecimal.ONE;
        }
        return row.value(column) instanceof BigDecimal number ? part(number, share) : BigDecimal.ZERO;
    }

    private void addMember(Cell.Distinct distinct, int[] columns, Row row) {
        long number = groupNumbers.of(columns, row);
        if (number == GroupNumbers.NONE || distinct.isNew(number)) {
            addMember(distinct, columns, row::value);
        }
    }

    void addMember(Cell.Distinct distinct, int[] columns, IntFunction<Object> values) {
        String member = member(columns, values);
        if (member != null) {
            distinct.add(shared(member));
        }
    }

    private void addGroup(Cell.Groups groups, Gauge.TallyColumns tallied, Row row, BigDecimal share) {
        long number = groupNumbers.of(tallied, row);
        int at = number == GroupNumbers.NONE ? -1 : groups.find(number);
        int[] columns = tallied.columns();
        if (at < 0) {
            at = groups.place(group(tallied, row), number, columns.length);
        }
        for (int i = 0; i < columns.length; i++) {
            groups.add(at, i, number(columns[i], row, share));
        }
    }

    /** The row's group; a part is blank where the row names nothing that is there. */
    String group(Gauge.TallyColumns tallied, Row row) {
        if (!resolved.isOf(row)) {
            resolved.fill(row, gauge);
        }
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < tallied.by().size(); i++) {
            Object value = tallied.by().get(i).of(row, resolved.named());
            group.append(i == 0 ? "" : JOINT).append(value == null ? "" : value);
        }
        return shared(group.toString());
    }

    static void addDays(Cell.Amount amount, LocalDate from, LocalDate to) {
        if (from != null && to != null) {
            amount.add(BigDecimal.valueOf(to.toEpochDay() - from.toEpochDay()));
            amount.countAnswer();
        }
    }

    /** A number, or a day as its number since 1970. */
    static BigDecimal number(Object value) {
        return value instanceof BigDecimal number
                ? number
                : BigDecimal.valueOf(Row.day(value).toEpochDay());
    }

    /** The combination, or null where a part of it is blank (rulings 27). */
    private static String member(int[] columns, IntFunction<Object> values) {
        if (columns.length == 1) {
            Object value = values.apply(columns[0]);
            return value == null ? null : value.toString();
        }
        StringBuilder member = new StringBuilder();
        for (int column : columns) {
            Object value = values.apply(column);
            if (value == null) {
                return null;
            }
            member.append(member.isEmpty() ? "" : JOINT).append(value);
        }
        return member.toString();
    }

    Cell cell(int tally, int subject, int segment) {
        Gauge.TallyColumns tallied = tallyColumns.get(tally);
        int perMonth = gauge.segments().perMonth(subject);
        Cell[] own = cells[subject];
        if (own == null) {
            own = new Cell[gauge.cellsPerPerson() * perMonth];
            cells[subject] = own;
        }
        int at = (tallied.offset() - tallied.firstMonth()) * perMonth + segment;
        if (own[at] == null) {
            own[at] = tallied.tally().newCell();
        }
        return own[at];
    }

    /** The same text, one object whoever says it. */
    public String shared(String text) {
        String before = shared.putIfAbsent(text, text);
        return before == null ? text : before;
    }

    /** Says that nothing more comes: lets go of what only adding needs. */
    public void complete() {
        settle();
        shared = new HashMap<>();
        for (Cell[] own : cells) {
            for (int i = 0; own != null && i < own.length; i++) {
                if (own[i] instanceof Cell.Groups groups) {
                    groups.trim();
                } else if (own[i] instanceof Cell.Distinct distinct) {
                    // Several threads read it.
                    distinct.sort();
                }
            }
        }
    }

    /** Takes over what another accumulator of the same gauge holds. */
    public void merge(Accumulator other) {
        other.forEach(this::put);
    }

    /** Adds a saved cell: tally number, person, segment. */
    public void put(int tally, int subject, int segment, Cell cell) {
        cell(tally, subject, segment).merge(cell);
    }

    /** Takes cells in order of tally, person and segment. */
    @FunctionalInterface
    public interface CellVisitor {
        /**
         * Told of one cell that holds something.
         *
         * @param segment which months or spans of days, as the gauge numbers them
         */
        void cell(int tally, int subject, int segment, Cell cell);
    }

    /** Shows every cell that holds something, by tally, subject and segment. */
    public void forEach(CellVisitor visitor) {
        for (int tally = 0; tally < tallyColumns.size(); tally++) {
            for (int subject = 0; subject < cells.length; subject++) {
                forEachSegment(tally, subject, visitor);
            }
        }
    }

    void forEachSegment(int tally, int subject, CellVisitor visitor) {
        settle();
        Cell[] own = cells[subject];
        if (own == null) {
            return;
        }
        Gauge.TallyColumns tallied = tallyColumns.get(tally);
        int perMonth = gauge.segments().perMonth(subject);
        for (int i = 0; i < tallied.monthSpan() * perMonth; i++) {
            Cell cell = own[tallied.offset() * perMonth + i];
            if (cell != null) {
                visitor.cell(tally, subject, tallied.firstMonth() * perMonth + i, cell);
            }
        }
    }

    /** Gives the cells what rows by columns came to. */
    private void settle() {
        if (blocks != null) {
            blocks.settle();
            blocks = null;
        }
    }

    /** The first day of a person's segment. */
    LocalDate first(int subject, int segment) {
        return gauge.segments().first(subject, segment);
    }

    /** What is counted, in the order of the cells. */
    public List<Tally> tallies() {
        return gauge.tallies();
    }

    /** Whose cells they are. */
    public Gauge gauge() {
        return gauge;
    }
}
