package dev.steelyard.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.Golden;
import dev.steelyard.engine.explain.rows.Audience;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.trace.Step;
import dev.steelyard.engine.trace.TreeText;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of the sample company, explained. */
class ExplainerTest {

    private static final Path GOLDEN = Path.of("src/test/resources/explain");

    @TempDir
    static Path folder;

    private static RunResult month;
    private static RunResult quarter;

    @BeforeAll
    static void calculate() throws IOException {
        month = SampleResult.of("month-end", "2026-09", folder.resolve("month"));
        quarter = SampleResult.of("quarter-end", "2026-Q3", folder.resolve("quarter"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "ranked, E0101, zh",
        "ranked, E0101, en",
        "vetoed, E0105, zh",
        "vetoed, E0105, en",
        "stuffed, E0303, zh",
        "stuffed, E0303, en",
        "manager, E0100, zh",
        "manager, E0100, en",
        "interim, E0204, zh",
        "interim, E0204, en",
        "incomplete, E0208, zh",
        "held, E0803, zh",
        "held, E0803, en",
        "deducted, E0704, zh",
        "deducted, E0704, en",
        "appealed, E0707, en"
    })
    void saysWhy(String story, String employee, String language) throws IOException {
        Step tree = new Explainer(month, Audience.ANYBODY).person(employee).orElseThrow();
        golden(story + "-" + language + ".txt", TreeText.of(tree, Words.in(language), 200));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "paid, E0102, zh",
        "paid, E0102, en",
        "forfeited, E0105, zh",
        "paid-manager, E0100, en",
        "exploring, E0203, zh",
        "dismissed, E0708, zh",
        "dismissed, E0708, en",
        "set, E0706, zh",
    })
    void saysMoreToHr(String story, String employee, String language) throws IOException {
        Step tree = new Explainer(month, Audience.HR).person(employee).orElseThrow();
        golden("hr-" + story + "-" + language + ".txt", TreeText.of(tree, Words.in(language), 200));
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void saysThatAQuarterIsAMeanOfMonths(String language) throws IOException {
        Step tree = new Explainer(quarter, Audience.ANYBODY).person("E0105").orElseThrow();
        golden("quarter-" + language + ".txt", TreeText.of(tree, Words.in(language), 200));
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void saysHowAPoolIsShared(String language) throws IOException {
        Step tree = new Explainer(quarter, new Audience(Audience.Role.FINANCE, Optional.empty()))
                .person("E0103")
                .orElseThrow();
        golden("pool-" + language + ".txt", TreeText.of(tree.find("payout").orElseThrow(), Words.in(language), 200));
    }

    @Test
    void everyFigureIsRecomputedFromWhatIsPrintedBelowIt() {
        for (RunResult result : List.of(month, quarter)) {
            for (Audience audience : List.of(Audience.ANYBODY, Audience.HR)) {
                List<String> differences = new ArrayList<>();
                int computed = 0;
                Explainer explainer = new Explainer(result, audience);
                for (RankedScorecard card : result.book().cards()) {
                    Step tree = explainer.person(card.participant().id()).orElseThrow();
                    computed += Recomputed.computed(tree);
                    Recomputed.differences(tree)
                            .forEach(difference ->
                                    differences.add(card.participant().id() + ": " + difference));
                }
                assertThat(differences).isEmpty();
                assertThat(computed).isGreaterThan(result.book().cards().size() * 5);
            }
        }
    }

    @Test
    void evidenceIsForThoseWhoJudge() {
        assertThat(text(Audience.ANYBODY, "E0105")).contains("EV001").doesNotContain("银行流水");
        assertThat(text(Audience.HR, "E0105")).contains("银行流水与谈话笔录");
        assertThat(text(new Audience(Audience.Role.COMPLIANCE, Optional.empty()), "E0105"))
                .contains("银行流水与谈话笔录");
    }

    @Test
    void ofFewAnswersNotEvenTheCountIsShown() {
        Step nps =
                new Explainer(month, Audience.ANYBODY).indicator("E0109", "nps").orElseThrow();
        assertThat(TreeText.of(nps, Words.in("en"), 200)).noneMatch(line -> line.contains("4"));
        assertThat(new Explainer(month, Audience.HR)
                        .indicator("E0109", "nps")
                        .orElseThrow()
                        .find("answers"))
                .isPresent();
    }

    @Test
    void ofASurveyOnlyCountAndMeanAreShown() {
        Step nps =
                new Explainer(month, Audience.ANYBODY).indicator("E0101", "nps").orElseThrow();
        assertThat(nps.find("promoters")).isEmpty();
        assertThat(nps.find("answers")).isPresent();
    }

    @Test
    void aTeamSeesNoMemberOfAnother() {
        Step whole = new Explainer(month, Audience.HR).person("E0100").orElseThrow();
        Step own = new Explainer(month, Audience.ofTeam("T01")).person("E0100").orElseThrow();
        Step foreign =
                new Explainer(month, Audience.ofTeam("T02")).person("E0100").orElseThrow();
        assertThat(own.find("member.E0101")).isEqualTo(whole.find("member.E0101"));
        assertThat(foreign.find("member.E0101")).isEmpty();
    }

    private static String text(Audience audience, String employee) {
        return String.join(
                "\n",
                TreeText.of(new Explainer(month, audience).person(employee).orElseThrow(), Words.in("zh"), 0));
    }

    private static void golden(String name, List<String> lines) {
        Golden.file(GOLDEN.resolve(name), String.join("\n", lines) + "\n");
    }
}
