package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Pattern RULE = Pattern.compile(
            "(rules|architecture)\\.md(?:,? (\\d+(?:\\.\\d+)?(?:(?:,| and|, and|–) ?\\d+(?:\\.\\d+)?)*))?");
    private static final Pattern READING =
            Pattern.compile("\\b[Rr]ulings?:? \\[?(\\d+(?:(?:,| and|, and|–|-|…| to) ?\\d+)*)");
    private static final Pattern SPAN = Pattern.compile("(\\d+)(?:(?:–|-|…| to )(\\d+))?");
    private static final Pattern SECTION = Pattern.compile("\\d+(?:\\.\\d+)?");
    /** A relative link of a document: file, anchor. */
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    private static final Pattern CASE = Pattern.compile("jobs/cases/([\\w-]+)\\.yaml");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern SUPERSEDES = Pattern.compile("Supersedes (D\\d+(?:, D\\d+)*)");
    private static final Pattern SUPERSEDED = Pattern.compile("Superseded(?: in part)? by (D\\d+)");
    private static final Path PROOFS = DOCS.resolve("proofs.md");

    @Test
    void everyCitedRuleHasItsPlace() throws IOException {
        for (String name : List.of("rules", "architecture")) {
            Set<String> places = anchors(name);
            assertThat(cited(RULE, match -> name.equals(match.group(1)) ? sections(match) : List.of()))
                    .as(name + ".md")
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(places).contains(one));
        }
    }

    private static List<String> sections(MatchResult match) {
        // A document as a whole has its first section.
        return match.group(2) == null
                ? List.of("1")
                : SECTION.matcher(match.group(2))
                        .results()
                        .map(MatchResult::group)
                        .toList();
    }

    /** Each rule names cases or tests, and they are there; of what is not built that is said. */
    @Test
    void everyRuleNamesWhatProvesIt() throws IOException {
        Set<String> tests = tests().keySet();
        String[] rules = Files.readString(DOCS.resolve("rules.md")).split("(?=<a id=\")");
        for (String rule : rules) {
            Matcher anchor = ANCHOR.matcher(rule);
            if (anchor.find()
                    && (anchor.group(1).contains(".") || anchor.group(1).equals("9"))) {
                Set<String> named = new TreeSet<>();
                CASE.matcher(rule).results().forEach(one -> named.add(one.group()));
                TEST.matcher(rule).results().forEach(one -> named.add(one.group(1)));
                assertThat(named.isEmpty())
                        .as("rules.md %s has no proof, and does not say that it is not built", anchor.group(1))
                        .isEqualTo(rule.contains("Not built yet."));
                assertThat(named)
                        .as("rules.md " + anchor.group(1))
                        .noneMatch(one -> one.endsWith("Test") ? !tests.contains(one) : Files.notExists(Path.of(one)));
            }
        }
    }

    /** Simple name → text, of every class of tests. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        for (Path file : files(Path.of("src/test/java"))) {
            String name = file.getFileName().toString().replace(".java", "");
            if (name.endsWith("Test") && !name.equals("RulesTest")) {
                tests.put(name, plain(file));
            }
        }
        return tests;
    }

    /** No link of a document leads nowhere. */
    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> documents = new ArrayList<>(files(DOCS));
        for (String root :
                List.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "jobs/cases/README.md")) {
            documents.add(Path.of(root));
        }
        List<String> broken = new ArrayList<>();
        for (Path document : documents) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                Path folder = document.toAbsolutePath().getParent();
                Path to = link.group(1).isEmpty()
                        ? document
                        : folder.resolve(link.group(1)).normalize();
                boolean there = Files.exists(to)
                        && (link.group(2) == null
                                || Files.readString(to).contains("<a id=\"" + link.group(2) + "\"></a>"));
                if (!there) {
                    broken.add(document + ": " + link.group());
                }
            }
        }
        assertThat(broken).isEmpty();
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

    /** Each decision stands once, in the order of its day, and in the list; what it supersedes says so too. */
    @Test
    void decisionsAreListedOnceAndInOrder() throws IOException {
        Path folder = DOCS.resolve("decisions");
        List<String> listed = Pattern.compile("\\| \\[D(\\d+)]\\((\\w+)\\.md#D")
                .matcher(Files.readString(folder.resolve("README.md")))
                .results()
                .map(match -> match.group(2) + " " + match.group(1))
                .toList();
        List<String> written = new ArrayList<>();
        Set<String> later = new TreeSet<>();
        Set<String> earlier = new TreeSet<>();
        for (Path file : files(folder)) {
            String topic = file.getFileName().toString().replace(".md", "");
            for (String entry : Files.readString(file).split("(?=<a id=\")")) {
                Matcher anchor = ANCHOR.matcher(entry);
                if (anchor.find()) {
                    String id = anchor.group(1);
                    written.add(topic + " " + id.substring(1));
                    SUPERSEDES
                            .matcher(entry)
                            .results()
                            .flatMap(match -> Stream.of(match.group(1).split(", ")))
                            .forEach(other -> later.add(other + " by " + id));
                    SUPERSEDED.matcher(entry).results().forEach(match -> earlier.add(id + " by " + match.group(1)));
                }
            }
        }
        assertThat(written).containsExactlyInAnyOrderElementsOf(listed).doesNotHaveDuplicates();
        assertThat(listed.stream()
                        .map(one -> Integer.valueOf(one.split(" ")[1]))
                        .toList())
                .isSorted();
        assertThat(earlier).isNotEmpty().isEqualTo(later);
    }

    /** Reading → the cases and tests that name it; after a new one {@code -Dgolden.update=true} writes the list anew. */
    @Test
    void theProofsOfReadingsAreListed() throws IOException {
        Map<Integer, Set<String>> cases = new TreeMap<>();
        Map<Integer, Set<String>> tests = new TreeMap<>();
        for (Path file : files(Path.of("jobs/cases"))) {
            String name = file.getFileName().toString();
            Files.readAllLines(file).stream()
                    .filter(line -> line.strip().startsWith("rulings:"))
                    .flatMap(line -> SECTION.matcher(line).results().map(MatchResult::group))
                    .forEach(one -> cases.computeIfAbsent(Integer.valueOf(one), any -> new TreeSet<>())
                            .add("[" + name.replace(".yaml", "") + "](../jobs/cases/" + name + ")"));
        }
        tests().forEach((name, text) -> READING.matcher(text)
                .results()
                .flatMap(match -> numbers(match).stream())
                .forEach(one -> tests.computeIfAbsent(Integer.valueOf(one), any -> new TreeSet<>())
                        .add("`" + name + "`")));
        List<String> without = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        for (int reading = 1; reading <= anchors("rulings").size(); reading++) {
            Set<String> shown = cases.getOrDefault(reading, Set.of());
            Set<String> tried = tests.getOrDefault(reading, Set.of());
            if (shown.isEmpty() && tried.isEmpty()) {
                without.add("[" + reading + "](rulings.md#" + reading + ")");
            }
            rows.append("| [%s](rulings.md#%s) | %s | %s |\n"
                    .formatted(reading, reading, String.join(", ", shown), String.join(", ", tried)));
        }
        String listed =
                """
                # What proves each reading

                Written by `RulesTest` (`-Dgolden.update=true`) from the cases that name a reading under `rulings:` and the tests that cite it. The
                rules themselves say what proves them in [rules.md](rules.md).

                Without a case or test: %s.

                | reading | cases | tests |
                |---|---|---|
                %s"""
                        .formatted(without.isEmpty() ? "none" : String.join(", ", without), rows);
        Golden.file(PROOFS, listed);
    }

    /** People and prices that change (rules.md 8): what decides their pay is shown from several sides. */
    @Test
    void readingsOfPeopleWhoChangeHaveFourCasesEach() throws IOException {
        Map<String, Integer> shown = new TreeMap<>();
        for (Path file : files(Path.of("jobs/cases"))) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.strip().startsWith("rulings:"))
                    .flatMap(line -> SPAN.matcher(line).results().map(MatchResult::group))
                    .forEach(reading -> shown.merge(reading, 1, Integer::sum));
        }
        // Collection, tax kind, months of the company: not built yet; who a NAME is stands in a table of its own.
        Set<String> without = Set.of("115", "118", "129", "131", "135");
        assertThat(IntStream.rangeClosed(91, 145)
                        .mapToObj(Integer::toString)
                        .filter(reading -> !without.contains(reading))
                        .filter(reading -> shown.getOrDefault(reading, 0) < 4))
                .isEmpty();
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
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src/main", "src/test", "jobs", "docs", "input-samples", "scripts")) {
            files.addAll(files(Path.of(folder)));
        }
        for (String root : List.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")) {
            files.add(Path.of(root));
        }
        for (Path file : files) {
            if (!file.endsWith("RulesTest.java")) {
                pattern.matcher(plain(file)).results().map(names).forEach(cited::addAll);
            }
        }
        return cited;
    }

    /** A comment may break its line inside a citation. */
    private static String plain(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replaceAll("\\s+(?:\\*|//|#)?\\s*", " ");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && file.toString().matches(".*\\.(java|yaml|properties|md|sql|py|sh|xml)"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
