package dev.steelyard.input.planfile.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A record as it is written: its keys in order, the type of each, and how it is made.
 *
 * @param keys {@code when_empty} for the component {@code whenEmpty}
 */
record Shape(List<String> keys, List<Type> types, Constructor<?> constructor) {

    /** Reflection makes its answers anew each time it is asked. */
    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return read(type);
        }
    };

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static Shape read(Class<?> type) {
        List<RecordComponent> components = List.of(type.getRecordComponents());
        Class<?>[] arguments = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(arguments);
            // A record may be private to the package that reads it.
            constructor.setAccessible(true);
            return new Shape(
                    components.stream()
                            .map(component -> FileWords.key(component.getName()))
                            .toList(),
                    components.stream().map(RecordComponent::getGenericType).toList(),
                    constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }
}
