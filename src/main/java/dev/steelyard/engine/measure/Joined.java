package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.register.Registers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row with the rows that it names. {@code product.lifecycle} is read from the row of the register that the column
 * {@code product_id} references; {@code employee.…} from the roster.
 */
final class Joined {

    /**
     * A referencing column and the register it points into.
     *
     * @param needed whether a row that names what is not there cannot be measured; a report alone never rejects a row
     */
    record Join(String prefix, int column, String register, Map<String, Row> rows, boolean needed) {}

    /** Where a condition finds its cell: in the row itself (join −1) or in what a join found. */
    record Place(int join, int column, DatasetColumn declared) {}

    /** Where the part of a group is found, and which part of a day or time it is. */
    record Group(Place place, DatePart part) {
        /** The row's part of the group; null where it is blank. */
        Object of(Row row, Row[] named) {
            Row holder = place.join() < 0 ? row : named[place.join()];
            return holder == null ? null : part.of(holder.value(place.column()));
        }
    }

    private final Schema schema;
    private final Registers registers;
    private final List<Join> joins = new ArrayList<>();

    /** By join the columns that are read of what it finds. */
    private final List<BitSet> read = new ArrayList<>();

    Joined(Schema schema, Registers registers) {
        this.schema = schema;
        this.registers = registers;
    }

    /** @throws IllegalArgumentException if there is no such column */
    Place place(String path) {
        return place(path, true);
    }

    /** The same for a report, which shows as blank what it does not find. */
    Place shown(String path) {
        return place(path, false);
    }

    /** The same for what rows are told apart by: also {@code visited_at.hour}. */
    Group group(String path) {
        int dot = path.indexOf('.');
        if (dot > 0) {
            Optional<DatasetColumn> own = schema.column(path.substring(0, dot))
                    .filter(column ->
                            column.type() == DatasetColumn.Type.DATE || column.type() == DatasetColumn.Type.DATE_TIME);
            Optional<DatePart> part = own.flatMap(column -> DatePart.find(path.substring(dot + 1)));
            if (part.isPresent()) {
                return new Group(shown(own.get().name()), part.get());
            }
        }
        return new Group(shown(path), DatePart.WHOLE);
    }

    private Place place(String path, boolean needed) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            int column = schema.indexOf(path);
            return new Place(-1, column, schema.columns().get(column));
        }
        String prefix = path.substring(0, dot);
        int join = join(prefix, needed);
        Schema target = registers.schema(joins.get(join).register());
        int column = target.indexOf(path.substring(dot + 1));
        read.get(join).set(column);
        return new Place(join, column, target.columns().get(column));
    }

    private int join(String prefix, boolean needed) {
        for (int i = 0; i < joins.size(); i++) {
            Join known = joins.get(i);
            if (known.prefix().equals(prefix)) {
                joins.set(
                        i, new Join(prefix, known.column(), known.register(), known.rows(), known.needed() || needed));
                return i;
            }
        }
        int column = schema.indexOf(prefix + "_id");
        String register = schema.columns()
                .get(column)
                .references()
                .orElseThrow(() ->
                        new IllegalArgumentException(schema.dataset() + "." + prefix + "_id references no dataset"));
        joins.add(new Join(prefix, column, register, registers.byKey(register), needed));
        read.add(new BitSet());
        return joins.size() - 1;
    }

    List<Join> joins() {
        return joins;
    }

    /** The columns that are read of what a join finds. */
    BitSet readOf(int join) {
        return read.get(join);
    }
}
