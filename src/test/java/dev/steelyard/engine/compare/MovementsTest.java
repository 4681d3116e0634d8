package dev.steelyard.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.compare.Cause.Kind;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.sample.Company;
import dev.steelyard.sample.RandomCompany;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of any two results that are compared. */
class MovementsTest {

    /** Final, individual and dimensions are rounded, on both sides: half a hundredth each. */
    private static final Fraction MOST_ROUNDING = Fraction.parse("0.03");

    /** What a change of rule carries on into: other people's figures, and money that hangs on a figure. */
    private static final Set<Kind> CARRIED = EnumSet.of(
            Kind.MEMBERS, Kind.MEMBERS_PAY, Kind.COMMISSION, Kind.GRADE, Kind.POOL, Kind.PERIOD, Kind.ROUNDING);

    /** Companies in which each rule meets somebody. */
    private static final List<Long> COMPANIES = List.of(1L, 3L, 4L, 9L);

    /** What they come to by the reference plan. */
    private static final Map<Long, RunResult> REFERENCE = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    static LongStream seeds() {
        String[] ends = System.getProperty("proof.seeds", "0..5").split("\\.\\.");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
    }

    /** Every rule of the plan that moves a month's figures: what is replaced by what, and where the rule stands. */
    private static final List<List<String>> RULES = List.of(
            List.of("indicators.sales_growth.curve", "[10%, 100], [20%, 120]", "[12%, 100], [25%, 120]"),
            List.of(
                    "indicators.sales_growth.weight indicators.share_retention.weight",
                    "weight: {mature: 40}",
                    "weight: {mature: 50}",
                    "weight: {mature: 35}\n    unit: percent\n    measure:\n      verb: ratio\n      numerator: {latest",
                    "weight: {mature: 25}\n    unit: percent\n    measure:\n      verb: ratio\n      numerator: {latest"),
            List.of(
                    "tracks.mature.weights.performance tracks.mature.weights.customer",
                    "weights: {performance: 45, compliance: 20, customer: 20, capability: 15}\n    when_empty",
                    "weights: {performance: 35, compliance: 20, customer: 30, capability: 15}\n    when_empty"),
            List.of(
                    "indicators.policy_notes.missing",
                    "where: {kind: note}\n      window: last_completed_quarter\n    curve: as_points\n    missing: zero",
                    "where: {kind: note}\n      window: last_completed_quarter\n    curve: as_points\n    missing: skip"),
            List.of(
                    "indicators.cooperation_depth.measure",
                    "of: cooperations\n      window: year_to_date",
                    "of: cooperations"),
            List.of("rules.compliance.deductions", "{major: 15, minor: 5}", "{major: 20, minor: 4}"),
            List.of("rules.compliance.enablement", "enablement_at_most: 10", "enablement_at_most: 2"),
            List.of("rules.explorations", "floor: 60", "floor: 75"),
            List.of("rules.points_caps", "at_most: 60", "at_most: 40"),
            List.of("rules.milestones", "{count: 10, points: 5}", "{count: 1, points: 7}"),
            List.of("team_pool.share", "share: 30%", "share: 45%"),
            List.of(
                    "team_pool.curve",
                    "max_age_months: 6\n  curve: {linear: [[0%, 0], [100%, 100]",
                    "max_age_months: 6\n  curve: {linear: [[0%, 0], [100%, 90]"),
            List.of("team_pool", "most: 130", "most: 90"),
            List.of("grades", "{grade: B, from: 70}", "{grade: B, from: 61}"),
            List.of("pay.commission", "rate: 1.2%", "rate: 1.5%"),
            List.of("pay.grade_factors", "A: 1.1, B: 1.0, C: 0.8", "A: 1.3, B: 1.05, C: 0.9"),
            List.of("pay.manager_commission", "tracks: [manager]", "tracks: []"));

    private static Stream<Arguments> rules() {
        return RULES.stream().map(rule -> Arguments.of(rule.get(0), rule.subList(1, rule.size())));
    }

    private RunResult month(Plan plan, RandomCompany random) {
        try {
            return new Calculated(folder, "month-end").by(plan, random.company(), random.period(), random.asOf());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plan plan() {
        return new Calculated(folder, "month-end").plan();
    }

    // ------------------------------------------------------------------ sums

    /** The same company with rows gone, other rows and another plan. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsSumToTheChangeAndTheOtherWayRoundToItsOpposite(long seed) throws IOException {
        RandomCompany random = RandomCompany.of(seed);
        RunResult before = month(plan(), random);
        disturb(random.company(), new Random(seed));
        RunResult after = month(otherPlan(new Random(seed)), random);
        Movements movements = Movements.of(before, after);
        Movements back = Movements.of(after, before);
        assertThat(movements.moved()).isNotEmpty();
        for (Movement one : movements.all()) {
            assertSums(one);
        }
        assertThat(exact(back, Fraction.of(-1))).isEqualTo(exact(movements, Fraction.ONE));
    }

    private static void assertSums(Movement one) {
        Points points = one.score().stream().map(ScorePart::points).reduce(Points.ZERO, Points::plus);
        assertThat(points).as("points of %s", one.id()).isEqualTo(one.points().orElse(Points.ZERO));
        one.score().stream()
                .filter(part -> part.cause().kind() == Kind.ROUNDING)
                .forEach(part -> assertThat(part.exact())
                        .as("rounding of %s", one.id())
                        .isBetween(MOST_ROUNDING.negate(), MOST_ROUNDING));
        Money money = one.money().stream().map(MoneyPart::amount).reduce(Money.ZERO, Money::plus);
        assertThat(money).as("money of %s", one.id()).isEqualTo(one.moneyChange());
    }

    private static Map<String, Fraction> exact(Movements movements, Fraction sign) {
        Map<String, Fraction> parts = new TreeMap<>();
        for (Movement one : movements.all()) {
            one.score()
                    .forEach(part -> parts.merge(
                            one.id() + " " + part.cause().kind() + " "
                                    + part.cause().subject(),
                            part.exact().times(sign),
                            Fraction::plus));
        }
        return parts;
    }

    private static void disturb(Company company, Random chance) {
        for (String dataset : List.of(
                "orders",
                "visits",
                "sell_in",
                "sell_out",
                "nps",
                "targets",
                "compliance_events",
                "market_share",
                "exams",
                "enablement")) {
            company.table(dataset).removeIf(row -> chance.nextInt(100) < 12);
        }
    }

    private Plan otherPlan(Random chance) throws IOException {
        List<String> replacements = RULES.stream()
                .filter(rule -> chance.nextInt(100) < 35)
                .flatMap(rule -> rule.subList(1, rule.size()).stream())
                .collect(Collectors.toList());
        return new Calculated(folder, "month-end").planWith(replacements.toArray(String[]::new));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunMovedNothingAgainstItself(long seed) throws IOException {
        RandomCompany random = RandomCompany.of(seed);
        Movements movements = Movements.of(month(plan(), random), month(plan(), random));
        assertThat(movements.all()).isNotEmpty();
        assertThat(movements.moved()).isEmpty();
        assertThat(movements.byCause()).isEmpty();
        assertThat(movements.byComponent()).isNotEmpty().allSatisfy(one -> assertThat(one.after())
                .isEqualTo(one.before()));
    }

    // ------------------------------------------------------------------ rules

    /** Over several companies, so that each rule meets somebody; what it names it names in each. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleThatChangedIsNamedAndNoOther(String places, List<String> replacements) throws IOException {
        Plan other = new Calculated(folder, "month-end").planWith(replacements.toArray(String[]::new));
        Set<String> named = new TreeSet<>();
        for (long seed : COMPANIES) {
            RandomCompany random = RandomCompany.of(seed);
            RunResult before = REFERENCE.computeIfAbsent(seed, first -> month(plan(), random));
            Movements movements = Movements.of(before, month(other, random));
            for (Movements.ByCause one : movements.byCause()) {
                if (one.cause().isRule()) {
                    named.add(one.cause().rule());
                } else {
                    assertThat(CARRIED)
                            .as("seed %d: %s", seed, one)
                            .contains(one.cause().kind());
                }
            }
            movements.all().forEach(MovementsTest::assertSums);
        }
        assertThat(named).isEqualTo(new TreeSet<>(List.of(places.split(" "))));
    }

    @Test
    void thePointsWithoutDataAreARule() throws IOException {
        Plan other = new Calculated(folder, "month-end")
                .planWith("when_empty: {compliance: 100}", "when_empty: {compliance: 80}");
        RandomCompany random = RandomCompany.of(4);
        List.of("materials", "visits", "gifts_meetings")
                .forEach(dataset -> random.company().table(dataset).clear());
        Movements movements = Movements.of(month(plan(), random), month(other, random));
        assertThat(movements.byCause().stream()
                        .filter(one -> one.cause().isRule())
                        .map(one -> one.cause().rule())
                        .distinct())
                .contains("tracks.mature.when_empty.compliance")
                .allMatch(rule -> rule.endsWith(".when_empty.compliance"));
    }

    /** The monthly tracks are means of their months, innovation is not. */
    @Test
    void aQuarterIsMovedByItsMonths() throws IOException {
        RandomCompany random = RandomCompany.of(4);
        Calculated quarter = new Calculated(folder, "quarter-end");
        RunResult before = quarter.by(plan(), random.company(), "2026-Q3", LocalDate.of(2026, 10, 12));
        disturb(random.company(), new Random(4));
        RunResult after = quarter.by(plan(), random.company(), "2026-Q3", LocalDate.of(2026, 10, 12));
        Movements movements = Movements.of(before, after);
        movements.all().forEach(MovementsTest::assertSums);
        assertThat(movements.byCause()).extracting(one -> one.cause().kind()).contains(Kind.PERIOD, Kind.DATA);
    }

    /** What a move and a leave changed is said in one sentence each: how the target was cut, and the team score by days. */
    @Test
    void whatAMoveAndALeaveChangedIsSaid() throws IOException {
        Path without = Files.createDirectory(folder.resolve("without"));
        Path with = Files.createDirectory(folder.resolve("with"));
        try (Stream<Path> files = Files.list(Path.of("input-samples"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Files.copy(file, with.resolve(name));
                if (!name.startsWith("任职记录") && !name.startsWith("请假")) {
                    Files.copy(file, without.resolve(name));
                }
            }
        }
        Files.writeString(
                with.resolve("leave_more.csv"),
                "leave_id,employee_id,kind,from,to,half_day\nL-more,E0103,work_injury,2026-09-07,2026-09-09,\n"
                        + "L-long,E0104,maternity,2026-09-01,,\n");
        Calculated calculated = new Calculated(folder, "month-end");
        LocalDate asOf = LocalDate.of(2026, 10, 12);
        Movements moved = Movements.of(
                calculated.by(plan(), without, "2026-09", asOf), calculated.by(plan(), with, "2026-09", asOf));
        List<String> details = moved.moved().stream()
                .flatMap(one -> one.score().stream())
                .flatMap(part -> part.details().stream())
                .map(detail -> Words.in("zh").say(detail))
                .toList();
        assertThat(details).anyMatch(text -> text.matches("(目标|基期) [\\d,.]+ × \\d+/\\d+ 个工作日.* = [\\d,.]+"));
        assertThat(details).anyMatch(text -> text.contains("，按天平均："));
        assertThat(details).anyMatch(text -> text.matches("成员 .+（免考，不再计入）"));
        List<String> money = moved.moved().stream()
                .flatMap(one -> one.money().stream())
                .flatMap(part -> part.details().stream())
                .map(detail -> Words.in("zh").say(detail))
                .toList();
        assertThat(money).anyMatch(text -> text.matches("成员 .+（免考，不再计入）.*"));
        assertThat(money).anyMatch(text -> text.matches("目标 [\\d,.]+ × \\d+/\\d+ 个工作日.* = [\\d,.]+"));
        moved.all().forEach(MovementsTest::assertSums);
    }

    /** Another share of an order says which line and how much of it; a sale that came back of an earlier month says which. */
    @Test
    void whatIsSharedAndWhatCameBackIsSaid() throws IOException {
        Path without = Files.createDirectory(folder.resolve("other"));
        try (Stream<Path> files = Files.list(Path.of("input-samples"))) {
            for (Path file : files.toList()) {
                Files.copy(file, without.resolve(file.getFileName().toString()));
            }
        }
        Path splits = without.resolve("分单.csv");
        Files.writeString(
                splits,
                Files.readString(splits).replace("E0403,0.5", "E0403,0.6").replace("E0401,0.2", "E0401,0.1"));
        Path returned = without.resolve("销售明细_ERP.csv");
        Charset encoding = Charset.forName("GB18030");
        Files.write(
                returned,
                Files.readAllLines(returned, encoding).stream()
                        .filter(row -> !row.startsWith("202609800011"))
                        .toList(),
                encoding);
        Calculated calculated = new Calculated(folder, "month-end");
        LocalDate asOf = LocalDate.of(2026, 10, 12);
        RunResult then = calculated.by(plan(), without, "2026-09", asOf);
        RunResult now = calculated.by(plan(), Path.of("input-samples"), "2026-09", asOf);
        assertThat(said(Movements.of(then, now), "E0401"))
                .contains("基础提成 228,761.90 → 238,761.80; 分单 202609800041 本人的比例 10% → 20%");
        assertThat(said(Movements.of(then, now), "E0403")).anyMatch(text -> text.endsWith("本人的比例 60% → 50%"));
        List<PayoutLine> lines = new ArrayList<>(now.payout());
        now.payout().stream()
                .filter(line -> line.employee().id().equals("E0507"))
                .findFirst()
                .ifPresent(line -> lines.add(new PayoutLine(
                        line.employee(),
                        PayoutLine.Component.RETURN_REVERSAL,
                        1,
                        line.period(),
                        line.period().previous(),
                        Fraction.parse("-60000"),
                        line.rate(),
                        new Money(new BigDecimal("-480.00")),
                        PayoutLine.Status.PAY,
                        line.note(),
                        Optional.empty(),
                        List.of(),
                        "")));
        assertThat(Movements.of(now, now.with(lines)).moved())
                .extracting(Movement::id)
                .containsExactly("E0507");
        assertThat(said(Movements.of(then, now.with(lines)), "E0507"))
                .contains("退货冲回 无 → 202609800011（原订单 202608800001）");
    }

    private static List<String> said(Movements movements, String person) {
        return movements.all().stream()
                .filter(one -> one.id().equals(person))
                .flatMap(one -> one.money().stream())
                .map(part -> Words.in("zh").say(part.component().title()) + " "
                        + part.details().stream().map(Words.in("zh")::say).collect(Collectors.joining("; ")))
                .toList();
    }
}
