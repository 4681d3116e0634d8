package dev.steelyard.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with slots, in the part of ICU's message format that two languages need: {@code {name}}, {@code {n, plural, one {# row}
 * other {# rows}}} and {@code {kind, select, a {…} other {…}}}. Other braces are text. A slot that nothing fills stays as it is.
 */
record Sentence(List<Part> parts) {

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z]\\w*)(?:\\}|, *(plural|select) *,)");
    private static final Pattern BRANCH = Pattern.compile("\\s*([\\w=-]+)\\s*\\{");

    /** What a sentence is made of. */
    sealed interface Part permits Text, Slot, Choice {}

    record Text(String text) implements Part {}

    record Slot(String name) implements Part {}

    /** @param branches what the slot's value may be → what is said then; in a plural {@code one}, {@code =0} and {@code other} */
    record Choice(String name, boolean plural, Map<String, Sentence> branches) implements Part {}

    /** @throws IllegalArgumentException if braces do not match or a choice has no branch {@code other} */
    static Sentence of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher slot = SLOT.matcher(text);
        int done = 0;
        while (slot.find(done)) {
            parts.add(new Text(text.substring(done, slot.start())));
            if (slot.group(2) == null) {
                parts.add(new Slot(slot.group(1)));
                done = slot.end();
            } else {
                Map<String, Sentence> branches = new LinkedHashMap<>();
                done = branches(text, slot.end(), branches);
                parts.add(new Choice(slot.group(1), slot.group(2).equals("plural"), branches));
            }
        }
        parts.add(new Text(text.substring(done)));
        return new Sentence(parts.stream()
                .filter(part -> !(part instanceof Text words) || !words.text().isEmpty())
                .toList());
    }

    private static int branches(String text, int from, Map<String, Sentence> branches) {
        int at = from;
        Matcher branch = BRANCH.matcher(text);
        while (branch.find(at) && branch.start() == at) {
            int end = end(text, branch.end());
            branches.put(branch.group(1), of(text.substring(branch.end(), end)));
            at = end + 1;
        }
        int close = text.indexOf('}', at);
        if (close < 0 || !text.substring(at, close).isBlank() || !branches.containsKey("other")) {
            throw new IllegalArgumentException("a choice needs a branch other and its closing brace: " + text);
        }
        return close + 1;
    }

    /** Where the brace that was opened just before {@code from} is closed. */
    private static int end(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a brace is not closed: " + text);
    }

    /** @param slots the name of a slot → what fills it; null leaves it as it is */
    String fill(Function<String, String> slots) {
        if (parts.size() == 1 && parts.get(0) instanceof Text words) {
            return words.text();
        }
        if (parts.size() == 1 && parts.get(0) instanceof Slot slot) {
            return value(slot.name(), slots);
        }
        StringBuilder said = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Text words) {
                said.append(words.text());
            } else if (part instanceof Slot slot) {
                said.append(value(slot.name(), slots));
            } else if (part instanceof Choice choice) {
                String value = value(choice.name(), slots);
                String text = branch(choice, value).fill(slots);
                said.append(choice.plural() ? text.replace("#", value) : text);
            }
        }
        return said.toString();
    }

    private static String value(String slot, Function<String, String> slots) {
        String value = slots.apply(slot);
        return value == null ? "{" + slot + "}" : value;
    }

    private static Sentence branch(Choice choice, String value) {
        Sentence exact = choice.branches().get(choice.plural() ? "=" + value : value);
        if (exact != null) {
            return exact;
        }
        Sentence one = choice.plural() && value.equals("1") ? choice.branches().get("one") : null;
        return one != null ? one : choice.branches().get("other");
    }

    Set<String> slots() {
        Set<String> names = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Slot slot) {
                names.add(slot.name());
            } else if (part instanceof Choice choice) {
                names.add(choice.name());
                choice.branches().values().forEach(branch -> names.addAll(branch.slots()));
            }
        }
        return names;
    }
}
