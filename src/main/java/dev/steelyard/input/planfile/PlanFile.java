package dev.steelyard.input.planfile;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.input.planfile.check.PlanChecks;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistakes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads a plan file. */
public final class PlanFile {

    private PlanFile() {}

    /**
     * The plan.
     *
     * @param schemas the datasets that its measures may read
     * @throws InvalidFile with everything that is wrong
     */
    public static Plan read(Path path, Map<String, Schema> schemas) {
        Mistakes mistakes = new Mistakes();
        Optional<Plan> plan = read(path, schemas, mistakes);
        mistakes.throwIfAny();
        return plan.orElseThrow();
    }

    static Optional<Plan> read(Path path, Map<String, Schema> schemas, Mistakes mistakes) {
        return YamlFiles.open(path, mistakes).flatMap(binder -> {
            Optional<Plan> plan = binder.bind(Plan.class);
            new PlanChecks(binder, schemas).run();
            return plan;
        });
    }
}
