package dev.steelyard.planfile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pieces of JSON schemas, in the order in which they are written. */
final class Schemas {

    private Schemas() {}

    static Map<String, Object> of(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    static Map<String, Object> reference(Class<?> type) {
        return Map.of("$ref", "#/$defs/" + name(type));
    }

    static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    static Map<String, Object> record(Class<?> type) {
        return Schemas.of("type", "object", "properties", Schemas.of());
    }
}
