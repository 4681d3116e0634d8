package dev.steelyard.input.planfile.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types as JSON schemas, by the same reading of record components as the {@link Binder}. */
public record Schemas(Forms forms) {

    /** A schema in the order in which it is written. */
    public static Map<String, Object> of(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    public static Map<String, Object> reference(Class<?> type) {
        return of("$ref", "#/$defs/" + name(type));
    }

    /** {@code Rules.Veto}. */
    public static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    /** What may stand where a value of the type is expected. */
    public Map<String, Object> type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return type(arguments[0]);
            }
            return generic.getRawType() == List.class
                    ? of("type", "array", "items", type(arguments[0]))
                    : of("type", "object", "additionalProperties", type(arguments[1]));
        }
        Class<?> raw = (Class<?>) type;
        return Scalar.find(raw).map(Scalar::schema).orElseGet(() -> reference(raw));
    }

    /** The definition of a type that is referred to. */
    public Map<String, Object> definition(Class<?> type) {
        return forms.of(type).map(form -> form.schema(this)).orElseGet(() -> record(type));
    }

    public Map<String, Object> record(Class<?> type) {
        Map<String, Object> properties = of();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String key = FileWords.key(component.getName());
            properties.put(key, type(component.getGenericType()));
            if (forms.absent(component.getGenericType()).isEmpty()) {
                required.add(key);
            }
        }
        return of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }
}
