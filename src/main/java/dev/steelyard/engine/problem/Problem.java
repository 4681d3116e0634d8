package dev.steelyard.engine.problem;

import java.util.Map;
import java.util.TreeMap;

/**
 * One finding: what, where, and the words that its text needs.
 *
 * @param column the export's column (canonical name) or the person the finding is about; blank where neither
 * @param value the text that was found; blank where there is none
 * @param slots further named values of the catalogue's text
 */
public record Problem(ProblemCode code, SourceRef where, String column, String value, Map<String, String> slots) {

    public Problem {
        slots = Map.copyOf(slots);
    }

    public static Problem of(ProblemCode code, SourceRef where) {
        return new Problem(code, where, "", "", Map.of());
    }

    public static Problem of(ProblemCode code, SourceRef where, String column, String value) {
        return new Problem(code, where, column, value, Map.of());
    }

    public Problem with(String slot, String text) {
        Map<String, String> more = new TreeMap<>(slots);
        more.put(slot, text);
        return new Problem(code, where, column, value, more);
    }

    public Severity severity() {
        return code.severity();
    }

    /** What is wrong, in the language asked for: {@code zh} or {@code en}. */
    public String message(String language) {
        return fill(code.message(language));
    }

    /** What to do about it. */
    public String fix(String language) {
        return fill(code.fix(language));
    }

    private String fill(String template) {
        String text = template.replace("{column}", column)
                .replace("{value}", value)
                .replace("{dataset}", where.dataset())
                .replace("{file}", where.file())
                .replace("{sheet}", where.sheet())
                .replace("{row}", Long.toString(where.row()));
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            text = text.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return text;
    }
}
