package dev.steelyard.input.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings have the numbers that a map gives them, asked for one by one or many at once, wherever they stand in the bytes. */
class SpellingsTest {

    private static final int MOST = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void manyAtOnceAreAsOneByOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Spellings spellings = new Spellings(MOST);
        Map<String, Integer> expected = new HashMap<>();
        for (int block = 0; block < 40; block++) {
            List<String> cells = new ArrayList<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                cells.add(i > 0 && random.nextInt(4) == 0 && !cells.isEmpty() ? cells.get(0) : text(random));
            }
            StringBuilder joined = new StringBuilder();
            int[] from = new int[cells.size()];
            int[] to = new int[cells.size()];
            boolean[] without = new boolean[cells.size()];
            for (int i = 0; i < from.length; i++) {
                joined.append(random.nextInt(3) == 0 ? "," : "");
                from[i] = joined.length();
                joined.append(cells.get(i));
                to[i] = joined.length();
                without[i] = random.nextInt(9) == 0;
            }
            byte[] bytes = joined.toString().getBytes(StandardCharsets.ISO_8859_1);
            int[] numbers = new int[from.length];
            Arrays.fill(numbers, -7);
            spellings.find(bytes, from, to, from.length, without, numbers);
            for (int i = 0; i < from.length; i++) {
                int number = expected.getOrDefault(cells.get(i), Spellings.NONE);
                assertThat(numbers[i]).as(cells.get(i)).isEqualTo(without[i] ? -7 : number);
            }
            for (int i = 0; i < from.length; i++) {
                int known = spellings.find(bytes, from[i], to[i]);
                assertThat(known).as(cells.get(i)).isEqualTo(expected.getOrDefault(cells.get(i), Spellings.NONE));
                if (known < 0 && spellings.keep(bytes, from[i], to[i]) >= 0) {
                    expected.put(cells.get(i), expected.size());
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(20);
    }

    /** Few letters, so that texts and their beginnings come again. */
    private static String text(SplittableRandom random) {
        int kind = random.nextInt(5);
        if (kind == 0) {
            return "\u00e4".repeat(random.nextInt(20)) + random.nextInt(2);
        }
        StringBuilder text = new StringBuilder(kind == 1 ? "a long beginning of " : "");
        for (int i = random.nextInt(kind == 2 ? 70 : 5); i > 0; i--) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }
}
