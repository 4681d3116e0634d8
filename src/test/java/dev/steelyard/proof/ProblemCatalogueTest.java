package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Engine;
import dev.steelyard.Golden;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The catalogue of problems: for each code the smallest input that has it and the full text that people read.
 *
 * <p>{@code problems/CODE/input.txt} changes {@code problems/base.txt}, in which nothing is wrong; {@code expected.txt} holds
 * the first finding of the code. {@code -Dgolden.update=true} rewrites it.
 */
class ProblemCatalogueTest {

    private static final Path CATALOGUE = Path.of("src/test/resources/problems");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void hasItsSmallestInputAndItsText(ProblemCode code) throws IOException {
        Path entry = CATALOGUE.resolve(code.name());
        assertThat(entry.resolve("input.txt"))
                .as("the smallest input of " + code)
                .exists();
        String input = Files.readString(entry.resolve("input.txt"));
        Problem first = findings(input).stream()
                .filter(problem -> problem.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the input does not have " + code));
        Golden.file(entry.resolve("expected.txt"), text(first));
    }

    private static String text(Problem problem) {
        SourceRef where = problem.where();
        String value = problem.value().length() > 60 ? problem.value().substring(0, 60) + "…" : problem.value();
        return """
                %s (%s)
                where: %s
                column: %s
                value: %s

                %s
                %s

                %s
                %s
                """
                .formatted(
                        problem.code().code(),
                        problem.severity().name().toLowerCase(Locale.ROOT),
                        where.file().isEmpty() ? where.dataset() : where,
                        problem.column(),
                        value,
                        shortened(Words.in("zh").message(problem)),
                        shortened(Words.in("zh").fix(problem)),
                        shortened(Words.in("en").message(problem)),
                        shortened(Words.in("en").fix(problem)))
                .replaceAll("(?m) +$", "");
    }

    private static String shortened(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }

    @Test
    void theBaseHasNoProblemOfItsOwn() throws IOException {
        assertThat(findings(""))
                .extracting(Problem::code)
                .isNotEmpty()
                .allMatch(code -> code == ProblemCode.DATASET_ABSENT || code == ProblemCode.NOT_COMPARED);
    }

    @Test
    void noFolderOutlivesItsCode() throws IOException {
        List<String> codes = Arrays.stream(ProblemCode.values()).map(Enum::name).toList();
        try (Stream<Path> entries = Files.list(CATALOGUE)) {
            assertThat(entries.filter(Files::isDirectory)
                            .map(entry -> entry.getFileName().toString()))
                    .isNotEmpty()
                    .isSubsetOf(codes);
        }
    }

    @Test
    void textsHaveNoSlotThatNobodyFills() throws IOException {
        try (Stream<Path> entries = Files.list(CATALOGUE)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                assertThat(entry.resolve("expected.txt")).content().doesNotContainPattern("\\{[a-zA-Z]+}");
            }
        }
    }

    private List<Problem> findings(String input) throws IOException {
        Path inputs = Files.createTempDirectory(folder, "inputs");
        new TinyInputs()
                .with(Files.readString(CATALOGUE.resolve("base.txt")))
                .with(input)
                .write(inputs);
        Period period = said(input, "period").flatMap(Period::parse).orElse(Period.month(2026, 9));
        LocalDate asOf = period.last().plusDays(12);
        Path output = Files.createTempDirectory(folder, "output");
        Engine engine = new Engine(
                Path.of("jobs"),
                said(input, "job").orElse("month-end"),
                said(input, "plan").orElse("reference-2026"));
        try {
            List<Period> closed =
                    said(input, "closed").flatMap(Period::parse).stream().toList();
            engine.closing(inputs, output, closed, asOf);
            arrived(inputs);
            said(input, "gone").ifPresent(file -> engine.watched(removing(inputs.resolve(file))));
            said(input, "where")
                    .map(where -> where.split("[.=]"))
                    .ifPresent(where ->
                            engine.counting(where[0], new Schema.Rows(Map.of(where[1], List.of(where[2])), Map.of())));
            said(input, "held").ifPresent(reference -> engine.holding(period.previous(), reference));
            return engine.findings(inputs, output, period, asOf);
        } catch (WorkingDays.UnknownYear unknown) {
            // As the command line says it.
            return List.of(Problem.of(ProblemCode.CALENDAR_YEAR_UNKNOWN, SourceRef.NONE)
                    .with("year", Integer.toString(unknown.year()))
                    .with("calendar", "jobs/calendar/cn-" + unknown.year() + ".yaml"));
        } finally {
            Files.deleteIfExists(inputs.resolve("orders.csv"));
        }
    }

    /** What lies in {@code later} replaces what was there when the periods before were run. */
    private static void arrived(Path inputs) throws IOException {
        Path later = inputs.resolve("later");
        if (Files.isDirectory(later)) {
            try (Stream<Path> files = Files.list(later)) {
                for (Path file : files.toList()) {
                    Files.move(file, inputs.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.delete(later);
        }
    }

    /** Takes the file away once the folder was looked at. */
    private static Progress removing(Path file) {
        return new Progress() {
            @Override
            public void begin(Phase phase, long bytes) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void read(long rows, long bytes) {}
        };
    }

    /** What stands before the first file: {@code period 2026}, {@code job year-end}, {@code plan NAME}, {@code closed 2026-09}, {@code
     * held EV9}, {@code gone orders.csv}, {@code where orders.COLUMN=VALUE}. */
    private static Optional<String> said(String input, String word) {
        Matcher line = Pattern.compile("(?m)^" + word + " (\\S+)$").matcher(input.split("(?m)^== ", 2)[0]);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    @Test
    void publicCodesAreUnique() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code))
                .doesNotHaveDuplicates()
                .contains("E-TARGET-MISSING");
    }
}
