package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.steelyard.Engine;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.sample.Rendering;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold where the team pool is bound in money, in any company. */
class TeamShareTest {

    private static final Engine ENGINE = new Engine(Path.of("jobs"), "month-end", "team-share-2026");
    private static final String IN = "team_pool_contribution";
    private static final String OUT = "team_pool_share";

    private static final Set<String> TRIED = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Bench.seeds(12);
    }

    private Published run(RandomCompany random, Rendering rendering) throws IOException {
        Bench bench = new Bench(folder);
        Path inputs = bench.exports(random.company(), rendering);
        return new Published(ENGINE.run(
                inputs, bench.newFolder(), Period.parse(random.period()).orElseThrow(), random.asOf()));
    }

    private static Money sum(List<Map<String, String>> lines) {
        return lines.stream()
                .map(line -> new Money(new BigDecimal(line.get("amount"))))
                .reduce(Money.ZERO, Money::plus);
    }

    private static Map<String, Money> byTeam(Published published, String component) {
        Map<String, Money> sums = new LinkedHashMap<>();
        published.rows("payout.csv").stream()
                .filter(line -> line.get("component").equals(component))
                .forEach(line ->
                        sums.merge(line.get("team"), new Money(new BigDecimal(line.get("amount"))), Money::plus));
        return sums;
    }

    @AfterAll
    static void everythingWasThere() {
        if (System.getProperty("proof.seeds") == null) {
            assertThat(TRIED).contains("a team that puts in", "ranked", "vetoed", "held");
        }
    }

    /** 0→0.5, 60→0.8, 100→1.0, 120→1.2, written anew. */
    private static Fraction factor(Optional<BigDecimal> score) {
        if (score.isEmpty()) {
            return Fraction.ONE;
        }
        Fraction points = Fraction.of(score.get());
        if (points.isBelow(Fraction.of(60))) {
            return Fraction.parse("0.5").plus(points.times(Fraction.parse("0.005")));
        }
        if (points.isBelow(Fraction.of(100))) {
            return Fraction.parse("0.8").plus(points.minus(Fraction.of(60)).times(Fraction.parse("0.005")));
        }
        return Fraction.ONE.plus(
                points.min(Fraction.of(120)).minus(Fraction.of(100)).times(Fraction.parse("0.01")));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatComesOutIsWhatWentInTimesTheFactorToTheCent(long seed) throws IOException {
        Published published = run(RandomCompany.of(seed), Rendering.PLAIN);
        Map<String, Money> in = byTeam(published, IN);
        Map<String, Money> out = byTeam(published, OUT);
        assertThat(in.keySet()).containsAll(out.keySet());
        in.forEach((team, taken) -> {
            if (taken.signum() < 0) {
                TRIED.add("a team that puts in");
            }
            Optional<BigDecimal> score = published.scores().values().stream()
                    .filter(row -> row.get("team").equals(team)
                            && !row.get("team_score").isEmpty())
                    .map(row -> new BigDecimal(row.get("team_score")))
                    .findFirst();
            assertThat(out.getOrDefault(team, Money.ZERO))
                    .as("team %s with score %s put in %s", team, score, taken)
                    .isEqualTo(Money.rounded(taken.negate().exact().times(factor(score))));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachPutsInThirtyPercentOfWhatTheGradeLeavesAndNobodyVetoedHasAPart(long seed) throws IOException {
        Published published = run(RandomCompany.of(seed), Rendering.PLAIN);
        published.scores().forEach((employee, row) -> {
            List<Map<String, String>> lines = published.payout(employee);
            List<Map<String, String>> in = lines.stream()
                    .filter(line -> line.get("component").equals(IN))
                    .toList();
            Money earned = sum(lines.stream()
                    .filter(line -> List.of("commission", "grade_adjustment").contains(line.get("component")))
                    .toList());
            TRIED.add(row.get("status"));
            if (!row.get("status").equals("ranked")) {
                assertThat(lines).extracting(line -> line.get("component")).doesNotContain(IN, OUT);
            } else if (row.get("final").equals("0.00")) {
                // A team of nobody but such people shares nothing, so nothing is taken either.
                assertThat(sum(in).signum()).isNotPositive();
            } else {
                assertThat(sum(in))
                        .as(employee)
                        .isEqualTo(
                                earned.signum() > 0
                                        ? Money.rounded(earned.exact().times(Fraction.parse("-0.3")))
                                        : Money.ZERO);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aVetoNeverRaisesOnesOwnPay(long seed) throws IOException {
        RandomCompany random = RandomCompany.of(seed);
        Published before = run(random, Rendering.PLAIN);
        List<String> ranked = before.scores().values().stream()
                .filter(row -> row.get("status").equals("ranked"))
                .map(row -> row.get("employee_id"))
                .sorted()
                .toList();
        assumeThat(ranked).as("a company that ranks somebody").isNotEmpty();
        String chosen = ranked.get(new Random(seed).nextInt(ranked.size()));
        String day = random.period() + "-03";
        random.company().add("compliance_events", "PROOF1", day, chosen, "bribery", "veto", "verified", day, "");
        Published after = run(random, Rendering.PLAIN);
        assertThat(after.scores().get(chosen)).containsEntry("status", "vetoed");
        Money paidBefore = sum(before.payout(chosen));
        assertThat(sum(after.payout(chosen)))
                .as(chosen)
                .isLessThanOrEqualTo(paidBefore.signum() > 0 ? paidBefore : Money.ZERO);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shuffledRowsAndPeopleGiveTheSameMoney(long seed) throws IOException {
        RandomCompany random = RandomCompany.of(seed);
        String expected = run(random, Rendering.PLAIN).text("payout.csv");
        Rendering shuffled = new Rendering(false, StandardCharsets.UTF_8, false, ',', false, seed + 1, 0, 1);
        assertThat(run(random, shuffled).text("payout.csv")).isEqualTo(expected);
    }
}
