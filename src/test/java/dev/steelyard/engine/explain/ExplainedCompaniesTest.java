package dev.steelyard.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever is asked about, in whatever company: the tree says what the files say, and each step can be redone from what is
 * printed. {@code -Dproof.seeds=FROM..TO} takes other companies.
 */
class ExplainedCompaniesTest {

    @TempDir
    Path folder;

    static LongStream seeds() {
        String[] ends = System.getProperty("proof.seeds", "0..3").split("\\.\\.");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    @Test
    void theSampleCompany() throws IOException {
        Path inputs = Path.of("input-samples");
        holds("month-end", "2026-09", SampleResult.AS_OF, inputs);
        holds("quarter-end", "2026-Q3", SampleResult.AS_OF, inputs);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyCompany(long seed) throws IOException {
        RandomCompany random = RandomCompany.of(seed);
        Path inputs = Files.createDirectory(folder.resolve("inputs"));
        Rendering.PLAIN.write(random.company(), inputs);
        Period month = Period.parse(random.period()).orElseThrow();
        String quarter = Period.of(Period.Kind.QUARTER, month.last()).toString();
        holds("month-end", random.period(), random.asOf(), inputs);
        holds("quarter-end", quarter, random.asOf(), inputs);
    }

    private void holds(String job, String period, LocalDate asOf, Path inputs) throws IOException {
        RunResult result = SampleResult.of(job, period, asOf, inputs, folder.resolve(job));
        Explainer explainer = new Explainer(result, Audience.HR);
        Explainer anybody = new Explainer(result, Audience.ANYBODY);
        Told told = new Told(result);
        List<String> differences = new ArrayList<>();
        for (String id : told.people()) {
            Step tree = explainer.person(id).orElseThrow();
            differences.addAll(told.differences(id, tree));
            differences.addAll(prefixed(id, Recomputed.differences(tree)));
            differences.addAll(
                    prefixed(id, Recomputed.differences(anybody.person(id).orElseThrow())));
        }
        assertThat(differences).as("%s %s", job, period).isEmpty();
    }

    private static List<String> prefixed(String id, List<String> differences) {
        return differences.stream().map(difference -> id + ": " + difference).toList();
    }
}
