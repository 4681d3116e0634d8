package dev.steelyard.app.cli.plan;

import dev.steelyard.app.cases.CaseResult;
import dev.steelyard.app.cases.Cases;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Style;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.CalendarFile;
import dev.steelyard.input.planfile.PlanFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "check", versionProvider = EngineVersion.class)
public final class PlanCheckCommand extends Verb {

    @Mixin
    private PlanOptions options;

    public PlanCheckCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Map<String, Schema> schemas = options.schemas(this);
        Plan plan = PlanFile.read(options.file(), schemas);
        Path exports = options.exports(this);
        List<CaseResult> cases = Cases.read(exports.resolveSibling("cases"), plan, schemas)
                .run(CalendarFile.read(exports.resolveSibling("calendar")));
        List<CaseResult> failed = cases.stream().filter(one -> !one.holds()).toList();
        int exit = failed.isEmpty() ? Exit.DONE : Exit.REFUSED;
        if (json()) {
            print(json(plan, cases, failed, exit));
        } else {
            text(plan, cases, failed);
        }
        return exit;
    }

    private void text(Plan plan, List<CaseResult> cases, List<CaseResult> failed) {
        Style style = session().out();
        print(style.good(say(
                "plan.valid",
                "name",
                plan.name(),
                "plan",
                plan.plan(),
                "from",
                plan.effective().from(),
                "to",
                plan.effective().to().map(Object::toString).orElse("…"),
                "tracks",
                plan.tracks().size(),
                "indicators",
                plan.indicators().size())));
        if (cases.isEmpty()) {
            print(say("plan.cases.none"));
        } else if (failed.isEmpty()) {
            print(style.good(say("plan.cases.hold", "count", cases.size())));
        } else {
            failed.forEach(one -> one.lines().forEach(this::print));
            print(style.bad(say("plan.cases.fail", "count", cases.size(), "failed", failed.size())));
        }
    }

    private static Json json(Plan plan, List<CaseResult> cases, List<CaseResult> failed, int exit) {
        return Json.of("outcome", failed.isEmpty() ? "valid" : "cases_fail")
                .with("exit", exit)
                .with("plan", plan.plan())
                .with("tracks", plan.tracks().size())
                .with("indicators", plan.indicators().size())
                .with("cases", cases.size())
                .with(
                        "failed",
                        failed.stream()
                                .map(one -> Json.of("case", one.name())
                                        .with("place", one.place())
                                        .with("differences", one.differences())
                                        .members())
                                .toList());
    }
}
