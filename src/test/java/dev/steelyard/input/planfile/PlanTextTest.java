package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.input.planfile.text.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {

    private final Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private final Plan plan = read("reference-2026");

    private Plan read(String name) {
        return PlanFile.read(Path.of("jobs/plans/" + name + ".yaml"), schemas);
    }

    @ParameterizedTest
    @CsvSource({"reference-2026, zh", "reference-2026, en", "team-share-2026, zh", "team-share-2026, en"})
    void printsPlansAsTheyAreSigned(String name, String language) throws IOException {
        Golden.file(
                Path.of("src/test/resources/plan-text/" + name + "." + language + ".txt"),
                PlanText.of(read(name), schemas, language, "<sha256>"));
    }

    @Test
    void theTeamSharePlanBindsMoneyAndChangesNothingElse() {
        Plan share = read("team-share-2026");
        assertThat(share.teamPool().money().mode()).isEqualTo(TeamPool.Money.Mode.SHARE);
        Plan bound = new Plan(
                share.plan(),
                share.name(),
                plan.effective(),
                plan.zone(),
                plan.currency(),
                plan.dimensions(),
                plan.tracks(),
                plan.indicators(),
                plan.targets(),
                plan.rules(),
                new TeamPool(
                        plan.teamPool().share(),
                        plan.teamPool().least(),
                        plan.teamPool().most(),
                        plan.teamPool().target(),
                        plan.teamPool().maxAgeMonths(),
                        plan.teamPool().curve(),
                        share.teamPool().money()),
                plan.grades(),
                plan.pay(),
                plan.reports(),
                plan.growthQuality(),
                plan.appeals(),
                plan.insight(),
                plan.leave(),
                plan.proration(),
                plan.adjustments(),
                plan.returns(),
                plan.recovery());
        assertThat(share).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void namesEveryIndicator(String language) throws IOException {
        String text = PlanText.of(plan, schemas, language, "<sha256>");
        assertThat(plan.indicators().keySet()).isNotEmpty().allSatisfy(id -> assertThat(text)
                .contains(id));
        assertThat(Files.exists(Path.of("jobs/plans/reference-2026.yaml"))).isTrue();
    }
}
