package dev.steelyard.app.calculation;

import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.plan.Voucher;
import dev.steelyard.engine.plausible.Acceptance;
import dev.steelyard.engine.run.Purpose;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.input.intake.Exclusions.Exclusion;
import dev.steelyard.input.intake.FileFindings;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.VoucherFile;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run is calculated from, such that another process that reaches the store can rebuild it without freezing anything: rules and
 * inputs by their hashes, each in its order. An edition's manifest says the same of a run that is over.
 *
 * @param does what the job is for
 * @param engine whose run it is
 * @param sliceBytes how the files were cut
 * @param inputs corrections too, under their dataset's name
 * @param earlier the shorter periods of which the ledger has scores: what they are measured from is not asked for
 * @param grounds dataset → the hash of what is asked of its rows and on which grounds; empty where nobody compares
 * @param excluded slice → record → why it does not count; empty where slices are measured as they are
 * @param pages of whom files are written, what they say besides
 */
public record Recipe(
        String job,
        String does,
        String period,
        String asOf,
        String engine,
        long sliceBytes,
        String plan,
        RuleHashes rules,
        List<Input> inputs,
        List<String> earlier,
        Map<String, String> grounds,
        Map<Integer, Map<Long, Exclusion>> excluded,
        Optional<Pages> pages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Recipe {
        inputs = List.copyOf(inputs);
        earlier = List.copyOf(earlier);
        grounds = new TreeMap<>(grounds);
        excluded = new TreeMap<>(excluded);
    }

    /**
     * What an edition's files depend on besides the result.
     *
     * @param job SHA-256 of the job's file
     * @param vouchers those of its vouchers' files
     * @param required the datasets that it cannot do without; where some had not come, fewer than the file says
     * @param findings SHA-256 of what is wrong with whole files
     * @param revision 0 for a trial
     * @param ground of what the run comes to say on its pages, to be compared
     */
    public record Pages(
            String job,
            List<String> vouchers,
            List<String> required,
            boolean books,
            String mode,
            String language,
            boolean samples,
            List<Acceptance.Wish> wishes,
            String findings,
            int revision,
            String ground) {

        public Pages {
            vouchers = List.copyOf(vouchers);
            required = List.copyOf(required);
            wishes = List.copyOf(wishes);
        }
    }

    /** A file as delivered, whose copy lies in the store. */
    public record Input(String dataset, String name, String sha256, long bytes) {

        ContentStore.Content content() {
            return new ContentStore.Content(sha256, bytes);
        }
    }

    /** Of a run at work. */
    static Recipe of(Intake intake, Map<String, String> grounds) {
        RunRequest request = intake.request();
        List<Input> inputs = new ArrayList<>();
        intake.delivery()
                .files()
                .forEach(file -> inputs.add(new Input(file.dataset(), file.name(), file.sha256(), file.bytes())));
        intake.corrections()
                .inputs()
                .forEach(file -> inputs.add(new Input(file.dataset(), file.name(), file.sha256(), file.bytes())));
        return new Recipe(
                request.job().job(),
                request.job().does().name(),
                request.period().toString(),
                request.asOf().toString(),
                request.host().engine(),
                request.host().sliceBytes(),
                request.plan().plan(),
                request.rules().hashes(),
                inputs,
                intake.earlier().scorecards().keySet().stream()
                        .map(Period::toString)
                        .toList(),
                grounds,
                Map.of(),
                Optional.empty());
    }

    /** The same of which slices are measured without some rows. */
    public Recipe without(Map<Integer, Map<Long, Exclusion>> rows) {
        return with(rows, pages);
    }

    private Recipe with(Map<Integer, Map<Long, Exclusion>> rows, Optional<Pages> what) {
        return new Recipe(
                job, does, period, asOf, engine, sliceBytes, plan, rules, inputs, earlier, grounds, rows, what);
    }

    /**
     * Of a run at work, whose files are written.
     *
     * @return empty where nobody keeps the job's file
     */
    static Optional<Recipe> of(Intake intake, int revision, String ground) throws IOException {
        RunRequest request = intake.request();
        if (request.rules().files().isEmpty()) {
            return Optional.empty();
        }
        RulesFiles.OfJob files = request.rules().files().get().keepJob(intake.store());
        Pages pages = new Pages(
                files.job(),
                request.rules().vouchers().isEmpty() ? List.of() : files.vouchers(),
                request.job().inputs().required(),
                request.job().writesBooks(),
                request.mode().name(),
                request.language(),
                request.samples(),
                request.wishes(),
                intake.store()
                        .put(out -> FileFindings.write(intake.fileProblems(), out))
                        .sha256(),
                revision,
                ground);
        return Optional.of(of(intake, Map.of()).with(Map.of(), Optional.of(pages)));
    }

    /** Of a run that was published: it scored, and how its files were cut is told by nothing. */
    static Recipe of(Manifest manifest, long sliceBytes) {
        return new Recipe(
                manifest.job(),
                Purpose.SCORING.name(),
                manifest.period(),
                manifest.asOf(),
                manifest.engine(),
                sliceBytes,
                manifest.plan(),
                manifest.hashes(),
                manifest.inputs().stream()
                        .map(input -> new Input(input.dataset(), input.name(), input.sha256(), input.bytes()))
                        .toList(),
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    /** Keeps it, and says under which hash. */
    public String keep(ContentStore store) throws IOException {
        byte[] written = JSON.writeValueAsBytes(this);
        return store.put(out -> out.write(written)).sha256();
    }

    /** What was kept; empty where the store has no such thing. */
    public static Optional<Recipe> find(ContentStore store, String sha256) throws IOException {
        Optional<Path> kept = store.find(sha256);
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.readValue(Files.readAllBytes(kept.get()), Recipe.class));
    }

    /**
     * The request of the run whose files are written, as it was made there.
     *
     * @throws PurgedFromStore if any of it is not in the store
     */
    public RunRequest request(ContentStore store, Path output, int threads) throws IOException, PurgedFromStore {
        Pages what = pages.orElseThrow();
        List<String> missing = new ArrayList<>();
        Optional<RunRules> by = RulesFiles.read(this, store, missing::add);
        Optional<Job> file =
                RulesFiles.find(store, what.job(), job, missing::add).map(JobFile::read);
        List<Voucher> vouchers = new ArrayList<>();
        for (String voucher : what.vouchers()) {
            RulesFiles.find(store, voucher, "voucher", missing::add)
                    .map(VoucherFile::read)
                    .ifPresent(vouchers::add);
        }
        if (!missing.isEmpty()) {
            throw new PurgedFromStore(missing);
        }
        Set<String> away = new TreeSet<>(file.orElseThrow().inputs().required());
        what.required().forEach(away::remove);
        Job here = file.get().without(away);
        return new RunRequest(
                what.books() ? here : here.withoutBooks(),
                by.orElseThrow().with(vouchers),
                Period.parse(period).orElseThrow(),
                LocalDate.parse(asOf),
                Mode.valueOf(what.mode()),
                output,
                what.samples(),
                output,
                what.language(),
                new Host(threads, sliceBytes, OffsetDateTime.MIN, engine),
                what.wishes());
    }

    /** The request of somebody who calculates it again; nothing is published or recorded. */
    RunRequest request(RunRules by, Path output) {
        Period of = Period.parse(period).orElseThrow();
        return new RunRequest(
                Recalculation.job(job, Purpose.valueOf(does), of),
                by,
                of,
                LocalDate.parse(asOf),
                Mode.TRIAL,
                output,
                false,
                output,
                Words.FIRST,
                new Host(Runtime.getRuntime().availableProcessors(), sliceBytes, OffsetDateTime.MIN, engine),
                List.of());
    }
}
