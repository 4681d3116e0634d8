package dev.steelyard.engine.unit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
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

    private static final Object[] NOTHING = {};

    /** How records of a class say what they are. */
    private record Shape(byte[] name, Method[] components) {}

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            Method[] components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
            Arrays.stream(components).forEach(component -> component.setAccessible(true));
            return new Shape((type.getSimpleName() + OPEN).getBytes(StandardCharsets.UTF_8), components);
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

    /** As UTF-8: most of it is ASCII, and one Chinese name would make a text of it twice as long. */
    private byte[] bytes = new byte[1 << 10];

    private int length;

    private Canonical(Function<Object, Optional<String>> known) {
        this.known = known;
    }

    /** The value as text that depends on what it says alone: sets and maps by their texts' order, never by that of their making. */
    public static String text(Object value) {
        return text(value, any -> Optional.empty());
    }

    /** @param known what stands for a value, wherever in the others it is; empty where the value is to say itself */
    public static String text(Object value, Function<Object, Optional<String>> known) {
        return new String(bytes(value, known), StandardCharsets.UTF_8);
    }

    /** The same as UTF-8. */
    public static byte[] bytes(Object value, Function<Object, Optional<String>> known) {
        Canonical canonical = new Canonical(known);
        canonical.add(value);
        return Arrays.copyOf(canonical.bytes, canonical.length);
    }

    private void add(Object value) {
        Optional<String> shown = known.apply(value);
        if (shown.isPresent()) {
            say(shown.get());
        } else if (value instanceof Optional<?> optional) {
            say(OPEN);
            if (optional.isPresent()) {
                add(optional.get());
                say(NEXT);
            }
            say(CLOSE);
        } else if (value instanceof Map<?, ?> map) {
            sorted(map.entrySet());
        } else if (value instanceof Set<?> set) {
            sorted(set);
        } else if (value instanceof Collection<?> list) {
            all(list);
        } else if (value instanceof Record record) {
            record(record);
        } else if (value instanceof String said) {
            // Its length tells where it ends, whatever it holds.
            say(Integer.toString(said.length()));
            say(':');
            say(said);
        } else if (value == null || SPEAKING.get(value.getClass())) {
            say(String.valueOf(value));
        } else {
            throw new IllegalArgumentException(value.getClass() + " does not say what it is");
        }
    }

    private void say(String text) {
        makeRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at > '~') {
                say(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length + i] = (byte) at;
        }
        length += text.length();
    }

    private void say(byte[] said) {
        makeRoom(said.length);
        System.arraycopy(said, 0, bytes, length, said.length);
        length += said.length;
    }

    /** @param ascii one sign */
    private void say(char ascii) {
        makeRoom(1);
        bytes[length++] = (byte) ascii;
    }

    private void makeRoom(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** The values in the order of what they say: said one after the other first, then put in order. */
    private void sorted(Collection<?> values) {
        say(OPEN);
        int from = length;
        int[] starts = new int[values.size() + 1];
        int said = 0;
        for (Object value : values) {
            starts[said++] = length;
            if (value instanceof Map.Entry<?, ?> entry) {
                all(Arrays.asList(entry.getKey(), entry.getValue()));
            } else {
                add(value);
            }
        }
        starts[said] = length;
        if (said > 1) {
            order(from, starts);
        }
        say(CLOSE);
    }

    /** Puts what was said from there on in order, with a sign between. */
    private void order(int from, int[] starts) {
        Integer[] order = new Integer[starts.length - 1];
        Arrays.setAll(order, i -> i);
        byte[] unsorted = Arrays.copyOfRange(bytes, from, length);
        Arrays.sort(
                order,
                (one, other) -> Arrays.compareUnsigned(
                        unsorted,
                        starts[one] - from,
                        starts[one + 1] - from,
                        unsorted,
                        starts[other] - from,
                        starts[other + 1] - from));
        length = from;
        for (int i = 0; i < order.length; i++) {
            if (i > 0) {
                say(NEXT);
            }
            int part = starts[order[i] + 1] - starts[order[i]];
            makeRoom(part);
            System.arraycopy(unsorted, starts[order[i]] - from, bytes, length, part);
            length += part;
        }
    }

    private void all(Collection<?> values) {
        say(OPEN);
        for (Object value : values) {
            add(value);
            say(NEXT);
        }
        say(CLOSE);
    }

    private void record(Record value) {
        Shape shape = SHAPES.get(value.getClass());
        say(shape.name());
        for (Method component : shape.components()) {
            try {
                add(component.invoke(value, NOTHING));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record tells its components", e);
            }
            say(NEXT);
        }
        say(CLOSE);
    }
}
