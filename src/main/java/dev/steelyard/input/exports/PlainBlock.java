package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.spelling.Spellings;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A block of plain records by columns: cut into cells once, then column by column. A record that is not plain, or holds a cell that is
 * not what systems write, is odd: it goes row by row, and so does a whole file of which the rows need more than reading.
 */
final class PlainBlock implements RowBlock {

    private final Schema schema;
    private final Slice slice;
    private final Cells[] cells;
    private final int[] positions;
    private final Charset charset;
    private final byte delimiter;
    private final SideRows side;
    private final RowConstraints.Order[] orders;
    private final Lane[] lanes;
    private final Lane[] byPosition;
    private final PlainLane.Keys keys;
    private final Map<Integer, PlainLane.Spelt> unread = new HashMap<>();

    private byte[] bytes = {};
    private int[][] from;
    private int[][] to;
    private boolean[] odd = {};
    private long[] lines = {};
    private int[] numbers = {};
    private int size;
    private long firstRecord;
    private int made = -1;
    private Row row;

    private PlainBlock(
            Schema schema,
            Slice slice,
            Slice.Text text,
            Cells[] cells,
            int[] positions,
            SideRows side,
            RowConstraints.Order[] orders) {
        this.schema = schema;
        this.slice = slice;
        this.cells = cells;
        this.positions = positions;
        this.charset = Charset.forName(text.charset());
        this.delimiter = (byte) text.delimiter();
        this.side = side;
        this.orders = orders;
        this.from = new int[slice.header().size()][0];
        this.to = new int[slice.header().size()][0];
        this.lanes = new Lane[cells.length];
        this.byPosition = new Lane[slice.header().size()];
        PlainLane.Keys found = null;
        for (int i = 0; i < cells.length; i++) {
            if (positions[i] >= 0) {
                lanes[i] = PlainLane.of(this, cells[i], positions[i]);
                byPosition[positions[i]] = lanes[i];
                found = lanes[i] instanceof PlainLane.Keys key ? key : found;
            }
        }
        this.keys = found;
    }

    /** Empty where the file's rows need more than reading: a unit in the header, or a key of several columns. */
    static Optional<PlainBlock> of(
            Schema schema,
            Slice slice,
            Cells[] cells,
            int[] positions,
            SideRows side,
            List<RowConstraints.Order> orders) {
        if (!(slice.shape() instanceof Slice.Text text) || !side.hasKey()) {
            return Optional.empty();
        }
        PlainBlock block = new PlainBlock(
                schema, slice, text, cells, positions, side, orders.toArray(RowConstraints.Order[]::new));
        for (int i = 0; i < cells.length; i++) {
            if (positions[i] >= 0 && block.lanes[i] == null) {
                return Optional.empty();
            }
        }
        return block.keys == null ? Optional.empty() : Optional.of(block);
    }

    /** Reads what the splitter has cut. */
    void read(RecordSplitter records, long first) {
        begin(records, first);
        boolean isCorrected = !slice.corrections().isEmpty();
        for (int i = 0; i < size; i++) {
            lines[i] = records.line(i);
            odd[i] = records.hasInnerQuote(i)
                    || lines[i] <= slice.headerRow()
                    || !cut(i, records.from(i), records.from(i + 1))
                    || !side.isSurelyData(this, i)
                    || isCorrected && slice.corrections().containsKey(lines[i]);
        }
        for (int position = 0; position < byPosition.length; position++) {
            if (byPosition[position] != null) {
                byPosition[position].begin(size);
                ((PlainLane) byPosition[position]).read(this, position);
            }
        }
        for (RowConstraints.Order order : orders) {
            if (lanes[order.left()] != null && lanes[order.right()] != null) {
                look(lanes[order.left()], lanes[order.right()]);
            }
        }
    }

    private void begin(RecordSplitter records, long first) {
        bytes = records.buffer();
        size = records.count();
        firstRecord = first;
        made = -1;
        unread.values().forEach(lane -> lane.forget());
        if (odd.length < size) {
            odd = new boolean[2 * size];
            lines = new long[2 * size];
            numbers = new int[2 * size];
            for (int i = 0; i < from.length; i++) {
                from[i] = new int[2 * size];
                to[i] = new int[2 * size];
            }
        }
    }

    /** Rows of which the left is greater than the right are odd. */
    private void look(Lane left, Lane right) {
        boolean numbers = left instanceof Lane.Decimals && right instanceof Lane.Decimals;
        for (int i = 0; i < size; i++) {
            if (!odd[i]) {
                boolean exceeds = numbers
                        ? exceeds((Lane.Decimals) left, (Lane.Decimals) right, i)
                        : RowConstraints.exceeds(left.value(i), right.value(i));
                odd[i] = exceeds;
            }
        }
    }

    private static boolean exceeds(Lane.Decimals left, Lane.Decimals right, int i) {
        return left.scale(i) == right.scale(i)
                ? left.scale(i) >= 0 && left.unscaled(i) > right.unscaled(i)
                : RowConstraints.exceeds(left.value(i), right.value(i));
    }

    /** Cuts a record into cells; false where it is not plain, or has more cells or fewer than the header. */
    private boolean cut(int record, int first, int end) {
        byte[] of = bytes;
        int stop = end;
        stop -= stop > first && of[stop - 1] == '\n' ? 1 : 0;
        stop -= stop > first && of[stop - 1] == '\r' ? 1 : 0;
        int at = first;
        for (int position = 0; position < from.length; position++) {
            int last = at;
            if (at < stop && of[at] == '"') {
                last = ++at;
                while (last < stop && of[last] != '"') {
                    last++;
                }
                if (last == stop || last + 1 < stop && of[last + 1] != delimiter) {
                    return false;
                }
                from[position][record] = at;
                to[position][record] = last++;
            } else {
                while (last < stop && of[last] != delimiter) {
                    last++;
                }
                from[position][record] = at;
                to[position][record] = last;
            }
            if (last == stop) {
                return position + 1 == from.length;
            }
            at = last + 1;
        }
        return false;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    int from(int position, int record) {
        return from[position][record];
    }

    int to(int position, int record) {
        return to[position][record];
    }

    /** By record. */
    int[] from(int position) {
        return from[position];
    }

    int[] to(int position) {
        return to[position];
    }

    boolean[] odd() {
        return odd;
    }

    /** Room for a number of each record, for whoever reads a column. */
    int[] numbers() {
        return numbers;
    }

    boolean isOdd(int record) {
        return odd[record];
    }

    void makeOdd(int record) {
        odd[record] = true;
    }

    String text(int first, int end) {
        return new String(bytes, first, end - first, charset);
    }

    @Override
    public Lane lane(int column) {
        return lanes[column];
    }

    @Override
    public Lane.Codes unread(int position) {
        PlainLane.Spelt lane = unread.computeIfAbsent(
                position, at -> new PlainLane.Spelt(this, at, text -> blankOr(text.strip()), true, Spellings.FEW));
        lane.readOnce(this, size);
        return lane;
    }

    private static String blankOr(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public long record(int record) {
        return firstRecord + record;
    }

    @Override
    public long key(int record) {
        return keys.hash(record);
    }

    @Override
    public long keyOf(String text) {
        return RowKey.hash(text);
    }

    @Override
    public Row row(int record) {
        if (made != record) {
            Object[] values = new Object[cells.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = lanes[i] == null ? null : lanes[i].value(record);
            }
            row = new Row(schema, values, new SourceRef(slice.dataset(), slice.file(), slice.sheet(), lines[record]));
            made = record;
        }
        return row;
    }

    @Override
    public Supplier<List<String>> delivered(int record) {
        return () -> {
            List<String> texts = new ArrayList<>(from.length);
            for (int position = 0; position < from.length; position++) {
                texts.add(text(from(position, record), to(position, record)));
            }
            return texts;
        };
    }
}
