package dev.steelyard.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbers stand for values: never one number for two, never two for one. Maps of the platform are the reference. */
class IdsTest {

    @Test
    void equalValuesHaveEqualNumbersInEachColumn() {
        Ids ids = new Ids(2);
        List<Map<Object, Integer>> expected = List.of(new HashMap<>(), new HashMap<>());
        SplittableRandom chance = new SplittableRandom(3);
        for (int i = 0; i < 100_000; i++) {
            int column = chance.nextInt(2);
            int value = chance.nextInt(20_000);
            // Texts of equal hash, other objects each time, and values of other types.
            Object one = value % 3 == 0
                    ? "Aa".repeat(value % 7) + "BB" + value
                    : value % 3 == 1 ? "C" + value : (Object) value;
            Integer before =
                    expected.get(column).putIfAbsent(one, expected.get(column).size());
            int number = before == null ? expected.get(column).size() - 1 : before;
            assertThat(ids.of(one, column)).isEqualTo(number);
        }
    }

    @Test
    void aSetOfNumbersKnowsWhatIsNew() {
        LongSet set = new LongSet();
        Set<Long> expected = new HashSet<>();
        SplittableRandom chance = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            long number = chance.nextInt(4) == 0
                    ? Long.MAX_VALUE - 1 - chance.nextInt(500)
                    : (long) chance.nextInt(3_000) << 21;
            assertThat(set.add(number)).isEqualTo(expected.add(number));
        }
    }

    @Test
    void groupsWithNumbersAreTheSameAsWithout() {
        SplittableRandom chance = new SplittableRandom(11);
        Cell.Groups plain = new Cell.Groups();
        Cell.Groups numbered = new Cell.Groups();
        for (int i = 0; i < 5_000; i++) {
            int which = chance.nextInt(40);
            String group = "G" + which * 7919 % 40;
            List<BigDecimal> values = List.of(BigDecimal.ONE, BigDecimal.valueOf(chance.nextInt(10_000), 2));
            plain.add(group, values);
            if (chance.nextInt(10) == 0) {
                numbered.add(group, values); // of a part that has no number
                continue;
            }
            int at = numbered.find(which);
            at = at < 0 ? numbered.place(group, which, 2) : at;
            numbered.add(at, 0, values.get(0));
            numbered.add(at, 1, values.get(1));
        }
        assertThat(numbered.sums()).isEqualTo(plain.sums());
        assertThat(List.copyOf(numbered.sums().keySet())).isSorted();
    }
}
