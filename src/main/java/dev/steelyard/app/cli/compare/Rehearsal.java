package dev.steelyard.app.cli.compare;

import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.Measuring;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.calculation.RunRequest.Host;
import dev.steelyard.app.calculation.RunRequest.Mode;
import dev.steelyard.app.calculation.RunRules;
import dev.steelyard.app.cli.option.EditionChoice;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.OpenLedger;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.app.cli.verb.Watch;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.compare.Movements;
import dev.steelyard.engine.insight.people.NearEdge;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.exports.Freezer;
import dev.steelyard.input.planfile.Job;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Periods calculated by two plans on the same inputs, publishing and recording nothing. Shorter periods within a period are
 * calculated from the same inputs by each plan, not taken from the ledger, which knows one plan's only; a year's are the closed ones.
 */
public final class Rehearsal {

    private final Verb verb;
    private final Job job;
    private final RunRules rules;

    /** @param setup of which only the plan is another */
    public Rehearsal(Verb verb, Setup setup) throws IOException {
        this.verb = verb;
        this.job = setup.job();
        this.rules = RunRules.of(setup);
    }

    /**
     * Where the inputs of a period are.
     *
     * @param revision the published run whose frozen inputs are read; empty where a folder is
     */
    record Source(Period period, Optional<EditionChoice> revision, Optional<Path> folder, LocalDate asOf, int threads) {

        String name() {
            return revision.map(EditionChoice::name).orElseGet(() -> Verb.shown(folder.orElseThrow()));
        }
    }

    /**
     * One period by both plans.
     *
     * @param near who stands just under an edge of the second plan
     */
    public record Outcome(Source source, Movements movements, List<NearEdge> near) {}

    public Outcome of(Source source, Plan before, Plan after) throws IOException {
        Movements movements = Movements.of(result(source, before), result(source, after));
        RunResult now = movements.after();
        return new Outcome(
                source, movements, NearEdge.of(after, now.input().registers(), now.measurements(), now.book()));
    }

    private RunResult result(Source source, Plan plan) throws IOException {
        try (Watch watch = Watch.of(verb);
                WorkFolder work = WorkFolder.under(verb.output())) {
            return source.revision().isPresent()
                    ? frozen(source, plan, work.path(), watch)
                    : delivered(source, plan, work.path(), watch);
        }
    }

    private RunResult frozen(Source source, Plan plan, Path work, Progress progress) throws IOException {
        Manifest manifest = source.revision().orElseThrow().manifest();
        try {
            return Recalculation.by(rules.by(plan), verb.output(), manifest, earlier(manifest), work, progress)
                    .calculated(source.threads())
                    .result();
        } catch (PurgedFromStore e) {
            throw Refusal.of(
                    Exit.REFUSED, "simulate-purged", "run", source.name(), "files", String.join(", ", e.names()));
        }
    }

    /** A year is made of what was closed; nothing else can be. */
    private EarlierRuns earlier(Manifest manifest) throws IOException {
        boolean isYear = Period.parse(manifest.period()).filter(Period::isYear).isPresent();
        if (!isYear || manifest.earlier().isEmpty()) {
            return EarlierRuns.NONE;
        }
        try (LedgerDatabase database = OpenLedger.toLook(verb)) {
            return EarlierRuns.of(new Ledger(database.source()), manifest.earlier());
        }
    }

    private RunResult delivered(Source source, Plan plan, Path work, Progress progress) throws IOException {
        RunRequest request = new RunRequest(
                job,
                rules.by(plan),
                source.period(),
                source.asOf(),
                Mode.TRIAL,
                source.folder().orElseThrow(),
                false,
                work,
                verb.language(),
                new Host(
                        source.threads(),
                        Freezer.SLICE_BYTES,
                        verb.surroundings().now(),
                        EngineVersion.engine()),
                List.of());
        return Measuring.of(request, EarlierRuns.NONE, progress, verb.output(), false)
                .calculated(source.threads())
                .result();
    }
}
