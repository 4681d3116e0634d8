package dev.steelyard.input.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 100, 4096, 50_000})
    void areSortedWhateverTheyAre(int count) {
        SplittableRandom random = new SplittableRandom(count);
        for (long most : new long[] {Long.MAX_VALUE, 1000, 3}) {
            long[] all = random.longs(count + 5L, -most, most).toArray();
            long[] expected = Arrays.copyOf(all, count);
            Arrays.sort(expected);
            assertThat(Fingerprints.sorted(all, count)).isEqualTo(expected);
        }
    }
}
