package dev.steelyard.output.workbook.team;

import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.ledger.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Team codes, and ids of people, as file names that every file system takes: no characters that one of them refuses, no device names of
 * Windows, not too long, and different also where case does not count. A code that had to be changed, or that differs from
 * another only in case, gets a mark of its own, so that no two teams ever meet in one file.
 */
public final class TeamNames {

    private static final int MOST_BYTES = 96;
    private static final int MARK_DIGITS = 8;
    private static final String REFUSED = "<>:\"/\\|?*";
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9¹²³])");
    private static final Set<Integer> UNSEEN = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private TeamNames() {}

    /** Team → name, in code-point order of the teams. */
    public static Map<String, String> of(Collection<String> teams) {
        List<String> sorted = teams.stream().distinct().sorted(CodePoints.ORDER).toList();
        Map<String, Integer> folded = new HashMap<>();
        sorted.forEach(team -> folded.merge(folded(safe(team)), 1, Integer::sum));
        Map<String, String> names = new LinkedHashMap<>();
        for (String team : sorted) {
            String safe = safe(team);
            boolean own = safe.equals(team) && folded.get(folded(safe)) == 1;
            names.put(team, own ? safe : safe + "~" + mark(team));
        }
        return names;
    }

    private static String safe(String team) {
        StringBuilder safe = new StringBuilder();
        Normalizer.normalize(team, Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> safe.appendCodePoint(isRefused(point) ? '_' : point));
        replaceEnds(safe);
        String name = cut(safe.toString());
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return DEVICE.matcher(stem.strip()).matches() ? "_" + name : name;
    }

    /** The mark of a changed name begins with a tilde, which therefore no code keeps. */
    private static boolean isRefused(int point) {
        return point == '~' || REFUSED.indexOf(point) >= 0 || UNSEEN.contains(Character.getType(point));
    }

    /** Dots and spaces at the ends are dropped by some systems, hidden by others. */
    private static void replaceEnds(StringBuilder name) {
        if (name.isEmpty()) {
            name.append('_');
        }
        for (int i = 0; i < name.length() && isDotOrSpace(name.charAt(i)); i++) {
            name.setCharAt(i, '_');
        }
        for (int i = name.length() - 1; i >= 0 && isDotOrSpace(name.charAt(i)); i--) {
            name.setCharAt(i, '_');
        }
    }

    private static boolean isDotOrSpace(char c) {
        return c == '.' || Character.isSpaceChar(c);
    }

    private static String cut(String name) {
        int bytes = 0;
        int end = 0;
        while (end < name.length()) {
            int point = name.codePointAt(end);
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                return name.substring(0, end);
            }
            end += Character.charCount(point);
        }
        return name;
    }

    /** What file systems without case, and with composed and full-width forms as one, take for the same. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static String mark(String team) {
        return Sha256.of(team).substring(0, MARK_DIGITS);
    }
}
