package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.TestDatabase;
import dev.steelyard.app.batch.Outcome;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.output.publish.Verification;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs, trials and revisions through the real batch and ledger. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.steelyard.TestDatabase#all")
class RevisionsTest {

    @Parameter
    TestDatabase database;

    @TempDir
    Path folder;

    private Launch launch(long seed) {
        Bench bench = new Bench(folder);
        RandomCompany random = RandomCompany.of(seed);
        return new Launch(
                bench.exports(random.company(), Rendering.PLAIN),
                bench.newFolder(),
                random.period(),
                random.asOf(),
                false,
                1,
                database);
    }

    private static List<Publication> revisions(Launch launch) throws IOException {
        try (LedgerDatabase database = launch.open()) {
            return new Ledger(database.source()).revisions();
        }
    }

    private static String previous(Launch launch, String edition) {
        return launch.published(edition).manifest().get("previous").asString();
    }

    @Test
    void theSameAgainChangesNothingAndAChangeMakesTheNextRevision() throws Exception {
        Launch launch = launch(16);
        assertThat(launch.run()).isInstanceOf(Outcome.Published.class);
        Map<String, String> first = launch.published("r1").everything();
        assertThat(previous(launch, "r1")).isEmpty();

        assertThat(launch.run()).isInstanceOf(Outcome.Unchanged.class);
        assertThat(launch.editions()).isDirectoryNotContaining("glob:**/r2");

        Files.writeString(launch.inputs().resolve("orders.csv"), "\n", StandardOpenOption.APPEND);
        assertThat(launch.run()).isInstanceOf(Outcome.Published.class);
        assertThat(launch.published("r1").everything()).isEqualTo(first);
        assertThat(launch.published("r2").text("scores.csv"))
                .isEqualTo(launch.published("r1").text("scores.csv"));
        assertThat(launch.editions().resolve("latest")).hasContent("r2\n");
        byte[] manifest = Files.readAllBytes(launch.editions().resolve("r1").resolve("manifest.json"));
        assertThat(previous(launch, "r2"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(manifest)));
        assertThat(revisions(launch)).extracting(Publication::revision).containsExactly(1, 2);
        for (String edition : List.of("r1", "r2")) {
            assertThat(Verification.of(launch.editions().resolve(edition)).differences())
                    .isEmpty();
        }
    }

    @Test
    void aTrialReplacesATrialAndRecordsNothing() throws Exception {
        Launch launch = launch(16);
        launch.asTrial().run();
        Map<String, String> first = launch.published("trial").everything();
        assertThat(launch.editions().resolve("latest")).doesNotExist();
        Files.writeString(launch.inputs().resolve("orders.csv"), "\n", StandardOpenOption.APPEND);
        launch.asTrial().run();
        assertThat(launch.published("trial").everything().keySet()).isEqualTo(first.keySet());
        assertThat(launch.published("trial").text("manifest.json")).isNotEqualTo(first.get("manifest.json"));
        assertThat(revisions(launch)).isEmpty();
        assertThat(launch.run()).isInstanceOf(Outcome.Published.class);
        assertThat(launch.editions().resolve("latest")).hasContent("r1\n");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 4, 9})
    void oneThreadOrTwoOrNoBatchAtAllGiveTheSameBytes(long seed) throws IOException {
        Launch one = launch(seed);
        one.run();
        Launch two = one.to(new Bench(folder).newFolder()).with(2);
        two.run();
        assertThat(two.published("r1").everything())
                .isEqualTo(one.published("r1").everything());
        assertThat(new Bench(folder).run(RandomCompany.of(seed)).results())
                .isEqualTo(one.published("r1").results());
    }

    @Test
    void theLedgersTotalIsTheFoldersTotal() throws IOException {
        Launch launch = launch(4);
        launch.run();
        try (LedgerDatabase database = launch.open()) {
            assertThat(new JdbcTemplate(database.source())
                            .queryForObject("select sum(amount) from run_payout", BigDecimal.class))
                    .isEqualByComparingTo(launch.published("r1")
                            .manifest()
                            .get("totals")
                            .get("payout")
                            .asString());
        }
    }
}
