package dev.steelyard.input.planfile.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a kind of file knows beyond plain records.
 *
 * @param forms types with a written form of their own
 * @param defaults type → what stands for a component that is left out
 * @param guards record → what is looked at before it is made
 */
public record Forms(Map<Class<?>, Form<?>> forms, Map<Class<?>, Object> defaults, Map<Class<?>, Guard> guards) {

    /** Looks at the components of a record, by key, before it is made. */
    @FunctionalInterface
    public interface Guard {
        /** Whether the record can be made of the values; if not, the binder's mistakes say why. */
        boolean admits(Map<String, Object> values, Node node, Binder binder);
    }

    public Forms {
        forms = Map.copyOf(forms);
        defaults = Map.copyOf(defaults);
        guards = Map.copyOf(guards);
    }

    public Optional<Form<?>> of(Class<?> type) {
        return Optional.ofNullable(forms.get(type));
    }

    public Optional<Guard> guard(Class<?> type) {
        return Optional.ofNullable(guards.get(type));
    }

    /** The value of a component that is not written; empty where it must be. */
    public Optional<Object> absent(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type raw = generic.getRawType();
            return Optional.of(raw == Optional.class ? Optional.empty() : raw == List.class ? List.of() : Map.of());
        }
        return Optional.ofNullable(defaults.get((Class<?>) type));
    }
}
