package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.TestDatabase;
import dev.steelyard.app.cli.verb.EngineVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
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

    private RandomAccessFile locked;

    /** {@code -Dscripts=PATTERN} takes some of them. On every database, but for those that are about the embedded one's file. */
    static Stream<Arguments> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> file.getFileName()
                            .toString()
                            .matches("(" + System.getProperty("scripts", ".*") + ")\\.txt"))
                    .sorted()
                    .toList();
            return TestDatabase.all().flatMap(database -> scripts.stream()
                    .filter(script -> database == TestDatabase.H2
                            || Stream.of(OF_H2, OF_NO_LEDGER)
                                    .noneMatch(some ->
                                            some.contains(script.getFileName().toString())))
                    .map(script -> Arguments.of(database, script)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scripts")
    void answers(TestDatabase database, Path script) throws IOException {
        copy(SCRIPTS.resolve("company"), work.resolve("in"));
        List<String> actual = new ArrayList<>();
        for (Script.Step step : Script.parse(Files.readAllLines(script)).steps()) {
            for (String line : step.before()) {
                if (line.startsWith("> ")) {
                    change(line.substring(2));
                }
            }
            actual.addAll(step.before());
            actual.add("$ " + step.command());
            String[] arguments = Stream.of(
                            step.command().replace("$WORK", slashes(work)).split(" "))
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new);
            Script.answer(new CommandRunner()
                            .on(database, work.resolve("out"))
                            .with("STEELYARD_INPUTS", work.resolve("in").toString())
                            .run(arguments))
                    .forEach(line -> actual.add(masked(line)));
        }
        Golden.file(script, String.join("\n", actual) + "\n");
    }

    @AfterEach
    void unlock() throws IOException {
        if (locked != null) {
            locked.close();
        }
    }

    /** {@code write FILE TEXT}, {@code append FILE TEXT}, {@code delete FILE}, {@code copy FILE FILE}, {@code lock
     * FILE}, {@code empty FOLDER}, {@code plan FILE TEXT=>TEXT TEXT=>TEXT}. */
    private void change(String what) throws IOException {
        String[] words = what.split(" ", 3);
        Path file = work.resolve(words[1]);
        switch (words[0]) {
            case "write" -> {
                Files.createDirectories(file.getParent());
                Files.writeString(file, words[2].replace("\\n", "\n").replace("$PID", Long.toString(pid())));
            }
            case "append" -> Files.writeString(file, Files.readString(file) + words[2].replace("\\n", "\n") + "\n");
            case "delete" -> delete(file);
            case "copy" -> copy(Path.of(words[1]), work.resolve(words[2]));
            case "lock" -> {
                // What H2 does to its file, seen from outside.
                locked = new RandomAccessFile(file.toFile(), "rw");
                FileLock lock = locked.getChannel().lock();
                assertThat(lock.isValid()).isTrue();
            }
            case "unlock" -> locked.close();
            case "plan" -> Files.writeString(file, plan(words[2]));
            case "empty" -> {
                delete(file);
                Files.createDirectories(file);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** The reference plan with texts replaced: {@code TEXT=>TEXT TEXT=>TEXT}. */
    private static String plan(String replacements) throws IOException {
        String text = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        for (String one : replacements.split("(?<=[^:]) (?=[a-z_]+: [^=>]*=>)")) {
            String[] pair = one.split("=>");
            assertThat(text).contains(pair[0]);
            text = text.replaceFirst(Pattern.quote(pair[0]), Matcher.quoteReplacement(pair[1]));
        }
        return text;
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
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

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
