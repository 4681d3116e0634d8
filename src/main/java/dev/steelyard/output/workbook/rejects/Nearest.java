package dev.steelyard.output.workbook.rejects;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The one known value that a text is a slip of. Of a word: other spaces, case, O for 0, or a single letter wrong, missing, added
 * or swapped. Of an id only what leaves one reading: case, blanks, noughts, a name that only one has. A02 with two letters
 * swapped is A20, another person.
 */
final class Nearest {

    private static final int LEAST_LETTERS = 3;

    private static final Pattern LEADING_NOUGHTS = Pattern.compile("(?<![0-9])0+(?=[0-9])");

    private final Map<String, Set<String>> byForm = new TreeMap<>();
    private final UnaryOperator<String> form;
    private final boolean slips;

    private Nearest(Map<String, Set<String>> known, UnaryOperator<String> form, boolean slips) {
        this.form = form;
        this.slips = slips;
        known.forEach((spelling, values) -> byForm.computeIfAbsent(form.apply(spelling), same -> new TreeSet<>())
                .addAll(values));
    }

    /** @param known id or name → the ids that it stands for */
    static Nearest ofIds(Map<String, Set<String>> known) {
        return new Nearest(known, Nearest::idForm, false);
    }

    static Nearest ofChoices(Map<String, List<String>> choices) {
        Map<String, Set<String>> known = new HashMap<>();
        choices.forEach((canonical, spellings) -> {
            String shown = spellings.isEmpty() ? canonical : spellings.get(0);
            known.computeIfAbsent(canonical, spelling -> new HashSet<>()).add(shown);
            spellings.forEach(spelling ->
                    known.computeIfAbsent(spelling, same -> new HashSet<>()).add(shown));
        });
        return new Nearest(known, Nearest::form, true);
    }

    Optional<String> to(String text) {
        String form = this.form.apply(text);
        Set<String> same = byForm.getOrDefault(form, Set.of());
        if (!slips || !same.isEmpty() || form.codePointCount(0, form.length()) < LEAST_LETTERS) {
            return only(same);
        }
        Set<String> near = new TreeSet<>();
        byForm.forEach((known, values) -> {
            if (isOneSlip(form, known)) {
                near.addAll(values);
            }
        });
        return only(near);
    }

    private static Optional<String> only(Set<String> values) {
        return values.size() == 1 ? Optional.of(values.iterator().next()) : Optional.empty();
    }

    /** Case, blanks, a leading apostrophe and noughts before digits make no other id; O between digits is a nought. */
    private static String idForm(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]", "")
                .replaceAll("^['’‘]", "")
                .replaceAll("O(?=[0-9])|(?<=[0-9])O", "0");
        return LEADING_NOUGHTS.matcher(plain).replaceAll("");
    }

    private static String form(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Whether one letter was mistyped, left out, added or swapped with the next. */
    static boolean isOneSlip(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        int least = Math.min(a.length(), b.length());
        while (start < least && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < least - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int leftA = a.length() - start - end;
        int leftB = b.length() - start - end;
        boolean swapped = leftA == 2
                && leftB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
        // Another digit is another number, not a slip.
        boolean digit =
                leftA == 1 && leftB == 1 && Character.isDigit(a.charAt(start)) && Character.isDigit(b.charAt(start));
        return leftA <= 1 && leftB <= 1 && !digit || swapped;
    }
}
