package dev.steelyard.engine.measure;

import dev.steelyard.engine.unit.Sum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is kept of the rows of one person, tally and month. Cells take rows in any order and merge in any order: the
 * result is the same. A cell belongs to one thread.
 */
public abstract sealed class Cell {

    private long rows;

    /** How many rows passed the conditions. */
    public long rows() {
        return rows;
    }

    final void countRow() {
        rows++;
    }

    final void countRows(long more) {
        rows += more;
    }

    /** Takes over what another cell of the same tally holds. */
    void merge(Cell other) {
        rows += other.rows;
    }

    /** For a reader of saved cells. */
    final void rows(long rows) {
        this.rows = rows;
    }

    /** Rows, filled cells and their exact sum. */
    public static final class Amount extends Cell {
        private final Sum sum = new Sum();
        private long values;
        private long answers;

        /** The exact sum of all filled cells, never rounded. */
        public BigDecimal sum() {
            return BigDecimal.ZERO.add(sum.total());
        }

        /** How many cells were filled. */
        public long values() {
            return values;
        }

        /** How many rows had at least one filled cell. */
        public long answers() {
            return answers;
        }

        void add(BigDecimal value) {
            sum.add(value);
            values++;
        }

        /** Adds to the sum alone. */
        void addSum(long unscaled, int scale) {
            sum.add(unscaled, scale);
        }

        void count(long moreValues, long moreAnswers) {
            values += moreValues;
            answers += moreAnswers;
        }

        void countAnswer() {
            answers++;
        }

        @Override
        void merge(Cell other) {
            super.merge(other);
            Amount that = (Amount) other;
            sum.add(that.sum());
            values += that.values;
            answers += that.answers;
        }

        /** A saved cell. */
        public static Amount restored(long rows, BigDecimal sum, long values, long answers) {
            Amount cell = new Amount();
            cell.rows(rows);
            cell.sum.add(sum);
            cell.values = values;
            cell.answers = answers;
            return cell;
        }
    }

    /** Different combinations of texts. */
    public static final class Distinct extends Cell {
        private final TreeSet<String> members = new TreeSet<>();
        private LongSet numbers;

        /** The combinations, sorted; texts joined by U+001F. */
        public Collection<String> members() {
            return Collections.unmodifiableCollection(members);
        }

        void add(String member) {
            members.add(member);
        }

        /** Whether a member's number comes for the first time. */
        boolean isNew(long number) {
            numbers = numbers == null ? new LongSet() : numbers;
            return numbers.add(number);
        }

        @Override
        void merge(Cell other) {
            super.merge(other);
            members.addAll(((Distinct) other).members);
        }

        /** A saved cell. */
        public static Distinct restored(long rows, Collection<String> members) {
            Distinct cell = new Distinct();
            cell.rows(rows);
            cell.members.addAll(members);
            return cell;
        }
    }

    /** The least and the greatest number; a day counts as its number since 1970. */
    public static final class Extremes extends Cell {
        private BigDecimal least;
        private BigDecimal greatest;

        /** The smallest value of the rows; empty where no row has one (ruling 25). */
        public Optional<BigDecimal> least() {
            return Optional.ofNullable(least);
        }

        /** The greatest value of the rows; empty where no row has one (ruling 25). */
        public Optional<BigDecimal> greatest() {
            return Optional.ofNullable(greatest);
        }

        void add(BigDecimal value) {
            least = least == null || value.compareTo(least) < 0 ? value : least;
            greatest = greatest == null || value.compareTo(greatest) > 0 ? value : greatest;
        }

        @Override
        void merge(Cell other) {
            super.merge(other);
            Extremes that = (Extremes) other;
            if (that.least != null) {
                add(that.least);
                add(that.greatest);
            }
        }

        /** A saved cell. */
        public static Extremes restored(long rows, Optional<BigDecimal> least, Optional<BigDecimal> greatest) {
            Extremes cell = new Extremes();
            cell.rows(rows);
            cell.least = least.orElse(null);
            cell.greatest = greatest.orElse(null);
            return cell;
        }
    }

    /** The exact sums of some columns, by group. Sorted arrays: there are many of these cells, and a map weighs five times more. */
    public static final class Groups extends Cell {
        private static final int FEW = 4;

        private String[] groups = new String[FEW];

        /** The groups' numbers, as far as they came with one; else less than 0. */
        private long[] numbers = new long[FEW];

        /** The sums of the first group, then those of the second. */
        private Sum[] sums = {};

        private int size;
        private int width;

        /** Group → the sum of each column; the parts of a group joined by U+001F, blank where unknown. */
        public Map<String, List<BigDecimal>> sums() {
            Map<String, List<BigDecimal>> copy = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                copy.put(
                        groups[i],
                        Arrays.stream(sums, i * width, (i + 1) * width)
                                .map(Sum::total)
                                .toList());
            }
            return copy;
        }

        void add(String group, List<BigDecimal> values) {
            width = values.size();
            int at = place(group);
            for (int i = 0; i < width; i++) {
                add(at, i, values.get(i));
            }
        }

        /** The place of a group that came with this number before; less than 0 where none did. */
        int find(long number) {
            for (int i = 0; i < size; i++) {
                if (numbers[i] == number) {
                    return i;
                }
            }
            return -1;
        }

        /** The place of a group that comes with this number from now on. */
        int place(String group, long number, int columns) {
            width = columns;
            int at = place(group);
            numbers[at] = number;
            return at;
        }

        private int place(String group) {
            int found = Arrays.binarySearch(groups, 0, size, group);
            return found < 0 ? insert(-found - 1, group) : found;
        }

        /** Adds to the sum of a column at a place. */
        void add(int at, int column, BigDecimal value) {
            sums[at * width + column].add(value);
        }

        /** The same of a number that is no {@code BigDecimal} yet. */
        void add(int at, int column, long unscaled, int scale) {
            sums[at * width + column].add(unscaled, scale);
        }

        private int insert(int at, String group) {
            if (size == groups.length) {
                groups = Arrays.copyOf(groups, size + size / 2);
                numbers = Arrays.copyOf(numbers, groups.length);
            }
            if (sums.length < groups.length * width) {
                sums = Arrays.copyOf(sums, groups.length * width);
            }
            System.arraycopy(groups, at, groups, at + 1, size - at);
            System.arraycopy(sums, at * width, sums, (at + 1) * width, (size - at) * width);
            System.arraycopy(numbers, at, numbers, at + 1, size - at);
            groups[at] = group;
            numbers[at] = -1;
            for (int i = at * width; i < (at + 1) * width; i++) {
                sums[i] = new Sum();
            }
            size++;
            return at;
        }

        @Override
        void merge(Cell other) {
            super.merge(other);
            ((Groups) other).sums().forEach(this::add);
        }

        /** A saved cell. */
        public static Groups restored(long rows, Map<String, List<BigDecimal>> sums) {
            Groups cell = new Groups();
            cell.rows(rows);
            sums.forEach(cell::add);
            return cell;
        }
    }

    /** The value on the latest day; of several on that day the greatest, so that row order does not matter. */
    public static final class Latest extends Cell {
        private long day = Long.MIN_VALUE;
        private BigDecimal value;

        /** The value of the newest row; empty where no row has one. */
        public Optional<BigDecimal> value() {
            return Optional.ofNullable(value);
        }

        /** The day of the newest row, in days since 1970-01-01. */
        public long day() {
            return day;
        }

        void add(long onDay, BigDecimal number) {
            if (value == null || onDay > day || (onDay == day && number.compareTo(value) > 0)) {
                day = onDay;
                value = number;
            }
        }

        @Override
        void merge(Cell other) {
            super.merge(other);
            Latest that = (Latest) other;
            if (that.value != null) {
                add(that.day, that.value);
            }
        }

        /** A saved cell. */
        public static Latest restored(long rows, long day, Optional<BigDecimal> value) {
            Latest cell = new Latest();
            cell.rows(rows);
            cell.day = day;
            cell.value = value.orElse(null);
            return cell;
        }
    }
}
