package dev.steelyard.engine.measure;

import dev.steelyard.engine.unit.Sum;
import dev.steelyard.engine.unit.Sums;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        /** Null while nothing was added: most of these cells count rows alone. */
        private Sum sum;

        private long values;
        private long answers;

        /** The exact sum of all filled cells, never rounded. */
        public BigDecimal sum() {
            return sum == null ? BigDecimal.ZERO : BigDecimal.ZERO.add(sum.total());
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
            open().add(value);
            values++;
        }

        /** Adds to the sum alone. */
        void addSum(long unscaled, int scale) {
            open().add(unscaled, scale);
        }

        private Sum open() {
            if (sum == null) {
                sum = new Sum();
            }
            return sum;
        }

        private void addSum(BigDecimal more) {
            if (more.signum() != 0 || more.scale() != 0) {
                open().add(more);
            }
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
            addSum(that.sum());
            values += that.values;
            answers += that.answers;
        }

        /** A saved cell. */
        public static Amount restored(long rows, BigDecimal sum, long values, long answers) {
            Amount cell = new Amount();
            cell.rows(rows);
            cell.addSum(sum);
            cell.values = values;
            cell.answers = answers;
            return cell;
        }
    }

    /** Different combinations of texts. An array: there are many of these cells, and a tree weighs five times more. */
    public static final class Distinct extends Cell {
        private static final int FEW = 4;
        private static final String[] NONE = {};

        /** Sorted and each once as far as {@code sorted}, then as they came. */
        private String[] members = NONE;

        private int sorted;
        private int size;
        private LongSet numbers;

        /** The combinations, sorted; texts joined by U+001F. */
        public List<String> members() {
            sort();
            return Collections.unmodifiableList(Arrays.asList(members).subList(0, size));
        }

        void add(String member) {
            if (size == members.length) {
                sort();
                if (4 * size >= 3 * members.length) {
                    members = Arrays.copyOf(members, Math.max(FEW, 2 * size));
                }
            }
            members[size++] = member;
        }

        void sort() {
            if (sorted < size) {
                Arrays.sort(members, 0, size);
                int kept = 1;
                for (int i = 1; i < size; i++) {
                    if (!members[i].equals(members[kept - 1])) {
                        members[kept++] = members[i];
                    }
                }
                Arrays.fill(members, kept, size, null);
                size = kept;
                sorted = kept;
            }
        }

        /** Whether a member's number comes for the first time. */
        boolean isNew(long number) {
            numbers = numbers == null ? new LongSet() : numbers;
            return numbers.add(number);
        }

        @Override
        void merge(Cell other) {
            super.merge(other);
            Distinct that = (Distinct) other;
            that.sort();
            members = Arrays.copyOf(members, size + that.size);
            System.arraycopy(that.members, 0, members, size, that.size);
            sorted = size == 0 ? that.size : sorted;
            size += that.size;
            // Merged cells are read by several threads.
            sort();
            members = Arrays.copyOf(members, size);
        }

        /** A saved cell. */
        public static Distinct restored(long rows, List<String> members) {
            Distinct cell = new Distinct();
            cell.rows(rows);
            cell.members = members.toArray(NONE);
            cell.size = members.size();
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
        private static final String[] NO_GROUPS = {};
        private static final long[] NO_NUMBERS = {};

        private String[] groups = NO_GROUPS;

        /** The groups' numbers, as far as they came with one; else less than 0. None where no group came with a number. */
        private long[] numbers = NO_NUMBERS;

        /** The sums of the first group, then those of the second. */
        private Sums sums = new Sums(0);

        private int size;
        private int width;

        /** Group → the sum of each column; the parts of a group joined by U+001F, blank where unknown. */
        public Map<String, List<BigDecimal>> sums() {
            Map<String, List<BigDecimal>> copy = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                copy.put(
                        groups[i],
                        IntStream.range(i * width, (i + 1) * width)
                                .mapToObj(sums::total)
                                .toList());
            }
            return copy;
        }

        /** Takes groups, sorted, and where each one's sums begin in {@link #all}. */
        @FunctionalInterface
        public interface GroupVisitor {
            /** @param width how many sums it has */
            void group(String group, int from, int width);
        }

        /** Shows every group, as {@link #sums} has them. */
        public void forEach(GroupVisitor visitor) {
            for (int i = 0; i < size; i++) {
                visitor.group(groups[i], i * width, width);
            }
        }

        /** How many groups there are. */
        public int size() {
            return size;
        }

        /** The sums of all groups, side by side. */
        public Sums all() {
            return sums;
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
            for (int i = 0; i < Math.min(size, numbers.length); i++) {
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
            if (numbers.length < groups.length) {
                int before = numbers.length;
                numbers = Arrays.copyOf(numbers, groups.length);
                Arrays.fill(numbers, before, numbers.length, -1);
            }
            numbers[at] = number;
            return at;
        }

        /** The place of a group that comes without a number. */
        int place(String group, int columns) {
            width = columns;
            return place(group);
        }

        private int place(String group) {
            if (size > 0 && groups[size - 1].compareTo(group) < 0) {
                return insert(size, group);
            }
            int found = Arrays.binarySearch(groups, 0, size, group);
            return found < 0 ? insert(-found - 1, group) : found;
        }

        /** Adds to the sum of a column at a place. */
        void add(int at, int column, BigDecimal value) {
            sums.add(at * width + column, value);
        }

        /** The same of a number that is no {@code BigDecimal} yet. */
        void add(int at, int column, long unscaled, int scale) {
            sums.add(at * width + column, unscaled, scale);
        }

        private int insert(int at, String group) {
            if (size == groups.length) {
                groups = Arrays.copyOf(groups, Math.max(FEW, size + size / 2));
            }
            System.arraycopy(groups, at, groups, at + 1, size - at);
            groups[at] = group;
            if (numbers.length > 0) {
                numbers = numbers.length == groups.length ? numbers : Arrays.copyOf(numbers, groups.length);
                System.arraycopy(numbers, at, numbers, at + 1, size - at);
                numbers[at] = -1;
            }
            sums.insert(at * width, width, size * width, groups.length * width);
            size++;
            return at;
        }

        /** Lets go of the room for more. */
        void trim() {
            if (size < groups.length) {
                groups = Arrays.copyOf(groups, size);
                sums.insert(size * width, 0, size * width, size * width);
            }
            numbers = NO_NUMBERS;
        }

        @Override
        void merge(Cell other) {
            super.merge(other);
            Groups that = (Groups) other;
            groups = size == 0 ? new String[that.size] : groups;
            width = that.size == 0 ? width : that.width;
            for (int i = 0; i < that.size; i++) {
                int at = place(that.groups[i]);
                for (int column = 0; column < width; column++) {
                    sums.add(at * width + column, that.sums, i * width + column);
                }
            }
        }

        /** A saved cell. */
        public static Groups restored(long rows, Map<String, List<BigDecimal>> sums) {
            Groups cell = new Groups();
            cell.rows(rows);
            cell.groups = new String[sums.size()];
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
