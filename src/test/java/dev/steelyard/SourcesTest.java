package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said in one place only, as the sources show it and compiled classes do not. */
class SourcesTest {

    private static final String HOUSE = "src/main/java/dev/steelyard/";

    private static final Map<String, String> SOURCES = new TreeMap<>();

    @BeforeAll
    static void readTheSources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(HOUSE))) {
            for (Path file : all.filter(one -> one.toString().endsWith(".java")).toList()) {
                SOURCES.put(file.toString().replace('\\', '/').substring(HOUSE.length()), Files.readString(file));
            }
        }
    }

    /** What the engine knows of a dataset is a record of {@code fact}, which names its columns by its components. */
    @Test
    void nothingAboveFactReadsAColumnByItsName() {
        assertThat(saying(
                        "\\.(text|textOrBlank|number|day|yes|period|list)\\(\"\\w+\"\\)",
                        file -> !file.startsWith("engine/fact/")))
                .isEmpty();
    }

    /** Whatever differs between kinds of jobs asks the kind what follows from it. */
    @Test
    void nobodyAsksWhichKindAJobIs() {
        assertThat(saying("([=!]= *|case +)(Purpose\\.)?(SCORING|ALERTS)\\b", file -> true))
                .isEmpty();
    }

    /** A plan says what a veto is; an event is asked whether it is one. */
    @Test
    void anEventIsAskedWhetherItIsAVeto() {
        assertThat(saying("[vV]eto(\\(\\))?\\.covers\\(", file -> true))
                .containsExactly("engine/fact/ComplianceEvent.java");
    }

    /** Whoever reads a name need not ask of which package. */
    @Test
    void noTwoClassesBearOneName() {
        assertThat(SOURCES.keySet().stream()
                        .map(file -> file.substring(file.lastIndexOf('/') + 1))
                        .filter(name -> !name.equals("package-info.java")))
                .doesNotHaveDuplicates();
    }

    private static List<String> saying(String pattern, Predicate<String> where) {
        Pattern said = Pattern.compile(pattern);
        return SOURCES.entrySet().stream()
                .filter(source -> where.test(source.getKey())
                        && said.matcher(source.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
