package dev.steelyard.engine.measure;

import dev.steelyard.engine.fact.Row;
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
    private final Map<Gauge.Tap, Ids> parts = new IdentityHashMap<>();

    GroupNumbers(List<Gauge.Tap> taps, Gauge.Resolved resolved) {
        this.resolved = resolved;
        taps.forEach(tap -> parts.put(tap, new Ids(tap.by().size())));
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
    long of(Gauge.Tap tap, Row row) {
        int count = tap.by().size();
        if (count > MOST_PARTS) {
            return NONE;
        }
        long number = 0;
        for (int i = 0; i < count; i++) {
            int part = part(tap, i, tap.by().get(i).of(row, resolved.named()));
            if (part == Ids.NONE) {
                return NONE;
            }
            number = number << Ids.BITS | part;
        }
        return number;
    }

    /** The number of a part of the group, 0 of a blank one; {@link Ids#NONE} where it has none. */
    int part(Gauge.Tap tap, int index, Object value) {
        if (value == null) {
            return 0;
        }
        int number = parts.get(tap).of(value, index);
        return number == Ids.NONE ? Ids.NONE : number + 1;
    }
}
