package dev.steelyard.engine.unit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a value says, as a text that is the same in every process: sets and maps of the language come in another order in each. Records by
 * their components, everything else by {@code toString}, which must say all that it is.
 */
public final class Canonical {

    private static final char OPEN = '\u0002';
    private static final char NEXT = '\u001f';
    private static final char CLOSE = '\u0003';

    private Canonical() {}

    public static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return list(optional.stream().toList());
        }
        if (value instanceof Map<?, ?> map) {
            return OPEN
                    + String.join(
                            String.valueOf(NEXT),
                            map.entrySet().stream()
                                    .map(entry -> text(List.of(entry.getKey(), entry.getValue())))
                                    .sorted()
                                    .toList())
                    + CLOSE;
        }
        if (value instanceof Set<?> set) {
            return OPEN
                    + String.join(
                            String.valueOf(NEXT),
                            set.stream().map(Canonical::text).sorted().toList())
                    + CLOSE;
        }
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        return value instanceof Record record ? record(record) : String.valueOf(value);
    }

    private static String list(Collection<?> values) {
        return OPEN
                + String.join(
                        String.valueOf(NEXT),
                        values.stream().map(Canonical::text).toList())
                + CLOSE;
    }

    private static String record(Record value) {
        StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append(OPEN);
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                text.append(text(component.getAccessor().invoke(value))).append(NEXT);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record tells its components", e);
            }
        }
        return text.append(CLOSE).toString();
    }
}
