package dev.steelyard.engine.said;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sentence as a key of the bundles with its named arguments. An argument is a text as it stands in the facts, an exact number, a
 * day, another {@link Said}, or a collection of these.
 *
 * @param key the key of a sentence in each language's bundle: {@code plausible.stale}
 * @param args slot → what fills it
 */
public record Said(String key, Map<String, Object> args) {

    public Said {
        args = Collections.unmodifiableMap(new TreeMap<>(args));
    }

    public static Said of(String key) {
        return new Said(key, Map.of());
    }

    /** What a value of an enum is called: {@code status.HELD}. */
    public static Said of(String family, Enum<?> value) {
        return of(family + "." + value.name());
    }

    /** The same with one more argument. */
    public Said with(String slot, Object value) {
        Map<String, Object> more = new TreeMap<>(args);
        more.put(slot, value);
        return new Said(key, more);
    }
}
