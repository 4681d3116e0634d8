package dev.steelyard.app.calculation;

import dev.steelyard.engine.plausible.Evidence;
import dev.steelyard.engine.plausible.MonthProfile;
import dev.steelyard.engine.plausible.Plausible;
import dev.steelyard.engine.plausible.UnreadColumn;
import dev.steelyard.engine.plausible.Verdict;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.RejectedRow;
import dev.steelyard.engine.run.InputFile;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.input.exports.Slice;
import dev.steelyard.input.intake.FileFindings;
import dev.steelyard.input.intake.RejectFile;
import dev.steelyard.input.intake.SliceFiles;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The third value of a run: its result, whether what was delivered can be what was meant, and what became of every row. What is said of
 * rows lies in the slices' files, which must be there as long as somebody asks.
 */
public final class Calculated {

    private final Intake intake;
    private final SliceFiles files;
    private final Settled settled;
    private final RunResult result;
    private final Map<String, Map<Integer, MonthProfile>> profiles;
    private final Verdict verdict;

    private Calculated(
            Intake intake,
            SliceFiles files,
            Settled settled,
            RunResult result,
            Map<String, Map<Integer, MonthProfile>> profiles,
            Verdict verdict) {
        this.intake = intake;
        this.files = files;
        this.settled = settled;
        this.result = result;
        this.profiles = profiles;
        this.verdict = verdict;
    }

    /** Scores, pays and looks, once every slice is measured and those with rows that do not count were measured without them. */
    public static Calculated of(Measuring measuring, int threads) throws IOException {
        Intake intake = measuring.intake();
        Settled settled = Settled.of(measuring, new Threads(threads));
        RunResult result = intake.calculation().result(settled.measurements());
        Map<String, Map<Integer, MonthProfile>> profiles =
                measuring.figures().isEmpty() ? months(settled, result, new Threads(threads)) : Map.of();
        Verdict verdict = Verdict.NOTHING;
        if (intake.isJudged()) {
            Plausible rules = intake.request().job().plausible().orElseThrow();
            verdict = Verdict.of(
                    evidence(rules, intake, settled, result, profiles),
                    intake.request().wishes());
        }
        // What the months were made of, and whose rows they hold, takes memory that the books need.
        profiles.values().forEach(months -> months.replaceAll((month, profile) -> profile.judged()));
        return new Calculated(intake, measuring.files(), settled.withoutProfiles(), result, profiles, verdict);
    }

    private static Map<String, Map<Integer, MonthProfile>> months(Settled settled, RunResult result, Threads threads)
            throws IOException {
        List<String> datasets = List.copyOf(settled.profiles().keySet());
        Map<String, Map<Integer, MonthProfile>> months = new ConcurrentSkipListMap<>();
        threads.forEach(
                datasets.size(),
                i -> months.put(
                        datasets.get(i),
                        settled.profiles()
                                .get(datasets.get(i))
                                .months(Evidence.closely(result.input().period()))));
        return months;
    }

    private static Evidence evidence(
            Plausible rules,
            Intake intake,
            Settled settled,
            RunResult result,
            Map<String, Map<Integer, MonthProfile>> profiles)
            throws IOException {
        RunRequest request = intake.request();
        List<UnreadColumn> unread = new ArrayList<>();
        settled.profiles().forEach((dataset, profile) -> profile.unread()
                .forEach((header, values) -> unread.add(new UnreadColumn(dataset, header, values))));
        return new Evidence(
                rules,
                Set.copyOf(request.job().inputs().required()),
                request.period(),
                request.asOf(),
                request.calendar(),
                profiles,
                intake.earlier().plausible(),
                intake.registers(),
                new Evidence.Standing(
                        result.book().cards().size(),
                        result.count(Status.RANKED) + result.count(Status.VETOED),
                        result.count(Status.INTERIM)),
                unread,
                GaugedFigures.of(result),
                FormerRegisters.of(intake));
    }

    public RunResult result() {
        return result;
    }

    /** What the delivery holds month by month, by dataset. */
    public Map<String, Map<Integer, MonthProfile>> profiles() {
        return profiles;
    }

    /** Whether what was delivered can be what was meant. */
    public Verdict verdict() {
        return verdict;
    }

    /** Whether nothing final may come of it. */
    public boolean isImplausible() {
        return !verdict.open().isEmpty();
    }

    /** How many rows were read as corrected. */
    public int corrections() {
        return intake.corrections().taken().size();
    }

    /** What was read of shorter periods. */
    public EarlierRuns earlier() {
        return intake.earlier();
    }

    /** The hash of what books of people depend on besides the result; see {@link RunFingerprint#ground}. */
    public String ground(List<?> more) {
        return RunFingerprint.ground(intake, more);
    }

    /** Where books are put together meanwhile. */
    public Path temporary() {
        return files.folder();
    }

    /** What the run reads besides its inputs, as its manifest has it. */
    public Manifest.Reads reads() throws IOException {
        List<Problem> found = new ArrayList<>(intake.fileProblems());
        verdict.findings().forEach(finding -> found.add(finding.problem()));
        Map<String, String> runs = new TreeMap<>();
        earlier().runIds().forEach((period, run) -> runs.put(period.toString(), run));
        return new Manifest.Reads(
                runs,
                earlier().history().chapters().stream()
                        .map(chapter ->
                                new Manifest.LookedBack(chapter.period().toString(), chapter.run(), chapter.closed()))
                        .toList(),
                intake.store().put(out -> FileFindings.write(found, out)).sha256(),
                verdict.accepted().stream().map(Manifest.Accepted::of).toList());
    }

    /** Brings the copies of what was read to the disk. */
    public void settleInputs() throws IOException {
        intake.store().settle();
    }

    /** Every file that was read, and what became of its rows. */
    public List<InputFile> inputs() {
        return settled.inputs(intake);
    }

    /** Problems of whole files. */
    public List<Problem> fileProblems() {
        return Stream.concat(intake.fileProblems().stream(), settled.emptied().stream())
                .toList();
    }

    /** The rejected rows of a dataset as delivered, in the order of its files; of each slice the first. */
    public Iterable<RejectedRow> rejects(String dataset) {
        List<Iterable<RejectedRow>> parts = new ArrayList<>();
        parts.add(intake.registerReader().rejects(dataset));
        for (int i = 0; i < intake.slices().size(); i++) {
            Slice slice = intake.slices().get(i);
            if (slice.dataset().equals(dataset)) {
                parts.add(files.rejects(i, slice));
            }
        }
        return RejectFile.inTurn(parts);
    }

    /** All problems: of files, people and decisions, corrections, registers, totals, then of streamed rows in their order. */
    public void problems(Consumer<Problem> to) throws IOException {
        intake.fileProblems().forEach(to);
        verdict.findings().forEach(finding -> to.accept(finding.problem()));
        settled.emptied().forEach(to);
        result.problems().forEach(to);
        intake.corrections().problems().forEach(to);
        intake.registerReader().problems().forEach(to);
        settled.unmatched().forEach(to);
        settled.totals().forEach(to);
        for (int i = 0; i < intake.slices().size(); i++) {
            files.problems(i, to);
        }
    }
}
