package dev.steelyard.intake;

import dev.steelyard.exports.RowSink;
import dev.steelyard.exports.Slice;
import dev.steelyard.exports.SliceReader;
import dev.steelyard.fact.Row;
import dev.steelyard.fact.Schema;
import dev.steelyard.problem.Problem;
import dev.steelyard.run.InputFile.Counts;
import dev.steelyard.store.ContentStore;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the registers whole: their rows are few and looked up. Every row ends in an outcome here as in a slice, in the same
 * order of precedence: rejected, duplicate, out of window, used.
 */
public final class RegisterReader {

    /** A row that was read well, and where it stands. */
    private record Placed(Slice slice, Exclusions.Position position, Row row) {}

    private final List<Placed> placed = new ArrayList<>();
    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Placed> accepted = new ArrayList<>();

    /** Reads every slice; cells that cannot be read reject their rows. */
    public RegisterReader(Delivery delivery, ContentStore store, ZoneId zone) throws IOException {
        List<Slice> slices = delivery.slices(true);
        for (int i = 0; i < slices.size(); i++) {
            Slice slice = slices.get(i);
            Schema schema = delivery.schemas().get(slice.dataset());
            read(slice, i, new SliceReader(store, schema, zone));
        }
    }

    private void read(Slice slice, int number, SliceReader reader) throws IOException {
        Totals totals = new Totals();
        reader.read(slice, new RowSink() {
            @Override
            public void row(long record, Row row) {
                placed.add(new Placed(slice, new Exclusions.Position(number, record), row));
            }

            @Override
            public void rejected(long record, List<Problem> found, List<String> cells) {
                reject(slice, found.get(0));
            }

            @Override
            public void total(Total total) {
                totals.add(total);
            }
        });
        problems.addAll(totals.differences(Map.of()));
    }

    private void reject(Slice slice, Problem problem) {
        count(slice, new Counts(1, 0, 0, 1, 0));
        problems.add(problem);
    }

    private void count(Slice slice, Counts one) {
        counts.merge(file(slice), one, Counts::plus);
    }

    private static String file(Slice slice) {
        return slice.dataset() + "/" + slice.file();
    }

    /** The rows settled so far, by register. */
    public Map<String, List<Row>> rows() {
        Map<String, List<Row>> byDataset = new HashMap<>();
        accepted.forEach(row -> byDataset
                .computeIfAbsent(row.slice().dataset(), dataset -> new ArrayList<>())
                .add(row.row()));
        return byDataset;
    }

    /**
     * Rejects rows that name what is not there, then sorts out doubles, in the registers chosen: first those that others
     * reference, then the others.
     */
    public void settle(Predicate<Schema> which, Function<Row, Optional<Problem>> check) {
        Exclusions doubles = new Exclusions();
        List<Placed> checked = new ArrayList<>();
        for (Placed candidate : placed) {
            if (!which.test(candidate.row().schema())) {
                continue;
            }
            Optional<Problem> problem = check.apply(candidate.row());
            if (problem.isPresent()) {
                reject(candidate.slice(), problem.get());
            } else {
                checked.add(candidate);
                doubles.add(candidate.position(), candidate.row());
            }
        }
        Map<Integer, Map<Long, Exclusions.Exclusion>> excluded = doubles.bySlice();
        for (Placed candidate : checked) {
            Exclusions.Exclusion exclusion = excluded.getOrDefault(
                            candidate.position().slice(), Map.of())
                    .get(candidate.position().record());
            if (exclusion == null) {
                accepted.add(candidate);
            } else {
                count(candidate.slice(), exclusion.counts());
                problems.add(exclusion.problem(candidate.row()));
            }
        }
    }

    /**
     * {@code dataset/file} → what became of its rows.
     *
     * @param uses whether an accepted row lies in a window
     */
    public Map<String, Counts> counts(Predicate<Row> uses) {
        Map<String, Counts> all = new LinkedHashMap<>(counts);
        for (Placed row : accepted) {
            Counts one = uses.test(row.row()) ? new Counts(1, 1, 0, 0, 0) : new Counts(1, 0, 1, 0, 0);
            all.merge(file(row.slice()), one, Counts::plus);
        }
        return all;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
