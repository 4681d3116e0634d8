package dev.steelyard.input.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fingerprints stand more than once, over streams that are merged, against counting them. */
class KeyStreamTest {

    @TempDir
    Path temp;

    private final Random random = new Random(20261130);

    @ParameterizedTest(name = "{0} streams")
    @ValueSource(ints = {0, 1, 2, 3, 7, 16})
    void repeatedAreThoseThatStandMoreThanOnce(int streams) throws IOException {
        for (int round = 0; round < 8; round++) {
            Map<Long, Integer> counted = new TreeMap<>();
            List<KeyStream> all = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                long[] keys = keys(random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(20_000));
                LongStream.of(keys).forEach(key -> counted.merge(key, 1, Integer::sum));
                all.add(stream(round + "-" + i, keys));
            }
            counted.values().removeIf(count -> count == 1);
            assertThat(KeyStream.repeated(all)).containsExactly(counted.keySet().toArray(Long[]::new));
            for (KeyStream one : all) {
                one.close();
            }
        }
    }

    /** Few enough values that some repeat, with the least and the greatest among them. */
    private long[] keys(int count) {
        return random.longs(count, -40_000, 40_000)
                .map(key -> key == 1 ? Long.MIN_VALUE : key == 2 ? Long.MAX_VALUE : key)
                .sorted()
                .toArray();
    }

    private KeyStream stream(String name, long[] keys) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(keys.length * Long.BYTES);
        LongStream.of(keys).forEach(bytes::putLong);
        return new KeyStream(Files.write(temp.resolve(name), bytes.array()));
    }

    @Test
    void keysAreFoundAcrossBlocks() throws IOException {
        long[] keys = LongStream.range(0, 30_000).map(i -> i * 3).toArray();
        try (KeyStream stream = stream("found", keys)) {
            assertThat(stream.found(new long[] {1, 3, 24_576, 89_997, 90_000})).containsExactly(3L, 24_576L, 89_997L);
        }
        try (KeyStream stream = stream("any", keys)) {
            assertThat(stream.holdsAny(new long[] {89_996, 89_998})).isFalse();
        }
        try (KeyStream stream = stream("last", keys)) {
            assertThat(stream.holdsAny(new long[] {89_997})).isTrue();
        }
    }
}
