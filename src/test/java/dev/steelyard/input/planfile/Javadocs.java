package dev.steelyard.input.planfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources say of a record's components: the {@code @param} texts above it. */
final class Javadocs {

    private static final Pattern LINK = Pattern.compile("\\{@(?:code|link|linkplain)\\s+#?([^}]*)}");

    private Javadocs() {}

    static String of(Class<?> record, String component) {
        Class<?> outer = record;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        try {
            String source =
                    Files.readString(Path.of("src/main/java", outer.getName().replace('.', '/') + ".java"));
            int at = source.indexOf("record " + record.getSimpleName() + "(");
            int begin = source.lastIndexOf("/**", at);
            int end = source.indexOf("*/", begin);
            boolean above = begin >= 0 && source.substring(end + 2, at).matches("\\s*(public )?");
            return above ? param(source.substring(begin, end), component) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String param(String comment, String component) {
        Matcher found = Pattern.compile("@param " + component + "\\s+(.*?)(?=\\n\\s*\\*\\s*@|\\z)", Pattern.DOTALL)
                .matcher(comment);
        return found.find()
                ? LINK.matcher(found.group(1)
                                .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                                .strip())
                        .replaceAll("$1")
                : "";
    }
}
