package dev.steelyard.app.cli.compare;

import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.RulesFiles;
import dev.steelyard.app.calculation.Threads;
import dev.steelyard.app.cli.option.EditionChoice;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.cli.verb.Watch;
import dev.steelyard.engine.compare.Movement;
import dev.steelyard.engine.compare.Movements;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.planfile.text.PlanDiff;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerInUse;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.Printed;
import dev.steelyard.output.publish.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who moved between two published runs of a job, and what made it: both are calculated again from the store. */
@Command(name = "compare", versionProvider = EngineVersion.class)
public final class CompareCommand extends Verb {

    @Parameters(index = "0", paramLabel = "RUN")
    private String first;

    @Parameters(index = "1", paramLabel = "RUN")
    private String second;

    @Option(names = "--top", paramLabel = "N", defaultValue = "20")
    private int top;

    public CompareCommand(Session session) {
        super(session);
    }

    /**
     * What came of it.
     *
     * @param movements empty where the store has lost what they would be calculated from
     * @param people everybody, as calculated or else as published
     * @param printedBefore what the earlier folder prints
     * @param printedAfter what the later one prints
     * @param unlike whose published figures the store does not lead to
     * @param purged files that the store no longer has
     */
    private record Compared(
            EditionChoice before,
            EditionChoice after,
            Optional<Movements> movements,
            List<Movement> people,
            Printed printedBefore,
            Printed printedAfter,
            PlanChanges rules,
            Set<String> unlike,
            List<String> purged) {
        int exit() {
            return unlike.isEmpty() && purged.isEmpty() ? Exit.DONE : Exit.REFUSED;
        }
    }

    @Override
    public Integer call() throws IOException {
        EditionChoice before = edition(first);
        EditionChoice after = edition(second);
        if (!before.manifest().job().equals(after.manifest().job())) {
            throw Refusal.badInput("compare-jobs", "before", before.name(), "after", after.name());
        }
        checkLedger(List.of(before, after));
        Compared compared = compared(before, after);
        if (json()) {
            print(json(compared));
        } else {
            text(compared);
        }
        return compared.exit();
    }

    /** A published folder whose bytes are those that it was published with. */
    private EditionChoice edition(String run) throws IOException {
        EditionChoice edition = EditionChoice.choose(this, Optional.of(run), Optional.empty());
        Verification checked = Verification.of(edition.folder());
        if (!checked.differences().isEmpty()) {
            throw Refusal.of(
                    Exit.REFUSED,
                    "compare-changed",
                    "run",
                    edition.name(),
                    "files",
                    String.join(
                            ", ",
                            checked.differences().stream()
                                    .map(Verification.Difference::name)
                                    .distinct()
                                    .toList()));
        }
        return edition;
    }

    /** What the ledger recorded is what lies there. While a run has the ledger, the manifest alone is asked. */
    private void checkLedger(List<EditionChoice> editions) throws IOException {
        if (!OpenLedger.exists(ledger(), db())) {
            return;
        }
        try (LedgerDatabase database = OpenLedger.toLookAtOnce(this)) {
            List<Publication> revisions = new Ledger(database.source()).revisions();
            for (EditionChoice edition : editions) {
                String hash = RulesFiles.sha256(edition.folder().resolve(Manifest.NAME));
                boolean otherwise = revisions.stream()
                        .anyMatch(one -> one.runId().equals(edition.manifest().run())
                                && one.revision() == edition.manifest().revision()
                                && !one.manifestHash().equals(hash));
                if (otherwise) {
                    throw Refusal.of(Exit.REFUSED, "compare-changed", "run", edition.name(), "files", Manifest.NAME);
                }
            }
        } catch (LedgerInUse e) {
            // Comparing must not wait for a run.
        }
    }

    private Compared compared(EditionChoice before, EditionChoice after) throws IOException {
        Printed printedBefore = Printed.read(before.folder());
        Printed printedAfter = Printed.read(after.folder());
        try {
            List<RunResult> both = calculated(List.of(before, after));
            RunResult then = both.get(0);
            RunResult now = both.get(1);
            Movements movements =
                    Movements.of(PublishedLines.with(then, printedBefore), PublishedLines.with(now, printedAfter));
            Set<String> unlike = new TreeSet<>(printedBefore.peopleWhoDiffer(Printed.of(then)));
            unlike.addAll(printedAfter.peopleWhoDiffer(Printed.of(now)));
            PlanChanges rules = new PlanChanges(
                    PlanDiff.of(
                            then.input().plan(),
                            then.input().registers().schemas(),
                            now.input().plan(),
                            now.input().registers().schemas(),
                            language()),
                    Optional.empty());
            return new Compared(
                    before,
                    after,
                    Optional.of(movements),
                    movements.all(),
                    printedBefore,
                    printedAfter,
                    rules,
                    unlike,
                    List.of());
        } catch (PurgedFromStore e) {
            return new Compared(
                    before,
                    after,
                    Optional.empty(),
                    PublishedMovements.of(printedBefore, printedAfter),
                    printedBefore,
                    printedAfter,
                    new PlanChanges(List.of(), Optional.empty()),
                    Set.of(),
                    e.names());
        }
    }

    /** Side by side: much of each has to wait for what was calculated before it. The last is watched, any of them told to stop. */
    private List<RunResult> calculated(List<EditionChoice> editions) throws IOException, PurgedFromStore {
        List<EarlierRuns> earlier = new ArrayList<>();
        for (EditionChoice edition : editions) {
            earlier.add(earlier(edition.manifest()));
        }
        Map<Integer, RunResult> results = new ConcurrentSkipListMap<>();
        SortedMap<Integer, PurgedFromStore> purged = new ConcurrentSkipListMap<>();
        try (Watch watch = Watch.of(this)) {
            new Threads(editions.size()).forEach(editions.size(), i -> {
                boolean isLast = i == editions.size() - 1;
                try {
                    results.put(i, calculated(editions.get(i), earlier.get(i), isLast ? watch : watch.unseen()));
                } catch (PurgedFromStore e) {
                    purged.put(i, e);
                }
            });
        }
        if (!purged.isEmpty()) {
            throw purged.get(purged.firstKey());
        }
        return List.copyOf(results.values());
    }

    private RunResult calculated(EditionChoice edition, EarlierRuns earlier, Progress progress)
            throws IOException, PurgedFromStore {
        try (WorkFolder work = WorkFolder.under(output())) {
            return Recalculation.of(output(), edition.manifest(), earlier, work.path(), progress)
                    .figuresOnly()
                    .calculated(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                    .result();
        }
    }

    /** Only a mean of published months asks the ledger, and no longer than it takes to read them. */
    private EarlierRuns earlier(Manifest manifest) throws IOException {
        if (manifest.earlier().isEmpty()) {
            return EarlierRuns.NONE;
        }
        try (LedgerDatabase database = OpenLedger.toLook(this)) {
            return EarlierRuns.of(new Ledger(database.source()), manifest.earlier());
        }
    }

    // ------------------------------------------------------------------ output

    private void text(Compared compared) {
        Style style = session().out();
        Manifest before = compared.before().manifest();
        Manifest after = compared.after().manifest();
        String currency = compared.movements()
                .map(movements -> movements.after().input().plan().currency())
                .or(() -> PublishedMovements.currency(compared.printedAfter()))
                .orElse("");
        MovementText words = new MovementText(session(), currency);
        List<String> lines = new ArrayList<>();
        lines.add(style.strong(say(
                "compare.title",
                "before",
                compared.before().name(),
                "after",
                compared.after().name())));
        lines.addAll(words.summary(
                compared.people(),
                compared.movements()
                        .map(Movements::moneyBefore)
                        .orElseGet(() -> PublishedMovements.own(compared.printedBefore())),
                compared.movements()
                        .map(Movements::moneyAfter)
                        .orElseGet(() -> PublishedMovements.own(compared.printedAfter()))));
        compared.movements().ifPresent(movements -> lines.addAll(words.onHold(movements)));
        Money trueUpsBefore = PublishedMovements.trueUps(compared.printedBefore());
        Money trueUpsAfter = PublishedMovements.trueUps(compared.printedAfter());
        if (trueUpsBefore.signum() != 0 || trueUpsAfter.signum() != 0) {
            lines.add(say(
                    "compare.true-ups",
                    "before",
                    Numbers.amount(trueUpsBefore.toString()),
                    "after",
                    Numbers.amount(trueUpsAfter.toString()),
                    "currency",
                    currency));
        }
        List<ComparedInputs> inputs = ComparedInputs.of(before, after);
        lines.add("");
        lines.add(inputs.isEmpty() ? say("compare.inputs.same") : say("compare.inputs", "count", inputs.size()));
        inputs.forEach(one -> lines.add("  " + one.text(session().texts())));
        lines.add(say(ruleKey(compared), "count", compared.rules().changes().size()));
        lines.addAll(compared.rules().lines(session().texts(), style));
        compared.movements().ifPresent(movements -> {
            lines.addAll(words.causes(movements.byCause()));
            lines.addAll(words.components(movements));
        });
        lines.addAll(
                words.people(compared.people().stream().filter(Movement::moved).toList(), top));
        lines.forEach(this::print);
        warnings(compared);
    }

    private static String ruleKey(Compared compared) {
        Manifest before = compared.before().manifest();
        Manifest after = compared.after().manifest();
        if (!compared.rules().changes().isEmpty()) {
            return "compare.rules";
        }
        if (!before.planHash().equals(after.planHash()) && compared.movements().isEmpty()) {
            return "compare.rules.unknown";
        }
        return before.engine().equals(after.engine())
                        && before.exportsHash().equals(after.exportsHash())
                        && before.calendarHash().equals(after.calendarHash())
                ? "compare.rules.same"
                : "compare.rules.around";
    }

    private void warnings(Compared compared) {
        if (!compared.purged().isEmpty()) {
            warn(say("compare.purged", "files", String.join(", ", compared.purged())));
        }
        if (!compared.unlike().isEmpty()) {
            warn(say("compare.unlike", "people", String.join(", ", compared.unlike())));
        }
    }

    private void warn(String text) {
        surroundings().err().println(session().err().bad(text));
    }

    private Json json(Compared compared) {
        MovementJson words = new MovementJson(language());
        Json json = Json.of("outcome", "compared")
                .with("exit", compared.exit())
                .with("before", run(compared.before()))
                .with("after", run(compared.after()))
                .with(
                        "inputs",
                        ComparedInputs.of(
                                        compared.before().manifest(),
                                        compared.after().manifest())
                                .stream()
                                .map(ComparedInputs::json)
                                .toList())
                .with("rules", compared.rules().json());
        compared.movements().ifPresent(movements -> words.into(json, movements));
        return json.with(
                        "people",
                        words.people(compared.people().stream()
                                .filter(Movement::moved)
                                .toList()))
                .with("unlike", compared.unlike())
                .with("purged", compared.purged());
    }

    private static Json run(EditionChoice edition) {
        return Json.of("run", edition.name())
                .with("run_id", edition.manifest().run())
                .with("plan", edition.manifest().plan())
                .with("plan_sha256", edition.manifest().planHash())
                .with("engine", edition.manifest().engine());
    }
}
