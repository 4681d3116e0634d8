package dev.steelyard.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The small company of the scripts in a folder of its own: its exports in {@code in}, changed and asked as a script says. */
final class ScriptedCompany implements AutoCloseable {

    private final Path work;
    private final TestDatabase database;

    private RandomAccessFile locked;

    ScriptedCompany(Path work, TestDatabase database) throws IOException {
        this.work = work;
        this.database = database;
        copy(Path.of("src/test/resources/cli/company"), work.resolve("in"));
    }

    /** Changes what the lines before a command say. */
    void prepare(Script.Step step) throws IOException {
        for (String line : step.before()) {
            if (line.startsWith("> ")) {
                change(line.substring(2));
            }
        }
    }

    CommandRunner.Ended run(String command) {
        return run(Stream.of(command.split(" ")).filter(word -> !word.isEmpty()).toList());
    }

    CommandRunner.Ended run(List<String> words) {
        return new CommandRunner()
                .on(database, work.resolve("out"))
                .with("STEELYARD_INPUTS", work.resolve("in").toString())
                .run(words.stream()
                        .map(word -> word.replace("$WORK", slashes(work)))
                        .toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
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

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
