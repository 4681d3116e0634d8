package dev.steelyard.input.planfile.yaml;

import java.util.Collection;
import java.util.Map;

/** Maps, lists, texts, numbers and booleans as indented JSON. */
public final class JsonText {

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    public static String of(Object value) {
        JsonText json = new JsonText();
        json.write(value, "\n");
        return json.text.toString();
    }

    private void write(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            String inner = indent + "  ";
            String between = "";
            text.append('{');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(between).append(inner);
                quote(entry.getKey().toString());
                text.append(": ");
                write(entry.getValue(), inner);
                between = ",";
            }
            text.append(map.isEmpty() ? "" : indent).append('}');
        } else if (value instanceof Collection<?> items) {
            boolean flat = items.stream().noneMatch(item -> item instanceof Map || item instanceof Collection);
            String inner = flat ? "" : indent + "  ";
            String between = "";
            text.append('[');
            for (Object item : items) {
                text.append(between).append(inner);
                write(item, inner);
                between = flat ? ", " : ",";
            }
            text.append(flat ? "" : indent).append(']');
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            quote(value.toString());
        }
    }

    private void quote(String plain) {
        text.append('"');
        plain.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        text.append('"');
    }
}
