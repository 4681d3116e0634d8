package dev.steelyard.input.planfile.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON schema of a file, from the types that it is read as: editors complete and check keys by it. */
public final class JsonSchema {

    /** What is said of a component of a record; blank where nothing. */
    @FunctionalInterface
    public interface Describer {
        String describe(Class<?> record, String component);
    }

    private final Forms forms;
    private final Describer describer;
    private final Map<String, Object> definitions = new TreeMap<>();
    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private JsonSchema(Forms forms, Describer describer) {
        this.forms = forms;
        this.describer = describer;
    }

    /** The schema of a file that is read as this record. */
    public static String of(Class<?> root, String title, Forms forms, Describer describer) {
        return new JsonSchema(forms, describer).text(root, title);
    }

    private String text(Class<?> root, String title) {
        Reach.of(root, forms).forEach(type -> types.put(Schemas.name(type), type));
        types.values().stream().filter(type -> type != root).forEach(open::add);
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            definitions.put(Schemas.name(type), described(type));
        }
        Map<String, Object> schema =
                Schemas.of("$schema", "https://json-schema.org/draft/2020-12/schema", "title", title);
        schema.putAll(described(root));
        schema.put("$defs", definitions);
        return JsonText.of(schema) + "\n";
    }

    private Map<String, Object> described(Class<?> type) {
        Map<String, Object> schema = new Schemas(forms).definition(type);
        if (schema.get("properties") instanceof Map<?, ?> properties && type.isRecord()) {
            Map<String, Object> described = Schemas.of();
            properties.forEach((key, property) ->
                    described.put((String) key, described(type, (String) key, (Map<?, ?>) property)));
            schema.put("properties", described);
        }
        return schema;
    }

    private Map<String, Object> described(Class<?> type, String key, Map<?, ?> property) {
        Map<String, Object> described = Schemas.of();
        String text = List.of(type.getRecordComponents()).stream()
                .filter(component -> FileWords.key(component.getName()).equals(key))
                .map(component -> describer.describe(type, component.getName()))
                .findFirst()
                .orElse("");
        if (!text.isEmpty()) {
            described.put("description", text);
        }
        property.forEach((word, value) -> described.put((String) word, value));
        return described;
    }
}
