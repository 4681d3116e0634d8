package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.input.spelling.Spelling;
import dev.steelyard.ledger.store.FileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder by dataset (architecture.md 4, Inputs): a name begins with a stem of the dataset, English or Chinese, or
 * with a period and then the stem, and then ends or goes on with no letter; the longest stem wins, so that 客户调研 is not 客户.
 * Only plain files are read: what else lies there is said, and neither opened nor followed.
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
            Set.of("xls", "xlsm", "xlsb", "et", "ods", "numbers", "xlt", "xltx", "html", "htm", "xml", "json", "dbf");

    /** What an export may lie in; its name is said only where the export itself is not there. */
    private static final Set<String> WRAPPED = Set.of("zip", "rar", "7z", "gz", "part", "crdownload", "tmp", "");

    private static final Set<String> TABLES = Stream.concat(Stream.of("csv", "tsv", "xlsx"), OTHER_SHEETS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final int DEPTH = 6;
    private static final int MOST_BELOW = 10_000;

    /** Periods and dates at the beginning of a name: 2026年9月, 9月1日-30日, 2026-09_, 20260930, 2026Q3-, 2026年三季度. */
    private static final Pattern DATED = Pattern.compile("(?:[\\s(\\[【]*(?:"
            + "(?:20)?\\d\\d\\s*年度?\\s*(?:第?[一二三四1-4]季度|q[1-4]|[上下]半年|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:\\s*\\d{1,2}[日号])?)?"
            + "|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:\\s*\\d{1,2}[日号])?"
            + "|\\d{1,2}[日号]|20\\d\\d[-_. /]?q[1-4]|q[1-4]"
            + "|20\\d\\d(?:[-_.]?(?:0?[1-9]|1[0-2])(?:[-_.]?(?:0?[1-9]|[12]\\d|3[01]))?)?(?!\\d)"
            + ")[\\s\\-_.·,、~至()\\[\\]【】]*)+");

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
        List<Problem> wrapped = new ArrayList<>();
        for (Path entry : sorted(folder)) {
            String name = FileNames.of(entry);
            String extension = form(extension(name));
            String stem = form(stem(name));
            Optional<String> dataset = named(name, patterns).or(() -> dataset(stem, stems));
            SourceRef where = SourceRef.file(dataset.orElse(""), name);
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(ofFolder(entry, name, stems, patterns));
            } else if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                // Not opened: a pipe would wait for whoever writes to it, a link leads out of the folder.
                problems.add(Problem.of(
                        dataset.isPresent() ? ProblemCode.FILE_NOT_PLAIN : ProblemCode.FILE_UNMATCHED, where));
            } else if (dataset.isPresent() && READ.contains(extension)) {
                files.computeIfAbsent(dataset.get(), none -> new ArrayList<>()).add(entry);
            } else if (dataset.isPresent() && OTHER_SHEETS.contains(extension)) {
                problems.add(Problem.of(ProblemCode.FILE_FORMAT, where).with("format", "." + extension));
            } else if (extension.equals("xlsx") && dataset(stem, CORRECTIONS).isPresent()) {
                corrections.add(entry);
            } else if (dataset.isPresent() && WRAPPED.contains(extension)) {
                wrapped.add(Problem.of(ProblemCode.FILE_FORMAT, where)
                        .with("format", extension.isEmpty() ? "?" : "." + extension));
            } else {
                problems.add(unmatched(name, stem, extension, stems));
            }
        }
        wrapped.stream()
                .map(problem -> files.containsKey(problem.where().dataset())
                        ? Problem.of(
                                ProblemCode.FILE_UNMATCHED,
                                SourceRef.file("", problem.where().file()))
                        : problem)
                .forEach(problems::add);
        files.replaceAll((dataset, found) -> List.copyOf(found));
        return new InputFolder(files, corrections, problems);
    }

    /** A table whose name holds a dataset's name elsewhere than at its beginning is probably an export. */
    private static Problem unmatched(String name, String stem, String extension, Map<String, String> stems) {
        Optional<String> within = TABLES.contains(extension)
                ? stems.keySet().stream().filter(word -> holds(stem, word)).max(Comparator.comparingInt(String::length))
                : Optional.empty();
        return within.map(found -> Problem.of(ProblemCode.FILE_MISNAMED, SourceRef.file(stems.get(found), name))
                        .with("title", found))
                .orElseGet(() -> Problem.of(ProblemCode.FILE_UNMATCHED, SourceRef.file("", name)));
    }

    /** Whether the word stands in the name, an English one on its own: transactions are no actions. */
    private static boolean holds(String name, String word) {
        for (int at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean joined = at > 0 && isEnglish(word.charAt(0)) && isEnglish(name.charAt(at - 1))
                    || end < name.length() && isEnglish(word.charAt(word.length() - 1)) && isEnglish(name.charAt(end));
            if (!joined) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnglish(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** What a subfolder holds is not read, and said: most of all where it looks like exports. */
    private static Problem ofFolder(
            Path folder, String name, Map<String, String> stems, Map<String, List<String>> patterns) {
        List<String> alike = new ArrayList<>();
        Set<String> datasets = new TreeSet<>();
        try (Stream<Path> below = Files.find(
                folder, DEPTH, (path, attributes) -> attributes.isRegularFile() && !isIgnored(FileNames.of(path)))) {
            for (Path file : (Iterable<Path>) below.limit(MOST_BELOW)::iterator) {
                String found = FileNames.of(file);
                String extension = form(extension(found));
                Optional<String> dataset = named(found, patterns).or(() -> dataset(form(stem(found)), stems));
                if (dataset.isPresent() && (READ.contains(extension) || OTHER_SHEETS.contains(extension))) {
                    alike.add(found);
                    datasets.add(dataset.get());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // A folder that may not be looked into is named all the same.
        }
        alike.sort(CodePoints.ORDER);
        return alike.isEmpty()
                ? Problem.of(ProblemCode.FOLDER_NOT_READ, SourceRef.file("", name))
                : Problem.of(
                                ProblemCode.FOLDER_OF_EXPORTS,
                                SourceRef.file(
                                        datasets.size() == 1
                                                ? datasets.iterator().next()
                                                : "",
                                        name))
                        .with("first", alike.get(0))
                        .with("count", Integer.toString(alike.size()));
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isIgnored(FileNames.of(entry)))
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

    /** By the longest stem that the name begins with, after a period or date if one stands before it. */
    private static Optional<String> dataset(String name, Map<String, String> stems) {
        Matcher dated = DATED.matcher(name);
        String undated = dated.lookingAt() ? name.substring(dated.end()) : name;
        return stems.keySet().stream()
                .filter(stem -> begins(name, stem) || begins(undated, stem))
                .max(Comparator.comparingInt(String::length))
                .map(stems::get);
    }

    private static boolean begins(String name, String stem) {
        return name.startsWith(stem)
                && (name.length() == stem.length() || !Character.isLetter(name.codePointAt(stem.length())));
    }

    private static Optional<String> named(String name, Map<String, List<String>> patterns) {
        return new TreeMap<>(patterns)
                .entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(pattern -> isNamed(name, pattern)))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Whether the file's name is of the pattern. */
    static boolean isNamed(String file, String pattern) {
        return matches(form(file), form(pattern));
    }

    /** {@code *} stands for any characters, {@code ?} for one. */
    private static boolean matches(String name, String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
        return name.matches(regex.toString());
    }

    private static String extension(String name) {
        int point = name.lastIndexOf('.');
        return point < 0 ? "" : name.substring(point + 1);
    }

    private static String stem(String name) {
        int point = name.lastIndexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }

    private static String form(String text) {
        return Spelling.strip(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }
}
