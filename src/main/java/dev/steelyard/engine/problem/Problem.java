package dev.steelyard.engine.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One finding: what, where, and the words that its text needs.
 *
 * @param column the export's column (canonical name) or the person the finding is about; blank where neither
 * @param value the text that was found; blank where there is none
 * @param slots further named values of the catalogue's text
 */
public record Problem(ProblemCode code, SourceRef where, String column, String value, Map<String, String> slots) {

    public Problem {
        slots = Map.copyOf(slots);
    }

    /** A problem of a file or row as a whole. */
    public static Problem of(ProblemCode code, SourceRef where) {
        return new Problem(code, where, "", "", Map.of());
    }

    /**
     * A problem of a cell.
     *
     * @param column blank where it is not one column's
     * @param value as it was written
     */
    public static Problem of(ProblemCode code, SourceRef where, String column, String value) {
        return new Problem(code, where, column, value, Map.of());
    }

    /** The same with one slot of its sentence filled. */
    public Problem with(String slot, String text) {
        Map<String, String> more = new TreeMap<>(slots);
        more.put(slot, text);
        return new Problem(code, where, column, value, more);
    }

    /** The columns that it is about: two where they contradict each other; none where it is about the row as a whole. */
    public List<String> concerned() {
        return slots.containsKey("left")
                ? List.of(slots.get("left"), slots.get("right"))
                : column.isEmpty() ? List.of() : List.of(column.split(", "));
    }

    /** How bad it is; its code decides. */
    public Severity severity() {
        return code.severity();
    }

    /** Everything that its sentences have slots for. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>(slots);
        words.put("column", column);
        words.put("value", value);
        words.put("dataset", where.dataset());
        words.put("file", where.file());
        words.put("sheet", where.sheet());
        words.put("row", Long.toString(where.row()));
        return words;
    }
}
