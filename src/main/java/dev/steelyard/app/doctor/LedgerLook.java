package dev.steelyard.app.doctor;

import dev.steelyard.app.doctor.Diagnosis.Check;
import dev.steelyard.ledger.database.GuardFault;
import dev.steelyard.ledger.database.GuardFault.Found;
import dev.steelyard.ledger.database.LedgerCondition;
import dev.steelyard.ledger.database.LedgerFailed;
import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.output.publish.EditionFolders;
import dev.steelyard.output.publish.EditionFolders.Disagreement;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ledger, as it lies there.
 *
 * @param condition empty where it cannot be looked at; the findings then say why
 */
record LedgerLook(Installation installation, Optional<LedgerCondition> condition, List<Diagnosis> database) {

    /** How many folders are named. */
    private static final int NAMED = 12;

    static LedgerLook at(Installation installation) throws IOException {
        String place = LedgerCondition.place(installation.ledger(), installation.db());
        try {
            Optional<LedgerCondition> condition = LedgerCondition.of(
                    installation.ledger(), installation.db(), installation.now().toInstant());
            return new LedgerLook(
                    installation,
                    condition,
                    condition.isPresent() ? database(condition.get(), place) : none(installation, place));
        } catch (LedgerInUse e) {
            return new LedgerLook(
                    installation,
                    Optional.empty(),
                    List.of(Diagnosis.look(Check.DATABASE, "ledger-in-use", "place", place)));
        } catch (LedgerFailed e) {
            return new LedgerLook(
                    installation,
                    Optional.empty(),
                    List.of(Diagnosis.wrong(
                            Check.DATABASE,
                            "ledger-failed",
                            "place",
                            place,
                            "reason",
                            String.valueOf(e.getCause().getMessage()))));
        }
    }

    /** There is none yet, or it is gone. */
    private static List<Diagnosis> none(Installation installation, String place) throws IOException {
        List<Disagreement> there = new EditionFolders(installation.output()).against(List.of());
        return there.isEmpty()
                ? List.of(Diagnosis.good(Check.DATABASE, "ledger-none", "place", place))
                : List.of(lost(there));
    }

    private static Diagnosis lost(List<Disagreement> there) {
        return Diagnosis.wrong(
                Check.RUNS,
                "ledger-lost",
                "count",
                there.size(),
                "folder",
                there.get(0).folder());
    }

    private static List<Diagnosis> database(LedgerCondition found, String place) {
        List<Diagnosis> findings = new ArrayList<>();
        if (found.isNewer()) {
            findings.add(Diagnosis.wrong(Check.DATABASE, "ledger-newer", "place", place, "version", found.version()));
        } else if (found.pending() > 0) {
            findings.add(Diagnosis.look(
                    Check.DATABASE,
                    found.version().isEmpty() ? "ledger-empty" : "ledger-older",
                    "place",
                    place,
                    "version",
                    found.version(),
                    "count",
                    found.pending()));
        }
        guards(found, Found.MISSING, "ledger-bare", findings);
        guards(found, Found.CHANGED, "guard-changed", findings);
        guards(found, Found.OTHER, "guard-other", findings);
        return findings.isEmpty()
                ? List.of(Diagnosis.good(Check.DATABASE, "ledger", "place", place, "version", found.version()))
                : findings;
    }

    private static void guards(LedgerCondition found, Found what, String key, List<Diagnosis> findings) {
        List<String> tables = found.faults().stream()
                .filter(fault -> fault.found() == what)
                .map(GuardFault::table)
                .toList();
        if (!tables.isEmpty()) {
            findings.add(Diagnosis.wrong(Check.DATABASE, key, "tables", tables));
        }
    }

    /** Folders and ledger, which a restore may have taken from different days. */
    private List<Diagnosis> folders(LedgerCondition found) throws IOException {
        List<Diagnosis> findings = new ArrayList<>();
        List<Disagreement> all = new EditionFolders(installation.output()).against(found.editions());
        if (found.editions().isEmpty() && !all.isEmpty()) {
            return List.of(lost(all));
        }
        for (Disagreement one : all) {
            String key = "folder-" + one.kind().name().toLowerCase(Locale.ROOT) + (one.closed() ? ".closed" : "");
            String[] names = one.folder().split("/");
            Object[] slots = {"folder", one.folder(), "job", names[0], "period", names[Math.min(1, names.length - 1)]};
            findings.add(
                    one.kind() == EditionFolders.Kind.UNKNOWN && !one.closed()
                            ? Diagnosis.look(Check.RUNS, key, slots)
                            : Diagnosis.wrong(Check.RUNS, key, slots));
        }
        return findings.size() <= NAMED ? findings : List.copyOf(findings.subList(0, NAMED));
    }

    /** Name and version of the database; blank where there is none to look at. */
    String product() {
        return condition.map(LedgerCondition::database).orElse("");
    }

    /** How many steps of runs it remembers; 0 where it cannot be looked at. */
    long batchSteps() {
        return condition.map(LedgerCondition::batchSteps).orElse(0L);
    }

    Optional<OffsetDateTime> newest() {
        return condition.flatMap(LedgerCondition::newest);
    }

    List<Diagnosis> findings() throws IOException {
        List<Diagnosis> findings = new ArrayList<>(database);
        if (condition.filter(LedgerCondition::isUpToDate).isPresent()) {
            findings.addAll(new ProofLook(installation).findings());
            findings.addAll(new WorkersLook(installation).findings());
        }
        if (condition.isPresent()) {
            findings.addAll(folders(condition.get()));
        }
        condition.ifPresent(found -> {
            found.interrupted()
                    .forEach(run -> findings.add(Diagnosis.look(
                            Check.RUNS,
                            run.mode().equals("trial") ? "run-interrupted.trial" : "run-interrupted",
                            "job",
                            run.job(),
                            "period",
                            run.period())));
            if (found.interrupted().isEmpty() && LedgerHolder.isLeftBehind(installation.ledger())) {
                findings.add(Diagnosis.look(Check.RUNS, "holder-left"));
            }
            found.triggers()
                    .forEach(trigger -> findings.add(trigger.late()
                            .map(since -> Diagnosis.look(
                                    Check.TRIGGERS,
                                    "trigger-late",
                                    "trigger",
                                    trigger.name(),
                                    "since",
                                    since.atOffset(installation.now().getOffset())))
                            .orElseGet(() ->
                                    Diagnosis.wrong(Check.TRIGGERS, "trigger-error", "trigger", trigger.name()))));
        });
        return findings;
    }
}
