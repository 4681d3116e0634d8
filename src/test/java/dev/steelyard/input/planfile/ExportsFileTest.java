package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.Column;
import dev.steelyard.engine.fact.Schema;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportsFileTest {

    private final Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));

    @Test
    void holdsEveryDatasetInFileOrder() {
        assertThat(schemas.keySet())
                .containsExactly(
                        "employees",
                        "targets",
                        "products",
                        "customers",
                        "orders",
                        "market_share",
                        "sell_in",
                        "sell_out",
                        "hospital_purchases",
                        "visits",
                        "trials",
                        "compliance_events",
                        "materials",
                        "gifts_meetings",
                        "enablement",
                        "nps",
                        "requests",
                        "cooperations",
                        "dealer_service",
                        "exams",
                        "policy_work",
                        "proposals",
                        "mentoring",
                        "feedback",
                        "insights",
                        "actions",
                        "talk_tracks",
                        "resources",
                        "calibrations",
                        "appeals");
    }

    @Test
    void keepsTheOrderOfChoices() {
        Column track = schemas.get("employees").column("track").orElseThrow();
        assertThat(track.choices().keySet()).containsExactly("mature", "innovation", "dealer", "manager");
    }
}
