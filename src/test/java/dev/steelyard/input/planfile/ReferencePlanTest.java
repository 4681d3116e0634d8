package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.yaml.FileWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reference plan holds the numbers of the domain, to the letter. */
class ReferencePlanTest {

    private final Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));
    private final Plan plan = PlanFile.read(Path.of("jobs/plans/reference-2026.yaml"), schemas);

    @Test
    void tracksHaveTheWeightsOfTheDomain() {
        List<String> weights = new ArrayList<>();
        plan.tracks().forEach((id, track) -> weights.add(id + " " + plain(track.weights()) + " " + track.whenEmpty()));
        assertThat(weights)
                .containsExactly(
                        "mature performance 45, compliance 20, customer 20, capability 15 {compliance=100.00}",
                        "innovation performance 35, compliance 20, customer 25, capability 20 {compliance=100.00}",
                        "dealer performance 40, compliance 20, customer 25, capability 15 {compliance=100.00}",
                        "manager performance 45, compliance 20, customer 20, capability 15 {}");
    }

    @Test
    void indicatorsHaveTheWeightsOfTheDomain() {
        List<String> weights = new ArrayList<>();
        plan.indicators()
                .forEach((id, indicator) -> weights.add(indicator.dimension() + " " + id + ": "
                        + plain(indicator.weight()) + ", " + FileWords.word(indicator.missing())));
        assertThat(weights)
                .containsExactly(
                        "performance sales_growth: mature 40, skip",
                        "performance share_retention: mature 35, skip",
                        "performance key_account_share: mature 25, skip",
                        "performance department_coverage: innovation 50, hold",
                        "performance trial_conversion: innovation 50, skip",
                        "performance sell_in_attainment: dealer 35, hold",
                        "performance sell_through: dealer 40, skip",
                        "performance terminal_verification: dealer 25, skip",
                        "performance team_performance: manager 100, skip",
                        "compliance team_compliance: manager 100, skip",
                        "customer team_customer: manager 100, skip",
                        "compliance material_approval: mature 35, innovation 35, dealer 35, skip",
                        "compliance visit_record_completeness: mature 35, innovation 35, dealer 35, skip",
                        "compliance gift_meeting_compliance: mature 30, innovation 30, dealer 30, skip",
                        "customer nps: mature 35, innovation 35, skip",
                        "customer expertise_fit: mature 10, innovation 10, skip",
                        "customer response_time: mature 20, innovation 20, skip",
                        "customer rd_relay_time: mature 15, innovation 15, skip",
                        "customer repurchase_rate: mature 10, innovation 10, skip",
                        "customer cooperation_depth: mature 10, innovation 10, zero",
                        "customer supply_satisfaction: dealer 30, skip",
                        "customer stockout_rate: dealer 20, skip",
                        "customer delivery_days: dealer 20, skip",
                        "customer joint_activity_rate: dealer 30, skip",
                        "capability product_defence: mature 50, innovation 50, dealer 50, skip",
                        "capability certification: mature 20, innovation 20, dealer 20, skip",
                        "capability policy_notes: mature 15, innovation 15, dealer 15, zero",
                        "capability policy_reports: mature 15, innovation 15, dealer 15, zero",
                        "capability mentee_first_order: manager 50, skip",
                        "capability mentee_zero_violation: manager 50, skip",
                        "performance effective_visit_ratio: mature 0, innovation 0, dealer 0, skip",
                        "customer proposal_feedback_days: mature 0, innovation 0, dealer 0, skip",
                        "customer competitor_report_rate: mature 0, innovation 0, dealer 0, skip");
    }

    @Test
    void shortAndFullFormsOfFactsAreTheSame() {
        Indicator nps = plan.indicators().get("nps");
        assertThat(nps.measure().of())
                .hasToString("Optional[Facts[aggregate=AVERAGE, dataset=nps, columns=[score], date=Optional.empty, "
                        + "where=Where[conditions=[]], basis=Basis[assigned=false, restated=false]]]");
        Indicator relay = plan.indicators().get("rd_relay_time");
        assertThat(relay.measure().of())
                .hasToString("Optional[Facts[aggregate=COUNT, dataset=requests, columns=[], date=Optional.empty, "
                        + "where=Where[conditions=[Condition[column=needs_rd, operator=ONE_OF, operands=[yes]]]], "
                        + "basis=Basis[assigned=false, restated=false]]]");
    }

    @Test
    void everyJobNamesThePlanTheExportsAndTheCalendar() {
        for (String job : List.of("month-end", "quarter-end", "year-end", "weekly-alerts")) {
            Setup setup = Setup.read(JobFile.find(Path.of("."), job), Optional.empty());
            assertThat(setup.plan()).isEqualTo(plan);
            assertThat(setup.calendarFiles()).hasSize(2);
        }
    }

    private static String plain(Map<String, Fraction> weights) {
        List<String> parts = new ArrayList<>();
        weights.forEach((name, weight) -> parts.add(name + " " + weight.plain()));
        return String.join(", ", parts);
    }
}
