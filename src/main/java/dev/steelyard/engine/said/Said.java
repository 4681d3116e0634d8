package dev.steelyard.engine.said;

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
        args = SlotValues.of(args);
    }

    /** A sentence without slots. */
    public static Said of(String key) {
        return new Said(key, Map.of());
    }

    /** @param slots name, value, name, value, … */
    public static Said of(String key, Object... slots) {
        Map<String, Object> args = new TreeMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            args.put((String) slots[i], slots[i + 1]);
        }
        return new Said(key, args);
    }

    /** The same in every language: an id, a name, a date. */
    public static Said text(String text) {
        return of("text", "text", text);
    }

    /** What a value of an enum is called: {@code status.HELD}. */
    public static Said of(String family, Enum<?> value) {
        return of(family + "." + value.name());
    }

    /** One after the other, without anything between. */
    public Said then(Said next) {
        return of("then", "first", this, "next", next);
    }

    /** The same, and this text after it. */
    public Said then(String next) {
        return then(text(next));
    }

    /** Whether it is a text, and an empty one. */
    public boolean isBlank() {
        return key.equals("text") && args.get("text").equals("");
    }

    /** Whether the sentence, or one within it, is the key's. */
    public boolean says(String other) {
        return key.equals(other)
                || args.values().stream().anyMatch(value -> value instanceof Said within && within.says(other));
    }

    /** The same with one more argument. */
    public Said with(String slot, Object value) {
        Map<String, Object> more = new TreeMap<>(args);
        more.put(slot, value);
        return new Said(key, more);
    }
}
