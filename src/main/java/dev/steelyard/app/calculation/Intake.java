package dev.steelyard.app.calculation;

import dev.steelyard.app.calculation.Progress.Phase;
import dev.steelyard.engine.dataset.PlanNames;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Gauge;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.run.Calculation;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.input.exports.CorrectionFile;
import dev.steelyard.input.exports.Cuts;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.InputFolder;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.Corrections;
import dev.steelyard.input.intake.Delivery;
import dev.steelyard.input.intake.RegisterReader;
import dev.steelyard.ledger.store.ContentStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run is calculated from, the first of its three values: the frozen delivery with its corrections, the registers that were read
 * of it, and what is to be measured of the rows of the other datasets. Nothing of it changes.
 */
final class Intake {

    private final RunRequest request;
    private final EarlierRuns earlier;
    private final Corrections corrections;
    private final List<Problem> fileProblems;
    private final RegisterReader registerReader;
    private final Registers registers;
    private final Calculation calculation;
    private final Map<String, Gauge> gauges;
    private final Delivery delivery;
    private final List<Slice> slices;
    private final ContentStore store;
    private final boolean judged;

    /**
     * What was delivered, frozen.
     *
     * @param corrections what is applied to it
     * @param problems what freezing found of whole files; of what was published, also what was found implausible
     */
    record Frozen(Delivery delivery, List<CorrectionFile> corrections, List<Problem> problems) {}

    /** Reads registers that others name first; then the others, which must name what is there. */
    private Intake(RunRequest request, EarlierRuns earlier, ContentStore store, Frozen frozen, boolean judged)
            throws IOException {
        this.request = request;
        this.earlier = earlier;
        this.store = store;
        this.judged = judged;
        this.fileProblems = List.copyOf(frozen.problems());
        corrections =
                new Corrections(frozen.corrections(), store, request.plan().zone());
        PlanNames names = PlanNames.of(request.plan());
        registerReader = new RegisterReader(store, request.plan().zone(), names::canonical);
        Set<String> referenced = request.schemas().values().stream()
                .flatMap(schema -> schema.columns().stream())
                .flatMap(column -> column.references().stream())
                .collect(Collectors.toSet());
        Delivery first = read(
                frozen.delivery(),
                schema -> schema.register() && referenced.contains(schema.dataset()),
                row -> Optional.empty());
        Registers known = registers(first);
        Map<String, Gauge> checks = gauges(new Calculation(input(known)).demand(), known);
        Delivery second = read(
                first, schema -> schema.register() && !referenced.contains(schema.dataset()), row -> names.check(row)
                        .or(() -> checks.get(row.schema().dataset()).check(row)));
        registers = registers(second);
        calculation = new Calculation(input(registers));
        gauges = gauges(calculation.demand(), registers);
        // Which rejected rows of the streamed datasets a correction replaces.
        delivery = corrections.apply(second, schema -> !schema.register(), row -> gauges.get(
                        row.schema().dataset())
                .check(row));
        corrections.refuseUnknown(request.schemas().keySet());
        slices = delivery.slices(false);
    }

    /**
     * Freezes what lies in the input folder.
     *
     * @throws InputRefused if a required dataset is missing or unreadable
     * @throws CancellationException if the run is to stop
     */
    static Intake freeze(RunRequest request, EarlierRuns earlier, ContentStore store, Cuts cuts, Progress progress)
            throws IOException {
        InputFolder folder = InputFolder.of(
                request.inputs(),
                request.schemas().values(),
                request.job().inputs().files());
        progress.begin(Phase.FREEZE, 0);
        Delivery delivery = Delivery.freeze(
                request.schemas(),
                folder,
                request.job().inputs().required(),
                new Freezer(store, request.host().sliceBytes(), progress::mayGoOn, cuts),
                request.host().threads());
        if (!delivery.refusals().isEmpty()) {
            // A file of another format or name may be the very one that is missing.
            List<Problem> reasons = new ArrayList<>(folder.problems());
            delivery.refusals().stream()
                    .filter(refusal -> !reasons.contains(refusal))
                    .forEach(reasons::add);
            throw new InputRefused(reasons, request);
        }
        List<CorrectionFile> corrected = new ArrayList<>();
        for (Path file : folder.corrections()) {
            corrected.add(CorrectionFile.freeze(file, request.schemas().values(), store));
        }
        if (request.rules().files().isPresent()) {
            request.rules().files().get().keep(store);
        }
        return new Intake(request, earlier, store, new Frozen(delivery, corrected, delivery.problems()), true);
    }

    /**
     * What was frozen before, to be calculated again.
     *
     * @param judged whether the delivery is held against itself and earlier months
     */
    static Intake again(RunRequest request, EarlierRuns earlier, ContentStore store, Frozen frozen, boolean judged)
            throws IOException {
        return new Intake(request, earlier, store, frozen, judged);
    }

    private Delivery read(Delivery from, Predicate<Schema> which, Function<Row, Optional<Problem>> check)
            throws IOException {
        Delivery corrected = corrections.apply(from, which, check);
        registerReader.settle(corrected, which, check);
        return corrected;
    }

    private Registers registers(Delivery from) {
        return new Registers(
                request.schemas(), from.present(), registerReader.rows(), registerReader.losses(), request.asOf());
    }

    private RunInput input(Registers from) {
        return new RunInput(
                request.job().does(),
                request.plan(),
                request.period(),
                request.asOf(),
                request.calendar(),
                from,
                earlier.scorecards(),
                earlier.past(),
                earlier.history());
    }

    /** Dataset → what is measured of its rows. */
    Map<String, Gauge> gauges(Demand demand) {
        return gauges(demand, registers);
    }

    private Map<String, Gauge> gauges(Demand demand, Registers from) {
        Map<String, Gauge> made = new HashMap<>();
        for (Schema schema : request.schemas().values()) {
            made.put(schema.dataset(), new Gauge(schema, demand, from, request.calendar()));
        }
        return made;
    }

    RunRequest request() {
        return request;
    }

    /** Where the inputs' copies lie. */
    ContentStore store() {
        return store;
    }

    /** Whether the delivery is held against itself and earlier months; of what was published before nothing is asked again. */
    boolean isJudged() {
        return judged && request.job().plausible().isPresent();
    }

    /** What was read of shorter periods. */
    EarlierRuns earlier() {
        return earlier;
    }

    RunInput input() {
        return input(registers);
    }

    Calculation calculation() {
        return calculation;
    }

    Delivery delivery() {
        return delivery;
    }

    Corrections corrections() {
        return corrections;
    }

    Registers registers() {
        return registers;
    }

    /** How the registers' rows were read. */
    RegisterReader registerReader() {
        return registerReader;
    }

    /** What is wrong with whole files. */
    List<Problem> fileProblems() {
        return fileProblems;
    }

    /** The slices of streamed datasets; a slice's position is its number. */
    List<Slice> slices() {
        return slices;
    }

    Gauge gauge(String dataset) {
        return gauges.get(dataset);
    }
}
