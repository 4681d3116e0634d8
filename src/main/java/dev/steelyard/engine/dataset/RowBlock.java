package dev.steelyard.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows of an export by columns: what most rows are, without an object a row or cell (architecture.md 2). Every row of it has been
 * read well; one that wants a closer look can be had as a {@link Row}.
 *
 * <p>Filled anew by its reader again and again, with the same {@linkplain Lane lanes}: codes stay what they were. Not for several
 * threads.
 */
public interface RowBlock {

    /** What the rows hold in a column of the schema; null where the export has not the column. */
    Lane lane(int column);

    /** What the rows hold in a column of the export that the dataset does not know, without blanks around it. */
    Lane.Codes unread(int position);

    /** The record's ordinal in the file. */
    long record(int row);

    /** The fingerprint of the row's folded key. */
    long key(int row);

    /** The fingerprint that a row with this key has. */
    long keyOf(String text);

    /**
     * The row as rows are taken one by one.
     *
     * @param row its place in the block, from 0
     */
    Row row(int row);

    /** The row as delivered; to be asked for at once. */
    Supplier<List<String>> delivered(int row);

    /** Rows of a block, ascending. */
    final class Picks {
        private int[] rows = new int[1024];
        private int size;

        /** Picks nothing any more. */
        public void clear() {
            size = 0;
        }

        /**
         * Picks one more row.
         *
         * @param row its place in the block, from 0
         */
        public void add(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
            }
            rows[size++] = row;
        }

        /** How many rows are picked. */
        public int size() {
            return size;
        }

        /**
         * The place in the block of the row that was picked at this turn.
         *
         * @param index from 0
         */
        public int get(int index) {
            return rows[index];
        }

        /** Picks what others are picked, and nothing else. */
        public void copy(Picks others) {
            if (rows.length < others.size) {
                rows = new int[others.rows.length];
            }
            System.arraycopy(others.rows, 0, rows, 0, others.size);
            size = others.size;
        }

        /** Keeps of the first rows only those that are added from now on; they must have been taken from here. */
        public int restart() {
            int before = size;
            size = 0;
            return before;
        }
    }
}
