package dev.steelyard.input.planfile.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** Every record and form that a file can hold, from its root on. */
public final class Reach {

    private final Set<Class<?>> found = new LinkedHashSet<>();

    private final Forms forms;

    private Reach(Forms forms) {
        this.forms = forms;
    }

    public static Set<Class<?>> of(Class<?> root, Forms forms) {
        Reach reach = new Reach(forms);
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
                Scalar.find(raw).isEmpty() && (raw.isRecord() || forms.of(raw).isPresent());
        if (named && found.add(raw) && raw.isRecord()) {
            for (RecordComponent component : raw.getRecordComponents()) {
                add(component.getGenericType());
            }
        }
    }
}
