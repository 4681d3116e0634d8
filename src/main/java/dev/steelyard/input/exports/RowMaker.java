package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.spelling.Fault;
import dev.steelyard.input.spelling.Spelling;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * From raw cells to a row, a rejection or nothing (architecture.md 4, Row outcome). Every declared column of every row is converted
 * and checked, so that whether a row is accepted never depends on the plan.
 */
final class RowMaker {

    private final Schema schema;
    private final Slice slice;
    private final RowSink sink;
    private final int[] positions;
    private final SideRows side;
    private final Cells[] cells;
    private final RowConstraints rules;
    private final OddRecords odd;
    private final long headerRow;
    private final AmountSums amounts;
    private final RowFilter filter;
    private final Map<Long, Correction> corrections;
    private final boolean corrected;
    private final int dated;
    private final Supplier<List<String>> delivered = this::delivered;

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
        this.amounts = new AmountSums(cells, positions);
        this.rules = new RowConstraints(schema, cells, positions);
        this.odd = new OddRecords(cells, positions);
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
        return sink.takesBlocks() && !rules.haveTargets() && filter.isNothing()
                ? PlainBlock.of(schema, slice, cells, positions, side, rules.orders())
                : Optional.empty();
    }

    /** Rows of a block of which none is odd. */
    void rows(PlainBlock block, int from, int to) {
        if (from == to) {
            return;
        }
        records += to - from;
        rows += to - from;
        amounts.add(block, from, to);
        sink.rows(block, from, to);
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
        amounts.lose();
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
            boolean isCut = open && count < width && odd.readsAsData(raw, count, count);
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

    /** Whether the row of an open last line must not count; of what it may be harmless is said. */
    private boolean isCut(long line, Object[] raw, int count) {
        Cells last = odd.last(count);
        if (last == null || SideRows.isBlank(raw, count)) {
            return false;
        }
        Object cell = raw[count - 1];
        if (last.isCut(last.value(cell), cell)) {
            return true;
        }
        if (last.canBeCut() && !SideRows.isBlank(new Object[] {cell}, 1)) {
            sink.said(
                    Problem.of(ProblemCode.LINE_OPEN, where(line), last.column().name(), Cells.display(cell)));
        }
        return false;
    }

    private void rejectCut(long record, long line, Object[] raw, int count) {
        DatasetColumn last = odd.last(count).column();
        amounts.lose();
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
                || !odd.readsAsData(raw, count, slice.header().size())) {
            skipped++;
            return;
        }
        amounts.lose();
        reject(
                record,
                List.of(Problem.of(ProblemCode.ROW_ABOVE_HEADER, where(line)).with("header", Long.toString(headerRow))),
                display(raw, count));
    }

    private void rejectCount(ProblemCode code, long record, long line, Object[] raw, int count) {
        Problem problem = Problem.of(code, where(line))
                .with("found", Integer.toString(count))
                .with("expected", Integer.toString(slice.header().size()));
        amounts.lose();
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
    void take(long record, long line, Object[] raw, int count, RowContext beside) {
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
            amounts.lose();
            reject(record, List.of(stray.at(where(line), "")), display(raw, count));
            return;
        }
        if (beside != null) {
            beside.fill(line, raw);
        }
        convert(record, line, new RawCells.Made(raw, count));
    }

    /** Says what was read of rows that nobody sees. */
    void tellHidden() {
        if (hiddenRows > 0) {
            String sums = amounts.hidden();
            sink.said(Problem.of(ProblemCode.SHEET_ROWS_HIDDEN, where(firstHidden))
                    .with("count", Long.toString(hiddenRows))
                    .with("sums", sums.isEmpty() ? "" : " (" + sums + ")"));
        }
    }

    private void convert(long record, long line, RawCells raw) {
        SourceRef where = where(line);
        Object[] values = new Object[cells.length];
        List<Problem> problems = null;
        for (int i = 0; i < cells.length; i++) {
            if (positions[i] < 0) {
                continue;
            }
            Object value = filter.signed(cells[i], raw.value(cells[i], positions[i]));
            if (value instanceof Fault fault) {
                problems = problems == null ? new ArrayList<>() : problems;
                problems.add(fault.at(where, cells[i].column().name()));
                values[i] = fault;
                continue;
            }
            values[i] = value;
            if (value != null) {
                amounts.add(i, value, filter.negates());
            }
        }
        if (filter.excludes(raw)) {
            exclude(record, values);
            return;
        }
        problems = rules.broken(values, raw, where, problems);
        if (problems == null) {
            rules.wanted(values, where, sink);
            rows++;
            if (inHidden) {
                firstHidden = hiddenRows++ == 0 ? line : firstHidden;
                amounts.hide(values);
            }
            current = raw;
            sink.row(record, new Row(schema, values, where), delivered);
        } else if (side.isOtherHeader(raw.cells(), raw.count())) {
            amounts.lose(values);
            reject(record, List.of(Problem.of(ProblemCode.ROW_HEADER_AGAIN, where)), display(raw.cells(), raw.count()));
        } else if (schema.blanksUnread() && blank(problems, values)) {
            rows++;
            current = raw;
            sink.blanked(record, new Row(schema, values, where), delivered, problems);
        } else {
            amounts.lose(values);
            reject(record, problems, display(raw.cells(), raw.count()), dated < 0 ? null : values[dated]);
        }
    }

    private void exclude(long record, Object[] values) {
        excluded++;
        amounts.leaveOut(values);
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

    SliceTally tally(boolean whole) {
        return new SliceTally(
                records,
                rows,
                rejected,
                excluded,
                skipped,
                amounts.read(),
                amounts.rejected(),
                amounts.excluded(),
                whole);
    }

    private void reject(long record, List<Problem> problems, List<String> cells) {
        reject(record, problems, cells, null);
    }

    private void reject(long record, List<Problem> problems, List<String> cells, Object date) {
        rejected++;
        sink.rejected(record, problems, cells, date == null || date instanceof Fault ? null : RowConstraints.day(date));
    }

    private SourceRef where(long line) {
        return new SourceRef(slice.dataset(), slice.file(), slice.sheet(), line);
    }

    private RowSink.Total total(long record, long line, Object[] raw) {
        Map<String, BigDecimal> stated = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            BigDecimal number = amounts.isSummed(i) ? filter.signed(cells[i].stated(raw[positions[i]])) : null;
            if (number != null) {
                stated.put(cells[i].column().name(), number);
            }
        }
        Map<String, BigDecimal> before = new TreeMap<>(amounts.read());
        before.keySet().retainAll(stated.keySet());
        return new RowSink.Total(record, where(line), stated, before);
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
}
