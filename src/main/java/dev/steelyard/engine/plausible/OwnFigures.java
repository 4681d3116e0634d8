package dev.steelyard.engine.plausible;

import dev.steelyard.engine.unit.Sums;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What is each person's in a month, side by side by place: an object a person and month weighs five times as much. What rows that name
 * nobody say stands at the first place.
 *
 * <p>Not for several threads.
 */
final class OwnFigures {

    /** Where rows that name nobody stand. */
    static final int NOBODY = 0;

    private static final int FEW = 4;

    /** Numbers of so many digits fit a long. */
    private static final int LONGEST = 18;

    /** Longs of what a person's rows say: those of {@link Copies} but for their number. */
    private static final int SAID = 6;

    private final boolean closely;

    /** Person's number → place; 0 where they have none. */
    private int[] places = {};

    /** Place → person's number. */
    private int[] people = new int[1];

    private int size = 1;
    private Sums sums = new Sums(1);
    private long[] rows = new long[1];

    /** What the rows at a place say; none where nobody asks it of single people. */
    private long[] said;

    /** The greatest amount above 0, as a long with its decimals where it fits. */
    private long[] tops = new long[1];

    private byte[] scales = new byte[1];
    private final Map<Integer, BigDecimal> wide = new HashMap<>();

    /** @param closely whether it is asked what single people's rows say, not only how many they are */
    OwnFigures(boolean closely) {
        this.closely = closely;
        this.said = new long[closely ? SAID : 0];
    }

    /** How many places there are, with that of nobody. */
    int size() {
        return size;
    }

    /** The number of the person at a place. */
    int person(int place) {
        return people[place];
    }

    /** The place of a person; made if need be. */
    int place(int person) {
        if (person >= places.length) {
            places = Arrays.copyOf(places, Math.max(person + 1, places.length + places.length / 2));
        }
        if (places[person] == 0) {
            places[person] = add(person);
        }
        return places[person];
    }

    private int add(int person) {
        if (size == people.length) {
            int capacity = Math.max(FEW, size + size / 2);
            people = Arrays.copyOf(people, capacity);
            rows = Arrays.copyOf(rows, capacity);
            said = closely ? Arrays.copyOf(said, SAID * capacity) : said;
            tops = Arrays.copyOf(tops, capacity);
            scales = Arrays.copyOf(scales, capacity);
            sums.insert(size, capacity - size, size, capacity);
        }
        people[size] = person;
        return size++;
    }

    void take(int place, BigDecimal money) {
        takeSum(place, money);
        takeTop(place, money);
    }

    void take(int place, long unscaled, int scale) {
        sums.add(place, unscaled, scale);
        takeTop(place, unscaled, scale);
    }

    private void takeTop(int place, long unscaled, int scale) {
        if (unscaled > 0 && (scale == scales[place] ? unscaled > tops[place] : isAbove(unscaled, scale, place))) {
            tops[place] = unscaled;
            scales[place] = (byte) scale;
        }
    }

    private boolean isAbove(long unscaled, int scale, int place) {
        return BigDecimal.valueOf(unscaled, scale).compareTo(BigDecimal.valueOf(tops[place], scales[place])) > 0;
    }

    void takeSum(int place, BigDecimal sum) {
        sums.add(place, sum);
    }

    void takeTop(int place, BigDecimal top) {
        if (top.scale() >= 0 && top.scale() <= LONGEST && top.precision() <= LONGEST) {
            takeTop(place, top.unscaledValue().longValue(), top.scale());
        } else if (top.signum() > 0) {
            wide.merge(place, top, BigDecimal::max);
        }
    }

    /**
     * A row.
     *
     * @param print the fingerprint of what it says
     * @param butForDay the same without its day
     */
    void add(int place, long print, long butForDay) {
        rows[place]++;
        if (!closely) {
            return;
        }
        int at = SAID * place;
        long once = said[at + 1];
        long twice = said[at + 2];
        long now = once & ~print | ~(once | twice) & print;
        said[at] ^= print;
        said[at + 1] = now;
        said[at + 2] = twice & ~print | once & print;
        said[at + 3] |= 1L << (print >>> 58);
        said[at + 4] += butForDay;
        said[at + 5] |= 1L << (butForDay >>> 58);
    }

    void add(int place, Copies more) {
        if (!closely) {
            rows[place] += more.rows();
            return;
        }
        Copies sum = copies(place).plus(more);
        int at = SAID * place;
        rows[place] = sum.rows();
        said[at] = sum.odd();
        said[at + 1] = sum.once();
        said[at + 2] = sum.twice();
        said[at + 3] = sum.seen();
        said[at + 4] = sum.undated();
        said[at + 5] = sum.kinds();
    }

    /** How often the rows at a place say the same; of those of which nobody asks it their number alone. */
    Copies copies(int place) {
        int at = SAID * place;
        return closely
                ? new Copies(
                        rows[place], said[at], said[at + 1], said[at + 2], said[at + 3], said[at + 4], said[at + 5])
                : new Copies(rows[place], 0, 0, 0, 0, 0, 0);
    }

    /** The sum of the amounts; of nothing 0. */
    BigDecimal sum(int place) {
        return sums.total(place);
    }

    /** The greatest amount, 0 where none is above. */
    BigDecimal top(int place) {
        BigDecimal narrow = BigDecimal.valueOf(tops[place], scales[place]);
        return wide.getOrDefault(place, BigDecimal.ZERO).max(narrow);
    }
}
