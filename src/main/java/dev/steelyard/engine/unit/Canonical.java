package dev.steelyard.engine.unit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a value says, as a text that is the same in every process: sets and maps of the language come in another order in each. Records by
 * their components, everything else by {@code toString}, which must say all that it is.
 */
public final class Canonical {

    private static final char OPEN = '\u0002';
    private static final char NEXT = '\u001f';
    private static final char CLOSE = '\u0003';

    private static final ClassValue<Method[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            Method[] components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
            Arrays.stream(components).forEach(component -> component.setAccessible(true));
            return components;
        }
    };

    private static final ClassValue<Boolean> SPEAKING = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                return type.getMethod("toString").getDeclaringClass() != Object.class;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("everything has it", e);
            }
        }
    };

    private final Function<Object, Optional<String>> known;
    private final StringBuilder text = new StringBuilder();

    private Canonical(Function<Object, Optional<String>> known) {
        this.known = known;
    }

    /** The value as text that depends on what it says alone: sets and maps by their texts' order, never by that of their making. */
    public static String text(Object value) {
        return text(value, any -> Optional.empty());
    }

    /** @param known what stands for a value, wherever in the others it is; empty where the value is to say itself */
    public static String text(Object value, Function<Object, Optional<String>> known) {
        Canonical canonical = new Canonical(known);
        canonical.add(value);
        return canonical.text.toString();
    }

    private void add(Object value) {
        Optional<String> shown = known.apply(value);
        if (shown.isPresent()) {
            text.append(shown.get());
        } else if (value instanceof Optional<?> optional) {
            all(optional.stream().toList());
        } else if (value instanceof Map<?, ?> map) {
            sorted(map.entrySet().stream()
                    .map(entry -> List.of(entry.getKey(), entry.getValue()))
                    .toList());
        } else if (value instanceof Set<?> set) {
            sorted(set);
        } else if (value instanceof Collection<?> list) {
            all(list);
        } else if (value instanceof Record record) {
            record(record);
        } else if (value instanceof String said) {
            // Its length tells where it ends, whatever it holds.
            text.append(said.length()).append(':').append(said);
        } else if (value == null || SPEAKING.get(value.getClass())) {
            text.append(value);
        } else {
            throw new IllegalArgumentException(value.getClass() + " does not say what it is");
        }
    }

    private void sorted(Collection<?> values) {
        text.append(OPEN)
                .append(String.join(
                        String.valueOf(NEXT),
                        values.stream().map(one -> text(one, known)).sorted().toList()))
                .append(CLOSE);
    }

    private void all(Collection<?> values) {
        text.append(OPEN);
        for (Object value : values) {
            add(value);
            text.append(NEXT);
        }
        text.append(CLOSE);
    }

    private void record(Record value) {
        text.append(value.getClass().getSimpleName()).append(OPEN);
        for (Method component : COMPONENTS.get(value.getClass())) {
            try {
                add(component.invoke(value));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record tells its components", e);
            }
            text.append(NEXT);
        }
        text.append(CLOSE);
    }
}
