package dev.steelyard.input.planfile.yaml;

import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Full-width punctuation where YAML wants its narrow sign: a Chinese keyboard writes it, and the eye does not see it. */
final class WideSigns {

    private static final String WIDE = "：，｛｝［］";
    private static final String NARROW = ":,{}[]";

    /** Behind so many of them a space belongs. */
    private static final int SPACED = 2;

    /** Behind a key; between the entries of a mapping on one line; around one, or a list. */
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("^\\s*(?:- +)?[\\w.-]+(?<sign>：)"),
            Pattern.compile("[{,，｛]\\s*[\\w.-]+(?<sign>：)"),
            Pattern.compile("[{｛][^}｝]*?(?<sign>，)\\s*[\\w.-]+\\s*[:：]"),
            Pattern.compile("[{｛]\\s*[\\w.-]+\\s*(?<sign>，)"),
            Pattern.compile("(?:[:：]\\s*|- +)(?<sign>[｛［])"),
            Pattern.compile("(?<sign>[｝］])\\s*$"));

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*$");

    private WideSigns() {}

    /** All of the text that stand where a sign of YAML belongs. */
    static List<Mistake> in(SourceText source) {
        List<Mistake> all = new ArrayList<>();
        for (int i = 0; i < source.lines().size(); i++) {
            String line = source.lines().get(i);
            String read = QUOTED.matcher(line)
                    .replaceAll(match -> "x".repeat(match.group().length()));
            read = COMMENT.matcher(read).replaceAll("");
            int length = read.length();
            boolean[] wide = new boolean[length];
            for (Pattern pattern : PLACES) {
                Matcher matcher = pattern.matcher(read);
                for (int from = 0; from < length && matcher.find(from); from = matcher.start("sign") + 1) {
                    wide[matcher.start("sign")] = true;
                }
            }
            for (int at = 0; at < length; at++) {
                if (wide[at]) {
                    int column = line.codePointCount(0, at) + 1;
                    all.add(mistake(read.charAt(at), new Place(source.file(), i + 1, column, 1, line)));
                }
            }
        }
        return all;
    }

    /**
     * The text with narrow signs in the places of those; its lines stay as they are written, so that a mistake behind one in the same line is
     * shown a character or so beside its place. Empty where nothing would change.
     */
    static Optional<SourceText> narrowed(SourceText source, List<Mistake> wide) {
        List<String> lines = new ArrayList<>(source.lines());
        for (int i = wide.size() - 1; i >= 0; i--) {
            Place place = wide.get(i).place();
            String line = lines.get(place.line() - 1);
            int at = line.offsetByCodePoints(0, place.column() - 1);
            int sign = WIDE.indexOf(line.charAt(at));
            String narrow = NARROW.charAt(sign) + (sign < SPACED ? " " : "");
            lines.set(place.line() - 1, line.substring(0, at) + narrow + line.substring(at + 1));
        }
        return wide.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceText(source.file(), String.join("\n", lines) + "\n", source.lines()));
    }

    /** Of a key that holds such a sign. */
    static boolean isIn(String key) {
        return key.chars().anyMatch(sign -> WIDE.indexOf(sign) >= 0);
    }

    static Mistake mistake(String key, Place place) {
        char sign = (char)
                key.chars().filter(one -> WIDE.indexOf(one) >= 0).findFirst().orElseThrow();
        return mistake(sign, place);
    }

    private static Mistake mistake(char sign, Place place) {
        return Mistake.of(PlanError.WIDE_SIGN, place)
                .with("sign", String.valueOf(sign))
                .with("narrow", String.valueOf(NARROW.charAt(WIDE.indexOf(sign))));
    }
}
