package dev.steelyard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.steelyard.sample.Company;
import dev.steelyard.sample.RandomCompany;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of scores and money in any company. */
class EconomyTest {

    private static final List<String> DIMENSIONS = List.of("performance", "compliance", "customer", "capability");

    private static final Set<String> TRIED = ConcurrentHashMap.newKeySet();

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Bench.seeds(12);
    }

    private static Map<String, String> row(Published published, String employee) {
        return published.scores().get(employee);
    }

    private static BigDecimal pay(Published published, String employee) {
        return sum(published.payout(employee));
    }

    private static BigDecimal sum(List<Map<String, String>> lines) {
        return lines.stream().map(line -> new BigDecimal(line.get("amount"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The people of these statuses, in a fixed order. */
    private static List<String> people(Published published, Predicate<Map<String, String>> which) {
        return published.scores().values().stream()
                .filter(which)
                .map(row -> row.get("employee_id"))
                .sorted()
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aVetoNeverRaisesPayAndNeverWorsensAnotherRank(long seed) {
        RandomCompany random = RandomCompany.of(seed);
        Published before = new Bench(folder).run(random);
        // An event of a mentee counts in the capability of whoever leads the mentor: such people are left out.
        List<String> mentees = random.company().rows("mentoring").stream()
                .map(pair -> pair.get(2))
                .toList();
        List<String> ranked =
                people(before, row -> row.get("status").equals("ranked") && !mentees.contains(row.get("employee_id")));
        assumeThat(ranked).as("a company that ranks somebody").isNotEmpty();
        String chosen = ranked.get(new Random(seed).nextInt(ranked.size()));
        bribery(random.company(), chosen, random.period() + "-03");
        Published after = new Bench(folder).run(random);

        assertThat(row(after, chosen))
                .containsEntry("status", "vetoed")
                .containsEntry("grade", "D")
                .containsEntry("final", row(before, chosen).get("final"));
        assertThat(pay(after, chosen))
                .as(chosen)
                .isLessThanOrEqualTo(pay(before, chosen).max(BigDecimal.ZERO));
        // A manager's commission is a mean in which the vetoed member now counts with 0, so that only the members' is
        // fixed.
        for (String other : people(before, row -> !row.get("track").equals("manager"))) {
            if (!other.equals(chosen)) {
                assertThat(pay(after, other)).as(other).isEqualByComparingTo(pay(before, other));
                for (String rank : List.of("rank", "rank_in_track", "rank_in_team", "rank_in_region")) {
                    if (row(before, other).get("status").equals("ranked")) {
                        assertThat(Integer.parseInt(row(after, other).get(rank)))
                                .as("%s of %s", rank, other)
                                .isLessThanOrEqualTo(
                                        Integer.parseInt(row(before, other).get(rank)));
                    }
                }
            }
        }
    }

    /** What there was among the companies, so that nothing is held of nobody. */
    private static void tried(String what, boolean there) {
        if (there) {
            TRIED.add(what);
        }
    }

    @AfterAll
    static void everythingWasThere() {
        if (System.getProperty("proof.seeds") == null) {
            assertThat(TRIED)
                    .contains(
                            "a manager with commission", "somebody vetoed with lines", "somebody vetoed beside others");
        }
    }

    private static void bribery(Company company, String employee, String day) {
        company.add("compliance_events", "PROOF1", day, employee, "bribery", "veto", "verified", day, "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void figuresKeepTheirBounds(long seed) {
        Published published = new Bench(folder).run(RandomCompany.of(seed));
        Map<String, BigDecimal> ceilings = Map.of(
                "performance", new BigDecimal(120),
                "compliance", new BigDecimal(110),
                "customer", new BigDecimal(100),
                "capability", new BigDecimal(100),
                "final", new BigDecimal(130));
        for (Map<String, String> row : published.scores().values()) {
            ceilings.forEach((column, ceiling) -> {
                if (!row.get(column).isEmpty()) {
                    assertThat(new BigDecimal(row.get(column)))
                            .as("%s of %s", column, row.get("employee_id"))
                            .isBetween(BigDecimal.ZERO, ceiling);
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ranksFollowTheFinalAndSkipAfterTies(long seed) {
        Published published = new Bench(folder).run(RandomCompany.of(seed));
        ranks(published, "rank", row -> "all");
        ranks(published, "rank_in_track", row -> row.get("track"));
        ranks(published, "rank_in_region", row -> row.get("region"));
        ranks(published, "rank_in_team", row -> row.get("track").equals("manager") ? "" : row.get("team"));
        assertThat(published.scores().values())
                .noneMatch(row -> List.of("held", "interim").contains(row.get("status"))
                        && !(row.get("rank")
                                        + row.get("rank_in_track")
                                        + row.get("rank_in_team")
                                        + row.get("rank_in_region"))
                                .isEmpty());
    }

    /** In each group: 1 + how many ranked stand higher; the vetoed after all ranked (rulings 59). */
    private static void ranks(Published published, String column, Function<Map<String, String>, String> group) {
        Map<String, List<Map<String, String>>> groups = published.scores().values().stream()
                .filter(row -> !group.apply(row).isEmpty())
                .filter(row ->
                        row.get("status").equals("ranked") || row.get("status").equals("vetoed"))
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        groups.forEach((name, rows) -> {
            List<BigDecimal> finals = rows.stream()
                    .filter(row -> row.get("status").equals("ranked"))
                    .map(row -> new BigDecimal(row.get("final")))
                    .toList();
            for (Map<String, String> row : rows) {
                tried("somebody vetoed beside others", row.get("status").equals("vetoed") && !finals.isEmpty());
                long higher = row.get("status").equals("vetoed")
                        ? finals.size()
                        : finals.stream()
                                .filter(score -> score.compareTo(new BigDecimal(row.get("final"))) > 0)
                                .count();
                assertThat(row.get(column))
                        .as("%s of %s in %s", column, row.get("employee_id"), name)
                        .isEqualTo(Long.toString(higher + 1));
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStrangerLeavesOthersScoresAlone(long seed) {
        RandomCompany random = RandomCompany.of(seed);
        Published before = new Bench(folder).run(random);
        Company company = random.company();
        company.add(
                "employees",
                "STRANGER",
                "新人",
                "mature",
                "T-new",
                "新区",
                "",
                "",
                "2020-01-01",
                "2020-04-01",
                "2020-01-01",
                "",
                "10000",
                "CC1");
        company.add("targets", "employee", "STRANGER", "sales_amount", random.period(), "50000");
        String product = company.rows("products").get(0).get(0);
        String customer = company.rows("customers").get(0).get(0);
        company.add(
                "orders", "STRANGE1", random.period() + "-04", "STRANGER", customer, product, "3", "30000", "10000");
        Published after = new Bench(folder).run(random);
        assertThat(row(after, "STRANGER")).isNotNull();
        assertThat(withoutRanks(after, "STRANGER")).isEqualTo(withoutRanks(before, "STRANGER"));
        assertThat(rows(after, "indicators.csv", "STRANGER")).isEqualTo(rows(before, "indicators.csv", "STRANGER"));
        assertThat(rows(after, "payout.csv", "STRANGER")).isEqualTo(rows(before, "payout.csv", "STRANGER"));
    }

    private static Map<String, Map<String, String>> withoutRanks(Published published, String but) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        published.scores().forEach((id, row) -> {
            if (!id.equals(but)) {
                Map<String, String> figures = new LinkedHashMap<>(row);
                figures.keySet().removeIf(column -> column.startsWith("rank"));
                rows.put(id, figures);
            }
        });
        return rows;
    }

    private static List<Map<String, String>> rows(Published published, String file, String but) {
        return published.rows(file).stream()
                .filter(row -> !row.get("employee_id").equals(but))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moneyAddsUp(long seed) {
        Published published = new Bench(folder).run(RandomCompany.of(seed));
        List<Map<String, String>> lines = published.rows("payout.csv");
        assertThat(new BigDecimal(
                        published.manifest().get("totals").get("payout").asString()))
                .isEqualByComparingTo(sum(lines.stream()
                        .filter(line -> line.get("status").equals("pay"))
                        .toList()));
        assertThat(lines).extracting(line -> line.get("line_id")).doesNotHaveDuplicates();
        Map<String, Map<String, String>> scores = published.scores();
        for (Map<String, String> line : lines) {
            assertThat(scores.get(line.get("employee_id")).get("status"))
                    .as(line.toString())
                    .isIn("ranked", "vetoed");
            if (!line.get("rate").isEmpty()) {
                BigDecimal product = new BigDecimal(line.get("basis")).multiply(new BigDecimal(line.get("rate")));
                assertThat(new BigDecimal(line.get("amount")))
                        .as(line.toString())
                        .isEqualByComparingTo(product.setScale(2, RoundingMode.HALF_UP));
            }
        }
        for (String vetoed : people(published, row -> row.get("status").equals("vetoed"))) {
            // Returns are taken back from the vetoed too; nothing is ever paid to them.
            tried("somebody vetoed with lines", !published.payout(vetoed).isEmpty());
            assertThat(pay(published, vetoed)).as(vetoed).isLessThanOrEqualTo(BigDecimal.ZERO);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aManagersCommissionIsTheMeanOfTheirMembers(long seed) {
        RandomCompany random = RandomCompany.of(seed);
        Published published = new Bench(folder).run(random);
        Map<String, Map<String, String>> scores = published.scores();
        for (List<String> employee : random.company().rows("employees")) {
            Map<String, String> manager = scores.get(employee.get(0));
            if (manager == null
                    || !manager.get("track").equals("manager")
                    || manager.get("status").equals("held")) {
                continue;
            }
            List<String> leads = employee.get(6).isEmpty()
                    ? List.of(employee.get(3))
                    : List.of(employee.get(6).split(";"));
            List<BigDecimal> counted = new ArrayList<>();
            for (Map<String, String> row : scores.values()) {
                boolean led = leads.contains(row.get("team")) || leads.contains(row.get("region"));
                if (led && !row.get("track").equals("manager")) {
                    switch (row.get("status")) {
                        case "ranked" -> counted.add(commission(published, row.get("employee_id")));
                        case "vetoed" -> counted.add(BigDecimal.ZERO);
                        default -> {
                            // Held and interim members are not counted (rulings 70).
                        }
                    }
                }
            }
            BigDecimal expected = counted.isEmpty()
                    ? BigDecimal.ZERO
                    : counted.stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(new BigDecimal(counted.size()), 2, RoundingMode.HALF_UP);
            tried("a manager with commission", expected.signum() > 0);
            assertThat(commission(published, employee.get(0)))
                    .as("%s leads %s", employee.get(0), leads)
                    .isEqualByComparingTo(expected);
        }
    }

    private static BigDecimal commission(Published published, String employee) {
        return sum(published.payout(employee).stream()
                .filter(line -> line.get("component").equals("commission"))
                .toList());
    }
}
