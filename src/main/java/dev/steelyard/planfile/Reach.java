package dev.steelyard.planfile;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** Every record and form that a file can hold, from its root on. */
final class Reach {

    private final Set<Class<?>> found = new LinkedHashSet<>();

    private Reach() {}

    static Set<Class<?>> of(Class<?> root) {
        Reach reach = new Reach();
        reach.add(root);
        return reach.found;
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                add(argument);
            }
            return;
        }
        Class<?> raw = (Class<?>) type;
        boolean named =
                Scalar.find(raw).isEmpty() && (raw.isRecord() || Forms.of(raw).isPresent());
        if (named && found.add(raw) && raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                add(component.getGenericType());
            }
        }
    }
}
