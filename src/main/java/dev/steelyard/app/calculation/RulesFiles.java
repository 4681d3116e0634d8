package dev.steelyard.app.calculation;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RuleHashes;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.ledger.store.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of {@code jobs/} that a run is calculated by, as they are now. Kept in the store, so that a run can be
 * explained by its own rules after {@code jobs/} has changed.
 */
public final class RulesFiles {

    private final byte[] plan;
    private final byte[] exports;
    private final List<byte[]> calendar;
    private final byte[] job;
    private final List<byte[]> vouchers;

    private RulesFiles(byte[] plan, byte[] exports, List<byte[]> calendar, byte[] job, List<byte[]> vouchers) {
        this.job = job;
        this.vouchers = vouchers;
        this.plan = plan;
        this.exports = exports;
        this.calendar = calendar;
    }

    /** The files that a setup was read from. */
    static RulesFiles read(Setup setup) throws IOException {
        List<byte[]> calendar = new ArrayList<>();
        for (Path file : setup.calendarFiles()) {
            calendar.add(Files.readAllBytes(file));
        }
        List<byte[]> vouchers = new ArrayList<>();
        for (String voucher : setup.job().vouchers()) {
            vouchers.add(Files.readAllBytes(setup.jobFile().resolveSibling(voucher)));
        }
        return new RulesFiles(
                Files.readAllBytes(setup.planFile()),
                Files.readAllBytes(setup.exportsFile()),
                List.copyOf(calendar),
                Files.readAllBytes(setup.jobFile()),
                List.copyOf(vouchers));
    }

    RuleHashes hashes() {
        return new RuleHashes(Sha256.of(plan), Sha256.of(exports), Sha256.of(listing()));
    }

    /** The calendar's years, each file as its hash, a line each: what the calendar's own hash is made of. */
    private byte[] listing() {
        StringBuilder lines = new StringBuilder();
        calendar.forEach(file -> lines.append(Sha256.of(file)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps every file under its hash, and the calendar's listing under the calendar's. */
    void keep(ContentStore store) throws IOException {
        List<byte[]> all = new ArrayList<>(List.of(plan, exports, listing()));
        all.addAll(calendar);
        for (byte[] file : all) {
            store.put(out -> out.write(file));
        }
    }

    /** SHA-256 of the job's file and of its vouchers'. */
    record OfJob(String job, List<String> vouchers) {}

    /** Keeps what a job says besides its rules: needed as long as others write files of the run. */
    OfJob keepJob(ContentStore store) throws IOException {
        List<String> hashes = new ArrayList<>();
        for (byte[] file : vouchers) {
            hashes.add(store.put(out -> out.write(file)).sha256());
        }
        return new OfJob(store.put(out -> out.write(job)).sha256(), hashes);
    }

    /**
     * The rules that a recipe names.
     *
     * @param missing takes what is no longer in the store
     */
    static Optional<RunRules> read(Recipe recipe, ContentStore store, Consumer<String> missing) throws IOException {
        Optional<Path> plan = find(store, recipe.rules().plan(), recipe.plan(), missing);
        Optional<Path> exports = find(store, recipe.rules().exports(), "exports.yaml", missing);
        Optional<Path> listing = find(store, recipe.rules().calendar(), "calendar", missing);
        List<Path> years = new ArrayList<>();
        if (listing.isPresent()) {
            for (String year : Files.readAllLines(listing.get())) {
                find(store, year, "calendar", missing).ifPresent(years::add);
            }
        }
        if (plan.isEmpty() || exports.isEmpty() || years.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Schema> schemas = ExportsFile.read(exports.get());
        Plan read = PlanFile.read(plan.get(), schemas);
        return Optional.of(new RunRules(
                read,
                ExportsFile.under(read, schemas),
                CalendarFile.read(years),
                List.of(),
                recipe.rules(),
                Optional.empty()));
    }

    static Optional<Path> find(ContentStore store, String hash, String name, Consumer<String> missing)
            throws IOException {
        Optional<Path> found = store.find(hash);
        if (found.isEmpty()) {
            missing.accept(name);
        }
        return found;
    }

    /** The hash of a rules file as it is now: what a manifest names as the plan's. */
    public static String sha256(Path file) throws IOException {
        return Sha256.of(file);
    }
}
