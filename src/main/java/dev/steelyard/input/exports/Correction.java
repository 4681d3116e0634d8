package dev.steelyard.input.exports;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.spelling.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row as a person corrected it, to be read in place of the one that was rejected.
 *
 * @param target the row that it replaces
 * @param by where the correction stands
 * @param header the header above its cells
 * @param cells raw cells, null where blank
 */
public record Correction(SourceRef target, SourceRef by, List<String> header, List<Object> cells) {

    public Correction {
        header = List.copyOf(header);
        cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }

    /**
     * What a correction changes.
     *
     * @param columns the names of the columns, joined; blank where the row as a whole was mended
     * @param values {@code before → after} of each, joined
     */
    public record Change(String columns, String values) {}

    /** The same with its cells in the order of the file's header, or empty where it lacks one of the columns. */
    public Optional<Correction> alignedTo(List<String> fileHeader) {
        List<Object> aligned = new ArrayList<>();
        boolean[] taken = new boolean[header.size()];
        for (String name : fileHeader) {
            int at = 0;
            while (at < taken.length && (taken[at] || !normal(header.get(at)).equals(normal(name)))) {
                at++;
            }
            if (at == taken.length) {
                return Optional.empty();
            }
            taken[at] = true;
            aligned.add(cells.get(at));
        }
        int filled = aligned.size();
        for (int at = 0; at < taken.length; at++) {
            if (!taken[at]) {
                aligned.add(cells.get(at));
                filled = shown(cells.get(at)).isEmpty() ? filled : aligned.size();
            }
        }
        return Optional.of(new Correction(target, by, fileHeader, aligned.subList(0, filled)));
    }

    /** Whether both say the same. */
    public boolean sameAs(Correction other) {
        return texts().equals(other.texts());
    }

    private List<String> texts() {
        return cells.stream().map(Correction::shown).toList();
    }

    /** What it changes of the row as delivered; empty where it leaves all as it was. */
    public Optional<Change> change(Schema schema, List<String> delivered) {
        List<String> after = texts();
        boolean whole = delivered.size() != header.size() || after.size() != header.size();
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Map<String, String> names = Header.names(schema);
        for (int i = 0; i < Math.max(delivered.size(), after.size()); i++) {
            String before = i < delivered.size() ? normal(delivered.get(i)) : "";
            String now = i < after.size() ? after.get(i) : "";
            if (!before.equals(now)) {
                String name = i < header.size() ? header.get(i) : "";
                columns.add(names.getOrDefault(Spelling.compact(name), name));
                values.add(before + " → " + now);
            }
        }
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                whole
                        ? new Change("", "")
                        : new Change(String.join(", ", columns), Spelling.shown(String.join("; ", values))));
    }

    private static String shown(Object raw) {
        return normal(Cells.display(raw));
    }

    /** The text as it comes back from a spreadsheet: line ends alike, and what XML cannot hold replaced. */
    private static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        Spelling.strip(text.replace("\r\n", "\n").replace('\r', '\n'))
                .codePoints()
                .forEach(point -> normal.appendCodePoint(
                        point < ' ' && point != '\t' && point != '\n' || point == 0xFFFE || point == 0xFFFF
                                ? 0xFFFD
                                : point));
        return normal.toString();
    }
}
