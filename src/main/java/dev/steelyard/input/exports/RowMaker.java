package dev.steelyard.input.exports;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Lane;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.unit.ExactSum;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Numbers;
import dev.steelyard.input.spelling.Spelling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * From raw cells to a row, a rejection or nothing (architecture.md 4, Row outcome). Every declared column of every row is converted
 * and checked, so that whether a row is accepted never depends on the plan.
 */
final class RowMaker {

    /** What a sheet knows of its current row besides the cells under the header. */
    interface Beside {
        /** Fills merged groups, marks merged numbers. */
        void fill(long line, Object[] raw);

        /** The first filled cell that stands under no header; null if there is none. */
        Fault stray();

        /** How many cells stand under no header. */
        int strays();

        /** Whether whoever looks at the sheet does not see the row. */
        boolean isHidden();
    }

    /** What the rejected rows hold of an amount column. */
    private static final class Lost {
        private final ExactSum sum = new ExactSum();
        private long unreadable;
    }

    /** A column of targets with the column that says of what, and which of them are shares. */
    private record Target(int column, int of, Set<String> shares) {}

    /** A constraint of {@link Schema#ordered()} with its column positions. */
    record Order(int left, int right, Schema.Ordered names) {}

    private final Schema schema;
    private final Slice slice;
    private final RowSink sink;
    private final int[] positions;
    private final SideRows side;
    private final Cells[] cells;
    private final List<Order> orders = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final boolean[] expected;
    private final long headerRow;
    private final Map<Integer, ExactSum> sums = new TreeMap<>();
    private final ExactSum[] sumOf;
    private final RowFilter filter;
    private final Map<Integer, ExactSum> leftOut = new TreeMap<>();
    private final Map<Integer, Lost> lost = new TreeMap<>();
    private final Map<Long, Correction> corrections;
    private final boolean corrected;
    private final int dated;
    private final Supplier<List<String>> delivered = this::delivered;

    /** Rows that were read though nobody sees them; their amounts by column. */
    private final Map<Integer, ExactSum> hidden = new TreeMap<>();

    private long hiddenRows;
    private long firstHidden;
    private boolean inHidden;

    private RawCells current;
    private long records;
    private long rows;
    private long rejected;
    private long excluded;
    private long skipped;

    RowMaker(Schema schema, Slice slice, ZoneId zone, RowSink sink) {
        this.schema = schema;
        this.slice = slice;
        this.sink = sink;
        this.corrections = slice.corrections();
        this.corrected = !corrections.isEmpty();
        this.dated = schema.dated().map(schema::indexOf).orElse(-1);
        Header header = Header.of(schema, slice.header());
        this.headerRow = slice.headerRow();
        this.positions = header.positions();
        this.side = new SideRows(schema, slice.header(), positions);
        this.filter = RowFilter.of(schema, slice);
        this.cells = Cells.of(schema, header, zone).toArray(Cells[]::new);
        this.expected = new boolean[cells.length];
        this.sumOf = new ExactSum[cells.length];
        for (int i = 0; i < cells.length; i++) {
            Column.Rules rules = cells[i].column().rules();
            expected[i] = rules.expected();
            addTarget(i, rules);
            if (cells[i].isSummed() && positions[i] >= 0) {
                sumOf[i] = new ExactSum();
                sums.put(i, sumOf[i]);
                if (cells[i].isAmount()) {
                    lost.put(i, new Lost());
                    leftOut.put(i, new ExactSum());
                    hidden.put(i, new ExactSum());
                }
            }
        }
        schema.ordered()
                .forEach(
                        pair -> orders.add(new Order(schema.indexOf(pair.left()), schema.indexOf(pair.right()), pair)));
    }

    private void addTarget(int column, Column.Rules rules) {
        rules.target().flatMap(Column.TargetOf::shares).ifPresent(shares -> {
            int of = schema.indexOf(rules.target().orElseThrow().column());
            Set<String> spellings = shares.stream().map(Spelling::compact).collect(Collectors.toSet());
            if (positions[column] >= 0 && positions[of] >= 0) {
                targets.add(new Target(column, of, spellings));
            }
        });
    }

    /** The columns of the schema at the positions of the file; null where the file's column is not of the schema. */
    Cells[] byPosition() {
        Cells[] byPosition = new Cells[slice.header().size()];
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                byPosition[positions[i]] = cells[i];
            }
        }
        return byPosition;
    }

    /** Reads by columns what allows it; empty where every row is read by itself. */
    Optional<PlainBlock> block() {
        return sink.takesBlocks() && targets.isEmpty() && filter.isNothing()
                ? PlainBlock.of(schema, slice, cells, positions, side, orders)
                : Optional.empty();
    }

    /** Rows of a block of which none is odd. */
    void rows(PlainBlock block, int from, int to) {
        if (from == to) {
            return;
        }
        records += to - from;
        rows += to - from;
        for (int i = 0; i < cells.length; i++) {
            if (sumOf[i] != null && block.lane(i) instanceof Lane.Decimals numbers) {
                add(numbers, from, to, sumOf[i]);
            }
        }
        sink.rows(block, from, to);
    }

    private static void add(Lane.Decimals numbers, int from, int to, ExactSum sum) {
        for (int row = from; row < to; row++) {
            if (numbers.scale(row) >= 0) {
                sum.add(numbers.unscaled(row), numbers.scale(row));
            }
        }
    }

    /** A record that cannot be cut into cells. */
    void broken(long record, long line, ProblemCode code, String text) {
        if (corrected && correct(record, line)) {
            return;
        }
        records++;
        if (line < headerRow) {
            skipped++;
            return;
        }
        loseAmounts();
        reject(record, List.of(Problem.of(code, where(line), "", Spelling.shown(text))), List.of(text));
    }

    /**
     * A record of a text file: its columns must be as many as the header's.
     *
     * @param open whether it is the file's last and its line has no end
     */
    void text(long record, long line, Object[] raw, int count, boolean open) {
        if (corrected && correct(record, line)) {
            return;
        }
        int width = slice.header().size();
        if (count == width && !(open && isCut(line, raw, count))) {
            take(record, line, raw, count, null);
            return;
        }
        records++;
        if (line <= headerRow) {
            above(record, line, raw, count);
            return;
        }
        if (SideRows.isBlank(raw, count)) {
            skipped++;
            return;
        }
        if (count == width) {
            rejectCut(record, line, raw, count);
        } else {
            boolean isCut = open && count < width && readsAsData(raw, count, count);
            rejectCount(isCut ? ProblemCode.RECORD_CUT : ProblemCode.COLUMN_COUNT, record, line, raw, count);
        }
    }

    /** The same of a record that is plain. */
    void plain(long record, long line, PlainRecord cells) {
        if (corrected || cells.count() != slice.header().size() || line <= headerRow || !side.isSurelyData(cells)) {
            text(record, line, cells.cells(), cells.count(), false);
            return;
        }
        inHidden = false;
        records++;
        convert(record, line, cells);
    }

    /** The column of the row's last cell; −1 where the schema does not know it. */
    private int lastColumn(int count) {
        int last = positions.length - 1;
        while (last >= 0 && positions[last] != count - 1) {
            last--;
        }
        return last;
    }

    /** Whether the row of an open last line must not count; of what it may be harmless is said. */
    private boolean isCut(long line, Object[] raw, int count) {
        int last = lastColumn(count);
        if (last < 0 || SideRows.isBlank(raw, count)) {
            return false;
        }
        Object cell = raw[count - 1];
        if (cells[last].isCut(cells[last].value(cell), cell)) {
            return true;
        }
        if (cells[last].canBeCut() && !SideRows.isBlank(new Object[] {cell}, 1)) {
            sink.said(Problem.of(
                    ProblemCode.LINE_OPEN, where(line), cells[last].column().name(), Cells.display(cell)));
        }
        return false;
    }

    private void rejectCut(long record, long line, Object[] raw, int count) {
        Column last = cells[lastColumn(count)].column();
        loseAmounts();
        reject(
                record,
                List.of(Fault.of(ProblemCode.CELL_CUT, Cells.display(raw[count - 1]))
                        .at(where(line), last.name())),
                display(raw, count));
    }

    /** A row above the header: data, or a title or a note. */
    private void above(long record, long line, Object[] raw, int count) {
        Object[] whole = Arrays.copyOf(
                Arrays.copyOf(raw, count), Math.max(count, slice.header().size()));
        if (side.kind(whole, count) != SideRows.Kind.DATA
                || line == headerRow
                || !readsAsData(raw, count, slice.header().size())) {
            skipped++;
            return;
        }
        loseAmounts();
        reject(
                record,
                List.of(Problem.of(ProblemCode.ROW_ABOVE_HEADER, where(line)).with("header", Long.toString(headerRow))),
                display(raw, count));
    }

    /**
     * Whether half of the cells read as their columns do, and one of them as more than text.
     *
     * @param width how many columns of the header the row should have
     */
    private boolean readsAsData(Object[] raw, int count, int width) {
        int declared = 0;
        int filled = 0;
        int read = 0;
        boolean typed = false;
        for (int i = 0; i < cells.length; i++) {
            if (positions[i] < 0 || positions[i] >= width) {
                continue;
            }
            declared++;
            Object cell = positions[i] < count ? raw[positions[i]] : null;
            if (cell == null || SideRows.isBlank(new Object[] {cell}, 1)) {
                continue;
            }
            filled++;
            if (!(cells[i].value(cell) instanceof Fault)) {
                read++;
                typed |= !cells[i].isText();
            }
        }
        return 2 * read >= declared && 2 * read >= filled && typed;
    }

    private void rejectCount(ProblemCode code, long record, long line, Object[] raw, int count) {
        Problem problem = Problem.of(code, where(line))
                .with("found", Integer.toString(count))
                .with("expected", Integer.toString(slice.header().size()));
        loseAmounts();
        reject(record, List.of(problem), display(raw, count));
    }

    /** Reads the correction of the row, if there is one; what it holds is always data. */
    private boolean correct(long record, long line) {
        Correction correction = corrections.get(line);
        if (correction == null) {
            return false;
        }
        records++;
        Object[] raw = correction.cells().toArray();
        if (raw.length == slice.header().size()) {
            convert(record, line, new RawCells.Made(raw, raw.length));
        } else {
            rejectCount(ProblemCode.COLUMN_COUNT, record, line, raw, raw.length);
        }
        return true;
    }

    /** @param beside null of a row that is not of a sheet */
    void take(long record, long line, Object[] raw, int count, Beside beside) {
        inHidden = beside != null && beside.isHidden();
        if (corrected && correct(record, line)) {
            return;
        }
        records++;
        if (line <= headerRow) {
            above(record, line, raw, count);
            return;
        }
        SideRows.Kind kind = side.kind(raw, count);
        Fault stray = beside == null ? null : beside.stray();
        // Nothing under the header and several cells beside it: the whole row may be shifted.
        boolean isBeside = stray != null && beside.strays() > 1 && SideRows.isBlank(raw, count);
        if (kind != SideRows.Kind.DATA && !isBeside) {
            skipped++;
            if (kind == SideRows.Kind.TOTAL) {
                sink.total(total(record, line, raw));
            }
            return;
        }
        if (stray != null) {
            loseAmounts();
            reject(record, List.of(stray.at(where(line), "")), display(raw, count));
            return;
        }
        if (beside != null) {
            beside.fill(line, raw);
        }
        convert(record, line, new RawCells.Made(raw, count));
    }

    private void seeHidden(long line, Object[] values) {
        firstHidden = hiddenRows++ == 0 ? line : firstHidden;
        hidden.forEach((i, sum) -> {
            if (values[i] instanceof BigDecimal amount) {
                sum.add(amount);
            }
        });
    }

    /** Says what was read of rows that nobody sees. */
    void tellHidden() {
        if (hiddenRows > 0) {
            String sums = hidden.entrySet().stream()
                    .map(sum -> cells[sum.getKey()].column().name() + " "
                            + sum.getValue().total().toPlainString())
                    .collect(Collectors.joining("; "));
            sink.said(Problem.of(ProblemCode.SHEET_ROWS_HIDDEN, where(firstHidden))
                    .with("count", Long.toString(hiddenRows))
                    .with("sums", sums.isEmpty() ? "" : " (" + sums + ")"));
        }
    }

    private void convert(long record, long line, RawCells raw) {
        Object[] values = new Object[cells.length];
        List<Problem> problems = null;
        for (int i = 0; i < cells.length; i++) {
            if (positions[i] < 0) {
                continue;
            }
            Object value = filter.signed(cells[i], raw.value(cells[i], positions[i]));
            if (value instanceof Fault fault) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(fault.at(where(line), cells[i].column().name()));
                values[i] = fault;
                continue;
            }
            values[i] = value;
            if (value != null && sumOf[i] != null) {
                if (filter.negates()) {
                    sumOf[i].add((BigDecimal) value);
                } else {
                    Numbers numbers = cells[i].numbers();
                    sumOf[i].add((BigDecimal) value, numbers.unscaled(), numbers.scale());
                }
            }
        }
        if (filter.excludes(raw)) {
            exclude(record, values);
            return;
        }
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            String of = values[target.of] instanceof String text ? text : "";
            Object value = cells[target.column].asTarget(
                    values[target.column],
                    raw.cells()[positions[target.column]],
                    target.shares.contains(Spelling.compact(of)),
                    of);
            if (value instanceof Fault fault && !(values[target.column] instanceof Fault)) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(fault.at(where(line), cells[target.column].column().name()));
            }
        }
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            if (exceeds(values[order.left], values[order.right])) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(Problem.of(ProblemCode.ROW_ORDER, where(line), order.names.left(), "")
                        .with("left", order.names.left())
                        .with("right", order.names.right())
                        .with("leftValue", shown(values[order.left]))
                        .with("rightValue", shown(values[order.right])));
            }
        }
        if (problems == null) {
            for (int i = 0; i < expected.length; i++) {
                if (expected[i] && values[i] == null && positions[i] >= 0) {
                    sink.said(Problem.of(
                            cells[i].column().type().isDay() ? ProblemCode.CELL_EXPECTED : ProblemCode.CELL_WANTED,
                            where(line),
                            cells[i].column().name(),
                            ""));
                }
            }
            rows++;
            if (inHidden) {
                seeHidden(line, values);
            }
            current = raw;
            sink.row(record, new Row(schema, values, where(line)), delivered);
        } else if (side.isOtherHeader(raw.cells(), raw.count())) {
            loseAmounts(values);
            reject(
                    record,
                    List.of(Problem.of(ProblemCode.ROW_HEADER_AGAIN, where(line))),
                    display(raw.cells(), raw.count()));
        } else if (schema.blanksUnread() && blank(problems, values)) {
            rows++;
            current = raw;
            sink.blanked(record, new Row(schema, values, where(line)), delivered, problems);
        } else {
            loseAmounts(values);
            reject(record, problems, display(raw.cells(), raw.count()), dated < 0 ? null : values[dated]);
        }
    }

    private void exclude(long record, Object[] values) {
        excluded++;
        leftOut.forEach((i, sum) -> {
            if (values[i] instanceof BigDecimal amount) {
                sum.add(amount);
            }
        });
        sink.excluded(record);
    }

    /** Blanks the cells that the problems are about; not where the row's key is among them: then nobody knows whose it is. */
    private boolean blank(List<Problem> problems, Object[] values) {
        Set<String> concerned = new HashSet<>();
        problems.forEach(problem -> concerned.addAll(problem.concerned()));
        if (schema.key().stream().anyMatch(concerned::contains)) {
            return false;
        }
        concerned.forEach(column -> values[schema.indexOf(column)] = null);
        return true;
    }

    /** Of a row without cells no amount can be read. */
    private void loseAmounts() {
        lost.values().forEach(column -> column.unreadable++);
    }

    private void loseAmounts(Object[] values) {
        lost.forEach((i, column) -> {
            if (values[i] instanceof BigDecimal amount) {
                column.sum.add(amount);
            } else if (values[i] instanceof Fault) {
                column.unreadable++;
            }
        });
    }

    Tally tally(boolean whole) {
        return new Tally(
                records, rows, rejected, excluded, skipped, byName(sums), rejectedAmounts(), byName(leftOut), whole);
    }

    private void reject(long record, List<Problem> problems, List<String> cells) {
        reject(record, problems, cells, null);
    }

    private void reject(long record, List<Problem> problems, List<String> cells, Object date) {
        rejected++;
        sink.rejected(record, problems, cells, date == null || date instanceof Fault ? null : day(date));
    }

    private static String shown(Object value) {
        return value instanceof LocalDateTime ? Cells.display(value) : RowKey.canonical(value);
    }

    private SourceRef where(long line) {
        return new SourceRef(slice.dataset(), slice.file(), slice.sheet(), line);
    }

    private RowSink.Total total(long record, long line, Object[] raw) {
        Map<String, BigDecimal> stated = new TreeMap<>();
        Map<String, BigDecimal> before = new TreeMap<>();
        sums.forEach((i, sum) -> {
            BigDecimal number = filter.signed(cells[i].stated(raw[positions[i]]));
            if (number != null) {
                stated.put(cells[i].column().name(), number);
                before.put(cells[i].column().name(), sum.total());
            }
        });
        return new RowSink.Total(record, where(line), stated, before);
    }

    private Map<String, BigDecimal> byName(Map<Integer, ExactSum> sums) {
        Map<String, BigDecimal> byName = new HashMap<>();
        sums.forEach((i, sum) -> byName.put(cells[i].column().name(), sum.total()));
        return Map.copyOf(byName);
    }

    private Map<String, Tally.RejectedAmounts> rejectedAmounts() {
        Map<String, Tally.RejectedAmounts> byName = new HashMap<>();
        lost.forEach((i, column) ->
                byName.put(cells[i].column().name(), new Tally.RejectedAmounts(column.sum.total(), column.unreadable)));
        return Map.copyOf(byName);
    }

    private List<String> delivered() {
        return display(current.cells(), current.count());
    }

    private static List<String> display(Object[] raw, int count) {
        List<String> display = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            display.add(Cells.display(raw[i]));
        }
        return display;
    }

    /** Whether both are filled and the left is the greater; a day and a time are compared by day. */
    static boolean exceeds(Object left, Object right) {
        if (left == null || right == null || left instanceof Fault || right instanceof Fault) {
            return false;
        }
        if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
            return l.compareTo(r) > 0;
        }
        if (left instanceof LocalDateTime l && right instanceof LocalDateTime r) {
            return l.isAfter(r);
        }
        return day(left).isAfter(day(right));
    }

    private static LocalDate day(Object value) {
        if (value instanceof Period period) {
            return period.last();
        }
        return value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
    }
}
