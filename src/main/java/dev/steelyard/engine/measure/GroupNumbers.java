package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Row;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Members and groups as one number each: the {@linkplain Ids numbers} of their parts side by side. Within one accumulator equal
 * numbers are equal texts.
 */
final class GroupNumbers {

    /** What has no number: too many parts, or too many values of a part. */
    static final long NONE = -1;

    static final int MOST_PARTS = 3;

    private final Gauge.Resolved resolved;
    private final Map<Gauge.TallyColumns, Ids> parts = new IdentityHashMap<>();

    GroupNumbers(List<Gauge.TallyColumns> tallyColumns, Gauge.Resolved resolved) {
        this.resolved = resolved;
        tallyColumns.forEach(tallied -> parts.put(tallied, new Ids(tallied.by().size())));
    }

    /** The number of the values in the columns; none where one is blank. */
    long of(int[] columns, Row row) {
        if (columns.length > MOST_PARTS) {
            return NONE;
        }
        long number = 0;
        for (int column : columns) {
            int part = row.value(column) == null ? Ids.NONE : resolved.ids().of(row, column);
            if (part == Ids.NONE) {
                return NONE;
            }
            number = number << Ids.BITS | part;
        }
        return number;
    }

    /** The number of the row's group; a part may be blank. */
    long of(Gauge.TallyColumns tallied, Row row) {
        int count = tallied.by().size();
        if (count > MOST_PARTS) {
            return NONE;
        }
        long number = 0;
        for (int i = 0; i < count; i++) {
            int part = part(tallied, i, tallied.by().get(i).of(row, resolved.named()));
            if (part == Ids.NONE) {
                return NONE;
            }
            number = number << Ids.BITS | part;
        }
        return number;
    }

    /** The number of a part of the group, 0 of a blank one; {@link Ids#NONE} where it has none. */
    int part(Gauge.TallyColumns tallied, int index, Object value) {
        if (value == null) {
            return 0;
        }
        int number = parts.get(tallied).of(value, index);
        return number == Ids.NONE ? Ids.NONE : number + 1;
    }
}
