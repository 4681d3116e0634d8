package dev.steelyard.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows counted by place and group are those that a map counts, but for groups that have no room. */
class RowCountsTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 3, 5000", "2, 1, 40, 300", "3, 2, 40, 70", "4, 2, 1, 7", "5, 2, 200000, 20", "6, 1, 200000, 20"})
    void asAMapCounts(long seed, int parts, int places, int values) {
        SplittableRandom random = new SplittableRandom(seed);
        RowCounts counts = new RowCounts(places, parts);
        Map<String, Integer> expected = new TreeMap<>();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            int place = random.nextInt(places);
            long group = random.nextInt(values);
            group = parts == 2 ? group << Ids.BITS | random.nextInt(values) : group;
            int column = counts.column(group);
            if (column == RowCounts.NONE) {
                if (!counts.hasRoom(group)) {
                    refused++;
                    continue;
                }
                column = counts.add(group, "g" + group);
            }
            assertThat(counts.column(group)).isEqualTo(column);
            counts.count(place, column);
            expected.merge(place + " " + group + " g" + group, 1, Integer::sum);
        }
        Map<String, Integer> found = new TreeMap<>();
        counts.forEach((place, group, text, rows) -> found.put(place + " " + group + " " + text, rows));
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(refused > 0).isEqualTo(places == 200_000 || values == 5000 || values == 70);
    }
}
