package dev.steelyard.app.cli.text;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object, its keys in the order in which they were put: what {@code --json} prints. */
public final class Json {

    private final Map<String, Object> members = new LinkedHashMap<>();

    public static Json of(String key, Object value) {
        return new Json().with(key, value);
    }

    public Json with(String key, Object value) {
        members.put(key, value instanceof Json json ? json.members : value);
        return this;
    }

    /** As an element of a list. */
    public Map<String, Object> members() {
        return members;
    }

    public String text() {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(members)
                .replace("\r\n", "\n");
    }
}
