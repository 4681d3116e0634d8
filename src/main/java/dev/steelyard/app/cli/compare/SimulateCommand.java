package dev.steelyard.app.cli.compare;

import dev.steelyard.app.cli.option.InputOptions;
import dev.steelyard.app.cli.option.JobRules;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Numbers;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.compare.Movement;
import dev.steelyard.engine.compare.Movements;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.input.planfile.JobFile;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.input.planfile.text.PlanDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What another plan would cost, and whom: periods by the job's plan and by the other, on the same inputs. */
@Command(name = "simulate", versionProvider = EngineVersion.class)
public final class SimulateCommand extends Verb {

    @Parameters(paramLabel = "JOB")
    private String job;

    @Option(names = "--plan", paramLabel = "FILE", required = true)
    private Path plan;

    @Option(names = "--periods", paramLabel = "A..B")
    private String periods;

    @Option(names = "--as-of", paramLabel = "DATE")
    private LocalDate asOf;

    @Option(names = "--as-if-effective")
    private boolean asIfEffective;

    @Option(names = "--top", paramLabel = "N", defaultValue = "20")
    private int top;

    @Mixin
    private InputOptions inputs;

    @Spec
    private CommandSpec spec;

    public SimulateCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Setup setup = Setup.read(JobFile.find(home(), job), Optional.empty());
        JobRules.mustScore(setup.job());
        Plan other = PlanFile.read(plan, setup.schemas());
        List<Rehearsal.Source> sources = new ArrayList<>();
        SimulatedPeriods chosen = new SimulatedPeriods(this, setup, inputs);
        boolean named = spec.commandLine().getParseResult().hasMatchedOption("--inputs");
        for (Period period : chosen.periods(Optional.ofNullable(periods), Optional.ofNullable(asOf), named)) {
            chosen.mustBeEffective(setup.plan(), period);
            if (!asIfEffective) {
                chosen.mustBeEffective(other, period);
            }
            sources.add(chosen.source(period, Optional.ofNullable(asOf), named));
        }
        PlanChanges rules = new PlanChanges(
                PlanDiff.of(setup.plan(), setup.schemas(), other, setup.schemas(), language()),
                Optional.of(PlanChanges.Sources.of(setup.planFile(), plan)));
        Rehearsal rehearsal = new Rehearsal(this, setup);
        List<Rehearsal.Outcome> outcomes = new ArrayList<>();
        for (Rehearsal.Source source : sources) {
            outcomes.add(rehearsal.of(source, setup.plan(), other));
        }
        if (json()) {
            print(json(setup, other, rules, outcomes));
        } else {
            text(setup, other, rules, outcomes);
        }
        return Exit.DONE;
    }

    // ------------------------------------------------------------------ output

    private void text(Setup setup, Plan other, PlanChanges rules, List<Rehearsal.Outcome> outcomes) {
        Style style = session().out();
        print(style.strong(say(
                "simulate.title",
                "job",
                setup.job().name(),
                "before",
                setup.plan().plan(),
                "after",
                other.plan(),
                "file",
                shown(plan))));
        print(say(
                rules.changes().isEmpty() ? "compare.rules.same" : "compare.rules",
                "count",
                rules.changes().size()));
        rules.lines(session().texts(), style).forEach(this::print);
        MovementText words = new MovementText(session(), other.currency());
        for (Rehearsal.Outcome outcome : outcomes) {
            lines(this, outcome, words, top).forEach(this::print);
        }
        if (outcomes.size() > 1) {
            Money before = sum(outcomes, Movements::moneyBefore);
            Money after = sum(outcomes, Movements::moneyAfter);
            print("");
            print(style.strong(say(
                    "simulate.total",
                    "periods",
                    outcomes.size(),
                    "before",
                    Numbers.amount(before.toString()),
                    "after",
                    Numbers.amount(after.toString()),
                    "change",
                    words.signed(after.minus(before)),
                    "currency",
                    other.currency())));
        }
    }

    /** One period. */
    public static List<String> lines(Verb verb, Rehearsal.Outcome outcome, MovementText words, int people) {
        Movements movements = outcome.movements();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(verb.session()
                .out()
                .strong(verb.say(
                        "simulate.period",
                        "period",
                        outcome.source().period(),
                        "source",
                        outcome.source().name(),
                        "asOf",
                        outcome.source().asOf())));
        lines.addAll(words.summary(movements.all(), movements.moneyBefore(), movements.moneyAfter()));
        lines.addAll(words.onHold(movements));
        int returned = movements.after().returns().byPerson().size();
        if (returned > 0) {
            lines.add(verb.say("simulate.returned", "people", returned));
        }
        lines.addAll(words.components(movements));
        lines.addAll(words.grades(movements));
        lines.addAll(words.causes(movements.byCause()));
        lines.addAll(
                words.people(movements.all().stream().filter(Movement::moved).toList(), people));
        lines.addAll(words.near(outcome.near()));
        return lines;
    }

    private static Money sum(List<Rehearsal.Outcome> outcomes, Function<Movements, Money> which) {
        return outcomes.stream().map(Rehearsal.Outcome::movements).map(which).reduce(Money.ZERO, Money::plus);
    }

    private Json json(Setup setup, Plan other, PlanChanges rules, List<Rehearsal.Outcome> outcomes) {
        return Json.of("outcome", "simulated")
                .with("exit", Exit.DONE)
                .with("job", setup.job().job())
                .with("plan_before", setup.plan().plan())
                .with("plan_after", other.plan())
                .with("rules", rules.json())
                .with(
                        "periods",
                        outcomes.stream().map(one -> json(one, language())).toList());
    }

    public static Map<String, Object> json(Rehearsal.Outcome outcome, String language) {
        MovementJson words = new MovementJson(language);
        Json json = Json.of("period", outcome.source().period().toString())
                .with("inputs", outcome.source().name())
                .with("as_of", outcome.source().asOf().toString());
        words.into(json, outcome.movements());
        return json.with(
                        "people",
                        words.people(outcome.movements().all().stream()
                                .filter(Movement::moved)
                                .toList()))
                .with("near", words.near(outcome.near()))
                .members();
    }
}
