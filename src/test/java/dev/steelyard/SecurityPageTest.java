package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} promises nothing without a test, and names tests that there are. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT)))?(?:\\.([a-z]\\w*))?`");

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("docs/security.md"));
    }

    @Test
    void eachPromiseNamesItsTest() throws IOException {
        boolean isPromise = false;
        int promises = 0;
        for (String line : page()) {
            isPromise = line.startsWith("|") && (isPromise || line.equals("| promise | test |"));
            if (isPromise && !line.equals("| promise | test |") && !line.startsWith("|-")) {
                String test = line.split(" \\| ")[1];
                assertThat(test).as(line).containsPattern("`[A-Z]\\w*(Test|IT)[.`]");
                promises++;
            }
        }
        assertThat(promises).isGreaterThan(25);
    }

    @Test
    void eachTestThatIsNamedIsThere() throws IOException {
        Map<String, Path> tests;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            tests = all.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
        }
        for (String line : page()) {
            String named = "";
            for (Matcher found = NAMED.matcher(line); found.find(); ) {
                named = found.group(1) == null ? named : found.group(1);
                if (!named.isEmpty()) {
                    assertThat(tests).as(line).containsKey(named);
                    String method = found.group(2);
                    assertThat(Files.readString(tests.get(named)))
                            .as(line)
                            .contains(method == null ? "class " + named : "void " + method + "(");
                }
            }
        }
    }
}
