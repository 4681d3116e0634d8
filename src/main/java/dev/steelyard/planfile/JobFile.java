package dev.steelyard.planfile;

import dev.steelyard.fact.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and reads a job file. */
public final class JobFile {

    private JobFile() {}

    /**
     * The file of a job that a person named.
     *
     * @param home the folder that holds {@code jobs/}
     * @param job a file of {@code jobs/} without its ending, or a path
     * @throws InvalidFile if there is none
     */
    public static Path find(Path home, String job) {
        Path jobs = home.resolve("jobs");
        if (job.contains("/") || job.contains("\\") || job.endsWith(".yaml") || job.endsWith(".yml")) {
            return Path.of(job);
        }
        Path file = jobs.resolve(job + ".yaml");
        if (Files.isRegularFile(file)) {
            return file;
        }
        List<String> known = names(jobs);
        throw new InvalidFile(List.of(Mistake.of(PlanError.JOB_UNKNOWN, Place.file(SourceText.name(jobs)))
                .with("job", job)
                .with("known", Words.list(known))
                .with("nearest", Words.nearest(job, known))));
    }

    /** The jobs of the folder: the YAML files that say {@code job:}. */
    private static List<String> names(Path jobs) {
        List<String> names = new ArrayList<>();
        for (Path file : Folder.yaml(jobs)) {
            Mistakes ignored = new Mistakes();
            SourceText.read(file, ignored)
                    .flatMap(source -> YamlTree.of(source, ignored))
                    .flatMap(tree -> YamlTree.child(tree.root(), "job"))
                    .ifPresent(job -> names.add(file.getFileName().toString().replaceFirst("\\.ya?ml$", "")));
        }
        return names;
    }

    /**
     * The job alone.
     *
     * @throws InvalidFile with everything that is wrong
     */
    public static Job read(Path path) {
        Mistakes mistakes = new Mistakes();
        Optional<Binder> binder = binder(path, mistakes);
        Optional<Job> job = binder.flatMap(read -> read.bind(Job.class));
        mistakes.throwIfAny();
        return job.orElseThrow();
    }

    static Optional<Binder> binder(Path path, Mistakes mistakes) {
        return SourceText.read(path, mistakes)
                .flatMap(source -> YamlTree.of(source, mistakes))
                .map(tree -> new Binder(tree, mistakes));
    }

    static void check(Binder binder, Map<String, Schema> schemas) {
        for (Bound<Job.Inputs> inputs : binder.all(Job.Inputs.class)) {
            List<String> required = inputs.value().required();
            for (int i = 0; i < required.size(); i++) {
                dataset(required.get(i), schemas, inputs.at("required", i), binder);
            }
            for (String dataset : inputs.value().files().keySet()) {
                dataset(dataset, schemas, inputs.at("files", dataset), binder);
            }
        }
    }

    private static void dataset(
            String name, Map<String, Schema> schemas, org.snakeyaml.engine.v2.nodes.Node node, Binder binder) {
        if (!schemas.containsKey(name)) {
            binder.add(binder.mistake(PlanError.DATASET_UNKNOWN, node)
                    .with("name", name)
                    .with("known", Words.list(schemas.keySet()))
                    .with("nearest", Words.nearest(name, schemas.keySet())));
        }
    }
}
