package dev.steelyard.input.intake;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Losses;
import dev.steelyard.engine.fact.Row;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.SourceRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Remembers by which name others may call a register's rows that were lost, so that the reason can be given instead of "there
 * is no such". A record that could not be cut into its columns may be called by any of its texts.
 */
final class LostRows {

    /** What separates the cells of a record that could not be cut. */
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t|\"]");

    private final Map<String, Map<String, Problem>> rows = new HashMap<>();
    private final Map<SourceRef, Set<String>> cells = new HashMap<>();

    /** A row that the reader rejected. */
    void add(Schema schema, List<String> header, List<String> delivered, Problem why) {
        if (schema.key().size() != 1) {
            return;
        }
        int key = header.size() == delivered.size() ? position(schema, header) : -1;
        if (key >= 0) {
            put(schema, delivered.get(key), why);
        } else {
            delivered.forEach(text -> Arrays.stream(SEPARATOR.split(text)).forEach(part -> put(schema, part, why)));
        }
    }

    private static int position(Schema schema, List<String> header) {
        Column key = schema.column(schema.key().get(0)).orElseThrow();
        Set<String> names = new HashSet<>(key.aliases());
        names.add(key.name());
        names.add(key.zh());
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(Losses.form(header.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** A row that was read, and rejected for what it says. */
    void add(Row row, Problem why) {
        if (row.schema().key().size() == 1) {
            put(row.schema(), row.textOrBlank(row.schema().key().get(0)), why);
        }
    }

    private void put(Schema schema, String name, Problem why) {
        if (!name.isBlank()) {
            rows.computeIfAbsent(schema.dataset(), dataset -> new HashMap<>()).putIfAbsent(Losses.form(name), why);
        }
    }

    /** A cell that is blank because it could not be read; both of a pair that is out of order. */
    void add(Problem unread) {
        cells.computeIfAbsent(unread.where(), where -> new HashSet<>()).addAll(unread.concerned());
    }

    Losses losses() {
        return new Losses(rows, cells);
    }
}
