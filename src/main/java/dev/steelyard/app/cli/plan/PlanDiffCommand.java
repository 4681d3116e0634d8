package dev.steelyard.app.cli.plan;

import dev.steelyard.app.cli.compare.MovementText;
import dev.steelyard.app.cli.compare.PlanChanges;
import dev.steelyard.app.cli.compare.Rehearsal;
import dev.steelyard.app.cli.compare.SimulateCommand;
import dev.steelyard.app.cli.compare.SimulatedPeriods;
import dev.steelyard.app.cli.option.InputOptions;
import dev.steelyard.app.cli.option.Newest;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.input.planfile.text.PlanDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** In which rules two plans differ, and what that comes to on the last period's data. */
@Command(name = "diff", versionProvider = EngineVersion.class)
public final class PlanDiffCommand extends Verb {

    @Parameters(index = "0", paramLabel = "FILE")
    private Path before;

    @Parameters(index = "1", paramLabel = "FILE")
    private Path after;

    @Option(names = "--exports", paramLabel = "FILE")
    private Path exports;

    @Option(names = "--job", paramLabel = "JOB", defaultValue = "month-end")
    private String job;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    @Option(names = "--top", paramLabel = "N", defaultValue = "20")
    private int top;

    @Mixin
    private InputOptions inputs;

    @Spec
    private CommandSpec spec;

    public PlanDiffCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Schema> schemas = ExportsFile.read(PlanOptions.exports(this, before, Optional.ofNullable(exports)));
        Plan then = PlanFile.read(before, schemas);
        Plan now = PlanFile.read(after, schemas);
        PlanChanges changes = new PlanChanges(
                PlanDiff.of(then, schemas, now, schemas, language()),
                Optional.of(PlanChanges.Sources.of(before, after)));
        Optional<Rehearsal.Outcome> effect = changes.changes().isEmpty() ? Optional.empty() : effect(then, now);
        if (json()) {
            Json json = Json.of("outcome", changes.changes().isEmpty() ? "same" : "differs")
                    .with("exit", Exit.DONE)
                    .with("before", then.plan())
                    .with("after", now.plan())
                    .with("rules", changes.json());
            print(json.with(
                    "effect",
                    effect.map(one -> SimulateCommand.json(one, language())).orElse(null)));
        } else {
            text(then, now, changes, effect);
        }
        return Exit.DONE;
    }

    /** On the inputs of the job's newest revision, or of the folder that was named; none where there is neither. */
    private Optional<Rehearsal.Outcome> effect(Plan then, Plan now) throws IOException {
        boolean named = spec.commandLine().getParseResult().hasMatchedOption("--inputs");
        if (!named
                && Newest.inFolders(output()).stream()
                        .noneMatch(one -> one.job().equals(job))) {
            return Optional.empty();
        }
        Setup setup = Setup.read(JobFile.find(home(), job), Optional.empty());
        SimulatedPeriods chosen = new SimulatedPeriods(this, setup, inputs);
        Period period = chosen.periods(Optional.empty(), Optional.ofNullable(asOf), named)
                .get(0);
        return Optional.of(
                new Rehearsal(this, setup).of(chosen.source(period, Optional.ofNullable(asOf), named), then, now));
    }

    private void text(Plan then, Plan now, PlanChanges changes, Optional<Rehearsal.Outcome> effect) {
        Style style = session().out();
        print(style.strong(say(
                changes.changes().isEmpty() ? "plan.diff.same" : "plan.diff.title",
                "before",
                then.plan(),
                "after",
                now.plan(),
                "count",
                changes.changes().size())));
        changes.lines(session().texts(), style).forEach(this::print);
        if (effect.isPresent()) {
            MovementText words = new MovementText(session(), now.currency());
            SimulateCommand.lines(this, effect.get(), words, top).forEach(this::print);
        } else if (!changes.changes().isEmpty()) {
            print("");
            print(say("plan.diff.no-effect", "job", job));
        }
    }
}
