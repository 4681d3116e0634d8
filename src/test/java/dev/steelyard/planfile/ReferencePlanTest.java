package dev.steelyard.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.plan.Plan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePlanTest {

    private final Plan plan =
            PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), ExportsFile.read(Path.of("jobs/exports.yaml")));

    @Test
    void loads() {
        assertThat(plan.indicators()).hasSize(33);
    }
}
