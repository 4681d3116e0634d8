package dev.steelyard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files that hold what is expected. After a change that is meant {@code -Dgolden.update=true} writes them anew and prints what changed: read
 * it, and the diff.
 */
public final class Golden {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final int SHOWN = 4;

    private Golden() {}

    /** One file that holds the text. */
    public static void file(Path file, String actual) {
        try {
            String expected = Files.exists(file) ? Files.readString(file) : "";
            if (UPDATE && !expected.equals(actual)) {
                tell(file, expected, actual);
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                expected = actual;
            }
            assertThat(actual).as("%s; -Dgolden.update=true writes it", file).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A workbook, a file a sheet, in a folder of its own.
     *
     * @param book the folder's name, with or without {@code .txt}
     * @param dump in which each sheet begins with {@code == name}
     */
    public static void sheets(Path book, String dump) {
        Path folder = book.resolveSibling(book.getFileName().toString().replaceFirst("\\.txt$", ""));
        Map<String, String> sheets = new TreeMap<>();
        for (String sheet : dump.split("(?m)(?=^== )")) {
            String name = sheet.lines().findFirst().orElse("").replaceFirst("^== ([^,]*).*$", "$1");
            sheets.put("%02d-%s.txt".formatted(sheets.size() + 1, name.replaceAll("[/\\\\:*?\"<>| ]", "_")), sheet);
        }
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (UPDATE && !sheets.containsKey(file.getFileName().toString())) {
                        System.out.println("golden " + file + " is gone");
                        Files.delete(file);
                    }
                }
            }
            sheets.forEach((name, sheet) -> file(folder.resolve(name), sheet));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("the sheets of %s", folder)
                        .containsExactlyInAnyOrderElementsOf(sheets.keySet());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the texts part, how many lines come and go, and the first of them. */
    private static void tell(Path file, String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        int same = 0;
        while (same < before.size() && same < after.size() && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < before.size() - same
                && tail < after.size() - same
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> gone = before.subList(same, before.size() - tail);
        List<String> come = after.subList(same, after.size() - tail);
        StringBuilder text = new StringBuilder(
                "golden %s:%d: %d lines go, %d come%n".formatted(file, same + 1, gone.size(), come.size()));
        gone.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("  - ").append(line).append('\n'));
        come.stream()
                .limit(SHOWN)
                .forEach(line -> text.append("  + ").append(line).append('\n'));
        System.out.print(text);
    }
}
