package dev.steelyard.output.workbook.team;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of sheets: what a spreadsheet refuses replaced, not too long, each once whatever the case. */
public final class SheetNames {

    private static final int LONGEST = 31;
    private static final String REFUSED = "[]:*?/\\";

    private final Set<String> taken = new HashSet<>();

    /** @param taken names of other sheets; {@code History} is the spreadsheet's own */
    public SheetNames(Collection<String> taken) {
        this.taken.add("history");
        taken.forEach(name -> this.taken.add(name.toLowerCase(Locale.ROOT)));
    }

    /** A name like this one that no other sheet has. */
    public String of(String text) {
        String clean = clean(text);
        String name = cut(clean, LONGEST);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = cut(clean, LONGEST - 4) + " " + i;
        }
        return name;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.strip().codePoints().forEach(point -> clean.appendCodePoint(isRefused(point) ? '_' : point));
        for (int end : new int[] {0, clean.length() - 1}) {
            if (!clean.isEmpty() && clean.charAt(end) == '\'') {
                clean.setCharAt(end, '_');
            }
        }
        return clean.isEmpty() ? "_" : clean.toString();
    }

    private static boolean isRefused(int point) {
        int type = Character.getType(point);
        return REFUSED.indexOf(point) >= 0
                || type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || point == 0xFFFE
                || point == 0xFFFF;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String start = text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
                .strip();
        return start.endsWith("'") ? start.substring(0, start.length() - 1) + "_" : start;
    }
}
