package dev.steelyard.engine.said;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What fills a sentence, by the slots' names in their order: a few, and there are many sentences, so that a tree weighs three times as much. */
final class SlotValues extends AbstractMap<String, Object> {

    /** Name, value, name, value, …, sorted by name. */
    private final Object[] slots;

    private SlotValues(Object[] slots) {
        this.slots = slots;
    }

    static Map<String, Object> of(Map<String, Object> args) {
        if (args.isEmpty()) {
            return Map.of();
        }
        if (args instanceof SlotValues) {
            return args;
        }
        Object[] slots = new Object[2 * args.size()];
        int at = 0;
        for (Map.Entry<String, Object> slot : new TreeMap<>(args).entrySet()) {
            slots[at++] = slot.getKey();
            slots[at++] = slot.getValue();
        }
        return new SlotValues(slots);
    }

    @Override
    public Object get(Object name) {
        for (int at = 0; at < slots.length; at += 2) {
            if (slots[at].equals(name)) {
                return slots[at + 1];
            }
        }
        return null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return slots.length / 2;
            }

            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return IntStream.range(0, size())
                        .<Map.Entry<String, Object>>mapToObj(
                                at -> new SimpleImmutableEntry<>((String) slots[2 * at], slots[2 * at + 1]))
                        .iterator();
            }
        };
    }
}
