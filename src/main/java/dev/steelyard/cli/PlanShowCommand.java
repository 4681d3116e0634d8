package dev.steelyard.cli;

import dev.steelyard.fact.Schema;
import dev.steelyard.plan.Plan;
import dev.steelyard.planfile.PlanFile;
import dev.steelyard.planfile.text.PlanText;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "show", versionProvider = EngineVersion.class)
final class PlanShowCommand extends Verb {

    @Mixin
    private PlanOptions options;

    PlanShowCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Map<String, Schema> schemas = options.schemas(this);
        Plan plan = PlanFile.read(options.file(), schemas);
        String text = PlanText.of(plan, schemas, language());
        if (json()) {
            print(Json.of("plan", plan.plan()).with("text", text));
        } else {
            surroundings().out().print(text);
        }
        return Exit.DONE;
    }
}
