package dev.steelyard.app.calculation;

import dev.steelyard.engine.dataset.PlanNames;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Plausible;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.input.exports.CorrectionFile;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.exports.FrozenFile;
import dev.steelyard.input.intake.Corrections;
import dev.steelyard.input.intake.Delivery;
import dev.steelyard.input.intake.RegisterReader;
import dev.steelyard.ledger.store.ContentStore;
import dev.steelyard.output.publish.KeptEdition;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The registers that the month before was run with, read again from the copies in the store by today's exports file. Only those that
 * rules hold against each other, and only where their files are others now.
 */
final class FormerRegisters {

    private FormerRegisters() {}

    /** Empty where no run is there to compare with, its copies are gone, or nothing has changed. */
    static Optional<Registers> of(Intake intake) throws IOException {
        Optional<KeptEdition> former = intake.earlier().former();
        Set<String> asked =
                intake.request().job().plausible().map(FormerRegisters::asked).orElse(Set.of());
        if (former.isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        Optional<Manifest> manifest = former.get().manifest();
        return manifest.isEmpty() ? Optional.empty() : read(intake, former.get().store(), manifest.get(), asked);
    }

    private static Set<String> asked(Plausible rules) {
        Set<String> asked = new TreeSet<>();
        rules.same().ifPresent(same -> {
            asked.addAll(same.kept().keySet());
            asked.addAll(same.numbers().keySet());
            asked.addAll(same.moving().keySet());
        });
        rules.gone().ifPresent(gone -> {
            asked.addAll(gone.until().keySet());
            asked.addAll(gone.dated().keySet());
        });
        return asked;
    }

    private static Optional<Registers> read(Intake intake, ContentStore kept, Manifest then, Set<String> asked)
            throws IOException {
        Map<String, Schema> schemas = intake.request().schemas();
        ContentStore store = intake.store();
        Set<String> changed = new HashSet<>(asked);
        changed.removeIf(dataset -> !schemas.containsKey(dataset)
                || !schemas.get(dataset).register()
                || hashes(then, dataset).equals(hashes(intake.delivery(), dataset)));
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Freezer freezer = new Freezer(store, Freezer.SLICE_BYTES);
        List<FrozenFile> files = new ArrayList<>();
        List<CorrectionFile> corrected = new ArrayList<>();
        Set<String> present = new TreeSet<>();
        for (Manifest.Input input : then.inputs()) {
            ContentStore.Content content = new ContentStore.Content(input.sha256(), input.bytes());
            boolean corrections = input.dataset().equals(CorrectionFile.DATASET);
            present.add(input.dataset());
            if (!store.holds(content) && kept.holds(content) && (corrections || changed.contains(input.dataset()))) {
                // Whoever only looks has a store of its own.
                store.put(kept.path(input.sha256()));
            }
            if (corrections && store.holds(content)) {
                corrected.add(CorrectionFile.read(input.name(), content, schemas.values(), store));
            } else if (changed.contains(input.dataset())) {
                Optional<FrozenFile> file = freezer.again(schemas.get(input.dataset()), input.name(), content);
                if (file.isEmpty()) {
                    // Of a part of a register nothing can be said.
                    return Optional.empty();
                }
                files.add(file.get());
            }
        }
        return Optional.of(registers(
                intake,
                new Delivery(schemas, files, List.of(), List.of()),
                corrected,
                changed,
                present,
                LocalDate.parse(then.asOf())));
    }

    private static Registers registers(
            Intake intake,
            Delivery frozen,
            List<CorrectionFile> corrected,
            Set<String> changed,
            Set<String> present,
            LocalDate asOf)
            throws IOException {
        ZoneId zone = intake.request().plan().zone();
        Predicate<Schema> which = schema -> changed.contains(schema.dataset());
        Delivery delivery =
                new Corrections(corrected, intake.store(), zone).apply(frozen, which, row -> Optional.empty());
        RegisterReader reader = new RegisterReader(
                intake.store(), zone, PlanNames.of(intake.request().plan())::canonical);
        // One after the other: of each row its cells are in memory until its register is settled.
        for (String dataset : new TreeSet<>(changed)) {
            reader.settle(delivery, schema -> schema.dataset().equals(dataset), row -> Optional.empty());
        }
        Map<String, List<Row>> rows = new HashMap<>(reader.rows());
        // What is the same now was the same then.
        for (Schema schema : frozen.schemas().values()) {
            if (schema.register() && !changed.contains(schema.dataset()) && present.contains(schema.dataset())) {
                rows.put(schema.dataset(), intake.registers().rows(schema.dataset()));
            }
        }
        return new Registers(frozen.schemas(), present, rows, asOf);
    }

    private static List<String> hashes(Manifest of, String dataset) {
        return of.inputs().stream()
                .filter(input -> input.dataset().equals(dataset))
                .map(Manifest.Input::sha256)
                .sorted()
                .toList();
    }

    private static List<String> hashes(Delivery of, String dataset) {
        return of.files().stream()
                .filter(file -> file.dataset().equals(dataset))
                .map(FrozenFile::sha256)
                .sorted()
                .toList();
    }
}
