package dev.steelyard.input.planfile.mistake;

import java.util.Map;
import java.util.TreeMap;

/**
 * One mistake in a plan, job, exports or calendar file.
 *
 * @param slots named values of the catalogue's text
 */
public record Mistake(PlanError code, Place place, Map<String, String> slots) {

    public Mistake {
        slots = Map.copyOf(slots);
    }

    public static Mistake of(PlanError code, Place place) {
        return new Mistake(code, place, Map.of());
    }

    public Mistake with(String slot, Object text) {
        Map<String, String> more = new TreeMap<>(slots);
        more.put(slot, text.toString());
        return new Mistake(code, place, more);
    }

    /** What is wrong, in the language asked for: {@code zh} or {@code en}. */
    public String message(String language) {
        return fill(code.message(language));
    }

    public String expected(String language) {
        return fill(code.expected(language));
    }

    public String fix(String language) {
        return fill(code.fix(language));
    }

    /** {@code file:line:column  message — what was expected — how to fix}. */
    public String line(String language) {
        return place + "  " + message(language) + " — " + expected(language) + " — " + fix(language);
    }

    /** The same, and under it the line of the file with ^^^ beneath the piece. */
    public String text(String language) {
        String excerpt = place.excerpt();
        return excerpt.isEmpty()
                ? line(language)
                : line(language) + "\n" + excerpt.indent(4).stripTrailing();
    }

    private String fill(String template) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            text.append(template, at, open).append(slots.getOrDefault(template.substring(open + 1, close), ""));
            at = close + 1;
        }
        return text.append(template.substring(at)).toString();
    }
}
