package dev.steelyard.cli;

import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.PlanFile;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "check", versionProvider = EngineVersion.class)
final class PlanCheckCommand extends Verb {

    @Mixin
    private PlanOptions options;

    PlanCheckCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Map<String, Schema> schemas = options.schemas(this);
        Plan plan = PlanFile.read(options.file(this), schemas);
        if (json()) {
            print(Json.of("outcome", "valid")
                    .with("exit", Exit.DONE)
                    .with("plan", plan.plan())
                    .with("tracks", plan.tracks().size())
                    .with("indicators", plan.indicators().size()));
        } else {
            print(session()
                    .out()
                    .good(say(
                            "plan.valid",
                            "name",
                            plan.name().in(language()),
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
        }
        return Exit.DONE;
    }
}
