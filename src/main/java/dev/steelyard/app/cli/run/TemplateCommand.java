package dev.steelyard.app.cli.run;

import dev.steelyard.app.cli.text.Exit;
import dev.steelyard.app.cli.text.Json;
import dev.steelyard.app.cli.text.Refusal;
import dev.steelyard.app.cli.verb.EngineVersion;
import dev.steelyard.app.cli.verb.Session;
import dev.steelyard.app.cli.verb.Verb;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.ExportsFile;
import dev.steelyard.input.planfile.Setup;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.ledger.store.FileNames;
import dev.steelyard.ledger.store.PrivateFiles;
import dev.steelyard.output.workbook.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code template DATASET|all --to DIR}: blank import workbooks. */
@Command(name = "template", versionProvider = EngineVersion.class)
public final class TemplateCommand extends Verb {

    private static final String ALL = "all";

    @Parameters(paramLabel = "DATASET")
    private String dataset;

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path to;

    public TemplateCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Schema> schemas = ExportsFile.read(home().resolve("jobs").resolve("exports.yaml"));
        Optional<Plan> plan = plan();
        Path folder = PrivateFiles.folder(to.toAbsolutePath());
        List<String> written = new ArrayList<>();
        for (Schema schema : chosen(schemas)) {
            Template template = new Template(schema, schemas, plan, language());
            PrivateFiles.replace(FileNames.resolve(folder, template.fileName()), out -> template.write(folder, out));
            written.add(template.fileName());
        }
        if (json()) {
            print(Json.of("folder", shown(folder)).with("files", written));
        } else {
            print(say("template.written", "folder", shown(folder)));
            written.forEach(name -> print("  " + name));
            print(say("template.next"));
        }
        return Exit.DONE;
    }

    /** By the plan of the month; a job that is missing or wrong is no reason to have no templates. */
    private Optional<Plan> plan() {
        try {
            return Optional.of(Setup.read(home().resolve("jobs").resolve("month-end.yaml"), Optional.empty())
                    .plan());
        } catch (InvalidFile e) {
            return Optional.empty();
        }
    }

    private List<Schema> chosen(Map<String, Schema> schemas) {
        List<Schema> chosen = schemas.values().stream()
                .filter(schema ->
                        dataset.equals(ALL) || dataset.equals(schema.dataset()) || dataset.equals(schema.zh()))
                .toList();
        if (chosen.isEmpty()) {
            throw Refusal.badInput(
                    "template-unknown", "dataset", dataset, "known", String.join(say("list.gap"), schemas.keySet()));
        }
        return chosen;
    }
}
