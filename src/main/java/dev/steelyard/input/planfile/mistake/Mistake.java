package dev.steelyard.input.planfile.mistake;

import dev.steelyard.engine.said.Said;
import dev.steelyard.words.Words;
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
        return say("", language);
    }

    public String expected(String language) {
        return say(".expected", language);
    }

    public String fix(String language) {
        return say(".fix", language);
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

    private String say(String part, String language) {
        Words words = Words.in(language);
        Said said = Said.of("mistake." + code.name() + part);
        for (String slot : words.slots(said.key())) {
            said = said.with(slot, slots.getOrDefault(slot, ""));
        }
        return words.say(said);
    }
}
