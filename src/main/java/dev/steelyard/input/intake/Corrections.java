package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.input.exports.Correction;
import dev.steelyard.input.exports.CorrectionFile;
import dev.steelyard.input.exports.RowKey;
import dev.steelyard.input.exports.RowSink;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.exports.SliceReader;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Corrected rows that were put back into the input folder. Each counts while the row that it stands for would be rejected
 * without it; then the slice reads it in its place, and everything after that treats it as any row. Whatever is not taken
 * is said.
 */
public final class Corrections {

    /** A corrected row whose original was found: where, and what became of the original. */
    private static final class Candidate {
        private final int slice;
        private final List<Correction> corrections;
        private List<String> delivered;
        private Row row;
        private boolean rejected;

        Candidate(int slice, List<Correction> corrections) {
            this.slice = slice;
            this.corrections = corrections;
        }
    }

    private final ContentStore store;
    private final ZoneId zone;
    private final List<CorrectionFile> files;
    private final Map<String, Map<SourceRef, List<Correction>>> byDataset = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<SourceRef, SourceRef> taken = new HashMap<>();

    public Corrections(List<CorrectionFile> files, ContentStore store, ZoneId zone) {
        this.files = List.copyOf(files);
        this.store = store;
        this.zone = zone;
        for (CorrectionFile file : files) {
            problems.addAll(file.problems());
            file.corrections().forEach(correction -> byDataset
                    .computeIfAbsent(correction.target().dataset(), dataset -> new LinkedHashMap<>())
                    .computeIfAbsent(correction.target(), target -> new ArrayList<>())
                    .add(correction));
        }
    }

    /**
     * Takes the corrections of the chosen datasets.
     *
     * @param check why a row that reads well is rejected, if it is
     * @return the delivery with the corrections in its slices
     */
    public Delivery apply(Delivery delivery, Predicate<Schema> which, Function<Row, Optional<Problem>> check)
            throws IOException {
        Delivery corrected = delivery;
        for (Schema schema : delivery.schemas().values()) {
            if (byDataset.containsKey(schema.dataset()) && which.test(schema)) {
                corrected = apply(corrected, schema, check);
            }
        }
        return corrected;
    }

    private Delivery apply(Delivery delivery, Schema schema, Function<Row, Optional<Problem>> check)
            throws IOException {
        List<Slice> slices = delivery.files().stream()
                .filter(file -> file.dataset().equals(schema.dataset()))
                .flatMap(file -> file.slices().stream())
                .toList();
        Map<SourceRef, Candidate> candidates = candidates(schema, slices);
        SliceReader reader = new SliceReader(store, schema, zone);
        Set<Integer> touched = new HashSet<>();
        candidates.values().forEach(candidate -> touched.add(candidate.slice));
        for (int slice : touched) {
            reader.read(slices.get(slice), new Judging(candidates, check));
        }
        findConflicts(slices, reader, candidates, check);
        Map<Slice, Map<Long, Correction>> taken = new HashMap<>();
        candidates.forEach((target, candidate) -> choose(schema, target, candidate)
                .ifPresent(correction -> taken.computeIfAbsent(slices.get(candidate.slice), slice -> new TreeMap<>())
                        .put(target.row(), correction)));
        return delivery.with(slice -> taken.containsKey(slice) ? slice.corrected(taken.get(slice)) : slice);
    }

    /** The corrections whose row may be there, in the order of their files. */
    private Map<SourceRef, Candidate> candidates(Schema schema, List<Slice> slices) {
        Map<SourceRef, Candidate> candidates = new LinkedHashMap<>();
        byDataset.get(schema.dataset()).forEach((target, corrections) -> {
            int at = -1;
            for (int i = 0; i < slices.size(); i++) {
                Slice slice = slices.get(i);
                boolean holds = slice.file().equals(target.file())
                        && slice.sheet().equals(target.sheet())
                        && slice.start().line() <= target.row();
                at = holds ? i : at;
            }
            List<Correction> aligned = new ArrayList<>();
            for (Correction correction : corrections) {
                Optional<Correction> own = at < 0
                        ? Optional.empty()
                        : correction.alignedTo(slices.get(at).header());
                own.ifPresentOrElse(aligned::add, () -> ignored(ProblemCode.CORRECTION_LOST, correction));
            }
            if (!aligned.isEmpty()) {
                candidates.put(target, new Candidate(at, aligned));
            }
        });
        return candidates;
    }

    private void ignored(ProblemCode code, Correction correction) {
        problems.add(Problem.of(code, correction.by())
                .with("original", correction.target().toString()));
    }

    /** The correction to read, if the original is rejected and it is clear what it should be. */
    private Optional<Correction> choose(Schema schema, SourceRef target, Candidate candidate) {
        if (candidate.delivered == null) {
            candidate.corrections.forEach(correction -> ignored(ProblemCode.CORRECTION_LOST, correction));
            return Optional.empty();
        }
        List<Correction> changed = candidate.corrections.stream()
                .filter(correction ->
                        correction.change(schema, candidate.delivered).isPresent())
                .toList();
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Correction first = changed.get(0);
        boolean clear = changed.stream().allMatch(first::sameAs);
        if (!candidate.rejected || !clear) {
            ProblemCode code = candidate.rejected ? ProblemCode.CORRECTION_TWICE : ProblemCode.CORRECTION_NEEDLESS;
            changed.forEach(correction -> ignored(code, correction));
            return Optional.empty();
        }
        Correction.Change change = first.change(schema, candidate.delivered).orElseThrow();
        taken.put(target, first.by());
        problems.add(Problem.of(ProblemCode.ROW_CORRECTED, target, change.columns(), change.values())
                .with("by", first.by().toString()));
        return Optional.of(first);
    }

    /** Finds which originals are rejected only because their key stands elsewhere with other content. */
    private static void findConflicts(
            List<Slice> slices,
            SliceReader reader,
            Map<SourceRef, Candidate> candidates,
            Function<Row, Optional<Problem>> check)
            throws IOException {
        Set<String> keys = new HashSet<>();
        candidates.values().stream()
                .filter(candidate -> candidate.row != null)
                .forEach(candidate -> keys.add(RowKey.folded(candidate.row)));
        if (keys.isEmpty()) {
            return;
        }
        Exclusions exclusions = new Exclusions();
        Map<SourceRef, Exclusions.Position> positions = new HashMap<>();
        for (int i = 0; i < slices.size(); i++) {
            int slice = i;
            reader.read(slices.get(i), new RowSink() {
                @Override
                public void row(long record, Row row) {
                    if (keys.contains(RowKey.folded(row)) && check.apply(row).isEmpty()) {
                        Exclusions.Position position = new Exclusions.Position(slice, record);
                        positions.put(row.source(), position);
                        exclusions.add(position, row);
                    }
                }

                @Override
                public void rejected(long record, List<Problem> found, List<String> cells) {
                    // Rejected rows conflict with none.
                }
            });
        }
        Map<Integer, Map<Long, Exclusions.Exclusion>> excluded = exclusions.bySlice();
        candidates.forEach((target, candidate) -> {
            Exclusions.Position position = positions.get(target);
            if (position != null) {
                Exclusions.Exclusion exclusion =
                        excluded.getOrDefault(position.slice(), Map.of()).get(position.record());
                candidate.rejected = exclusion != null && exclusion.conflict();
            }
        });
    }

    /** Finds the originals, and those among them that are rejected for what they say themselves. */
    private record Judging(Map<SourceRef, Candidate> candidates, Function<Row, Optional<Problem>> check)
            implements RowSink {

        @Override
        public void row(long record, Row row) {
            throw new IllegalStateException("rows come with their cells");
        }

        @Override
        public void row(long record, Row row, Supplier<List<String>> delivered) {
            Candidate candidate = candidates.get(row.source());
            if (candidate != null) {
                candidate.delivered = delivered.get();
                candidate.rejected = check.apply(row).isPresent();
                candidate.row = candidate.rejected ? null : row;
            }
        }

        @Override
        public void blanked(long record, Row row, Supplier<List<String>> delivered, List<Problem> unread) {
            rejected(record, unread, delivered.get());
        }

        @Override
        public void rejected(long record, List<Problem> found, List<String> cells) {
            Candidate candidate = candidates.get(found.get(0).where());
            if (candidate != null) {
                candidate.delivered = cells;
                candidate.rejected = true;
            }
        }
    }

    /** Corrections for datasets that there are not, once all others are taken. */
    public void refuseUnknown(Set<String> datasets) {
        files.stream()
                .flatMap(file -> file.corrections().stream())
                .filter(correction -> !datasets.contains(correction.target().dataset()))
                .forEach(correction -> ignored(ProblemCode.CORRECTION_LOST, correction));
    }

    /** Original → the corrected row that is read in its place. */
    public Map<SourceRef, SourceRef> taken() {
        return Map.copyOf(taken);
    }

    /** What was taken and what was not. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The files as inputs: their rows count where they are read, in the exports that they correct. */
    public List<InputFile> inputs() {
        return files.stream()
                .filter(file -> !file.sha256().isEmpty())
                .map(file -> new InputFile(
                        CorrectionFile.DATASET, file.name(), file.bytes(), file.sha256(), InputFile.Counts.NONE))
                .toList();
    }
}
