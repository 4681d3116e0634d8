package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.input.exports.RowKey;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.exports.SliceReader;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.ledger.store.ContentStore;
import java.io.Closeable;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds rows of streamed datasets whose key stands more than once, over all slices and files. The fingerprints that slices
 * left say where to look; only slices that hold a repeated one are read again, and rows are then compared by key and
 * content.
 */
public record Duplicates(ContentStore store, ZoneId zone, SliceFiles files) {

    /**
     * @param slices slice number → slice, of one dataset, in order of file and position
     * @return slice number → record → why it does not count
     */
    public Map<Integer, Map<Long, Exclusion>> find(Map<Integer, Slice> slices, Gauge gauge) throws IOException {
        long[] repeated = repeated(slices);
        if (repeated.length == 0) {
            return Map.of();
        }
        Exclusions exclusions = new Exclusions();
        for (Map.Entry<Integer, Slice> slice : new TreeMap<>(slices).entrySet()) {
            if (holdsAny(slice.getKey(), repeated)) {
                new SliceReader(store, gauge.schema(), zone)
                        .read(slice.getValue(), new Collecting(slice.getKey(), gauge, repeated, exclusions));
            }
        }
        return exclusions.bySlice();
    }

    /** Those of some keys that no row of the slices has, sorted; keys are compared as those of duplicates are. */
    public List<String> absent(Set<Integer> slices, Collection<String> keys) throws IOException {
        Map<Long, List<String>> wanted = new TreeMap<>();
        keys.forEach(key -> wanted.computeIfAbsent(RowKey.hash(key), hash -> new ArrayList<>())
                .add(key));
        long[] sorted = wanted.keySet().stream().mapToLong(Long::longValue).toArray();
        for (int slice : slices) {
            try (KeyStream own = files.keys(slice)) {
                own.found(sorted).forEach(wanted::remove);
            }
        }
        return wanted.values().stream().flatMap(List::stream).sorted().toList();
    }

    private long[] repeated(Map<Integer, Slice> slices) throws IOException {
        List<KeyStream> streams = new ArrayList<>();
        try {
            for (int slice : slices.keySet()) {
                streams.add(files.keys(slice));
            }
            return KeyStream.repeated(streams);
        } finally {
            for (Closeable stream : streams) {
                stream.close();
            }
        }
    }

    private boolean holdsAny(int slice, long[] repeated) throws IOException {
        try (KeyStream own = files.keys(slice)) {
            return own.holdsAny(repeated);
        }
    }

    private record Collecting(int slice, Gauge gauge, long[] repeated, Exclusions exclusions) implements RowSink {
        @Override
        public void row(long record, Row row) {
            if (Arrays.binarySearch(repeated, RowKey.hash(row)) >= 0
                    && gauge.check(row).isEmpty()) {
                exclusions.add(new Exclusions.Position(slice, record), row);
            }
        }

        @Override
        public void rejected(long record, List<Problem> problems, List<String> cells) {
            // Rejected rows have no double: they do not count anyway.
        }
    }
}
