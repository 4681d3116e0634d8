package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Row;

/**
 * Numbers for the values of columns, from 0 in the order in which they come: equal values have equal numbers, and no two others. A
 * value that comes as the same object again, as a reader's spellings do, is found without looking into it.
 *
 * <p>Not for several threads.
 */
final class Ids {

    /** So many bits a number has at most, so that three make a long. */
    static final int BITS = 21;

    /** What has no number: of so many values of a column it is one too many. */
    static final int NONE = -1;

    private static final int MOST = 1 << BITS - 1;

    /** The values of one column. */
    private static final class Column {
        private Object[] values = new Object[64];
        private int[] numbers = new int[64];
        private int size;

        int of(Object value) {
            int mask = values.length - 1;
            int at = slot(value, mask);
            for (Object known = values[at]; known != null; known = values[at]) {
                if (known == value || known.equals(value)) {
                    return numbers[at];
                }
                at = at + 1 & mask;
            }
            if (size == MOST) {
                return NONE;
            }
            values[at] = value;
            numbers[at] = size++;
            if (2 * size > values.length) {
                grow();
            }
            return size - 1;
        }

        private void grow() {
            Object[] oldValues = values;
            int[] oldNumbers = numbers;
            values = new Object[2 * oldValues.length];
            numbers = new int[values.length];
            for (int i = 0; i < oldValues.length; i++) {
                if (oldValues[i] != null) {
                    int at = slot(oldValues[i], values.length - 1);
                    while (values[at] != null) {
                        at = at + 1 & values.length - 1;
                    }
                    values[at] = oldValues[i];
                    numbers[at] = oldNumbers[i];
                }
            }
        }

        private static int slot(Object value, int mask) {
            int hash = value.hashCode() * 0x9E3779B9;
            return (hash ^ hash >>> 15) & mask;
        }
    }

    private final Column[] columns;
    private final Row[] asked;
    private final int[] answers;

    /** @param columns how many there are */
    Ids(int columns) {
        this.columns = new Column[columns];
        this.asked = new Row[columns];
        this.answers = new int[columns];
    }

    /** The number of the row's value in the column, which is not blank; {@link #NONE} where it has none. */
    int of(Row row, int column) {
        if (asked[column] != row) {
            asked[column] = row;
            answers[column] = of(row.value(column), column);
        }
        return answers[column];
    }

    /** The number of a value in the column. */
    int of(Object value, int column) {
        if (columns[column] == null) {
            columns[column] = new Column();
        }
        return columns[column].of(value);
    }
}
