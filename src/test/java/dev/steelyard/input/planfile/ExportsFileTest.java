package dev.steelyard.input.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.input.planfile.mistake.InvalidFile;
import dev.steelyard.input.planfile.mistake.Mistake;
import dev.steelyard.input.planfile.mistake.PlanError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportsFileTest {

    private final Map<String, Schema> schemas = ExportsFile.read(Path.of("jobs/exports.yaml"));

    @Test
    void holdsEveryDatasetInFileOrder() {
        assertThat(schemas.keySet())
                .containsSubsequence(
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
                        "assignments",
                        "leave",
                        "splits",
                        "customer_assignments",
                        "price_events",
                        "adjustments",
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
        DatasetColumn track = schemas.get("employees").column("track").orElseThrow();
        assertThat(track.choices().keySet()).containsExactly("mature", "innovation", "dealer", "manager");
    }

    private static Map<String, Schema> orders(Path folder, String rows) throws IOException {
        Path file = folder.resolve("exports.yaml");
        return ExportsFile.read(Files.writeString(
                file,
                """
                datasets:
                  visitors:
                    zh: 来访
                    key: [id]
                    %s
                    columns:
                      id: {zh: 编号}
                """
                        .formatted(rows)));
    }

    @Test
    void rowsSayWhichCountAndWithWhichSign(@TempDir Path folder) throws IOException {
        Schema schema = orders(folder, "rows: {where: {状态: [已审核, 1]}, signs: {\"*退*\": -1, \"*\": 1}}")
                .get("visitors");
        assertThat(schema.rows().where()).containsExactly(Map.entry("状态", List.of("已审核", "1")));
        assertThat(schema.rows().signs()).containsExactly(Map.entry("*退*", -1), Map.entry("*", 1));
        assertThat(orders(folder, "lossless: true").get("visitors").lossless()).isTrue();
        assertThat(orders(folder, "register: true").get("visitors").rows()).isEqualTo(Schema.Rows.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "'rows: {where: {状态: []}}', VALUE_MISSING",
        "'rows: {signs: {\"*\": 2}}', OUT_OF_RANGE",
        "'rows: {signs: {\"*\": 0}}', OUT_OF_RANGE",
        "'rows: {signs: {\"*\": minus}}', NOT_AN_AMOUNT",
        "'rows: {were: {状态: [x]}}', KEY_UNKNOWN",
    })
    void mistakesInThemAreFound(String rows, PlanError error, @TempDir Path folder) {
        assertThatThrownBy(() -> orders(folder, rows))
                .isInstanceOfSatisfying(InvalidFile.class, invalid -> assertThat(invalid.mistakes())
                        .extracting(Mistake::code)
                        .containsExactly(error));
    }
}
