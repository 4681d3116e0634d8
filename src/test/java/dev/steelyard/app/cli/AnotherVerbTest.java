package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A verb is one class, its line in {@code Verbs} and its key in each bundle (architecture.md 3): here all three are added to the engine
 * that was built, and a plan measures by it, in a process of its own.
 */
class AnotherVerbTest {

    private static final String VERB =
            """
            package dev.steelyard.engine.verb;

            import dev.steelyard.engine.measure.Total;
            import dev.steelyard.engine.plan.Measure;
            import dev.steelyard.engine.plan.Signature;
            import dev.steelyard.engine.unit.Fraction;
            import java.util.Set;

            final class Half implements RowVerb {
                @Override
                public Signature signature() {
                    return new Signature(Set.of("of"), Set.of("over"));
                }

                @Override
                public Measured apply(String indicator, Measure measure, VerbEvidence evidence) {
                    Total total = evidence.total(Verbs.of(measure), measure.window());
                    return Measured.of(Fraction.of(total.rows()).over(Fraction.of(2)), total.rows());
                }
            }
            """;

    private static final String INDICATOR =
            """
              half_visits:
                name: {zh: 拜访之半, en: Half of the visits}
                dimension: customer
                weight: {mature: 0, innovation: 0, dealer: 0}
                unit: number
                measure: {verb: half, of: {count: visits}}
                missing: skip

            """;

    private static final String CASE =
            """
            track: mature
            cases:
              - name: 五次拜访之半是二点五
                facts:
                  visits: [{visit_id: V1}, {visit_id: V2}, {visit_id: V3}, {visit_id: V4}, {visit_id: V5}]
                expect:
                  indicators: {half_visits: {value: 2.5, rows: 5}}
            """;

    @TempDir
    private Path home;

    private Path classes;
    private Path plan;

    @BeforeEach
    void addTheVerb() throws IOException {
        classes = Files.createDirectory(home.resolve("classes"));
        Path sources = Files.createDirectory(home.resolve("sources"));
        String verbs = Files.readString(Path.of("src/main/java/dev/steelyard/engine/verb/Verbs.java"));
        String last = "BY_NAME.put(\"without\", new Without());";
        assertThat(verbs).contains(last);
        Path changed = sources.resolve("Verbs.java");
        Path added = sources.resolve("Half.java");
        Files.writeString(changed, verbs.replace(last, last + " BY_NAME.put(\"half\", new Half());"));
        Files.writeString(added, VERB);
        compile(List.of(changed, added));
        Path bundles = Files.createDirectories(classes.resolve("dev/steelyard/words"));
        for (String language : List.of("zh", "en")) {
            String name = language + ".properties";
            Files.writeString(
                    bundles.resolve(name),
                    Files.readString(Path.of("src/main/resources/dev/steelyard/words", name))
                            + "\nplan.measure.half=½ × {of}\n");
        }
        jobs();
    }

    private void compile(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            null,
                            files,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).isTrue();
        }
    }

    private void jobs() throws IOException {
        Path jobs = home.resolve("jobs");
        try (Stream<Path> years = Files.list(Path.of("jobs/calendar"))) {
            Path calendar = Files.createDirectories(jobs.resolve("calendar"));
            for (Path year : years.toList()) {
                Files.copy(year, calendar.resolve(year.getFileName()));
            }
        }
        Files.copy(Path.of("jobs/exports.yaml"), jobs.resolve("exports.yaml"));
        Path cases = Files.createDirectory(jobs.resolve("cases"));
        Files.copy(Path.of("jobs/cases/company.yaml"), cases.resolve("company.yaml"));
        Files.writeString(cases.resolve("half.yaml"), CASE);
        plan = Files.createDirectory(jobs.resolve("plans")).resolve("reference-2026.yaml");
        String reference = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        assertThat(reference).contains("\n  effective_visit_ratio:");
        Files.writeString(plan, reference.replaceFirst("(?m)^(  effective_visit_ratio:)", INDICATOR + "$1"));
    }

    @Test
    void measuresAndIsTold() throws IOException, InterruptedException {
        assertThat(steelyard("check", "en")).contains("is right", "the only case holds", "exit 0");
        assertThat(steelyard("show", "zh")).contains("拜访之半（half_visits）", "½ × ", "exit 0");
    }

    /** What a command says, and how it ends. */
    private String steelyard(String verb, String language) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                "dev.steelyard.app.cli.Steelyard"));
        command.addAll(Arrays.asList("plan", verb, plan.toString(), "--home", home.toString(), "--lang", language));
        Path said = home.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = process.waitFor();
        return Files.readString(said) + "\nexit " + exit;
    }
}
