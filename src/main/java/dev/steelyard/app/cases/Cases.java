package dev.steelyard.app.cases;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistakes;
import dev.steelyard.input.planfile.mistake.Place;
import dev.steelyard.input.planfile.yaml.Binder;
import dev.steelyard.input.planfile.yaml.YamlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The cases of a plan: small companies with what the plan must make of them. */
public final class Cases {

    /** A case with the file it stands in. */
    private record Placed(CaseFile file, CaseFile.Case of, Place place) {}

    private final Plan plan;
    private final Map<String, Schema> schemas;
    private final CompanyFile company;
    private final List<Placed> cases;

    private Cases(Plan plan, Map<String, Schema> schemas, CompanyFile company, List<Placed> cases) {
        this.plan = plan;
        this.schemas = schemas;
        this.company = company;
        this.cases = cases;
    }

    /**
     * Reads a folder: the company in {@value CompanyFile#NAME}, cases in every other {@code .yaml} file. Files that name
     * another plan are left out; a folder that is not there has no cases.
     *
     * @throws InvalidFile with everything that is wrong with any of the files
     */
    public static Cases read(Path folder, Plan plan, Map<String, Schema> schemas) {
        Mistakes mistakes = new Mistakes();
        CompanyFile company = CompanyFile.NONE;
        List<Placed> cases = new ArrayList<>();
        for (Path path : files(folder)) {
            Optional<Binder> binder = CaseForms.open(path, mistakes);
            if (path.endsWith(CompanyFile.NAME)) {
                company = binder.flatMap(read -> read.bind(CompanyFile.class)).orElse(company);
                binder.ifPresent(read -> new CaseChecks(read, plan, schemas).run());
            } else {
                binder.ifPresent(read -> cases.addAll(cases(read, plan, schemas)));
            }
        }
        mistakes.throwIfAny();
        return new Cases(plan, schemas, company, List.copyOf(cases));
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yaml")) {
                found.forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.sort(null);
        return files;
    }

    private static List<Placed> cases(Binder binder, Plan plan, Map<String, Schema> schemas) {
        Optional<CaseFile> file = binder.bind(CaseFile.class);
        List<Placed> cases = new ArrayList<>();
        boolean ofThePlan = YamlTree.child(binder.tree().root(), "plan")
                .flatMap(YamlTree::text)
                .map(plan.plan()::equals)
                .orElse(true);
        if (ofThePlan) {
            new CaseChecks(binder, plan, schemas).run();
            file.ifPresent(read -> binder.all(CaseFile.Case.class)
                    .forEach(one -> cases.add(
                            new Placed(read, one.value(), binder.tree().place(one.node())))));
        }
        return cases;
    }

    public int count() {
        return cases.size();
    }

    /** Runs every case, in order of file and line. */
    public List<CaseResult> run(WorkingDays calendar) {
        return stream(calendar).toList();
    }

    /** The same, each case only when its result is asked for. */
    public Stream<CaseResult> stream(WorkingDays calendar) {
        return singly(calendar).stream().map(Single::result);
    }

    /** Each case by itself, in order of file and line. */
    public List<Single> singly(WorkingDays calendar) {
        return cases.stream()
                .map(one -> new Single(one.of().name(), () -> run(one, calendar)))
                .toList();
    }

    /** A case that runs when its result is asked for. */
    public record Single(String name, Supplier<CaseResult> run) {
        /** Runs it. */
        public CaseResult result() {
            return run.get();
        }
    }

    private CaseResult run(Placed one, WorkingDays calendar) {
        CaseFile.Case of = one.of();
        CaseFacts facts = new CaseFacts(company, schemas, one.file().track(of));
        facts.add(one.file().facts());
        facts.add(of.facts());
        CaseRun run = new CaseRun(plan, schemas, calendar, one.file(), of);
        RunResult result = run.result(facts);
        return new CaseResult(
                of.name(),
                one.place().file() + ":" + one.place().line(),
                of.rulings(),
                new CaseComparison(result, run.rejected()).differences(of.expect()));
    }
}
