package dev.steelyard.app.calculation;

import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.History;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A published run, to be calculated again: from the copies of its inputs in the store and by the rules of then, whatever the input
 * folder and {@code jobs/} hold today. Nothing is published or recorded.
 */
public final class Recalculation {

    private Recalculation() {}

    /**
     * What is calculated again.
     *
     * @param found what freezing found of whole files then
     * @param earlier the runs of shorter periods that it reads
     * @param datasets which exports are read
     * @param others by which rules, where not by those of then
     * @param run the request of a run at work, which is held against earlier months; empty where one that is over is calculated again
     * @param kept whether what is measured is kept
     */
    private record Again(
            Recipe recipe,
            List<Problem> found,
            EarlierRuns earlier,
            Predicate<String> datasets,
            Optional<RunRules> others,
            Optional<RunRequest> run,
            Kept kept) {

        /** A run that was published. */
        static Again published(Path output, Manifest manifest, EarlierRuns earlier) throws IOException {
            Optional<Path> findings = manifest.findings().isEmpty()
                    ? Optional.empty()
                    : store(output).find(manifest.findings());
            return new Again(
                    Recipe.of(manifest, Freezer.SLICE_BYTES),
                    findings.isPresent() ? Recalculation.found(findings.get()) : List.of(),
                    earlier,
                    dataset -> true,
                    Optional.empty(),
                    Optional.empty(),
                    Kept.LOOKING);
        }

        Again by(RunRules rules) {
            return new Again(recipe, found, earlier, datasets, Optional.of(rules), run, kept);
        }

        Again of(Set<String> some) {
            return new Again(recipe, found, earlier, some::contains, others, run, kept);
        }
    }

    /**
     * Opens what the manifest names.
     *
     * @param earlier the runs of shorter periods that it read
     * @param work a folder of its own for the slices
     * @throws PurgedFromStore if any of it is gone
     */
    public static Measuring of(Path output, Manifest manifest, EarlierRuns earlier, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        return measuring(Again.published(output, manifest, earlier), output, work, progress);
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
        return measuring(Again.published(output, manifest, earlier).by(rules), output, work, progress);
    }

    /** What these datasets and their corrections say by themselves: what is asked of a register needs no other. */
    public static RunInput of(Set<String> datasets, Path output, Manifest manifest, Path work)
            throws IOException, PurgedFromStore {
        Again again = Again.published(output, manifest, EarlierRuns.NONE).of(datasets);
        return measuring(again, output, work, Progress.NONE).input();
    }

    /**
     * A run at work, rebuilt by another process to measure some of its slices: what it keeps the run takes over.
     *
     * @param work a folder of its own for the slices
     * @throws PurgedFromStore if any of it is not in the store
     */
    public static Measuring of(Recipe recipe, Path output, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        Map<Period, List<EarlierScorecard>> known = new TreeMap<>();
        recipe.earlier().forEach(period -> known.put(Period.parse(period).orElseThrow(), List.of()));
        EarlierRuns earlier = new EarlierRuns(known, Map.of(), History.NONE, Past.NONE);
        Again again = new Again(
                recipe, List.of(), earlier, dataset -> true, Optional.empty(), Optional.empty(), Kept.KEEPING);
        return measuring(again, output, work, progress);
    }

    /**
     * A run at work, rebuilt by another process to write some of its files: all of it, held against earlier months as it was there.
     *
     * @param request as it was made there
     * @param earlier what the ledger holds for it, as it was there
     * @param work a folder of its own for the slices
     * @throws PurgedFromStore if any of it is not in the store
     */
    public static Measuring of(
            RunRequest request, Recipe recipe, EarlierRuns earlier, Path output, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        String hash = recipe.pages().orElseThrow().findings();
        Optional<Path> findings = store(output).find(hash);
        if (findings.isEmpty()) {
            throw new PurgedFromStore(List.of(hash));
        }
        Again again = new Again(
                recipe,
                found(findings.get()),
                earlier,
                dataset -> true,
                Optional.of(request.rules()),
                Optional.of(request),
                Kept.KEEPING);
        return measuring(again, output, work, progress);
    }

    private static List<Problem> found(Path findings) throws IOException {
        try (InputStream in = Files.newInputStream(findings)) {
            return FileFindings.read(in);
        }
    }

    /** Whether what is measured is kept. */
    private enum Kept {
        KEEPING,
        LOOKING
    }

    private static ContentStore store(Path output) throws IOException {
        return new ContentStore(RunRequest.ledgerFolder(output).resolve("store"));
    }

    private static Measuring measuring(Again again, Path output, Path work, Progress progress)
            throws IOException, PurgedFromStore {
        Recipe recipe = again.recipe();
        progress.begin(Phase.FREEZE, 0);
        ContentStore store = store(output);
        List<String> missing = new ArrayList<>();
        Optional<RunRules> rules =
                again.others().isPresent() ? again.others() : RulesFiles.read(recipe, store, missing::add);
        List<FrozenFile> files = new ArrayList<>();
        List<CorrectionFile> corrected = new ArrayList<>();
        Freezer freezer =
                new Freezer(store, recipe.sliceBytes(), progress::mayGoOn, KeptCells.cuts(output, store, false));
        for (Recipe.Input input : recipe.inputs()) {
            ContentStore.Content content = input.content();
            if (!again.datasets().test(input.dataset()) && !input.dataset().equals(CorrectionFile.DATASET)) {
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
        if (!missing.isEmpty()) {
            throw new PurgedFromStore(missing);
        }
        RunRequest request = again.run().orElseGet(() -> recipe.request(rules.orElseThrow(), output));
        boolean running = again.run().isPresent();
        Delivery delivery = new Delivery(request.schemas(), files, List.of(), List.of());
        Intake.Frozen frozen = new Intake.Frozen(delivery, corrected, again.found());
        Intake intake = Intake.again(request, again.earlier(), store, frozen, running);
        return new Measuring(
                intake,
                running ? RunFingerprint.of(intake) : List.of(),
                new SliceFiles(work),
                new KeptCells(request, store, output, again.kept() == Kept.KEEPING),
                progress);
    }

    /** A job's own settings decide what is read and when a run ends well: here that is over. */
    static Job job(String name, Purpose does, Period period) {
        return new Job(
                name,
                new Name(name, name),
                does,
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
                Optional.empty(),
                Optional.empty());
    }
}
