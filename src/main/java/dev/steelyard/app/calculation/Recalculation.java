package dev.steelyard.app.calculation;

import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.exports.CorrectionFile;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.input.intake.Delivery;
import dev.steelyard.input.intake.FileFindings;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A published run, to be calculated again: from the copies of its inputs in the store and by the rules of then, whatever the input
 * folder and {@code jobs/} hold today. Nothing is published or recorded.
 */
public final class Recalculation {

    private Recalculation() {}

    /**
     * Opens what the manifest names.
     *
     * @param earlier the runs of shorter periods that it read
     * @param work a folder of its own for the slices
     * @throws PurgedFromStore if any of it is gone
     */
    public static Measuring of(Path output, Manifest manifest, EarlierRuns earlier, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        return of(dataset -> true, Optional.empty(), output, manifest, earlier, work, progress);
    }

    /**
     * The same inputs by other rules. An export that these do not know is left out.
     *
     * @param earlier published runs of shorter periods that are not to be calculated anew
     * @param work a folder of its own for the slices
     * @throws PurgedFromStore if any of the inputs is gone
     */
    public static Measuring by(
            RunRules rules, Path output, Manifest manifest, EarlierRuns earlier, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        return of(dataset -> true, Optional.of(rules), output, manifest, earlier, work, progress);
    }

    /** What these datasets and their corrections say by themselves: what is asked of a register needs no other. */
    public static RunInput of(Set<String> datasets, Path output, Manifest manifest, Path work)
            throws IOException, PurgedFromStore {
        return of(datasets::contains, Optional.empty(), output, manifest, EarlierRuns.NONE, work, Progress.NONE)
                .input();
    }

    private static Measuring of(
            Predicate<String> datasets,
            Optional<RunRules> others,
            Path output,
            Manifest manifest,
            EarlierRuns earlier,
            Path work,
            Progress progress)
            throws IOException, PurgedFromStore {
        progress.begin(Phase.FREEZE, 0);
        ContentStore store = new ContentStore(RunRequest.ledgerFolder(output).resolve("store"));
        List<String> missing = new ArrayList<>();
        Optional<RunRules> rules = others.isPresent() ? others : RulesFiles.read(manifest, store, missing::add);
        List<FrozenFile> files = new ArrayList<>();
        List<CorrectionFile> corrected = new ArrayList<>();
        Freezer freezer =
                new Freezer(store, Freezer.SLICE_BYTES, progress::mayGoOn, KeptCells.cuts(output, store, false));
        for (Manifest.Input input : manifest.inputs()) {
            ContentStore.Content content = new ContentStore.Content(input.sha256(), input.bytes());
            if (!datasets.test(input.dataset()) && !input.dataset().equals(CorrectionFile.DATASET)) {
                continue;
            }
            if (!store.holds(content)) {
                missing.add(input.name());
            } else if (rules.isPresent() && input.dataset().equals(CorrectionFile.DATASET)) {
                corrected.add(CorrectionFile.read(
                        input.name(), content, rules.get().schemas().values(), store));
            } else if (rules.isPresent() && rules.get().schemas().containsKey(input.dataset())) {
                Schema schema = rules.get().schemas().get(input.dataset());
                freezer.again(schema, input.name(), content)
                        .ifPresentOrElse(files::add, () -> missing.add(input.name()));
            }
        }
        List<Problem> found = List.of();
        if (!manifest.findings().isEmpty()) {
            Optional<Path> findings = store.find(manifest.findings());
            if (findings.isPresent()) {
                try (InputStream in = Files.newInputStream(findings.get())) {
                    found = FileFindings.read(in);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new PurgedFromStore(missing);
        }
        RunRequest request = request(output, manifest, rules.orElseThrow());
        Delivery frozen = new Delivery(request.schemas(), files, List.of(), List.of());
        return new Measuring(
                Intake.again(request, earlier, store, frozen, corrected, found),
                new SliceFiles(work),
                new KeptCells(request, store, output, false),
                progress);
    }

    private static RunRequest request(Path output, Manifest manifest, RunRules rules) {
        Period period = Period.parse(manifest.period()).orElseThrow();
        return new RunRequest(
                job(manifest, period),
                rules,
                period,
                LocalDate.parse(manifest.asOf()),
                Mode.TRIAL,
                output,
                false,
                output,
                "zh",
                new Host(1, Freezer.SLICE_BYTES, OffsetDateTime.MIN, manifest.engine()),
                List.of());
    }

    /** A job's own settings decide what is read and when a run ends well: here that is over. */
    private static Job job(Manifest manifest, Period period) {
        return new Job(
                manifest.job(),
                new Name(manifest.job(), manifest.job()),
                Purpose.SCORING,
                period.kind(),
                "",
                "",
                "",
                new Job.Inputs(List.of(), Map.of(), Optional.empty()),
                new Job.Thresholds(Fraction.ONE, Fraction.ONE, 0),
                new Job.Store(0, Optional.empty()),
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
