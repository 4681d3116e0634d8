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
}
