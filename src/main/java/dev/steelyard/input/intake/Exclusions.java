package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.input.exports.RowKey;
import dev.steelyard.ledger.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows that do not count because their key stands elsewhere (rulings 88): of identical rows all but the first, of rows with
 * one key and different content all. First is by file name, then row: the order in which rows are given.
 */
public final class Exclusions {

    /** Names a row: the slice's number and the record's ordinal in its file. */
    public record Position(int slice, long record) {}

    /**
     * Why a row does not count.
     *
     * @param conflict whether its key has different content elsewhere; otherwise it is a copy
     * @param other where: the first of the copies, or another row of the key
     * @param otherKey the key as it is written there
     */
    public record Exclusion(boolean conflict, SourceRef other, String otherKey) {
        Problem problem(Row row) {
            String key = shown(RowKey.key(row));
            if (!conflict && !key.equals(otherKey)) {
                return Problem.of(
                                ProblemCode.ROW_KEY_ALIKE,
                                row.source(),
                                String.join(", ", row.schema().key()),
                                key)
                        .with("first", other.toString())
                        .with("other", otherKey);
            }
            return conflict
                    ? Problem.of(
                                    ProblemCode.ROW_KEY_CONFLICT,
                                    row.source(),
                                    String.join(", ", row.schema().key()),
                                    key)
                            .with("others", other.toString())
                    : Problem.of(
                                    ProblemCode.ROW_DUPLICATE,
                                    row.source(),
                                    String.join(", ", row.schema().key()),
                                    key)
                            .with("first", other.toString());
        }
    }

    /** A row whose key stands more than once: enough of it to compare, whatever its size. */
    private record Suspect(Position position, SourceRef source, String key, String content) {}

    private static String shown(String key) {
        return key.replace('\u001f', ' ');
    }

    private final Map<String, List<Suspect>> suspects = new HashMap<>();

    /** Adds a row, in order of file and record, that may have a double. */
    public void add(Position position, Row row) {
        suspects.computeIfAbsent(digest(row.schema().dataset() + '\n' + RowKey.folded(row)), key -> new ArrayList<>(2))
                .add(new Suspect(position, row.source(), shown(RowKey.key(row)), digest(RowKey.meaning(row))));
    }

    /** Slice → record → why it does not count. */
    public Map<Integer, Map<Long, Exclusion>> bySlice() {
        Map<Integer, Map<Long, Exclusion>> bySlice = new TreeMap<>();
        for (List<Suspect> same : suspects.values()) {
            Suspect first = same.get(0);
            boolean conflict = same.stream().anyMatch(other -> !other.content().equals(first.content()));
            for (int i = conflict ? 0 : 1; i < same.size(); i++) {
                Suspect excluded = same.get(i);
                Suspect other = i == 0 ? same.get(1) : first;
                bySlice.computeIfAbsent(excluded.position().slice(), slice -> new TreeMap<>())
                        .put(excluded.position().record(), new Exclusion(conflict, other.source(), other.key()));
            }
        }
        return bySlice;
    }

    /** 128 bits of SHA-256: short, and equal only for what is equal. */
    private static String digest(String text) {
        return new String(Sha256.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16, StandardCharsets.ISO_8859_1);
    }
}
