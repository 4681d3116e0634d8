package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Profile;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.input.exports.LostRows;
import dev.steelyard.input.exports.RowKey;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.exports.SliceReader;
import dev.steelyard.input.exports.SliceTally;
import dev.steelyard.input.intake.RowAccount.Outcome;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the registers whole: their rows are few and looked up. Every row ends in an outcome here as in a slice, in the same
 * order of precedence: rejected, duplicate, out of window, used.
 */
public final class RegisterReader {

    private static final Comparator<Exclusions.Position> ORDER =
            Comparator.comparingInt(Exclusions.Position::slice).thenComparingLong(Exclusions.Position::record);

    /**
     * A row that was read well, and where it stands, until it is settled.
     *
     * @param key a fingerprint: rows of different fingerprints have different keys
     */
    private record Placed(Slice slice, Exclusions.Position position, Row row, List<String> cells, long key) {

        Placed(Slice slice, Exclusions.Position position, Row row, List<String> cells) {
            this(
                    slice,
                    position,
                    row,
                    cells,
                    RowKey.hash(row) ^ (long) row.schema().dataset().hashCode() << 32);
        }
    }

    /** A slice that was read, with what became of those of its rows that were not accepted. */
    private record Account(Slice slice, SliceTally tally, RowAccount rows) {}

    private final ContentStore store;
    private final ZoneId zone;
    private final UnaryOperator<Row> canonical;
    private final Map<Integer, Account> accounts = new ConcurrentSkipListMap<>();
    private final Map<Integer, List<Problem>> cellProblems = new ConcurrentSkipListMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Map<Exclusions.Position, RejectedRow>> rejects = new ConcurrentHashMap<>();
    /** Slice → its rows that count. */
    private final Map<Integer, List<Row>> accepted = new TreeMap<>();

    /** Slice → where columns stand that nobody reads. */
    private final Map<Integer, List<Integer>> unread = new HashMap<>();

    private final Map<String, Profile> profiles = new ConcurrentSkipListMap<>();
    private final List<Row> differing = new ArrayList<>();
    private final LostRows lost = new LostRows();

    /** Rejected together with rows of another dataset, which can only be told by them. */
    private final List<Row> told = new ArrayList<>();

    /** @param canonical a row with ids in the place of the names that people write */
    public RegisterReader(ContentStore store, ZoneId zone, UnaryOperator<Row> canonical) {
        this.store = store;
        this.canonical = canonical;
        this.zone = zone;
    }

    /** The same row of values that other rows have too: registers stay in memory, and name the same people and days again and again. */
    private static Row shared(Row row, Map<Object, Object> seen) {
        Object[] values = row.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                Object first = seen.putIfAbsent(values[i], values[i]);
                values[i] = first == null ? values[i] : first;
            }
        }
        return row;
    }

    /** Reads a slice; cells that cannot be read reject their rows. */
    private void read(
            Slice slice, int number, Schema schema, Map<Object, Object> seen, LostRows lost, List<Placed> placed) {
        Totals totals = new Totals();
        List<Problem> own = new ArrayList<>();
        RowAccount account = new RowAccount(schema);
        SliceTally tally = read(slice, schema, new RowSink() {
            @Override
            public void row(long record, Row row) {
                throw new IllegalStateException("rows come with their cells");
            }

            @Override
            public void row(long record, Row row, Supplier<List<String>> delivered) {
                placed.add(new Placed(
                        slice,
                        new Exclusions.Position(number, record),
                        shared(canonical.apply(row), seen),
                        delivered.get()));
            }

            @Override
            public void blanked(long record, Row row, Supplier<List<String>> delivered, List<Problem> unread) {
                Exclusions.Position position = new Exclusions.Position(number, record);
                List<String> cells = delivered.get();
                placed.add(new Placed(slice, position, row, cells));
                unread.forEach(problem -> own.add(keptBlank(problem, lost)));
                reject(slice, position, unread, cells);
            }

            @Override
            public void rejected(long record, List<Problem> found, List<String> cells) {
                throw new IllegalStateException("rejected rows come with their day");
            }

            @Override
            public void rejected(long record, List<Problem> found, List<String> cells, LocalDate day) {
                own.add(found.get(0));
                lost.add(schema, slice.header(), cells, found.get(0));
                account.addUnread();
                profile(schema).lose(day);
                reject(slice, new Exclusions.Position(number, record), found, cells);
            }

            @Override
            public void said(Problem problem) {
                own.add(problem);
            }

            @Override
            public void excluded(long record) {
                account.addExcluded();
            }

            @Override
            public void total(Total total) {
                totals.add(total);
            }
        });
        own.addAll(totals.differences(Map.of()));
        cellProblems.put(number, own);
        accounts.put(number, new Account(slice, tally, account));
    }

    private SliceTally read(Slice slice, Schema schema, RowSink to) {
        try {
            return new SliceReader(store, schema, zone).read(slice, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of a cell that could not be read, where its row is kept. */
    private static Problem keptBlank(Problem problem, LostRows lost) {
        lost.add(problem);
        return new Problem(
                        ProblemCode.BLANK_FOR_UNREAD,
                        problem.where(),
                        problem.column(),
                        problem.value(),
                        problem.slots())
                .with("cause", problem.code().name());
    }

    private void reject(Slice slice, Exclusions.Position position, List<Problem> found, List<String> cells) {
        Map<Exclusions.Position, RejectedRow> kept =
                rejects.computeIfAbsent(slice.dataset(), dataset -> new TreeMap<>(ORDER));
        if (kept.size() < RejectFile.MOST) {
            kept.put(position, new RejectedRow(found.get(0).where(), slice.header(), cells, found));
        }
    }

    private Profile profile(Schema schema) {
        return profiles.computeIfAbsent(schema.dataset(), dataset -> new Profile(schema));
    }

    /** What the registers hold month by month, of those that have a row. */
    public Map<String, Profile> profiles() {
        Map<String, Profile> all = new TreeMap<>();
        profiles.forEach((dataset, lost) -> {
            Profile profile = all.computeIfAbsent(dataset, any -> new Profile(lost.schema()));
            lost.parts().forEach(profile::add);
            profile.addUnread(lost.unread());
        });
        accepted().forEach(row -> all.computeIfAbsent(row.schema().dataset(), dataset -> new Profile(row.schema()))
                .add(row));
        return all;
    }

    private Stream<Row> accepted() {
        return accepted.values().stream().flatMap(List::stream);
    }

    private void count(Placed row, Outcome outcome) {
        accounts.get(row.position().slice()).rows().add(outcome, row.row());
    }

    private static String file(Slice slice) {
        return slice.dataset() + "/" + slice.file();
    }

    /** The rows settled so far, by register. */
    public Map<String, List<Row>> rows() {
        // Whoever the differing name is on the roster all the same (rules.md 8.11).
        return Stream.of(accepted(), told.stream(), differing.stream())
                .flatMap(rows -> rows)
                .collect(Collectors.groupingBy(row -> row.schema().dataset()));
    }

    /** What the registers settled so far lost. */
    public Losses losses() {
        return lost.losses();
    }

    /**
     * Reads the registers chosen, rejects rows that name what is not there, then sorts out duplicates: first of those that
     * others reference, then of the others.
     */
    public void settle(Delivery delivery, Predicate<Schema> which, Function<Row, Optional<Problem>> check)
            throws IOException {
        Exclusions duplicates = new Exclusions();
        List<Placed> checked = new ArrayList<>();
        for (Placed candidate : placed(delivery, which)) {
            Optional<Problem> problem = check.apply(candidate.row());
            if (problem.isPresent()) {
                reject(candidate, problem.get());
                if (problem.get().code() == ProblemCode.ROW_SPLIT) {
                    told.add(candidate.row());
                }
            } else {
                checked.add(candidate);
            }
        }
        long[] repeated = repeated(checked);
        for (Placed candidate : checked) {
            if (Arrays.binarySearch(repeated, candidate.key()) >= 0) {
                duplicates.add(candidate.position(), candidate.row());
            }
        }
        Map<Integer, Map<Long, Exclusions.Exclusion>> excluded = duplicates.bySlice();
        for (Placed candidate : checked) {
            Exclusions.Exclusion exclusion = excluded.getOrDefault(
                            candidate.position().slice(), Map.of())
                    .get(candidate.position().record());
            if (exclusion == null) {
                lookAtUnread(candidate);
                accepted.computeIfAbsent(candidate.position().slice(), slice -> new ArrayList<>())
                        .add(candidate.row());
            } else if (exclusion.conflict()) {
                reject(candidate, exclusion.problem(candidate.row()));
                if (candidate.row().schema().blanksUnread()) {
                    differing.add(candidate.row());
                }
            } else {
                count(candidate, Outcome.DUPLICATE);
                problems.add(exclusion.problem(candidate.row()));
            }
        }
    }

    /** Reads the registers chosen, each on a thread of its own, and puts their rows in order of file and record. */
    private List<Placed> placed(Delivery delivery, Predicate<Schema> which) throws IOException {
        List<Slice> slices = delivery.slices(true);
        Map<String, List<Integer>> byDataset = new LinkedHashMap<>();
        for (int i = 0; i < slices.size(); i++) {
            String dataset = slices.get(i).dataset();
            if (which.test(delivery.schemas().get(dataset))) {
                byDataset.computeIfAbsent(dataset, any -> new ArrayList<>()).add(i);
            }
        }
        Map<Object, Object> seen = new ConcurrentHashMap<>();
        Map<String, LostRows> losses = new ConcurrentHashMap<>();
        Map<Integer, List<Placed>> bySlice = new ConcurrentSkipListMap<>();
        try {
            byDataset.keySet().parallelStream().forEach(dataset -> {
                LostRows ofDataset = new LostRows();
                losses.put(dataset, ofDataset);
                for (int slice : byDataset.get(dataset)) {
                    List<Placed> placed = new ArrayList<>();
                    bySlice.put(slice, placed);
                    read(slices.get(slice), slice, delivery.schemas().get(dataset), seen, ofDataset, placed);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        byDataset.keySet().forEach(dataset -> lost.add(losses.get(dataset)));
        return bySlice.values().stream().flatMap(List::stream).toList();
    }

    /** The fingerprints of keys that may stand more than once, sorted: only of their rows need it be known exactly. */
    private static long[] repeated(List<Placed> rows) {
        long[] sorted = rows.stream().mapToLong(Placed::key).sorted().toArray();
        return IntStream.range(1, sorted.length)
                .filter(i -> sorted[i] == sorted[i - 1])
                .mapToLong(i -> sorted[i])
                .toArray();
    }

    /** What stands in columns that nobody reads: a decision that was withdrawn may say so there only. */
    private void lookAtUnread(Placed row) {
        Schema schema = row.row().schema();
        for (int at : unread.computeIfAbsent(
                row.position().slice(), slice -> row.slice().unread(schema))) {
            String value = at < row.cells().size() ? row.cells().get(at).strip() : "";
            profile(schema).addUnread(row.slice().header().get(at).strip(), value, 1);
        }
    }

    private void reject(Placed row, Problem problem) {
        problems.add(problem);
        lost.add(row.row(), problem);
        count(row, Outcome.REJECTED);
        profile(row.row().schema()).lose(row.row());
        reject(row.slice(), row.position(), List.of(problem), row.cells());
    }

    /**
     * {@code dataset/file} → what became of its rows and their money.
     *
     * @param uses whether an accepted row lies in a window
     */
    public Map<String, Outcomes> outcomes(Predicate<Row> uses) {
        Map<Integer, RowAccount> kept = new TreeMap<>();
        accepted.forEach((slice, rows) -> {
            RowAccount account = new RowAccount(rows.get(0).schema());
            rows.forEach(row -> account.add(uses.test(row) ? Outcome.USED : Outcome.OUT_OF_WINDOW, row));
            kept.put(slice, account);
        });
        Map<String, Outcomes> byFile = new LinkedHashMap<>();
        accounts.forEach((slice, account) -> {
            SliceTally tally = account.tally();
            Outcomes ofSlice = account.rows().outcomes(tally);
            RowAccount ofAccepted = kept.get(slice);
            byFile.merge(
                    file(account.slice()),
                    ofAccepted == null ? ofSlice : ofSlice.plus(ofAccepted.without(tally)),
                    Outcomes::plus);
        });
        return byFile;
    }

    /** What was found in cells and totals, then what was found among rows. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        cellProblems.values().forEach(all::addAll);
        all.addAll(problems);
        return all;
    }

    /** The rejected rows of a register in the order of its files, {@link RejectFile#MOST} at most. */
    public List<RejectedRow> rejects(String dataset) {
        return List.copyOf(rejects.getOrDefault(dataset, Map.of()).values());
    }
}
