package dev.steelyard.cli;

import dev.steelyard.fact.Schema;
import dev.steelyard.planfile.ExportsFile;
import dev.steelyard.store.FileNames;
import dev.steelyard.store.PrivateFiles;
import dev.steelyard.workbook.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code template DATASET|all --to DIR}: blank import workbooks. */
@Command(name = "template", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DATASET|all")
    private String dataset;

    @Option(names = "--to", paramLabel = "DIR", required = true)
    private Path to;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() throws Exception {
        Map<String, Schema> schemas =
                ExportsFile.read(common.home().resolve("jobs").resolve("exports.yaml"));
        List<Schema> chosen = schemas.values().stream()
                .filter(schema ->
                        dataset.equals("all") || dataset.equals(schema.dataset()) || dataset.equals(schema.zh()))
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), dataset + ": all, " + String.join(", ", schemas.keySet()));
        }
        Path folder = PrivateFiles.folder(to.toAbsolutePath());
        for (Schema schema : chosen) {
            Template template = new Template(schema, schemas, common.language());
            PrivateFiles.replace(FileNames.resolve(folder, template.fileName()), out -> template.write(folder, out));
            spec.commandLine().getOut().println(template.fileName());
        }
        return Exit.DONE;
    }
}
