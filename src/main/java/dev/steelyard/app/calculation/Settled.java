package dev.steelyard.app.calculation;

import dev.steelyard.engine.measure.Accumulator;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.measure.RowListener;
import dev.steelyard.engine.plausible.Evidence;
import dev.steelyard.engine.plausible.Profile;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.SliceFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the slices and the registers came to, together.
 *
 * @param outcomes dataset/file → what became of its rows
 * @param totals totals that an export says of itself and that its rows do not come to
 * @param emptied files of which a row filter leaves nothing: more likely its values are others than the export's
 * @param unmatched what of one export names rows of another that are not there
 * @param profiles dataset → what was delivered, month by month
 */
record Settled(
        Measurements measurements,
        Map<String, Outcomes> outcomes,
        List<Problem> totals,
        List<Problem> emptied,
        List<Problem> unmatched,
        Map<String, Profile> profiles) {

    private static final int EXAMPLES = 5;

    static Settled of(Measuring measuring, Threads threads) throws IOException {
        Intake intake = measuring.intake();
        Sums sums = new Sums(intake, measuring.listening().slices().apply(Listening.REGISTERS));
        sums.addSlices(measuring.files(), measuring.figures(), threads);
        sums.addRegisters();
        Measurements first = new Measurements(intake.request().schemas(), sums.merged.values());
        Optional<Demand> more = intake.calculation().more(first);
        return new Settled(
                more.isPresent() ? first.plus(measured(measuring, more.get(), threads)) : first,
                sums.outcomes,
                sums.totals,
                emptied(intake, sums.outcomes),
                unknownLines(measuring),
                sums.profiles);
    }

    /** What is asked for when the first answers are there: few rows, read once more. */
    private static Measurements measured(Measuring measuring, Demand demand, Threads threads) throws IOException {
        Intake intake = measuring.intake();
        Map<Integer, Map<Long, Exclusion>> excluded = measuring.duplicates();
        Map<String, Gauge> asking = intake.gauges(demand);
        SliceFiles more = new SliceFiles(measuring.files().folder().resolve("more"));
        Map<String, Accumulator> merged = new TreeMap<>();
        List<Integer> slices = IntStream.range(0, intake.slices().size())
                .filter(slice -> !gauge(asking, intake, slice).tallies().isEmpty())
                .boxed()
                .toList();
        threads.forEach(slices.size(), i -> {
            int slice = slices.get(i);
            measuring.measure(slice, gauge(asking, intake, slice), excluded.getOrDefault(slice, Map.of()), more);
        });
        for (int slice : slices) {
            String dataset = intake.slices().get(slice).dataset();
            more.read(
                    slice,
                    merged.computeIfAbsent(dataset, any -> asking.get(any).open()),
                    tally -> true,
                    new Profile(intake.request().schemas().get(dataset)));
        }
        more.delete();
        merged.values().forEach(Accumulator::complete);
        return new Measurements(intake.request().schemas(), merged.values());
    }

    private static Gauge gauge(Map<String, Gauge> asking, Intake intake, int slice) {
        return asking.get(intake.slices().get(slice).dataset());
    }

    private static List<Problem> emptied(Intake intake, Map<String, Outcomes> outcomes) {
        List<Problem> found = new ArrayList<>();
        for (FrozenFile file : intake.delivery().files()) {
            Counts rows = outcome(outcomes, file).rows();
            if (rows.excluded() > 0 && rows.excluded() == rows.read()) {
                found.add(Problem.of(ProblemCode.ROWS_ALL_EXCLUDED, SourceRef.file(file.dataset(), file.name()))
                        .with("count", Long.toString(rows.read())));
            }
        }
        return found;
    }

    /** Order lines that are split and that no order has (rulings 109). */
    private static List<Problem> unknownLines(Measuring measuring) throws IOException {
        Intake intake = measuring.intake();
        // Where the split itself does not hold, that is said.
        Set<String> lines = intake.registers().splits().byLine().keySet();
        List<String> unknown = lines.isEmpty() ? List.of() : measuring.absent("orders", lines);
        return unknown.isEmpty()
                ? List.of()
                : List.of(Problem.of(ProblemCode.SPLIT_OF_UNKNOWN_LINE, SourceRef.NONE, "order_line_id", unknown.get(0))
                        .with("count", Integer.toString(unknown.size()))
                        .with("examples", unknown.stream().limit(EXAMPLES).collect(Collectors.joining(", "))));
    }

    private static Outcomes outcome(Map<String, Outcomes> outcomes, FrozenFile file) {
        return outcomes.getOrDefault(file.dataset() + "/" + file.name(), Outcomes.NONE);
    }

    Settled withoutProfiles() {
        return new Settled(measurements, outcomes, totals, emptied, unmatched, Map.of());
    }

    /** Every file that was read, and what became of its rows. */
    List<InputFile> inputs(Intake intake) {
        List<InputFile> inputs = new ArrayList<>();
        for (FrozenFile file : intake.delivery().files()) {
            Outcomes ofFile = outcome(outcomes, file);
            inputs.add(new InputFile(
                    file.dataset(), file.name(), file.bytes(), file.sha256(), ofFile.rows(), ofFile.sums()));
        }
        inputs.addAll(intake.corrections().inputs());
        return inputs;
    }

    /** What is added up, slice after slice. */
    private static final class Sums {
        private final Intake intake;
        private final Map<String, Accumulator> merged = new TreeMap<>();
        private final Map<String, Outcomes> outcomes = new HashMap<>();
        private final List<Problem> totals = new ArrayList<>();
        private final Map<String, Profile> profiles = new TreeMap<>();

        /** An export without a single good row is there all the same: what it sums to is 0. */
        Sums(Intake intake, RowListener ofRegisters) {
            this.intake = intake;
            intake.delivery()
                    .present()
                    .forEach(
                            dataset -> merged.put(dataset, intake.gauge(dataset).open(ofRegisters)));
        }

        /** Each export by itself, whose slices are added in their order. */
        void addSlices(SliceFiles files, Optional<Demand> figures, Threads threads) throws IOException {
            Map<String, List<Integer>> byDataset = new LinkedHashMap<>();
            for (int i = 0; i < intake.slices().size(); i++) {
                String dataset = intake.slices().get(i).dataset();
                byDataset.computeIfAbsent(dataset, any -> new ArrayList<>()).add(i);
                profiles.computeIfAbsent(dataset, this::profile);
            }
            // Those of many slices first: together with the many small ones they end at the same time.
            List<List<Integer>> exports = byDataset.values().stream()
                    .sorted(Comparator.comparing((List<Integer> slices) -> slices.size())
                            .reversed())
                    .toList();
            SliceFiles.Summary[] summaries =
                    new SliceFiles.Summary[intake.slices().size()];
            threads.forEach(exports.size(), export -> {
                for (int slice : exports.get(export)) {
                    String dataset = intake.slices().get(slice).dataset();
                    summaries[slice] = files.read(
                            slice,
                            merged.get(dataset),
                            tally -> figures.isEmpty()
                                    || figures.get().tallies(dataset).contains(tally),
                            profiles.get(dataset));
                }
            });
            addOutcomes(summaries);
        }

        private void addOutcomes(SliceFiles.Summary[] summaries) {
            String file = "";
            Map<String, BigDecimal> earlier = new HashMap<>();
            for (int i = 0; i < summaries.length; i++) {
                Slice slice = intake.slices().get(i);
                String name = slice.dataset() + "/" + slice.file();
                if (!name.equals(file) || slice.shape() instanceof Slice.Sheet) {
                    file = name;
                    earlier.clear();
                }
                totals.addAll(summaries[i].totals().differences(earlier));
                summaries[i].sums().forEach((column, sum) -> earlier.merge(column, sum, BigDecimal::add));
                outcomes.merge(name, summaries[i].outcomes(), Outcomes::plus);
            }
        }

        private Profile profile(String dataset) {
            return new Profile(
                    intake.request().schemas().get(dataset),
                    Evidence.closely(intake.request().period()));
        }

        void addRegisters() {
            profiles.putAll(intake.registerReader().profiles());
            intake.registerReader()
                    .outcomes(row -> intake.gauge(row.schema().dataset()).uses(row))
                    .forEach((file, ofFile) -> outcomes.merge(file, ofFile, Outcomes::plus));
            for (String dataset : new TreeMap<>(intake.registerReader().rows()).keySet()) {
                Accumulator into = merged.get(dataset);
                // As the look-ups have them: an event dismissed on appeal counts as dismissed everywhere.
                intake.registers().rows(dataset).forEach(into::take);
            }
            merged.values().forEach(Accumulator::complete);
        }
    }
}
