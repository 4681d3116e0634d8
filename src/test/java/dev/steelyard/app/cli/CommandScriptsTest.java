package dev.steelyard.app.cli;

import dev.steelyard.Golden;
import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.verb.EngineVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The command line as data: {@code src/test/resources/cli/*.txt} hold commands, what they write and their exit codes, in both
 * languages. Each script starts with a small company in {@code $WORK/in}. {@code -Dgolden.update=true} writes the answers anew.
 */
class CommandScriptsTest {

    /** About the embedded ledger's file. */
    private static final Set<String> OF_H2 = Set.of("busy.txt", "doctor.txt", "explain.txt", "resources.txt");

    /** Ask nothing of a ledger that others do not ask. */
    private static final Set<String> OF_NO_LEDGER = Set.of(
            "alerts.txt",
            "calendar.txt",
            "help.txt",
            "plan.txt",
            "run-en.txt",
            "template.txt",
            "usage.txt",
            "validate.txt",
            "voucher.txt");

    private static final Path SCRIPTS = Path.of("src/test/resources/cli");

    @TempDir
    private Path work;

    /** {@code -Dscripts=PATTERN} takes some of them. On every database, but for those that are about the embedded one's file. */
    static Stream<Arguments> scripts() {
        return TestDatabase.all().flatMap(database -> scripts(database).map(script -> Arguments.of(database, script)));
    }

    static Stream<Path> scripts(TestDatabase database) {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files
                    .filter(file -> file.getFileName()
                            .toString()
                            .matches("(" + System.getProperty("scripts", ".*") + ")\\.txt"))
                    .filter(script -> database == TestDatabase.H2
                            || Stream.of(OF_H2, OF_NO_LEDGER)
                                    .noneMatch(some ->
                                            some.contains(script.getFileName().toString())))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scripts")
    void answers(TestDatabase database, Path script) throws IOException {
        List<String> actual = new ArrayList<>();
        try (ScriptedCompany company = new ScriptedCompany(work, database)) {
            for (Script.Step step : Script.parse(Files.readAllLines(script)).steps()) {
                company.prepare(step);
                actual.addAll(step.before());
                actual.add("$ " + step.command());
                Script.answer(company.run(step.command())).forEach(line -> actual.add(masked(line)));
            }
        }
        Golden.file(script, String.join("\n", actual) + "\n");
    }

    /** What differs between machines, days and versions of the rules. */
    private String masked(String line) {
        return line.replaceAll("✓ \\d{2,} 个用例", "✓ \\$CASES 个用例")
                .replaceAll("\"cases\" : \\d{2,}", "\"cases\" : \\$CASES")
                .replace(slashes(work), "$WORK")
                .replaceAll("\\b[0-9a-f]{64}\\b", "<sha256>")
                .replaceAll("\\b[0-9a-f]{12}…", "<sha256>")
                .replaceAll("(?<![0-9a-f-])[0-9a-f]{4}(-[0-9a-f]{4}){3}(?![0-9a-f-])", "<head>")
                .replaceAll("(✓ |\"cases\" : )\\d{2,}(?=,| 个用例)", "$1\\$CASES")
                .replaceAll("(进程 |process |\"pid\" : )" + pid() + "\\b", "$1\\$PID")
                .replaceAll("\\b\\d+\\.\\d [KMGT]B", "\\$SIZE")
                .replaceAll("\\b\\d+ B\\b", "\\$SIZE")
                .replaceAll("Java \\d+(\\.\\d+)*(?=[，,]|$)", "Java \\$JAVA")
                .replaceAll("H2 \\d+(\\.\\d+)+", "H2 \\$H2")
                .replace(EngineVersion.engine(), "$VERSION")
                .replace(EngineVersion.VERSION, "$VERSION");
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
