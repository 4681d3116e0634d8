package dev.steelyard.input.planfile;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.run.ControlTotal;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.mistake.PlanError;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.Bound;
import dev.steelyard.input.planfile.yaml.FileWords;
import dev.steelyard.input.planfile.yaml.SourceText;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Finds and reads a job file. */
public final class JobFile {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private static final Pattern READER = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

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
        if (known.isEmpty()) {
            throw new InvalidFile(List.of(Mistake.of(PlanError.JOBS_NONE, Place.file(SourceText.name(jobs)))
                    .with("folder", jobs)));
        }
        throw new InvalidFile(List.of(Mistake.of(PlanError.JOB_UNKNOWN, Place.file(SourceText.name(jobs)))
                .with("job", job)
                .with("known", FileWords.list(known))
                .with("nearest", FileWords.nearest(job, known))));
    }

    /** The jobs of the folder: the YAML files that say {@code job:}. */
    public static List<String> names(Path jobs) {
        List<String> names = new ArrayList<>();
        for (Path file : YamlFiles.in(jobs)) {
            Mistakes ignored = new Mistakes();
            YamlFiles.open(file, ignored)
                    .flatMap(binder -> YamlTree.child(binder.tree().root(), "job"))
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
        Optional<Binder> binder = YamlFiles.open(path, mistakes);
        Optional<Job> job = binder.flatMap(read -> read.bind(Job.class));
        binder.ifPresent(JobFile::check);
        mistakes.throwIfAny();
        return job.orElseThrow();
    }

    /** Where the cron expression of a job's schedule stands. */
    public static Place placeOfCron(Path path) {
        return YamlFiles.open(path, new Mistakes())
                .map(Binder::tree)
                .map(tree -> YamlTree.child(tree.root(), "schedule")
                        .flatMap(schedule -> YamlTree.child(schedule, "cron"))
                        .map(tree::place)
                        .orElse(Place.file(SourceText.name(path))))
                .orElse(Place.file(SourceText.name(path)));
    }

    /** Whether a name can be one of a file or folder of the output. */
    static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    /** What can be judged of a job alone. */
    static void check(Binder binder) {
        for (Bound<Job> job : binder.all(Job.class)) {
            if (!isId(job.value().job())) {
                binder.add(binder.mistake(PlanError.NOT_AN_ID, job.at("job"))
                        .with("value", job.value().job()));
            }
        }
        for (Bound<Job> job : binder.all(Job.class)) {
            job.value().controlTotals().keySet().forEach(period -> period(period, job, binder));
        }
        for (Bound<ControlTotal> total : binder.all(ControlTotal.class)) {
            if (total.value().figures() == 0) {
                binder.add(binder.mistake(PlanError.KEY_MISSING, total.node()).with("key", "rows"));
            }
        }
        JobSchedules.check(binder);
        binder.all(Job.Reader.class).forEach(reader -> reader(reader, binder));
        for (Bound<Job.Thresholds> thresholds : binder.all(Job.Thresholds.class)) {
            share(thresholds.value().rejectedRows(), thresholds.at("rejected_rows"), binder);
            share(thresholds.value().heldPeople(), thresholds.at("held_people"), binder);
        }
    }

    /** Whoever reads is named or has a password; nobody is given everything by leaving something out. */
    private static void reader(Bound<Job.Reader> reader, Binder binder) {
        Job.Reader value = reader.value();
        if (value.group().isEmpty() && !value.encrypt()) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, reader.node()).with("key", "group / encrypt"));
        }
        if (value.files().isEmpty() && !value.isOfManagers()) {
            binder.add(binder.mistake(PlanError.KEY_MISSING, reader.node()).with("key", "files"));
        }
        if (!READER.matcher(reader.key()).matches()) {
            binder.add(binder.mistake(PlanError.NOT_AN_ID, reader.node()).with("value", reader.key()));
        }
    }

    private static void period(String written, Bound<Job> job, Binder binder) {
        period(written, job.value().period(), job.keyAt("control_totals", written), binder);
    }

    static void period(String written, Period.Kind kind, Node node, Binder binder) {
        if (Period.parse(written)
                .filter(period -> period.kind() == kind && period.toString().equals(written))
                .isEmpty()) {
            binder.add(binder.mistake(PlanError.NOT_A_PERIOD, node)
                    .with("value", written)
                    .with("example", Period.of(kind, LocalDate.of(2026, 9, 1)).toString()));
        }
    }

    private static void share(Fraction share, Node node, Binder binder) {
        if (share.signum() < 0 || Fraction.ONE.isBelow(share)) {
            binder.add(binder.mistake(PlanError.OUT_OF_RANGE, node)
                    .with("value", share.plain())
                    .with("range", "0%…100%"));
        }
    }

    /** The datasets and columns that a job names must exist. */
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
        for (Bound<Job.Expected> expected : binder.all(Job.Expected.class)) {
            dataset(expected.value().dataset(), schemas, expected.at("dataset"), binder);
        }
        binder.all(Job.class).forEach(job -> controlTotals(job, schemas, binder));
    }

    /** Control totals are stated of datasets that there are, and sums of amounts. */
    private static void controlTotals(Bound<Job> job, Map<String, Schema> schemas, Binder binder) {
        job.value()
                .controlTotals()
                .forEach((period, totals) -> totals.forEach((name, total) -> {
                    dataset(name, schemas, job.keyAt("control_totals", period, name), binder);
                    Optional.ofNullable(schemas.get(name)).ifPresent(schema -> total.sums()
                            .keySet()
                            .forEach(column -> amount(
                                    column,
                                    schema,
                                    job.keyAt("control_totals", period, name, "sums", column),
                                    binder)));
                }));
    }

    private static void amount(String name, Schema schema, Node node, Binder binder) {
        Optional<DatasetColumn> column = schema.column(name);
        List<String> amounts = schema.columns().stream()
                .filter(one -> one.type() == DatasetColumn.Type.AMOUNT)
                .map(DatasetColumn::name)
                .toList();
        if (column.isEmpty()) {
            binder.add(binder.mistake(PlanError.COLUMN_UNKNOWN, node)
                    .with("dataset", schema.dataset())
                    .with("name", name)
                    .with("known", FileWords.list(amounts))
                    .with("nearest", FileWords.nearest(name, amounts)));
        } else if (!amounts.contains(name)) {
            binder.add(binder.mistake(PlanError.COLUMN_TYPE, node)
                    .with("name", name)
                    .with("type", FileWords.word(column.get().type()))
                    .with("types", FileWords.word(DatasetColumn.Type.AMOUNT)));
        }
    }

    private static void dataset(String name, Map<String, Schema> schemas, Node node, Binder binder) {
        if (!schemas.containsKey(name)) {
            binder.add(binder.mistake(PlanError.DATASET_UNKNOWN, node)
                    .with("name", name)
                    .with("known", FileWords.list(schemas.keySet()))
                    .with("nearest", FileWords.nearest(name, schemas.keySet())));
        }
    }
}
