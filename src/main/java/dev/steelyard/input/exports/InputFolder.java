package dev.steelyard.input.exports;

import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a folder by dataset (design.md 4, Inputs): a name begins with a stem of the dataset, English or Chinese, and
 * then ends or goes on with no letter; the longest stem wins, so that 客户调研 is not 客户.
 *
 * @param files dataset → its files, in the order of their names
 * @param corrections corrected rejects workbooks, in the order of their names
 * @param problems files that belong to no dataset, or are of a format that cannot be read
 */
public record InputFolder(Map<String, List<Path>> files, List<Path> corrections, List<Problem> problems) {

    private static final Set<String> READ = Set.of("csv", "txt", "tsv", "xlsx");
    /** What the names of corrections begin with; no dataset's name. */
    private static final Map<String, String> CORRECTIONS = Map.of("rejects", "", "拒绝", "", "拒绝清单", "");

    private static final Set<String> OTHER_SHEETS =
            Set.of("xls", "xlsm", "xlsb", "et", "ods", "numbers", "xlt", "xltx");

    public InputFolder {
        files = Map.copyOf(files);
        corrections = List.copyOf(corrections);
        problems = List.copyOf(problems);
    }

    /** The files of the dataset; none where there is none. */
    public List<Path> of(String dataset) {
        return files.getOrDefault(dataset, List.of());
    }

    public static InputFolder of(Path folder, Collection<Schema> schemas) throws IOException {
        return of(folder, schemas, Map.of());
    }

    /** @param patterns dataset → file patterns such as {@code ERP*.xlsx}, which go before stems */
    public static InputFolder of(Path folder, Collection<Schema> schemas, Map<String, List<String>> patterns)
            throws IOException {
        Map<String, String> stems = new TreeMap<>();
        for (Schema schema : schemas) {
            Stream.concat(Stream.of(schema.dataset(), schema.zh()), schema.stems().stream())
                    .map(InputFolder::form)
                    .filter(stem -> !stem.isEmpty())
                    .forEach(stem -> stems.putIfAbsent(stem, schema.dataset()));
        }
        Map<String, List<Path>> files = new TreeMap<>();
        List<Path> corrections = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : sorted(folder)) {
            String name = FileNames.of(file);
            String extension = form(extension(name));
            Optional<String> dataset = named(name, patterns).or(() -> dataset(form(stem(name)), stems));
            if (dataset.isPresent() && READ.contains(extension)) {
                files.computeIfAbsent(dataset.get(), none -> new ArrayList<>()).add(file);
            } else if (dataset.isPresent() && OTHER_SHEETS.contains(extension)) {
                problems.add(Problem.of(ProblemCode.FILE_FORMAT, SourceRef.file(dataset.get(), name))
                        .with("format", "." + extension));
            } else if (extension.equals("xlsx")
                    && dataset(form(stem(name)), CORRECTIONS).isPresent()) {
                corrections.add(file);
            } else {
                problems.add(Problem.of(ProblemCode.FILE_UNMATCHED, SourceRef.file("", name)));
            }
        }
        files.replaceAll((dataset, found) -> List.copyOf(found));
        return new InputFolder(files, corrections, problems);
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !isIgnored(FileNames.of(file)))
                    .sorted(Comparator.comparing(FileNames::of, CodePoints.ORDER))
                    .toList();
        }
    }

    /** Lock files of open workbooks, hidden files, and what explains the folder. */
    private static boolean isIgnored(String name) {
        return name.startsWith("~$")
                || name.startsWith(".")
                || name.regionMatches(true, 0, "README", 0, 6)
                || name.equalsIgnoreCase("Thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
    }

    private static Optional<String> dataset(String name, Map<String, String> stems) {
        return stems.keySet().stream()
                .filter(stem -> name.startsWith(stem)
                        && (name.length() == stem.length() || !Character.isLetter(name.codePointAt(stem.length()))))
                .max(Comparator.comparingInt(String::length))
                .map(stems::get);
    }

    private static Optional<String> named(String name, Map<String, List<String>> patterns) {
        return new TreeMap<>(patterns)
                .entrySet().stream()
                        .filter(entry ->
                                entry.getValue().stream().anyMatch(pattern -> matches(form(name), form(pattern))))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** {@code *} stands for any characters, {@code ?} for one. */
    private static boolean matches(String name, String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return name.matches(regex.toString());
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String stem(String name) {
        int point = name.lastIndexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }

    private static String form(String text) {
        return Spelling.strip(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }
}
