package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.RowListener;
import dev.steelyard.engine.plausible.Profile;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.input.exports.RowKey;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.exports.SliceReader;
import dev.steelyard.input.exports.SliceTally;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.RowAccount.Outcome;
import dev.steelyard.input.sheets.Mark;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measures one slice: every row gets its outcome, and what the plan asks of it is accumulated. */
public record SliceMeasurer(ContentStore store, ZoneId zone) {

    /**
     * What a slice came to.
     *
     * @param outcomes what became of its rows and their money
     * @param sums column → its sum, for the total rows of the file's later slices
     * @param profile what its rows hold month by month
     * @param keys fingerprints of the keys of all rows that are not rejected, sorted
     */
    public record Measured(
            Outcomes outcomes,
            Map<String, BigDecimal> sums,
            Totals totals,
            Accumulator cells,
            Profile profile,
            long[] keys) {}

    /**
     * @param exclusions records that do not count, once duplicates are known
     * @param problems takes the rows' problems in their order
     * @param rejects takes the rejected rows in their order
     * @param stop asked between blocks
     * @param progress told after each block how much more was read
     * @param listener told of each row that is taken into a cell
     * @throws CancellationException if stopped before the end
     */
    public Measured measure(
            Slice slice,
            Gauge gauge,
            Map<Long, Exclusion> exclusions,
            Consumer<Problem> problems,
            Consumer<RejectedRow> rejects,
            BooleanSupplier stop,
            Reading progress,
            RowListener listener)
            throws IOException {
        Taking taking = new Taking(slice, gauge, exclusions, problems, rejects, stop, progress, listener);
        SliceTally tally = new SliceReader(store, gauge.schema(), zone).read(slice, taking);
        if (!tally.whole()) {
            throw new CancellationException("stopped while reading " + slice.file());
        }
        taking.tell(slice.end());
        return taking.measured(tally);
    }

    /** Hears how much more was read. */
    @FunctionalInterface
    public interface Reading {
        /** @param bytes 0 in a workbook, whose rows have no size */
        void read(long rows, long bytes);
    }

    private static final class Taking implements RowSink {
        private final Slice slice;
        private final Gauge gauge;
        private final Map<Long, Exclusion> exclusions;
        private final Consumer<Problem> problems;
        private final Consumer<RejectedRow> rejects;
        private final BooleanSupplier stop;
        private final Accumulator cells;
        private final Totals totals = new Totals();
        private final Reading progress;
        private long toldRows;
        private long toldOffset;
        private long[] keys = new long[1024];
        private int keyCount;
        private final RowAccount account;
        private final Profile profile;
        private final boolean byColumns;
        private final Picks used = new Picks();
        private final Picks out = new Picks();
        private final Picks odd = new Picks();

        /** Position → header of the columns that nobody reads and whose values are still of interest. */
        private final Map<Integer, String> unread = new TreeMap<>();

        Taking(
                Slice slice,
                Gauge gauge,
                Map<Long, Exclusion> exclusions,
                Consumer<Problem> problems,
                Consumer<RejectedRow> rejects,
                BooleanSupplier stop,
                Reading progress,
                RowListener listener) {
            this.slice = slice;
            this.toldOffset = slice.start().offset();
            this.rejects = rejects;
            this.progress = progress;
            this.gauge = gauge;
            this.exclusions = exclusions;
            this.problems = problems;
            this.stop = stop;
            this.cells = gauge.open(listener);
            this.account = new RowAccount(gauge.schema());
            this.profile = new Profile(gauge.schema());
            // Who hears of every row, or counts some of them only, has them one by one.
            this.byColumns = listener == RowListener.NONE && exclusions.isEmpty();
            slice.unread(gauge.schema())
                    .forEach(at -> unread.put(at, slice.header().get(at).strip()));
        }

        @Override
        public void row(long record, Row row) {
            throw new IllegalStateException("rows come with their cells");
        }

        @Override
        public void row(long record, Row row, Supplier<List<String>> delivered) {
            Optional<Problem> problem = cells.check(row);
            if (problem.isPresent()) {
                account.add(Outcome.REJECTED, row);
                profile.lose(row);
                reject(List.of(problem.get()), delivered.get());
                return;
            }
            addKey(RowKey.hash(row));
            Exclusion exclusion = exclusions.isEmpty() ? null : exclusions.get(record);
            if (exclusion != null) {
                Problem found = exclusion.problem(row);
                if (exclusion.conflict()) {
                    account.add(Outcome.REJECTED, row);
                    profile.lose(row);
                    reject(List.of(found), delivered.get());
                } else {
                    account.add(Outcome.DUPLICATE, row);
                    problems.accept(found);
                }
            } else if (gauge.uses(row)) {
                account.add(Outcome.USED, row);
                profile.add(row);
                lookAtUnread(delivered);
                cells.take(row);
            } else {
                account.add(Outcome.OUT_OF_WINDOW, row);
                profile.add(row);
            }
        }

        @Override
        public boolean takesBlocks() {
            return byColumns && gauge.takesBlocks();
        }

        @Override
        public void rows(RowBlock block, int from, int to) {
            used.clear();
            out.clear();
            odd.clear();
            cells.sort(block, from, to, used, out, odd);
            for (int i = 0; i < odd.size(); i++) {
                row(block.record(odd.get(i)), block.row(odd.get(i)), block.delivered(odd.get(i)));
            }
            addKeys(block, used);
            addKeys(block, out);
            account.add(Outcome.USED, block, used);
            account.add(Outcome.OUT_OF_WINDOW, block, out);
            profile.add(block, used);
            profile.add(block, out);
            lookAtUnread(block);
            cells.take(used);
        }

        private void addKeys(RowBlock block, Picks rows) {
            for (int i = 0; i < rows.size(); i++) {
                addKey(block.key(rows.get(i)));
            }
        }

        private void lookAtUnread(RowBlock block) {
            unread.forEach((at, header) -> {
                Lane.Codes lane = block.unread(at);
                for (int i = 0; i < used.size() && profile.watches(header); i++) {
                    Object value = lane.value(used.get(i));
                    profile.addUnread(header, value == null ? "" : (String) value, 1);
                }
            });
            unread.values().removeIf(header -> !profile.watches(header));
        }

        /** What stands in columns that nobody reads, as long as it may be a status. */
        private void lookAtUnread(Supplier<List<String>> delivered) {
            if (unread.isEmpty()) {
                return;
            }
            List<String> texts = delivered.get();
            unread.forEach((at, header) ->
                    profile.addUnread(header, at < texts.size() ? texts.get(at).strip() : "", 1));
            unread.values().removeIf(header -> !profile.watches(header));
        }

        private void addKey(long key) {
            if (keyCount == keys.length) {
                keys = Arrays.copyOf(keys, keyCount * 2);
            }
            keys[keyCount++] = key;
        }

        @Override
        public void rejected(long record, List<Problem> found, List<String> texts) {
            throw new IllegalStateException("rejected rows come with their day");
        }

        @Override
        public void rejected(long record, List<Problem> found, List<String> texts, LocalDate day) {
            account.addUnread();
            profile.lose(day);
            reject(found, texts);
        }

        @Override
        public void excluded(long record) {
            account.addExcluded();
        }

        private void reject(List<Problem> found, List<String> texts) {
            problems.accept(found.get(0));
            rejects.accept(new RejectedRow(found.get(0).where(), slice.header(), texts, found));
        }

        @Override
        public void said(Problem problem) {
            problems.accept(problem);
        }

        @Override
        public void total(Total total) {
            totals.add(total);
        }

        @Override
        public void block(Mark mark) {
            tell(mark.offset());
        }

        /** @param to how far it has been read */
        void tell(long to) {
            long rows = account.read();
            progress.read(rows - toldRows, slice.shape() instanceof Slice.Text ? to - toldOffset : 0);
            toldRows = rows;
            toldOffset = to;
        }

        @Override
        public boolean stop() {
            return stop.getAsBoolean();
        }

        Measured measured(SliceTally tally) {
            return new Measured(
                    account.outcomes(tally), tally.sums(), totals, cells, profile, Fingerprints.sorted(keys, keyCount));
        }
    }
}
