package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever cites a rule or a reading leads to its place in {@code docs}; readings have cases. */
class RulesTest {

    private static final Path DOCS = Path.of("docs");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern RULE = Pattern.compile("(rules|architecture)\\.md(?:,? (\\d+(?:\\.\\d+)?))?");
    private static final Pattern READING =
            Pattern.compile("\\b[Rr]ulings?:? \\[?(\\d+(?:(?:,| and|, and|–|-|…| to) ?\\d+)*)");
    private static final Pattern SPAN = Pattern.compile("(\\d+)(?:(?:–|-|…| to )(\\d+))?");
    /** What governs the readings in words that no calculation shows. */
    private static final Path WITHOUT_CASES = Path.of("src/test/resources/rulings-without-cases.txt");

    @Test
    void everyCitedRuleHasItsPlace() throws IOException {
        for (String name : List.of("rules", "architecture")) {
            Set<String> places = anchors(name);
            assertThat(cited(RULE, match -> name.equals(match.group(1)) ? List.of(section(match)) : List.of()))
                    .as(name + ".md")
                    .allSatisfy(one -> assertThat(places).contains(one));
        }
    }

    private static String section(MatchResult match) {
        // A document as a whole has its first section.
        return match.group(2) == null ? "1" : match.group(2);
    }

    @Test
    void everyCitedReadingHasItsPlace() throws IOException {
        Set<String> places = anchors("rulings");
        assertThat(places)
                .containsAll(IntStream.rangeClosed(1, places.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(cited(READING, RulesTest::numbers)).hasSizeGreaterThan(80).allSatisfy(one -> assertThat(places)
                .contains(one));
    }

    @Test
    void nothingCitesADocumentThatIsNotHere() throws IOException {
        assertThat(cited(
                        Pattern.compile("\\b((?:domain|design|plausible|traps|models)\\.md)"),
                        match -> List.of(match.group(1))))
                .isEmpty();
    }

    /** Each decision stands once, in the order of its day, and in the list; what it supersedes is there. */
    @Test
    void decisionsAreListedOnceAndInOrder() throws IOException {
        Path folder = DOCS.resolve("decisions");
        List<String> listed = Pattern.compile("\\| \\[D(\\d+)]\\((\\w+)\\.md#D")
                .matcher(Files.readString(folder.resolve("README.md")))
                .results()
                .map(match -> match.group(2) + " " + match.group(1))
                .toList();
        List<String> written = new ArrayList<>();
        Set<String> superseded = new TreeSet<>();
        for (Path file : files(folder)) {
            String topic = file.getFileName().toString().replace(".md", "");
            String text = Files.readString(file);
            ANCHOR.matcher(text)
                    .results()
                    .forEach(match -> written.add(topic + " " + match.group(1).substring(1)));
            Pattern.compile("Supersede(?:s|d by) D(\\d+)")
                    .matcher(text)
                    .results()
                    .forEach(match -> superseded.add(match.group(1)));
        }
        assertThat(written).containsExactlyInAnyOrderElementsOf(listed).doesNotHaveDuplicates();
        assertThat(listed.stream()
                        .map(one -> Integer.valueOf(one.split(" ")[1]))
                        .toList())
                .isSorted();
        assertThat(superseded).allSatisfy(one -> assertThat(listed).anyMatch(entry -> entry.endsWith(" " + one)));
    }

    /** After a new case, {@code -Dgolden.update=true} writes the list anew. */
    @Test
    void readingsWithoutACaseAreListed() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path file : files(Path.of("jobs/cases"))) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.strip().startsWith("rulings:"))
                    .flatMap(line -> SPAN.matcher(line).results().map(MatchResult::group))
                    .forEach(shown::add);
        }
        List<String> without = anchors("rulings").stream()
                .filter(one -> !shown.contains(one))
                .sorted((one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)))
                .toList();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(WITHOUT_CASES, without);
        }
        assertThat(without).isEqualTo(Files.readAllLines(WITHOUT_CASES));
    }

    private static Set<String> anchors(String document) throws IOException {
        return ANCHOR.matcher(Files.readString(DOCS.resolve(document + ".md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> numbers(MatchResult match) {
        List<String> numbers = new ArrayList<>();
        Matcher span = SPAN.matcher(match.group(1));
        while (span.find()) {
            int first = Integer.parseInt(span.group(1));
            int last = span.group(2) == null ? first : Integer.parseInt(span.group(2));
            IntStream.rangeClosed(first, last).mapToObj(Integer::toString).forEach(numbers::add);
        }
        return numbers;
    }

    private static Set<String> cited(Pattern pattern, Function<MatchResult, List<String>> names) throws IOException {
        Set<String> cited = new TreeSet<>();
        for (Path folder : List.of(Path.of("src/main"), Path.of("src/test"), Path.of("jobs"))) {
            for (Path file : files(folder)) {
                if (!file.endsWith("RulesTest.java")) {
                    // A comment may break its line inside a citation.
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .replaceAll("\\s+(?:\\*|//|#)?\\s*", " ");
                    pattern.matcher(text).results().map(names).forEach(cited::addAll);
                }
            }
        }
        return cited;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && file.toString().matches(".*\\.(java|yaml|properties|md|sql)"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
