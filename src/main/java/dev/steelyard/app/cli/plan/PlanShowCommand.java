package dev.steelyard.app.cli.plan;

import dev.steelyard.app.calculation.RulesFiles;
import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.PlanFile;
import dev.steelyard.input.planfile.text.PlanText;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "show", versionProvider = EngineVersion.class)
public final class PlanShowCommand extends Verb {

    @Mixin
    private PlanOptions options;

    public PlanShowCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Schema> schemas = options.schemas(this);
        Plan plan = PlanFile.read(options.file(), schemas);
        String hash = RulesFiles.sha256(options.file());
        String text = PlanText.of(plan, schemas, language(), hash);
        if (json()) {
            print(Json.of("plan", plan.plan()).with("sha256", hash).with("text", text));
        } else {
            surroundings().out().print(text);
        }
        return Exit.DONE;
    }
}
