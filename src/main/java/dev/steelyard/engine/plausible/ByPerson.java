package dev.steelyard.engine.plausible;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** People and what is theirs, sorted by their ids, without an object each: values are made when they are asked for. */
final class ByPerson<V> extends AbstractMap<String, V> {

    private final String[] ids;
    private final IntFunction<V> values;

    /**
     * @param ids sorted, each once
     * @param values place among the ids → what is theirs, the same at any time
     */
    ByPerson(String[] ids, IntFunction<V> values) {
        this.ids = ids;
        this.values = values;
    }

    @Override
    public boolean containsKey(Object id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    @Override
    public V get(Object id) {
        int at = Arrays.binarySearch(ids, id);
        return at < 0 ? null : values.apply(at);
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return ids.length;
            }

            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return IntStream.range(0, ids.length)
                        .<Map.Entry<String, V>>mapToObj(at -> Map.entry(ids[at], values.apply(at)))
                        .iterator();
            }
        };
    }
}
