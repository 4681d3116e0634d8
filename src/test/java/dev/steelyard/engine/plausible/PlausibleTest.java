package dev.steelyard.engine.plausible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.input.planfile.Setup;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reference rules both ways: what a company does in good months is never implausible, and each mistake is found in each
 * company. Six companies; thirty with {@code -Dproof.campaign=true}.
 */
class PlausibleTest {

    private static final Setup SETUP = Setup.read(Path.of("jobs/month-end.yaml"), Optional.empty());
    private static final Plausible RULES = SETUP.job().plausible().orElseThrow();
    private static final Set<String> REQUIRED = Set.copyOf(SETUP.job().inputs().required());

    static IntStream seeds() {
        return IntStream.range(0, Boolean.getBoolean("proof.campaign") ? 30 : 6);
    }

    private static Delivered company(int seed) {
        return new Delivered(SETUP.schemas(), seed, 3 + seed * 7 % 40);
    }

    private static boolean isNowOf(Row row, String person) {
        return Delivered.isNow(row) && isOf(row, person);
    }

    private static boolean isOf(Row row, String person) {
        return row.text("employee_id").equals(person);
    }

    private static Verdict verdict(Delivered delivered) {
        return delivered.verdict(RULES, REQUIRED, SETUP.workingDays());
    }

    private static final Map<String, Consumer<Delivered>> GOOD_MONTHS = new LinkedHashMap<>();

    static {
        GOOD_MONTHS.put("any month", any -> {});
        GOOD_MONTHS.put("a February", it -> List.of("orders", "visits").forEach(dataset -> it.share(dataset, 40)));
        GOOD_MONTHS.put("the end of a quarter", it -> it.share("orders", 250));
        GOOD_MONTHS.put("a launch", it -> it.share("orders", 300));
        GOOD_MONTHS.put("a tender", it -> {
            List<Row> orders = it.rows.get("orders");
            BigDecimal all = orders.stream()
                    .filter(Delivered::isNow)
                    .map(row -> row.number("amount"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Row row = orders.stream().filter(Delivered::isNow).findFirst().orElseThrow();
            orders.add(row.with("amount", all.multiply(new BigDecimal("0.66"))));
        });
        GOOD_MONTHS.put("a team gone", it -> {
            it.keep("employees", row -> !row.text("team").equals("团队A") || it.peopleBefore <= 6);
            it.keep("orders", row -> it.rows.get("employees").stream()
                    .anyMatch(one -> one.text("employee_id").equals(row.text("employee_id"))));
        });
        GOOD_MONTHS.put("many hired", it -> it.hire(it.peopleBefore / 2));
        GOOD_MONTHS.put("prices down by 60%", it -> it.change("orders", row -> Delivered.times(row, "amount", "0.4")));
        for (int different : List.of(2, 5, 9, 20)) {
            GOOD_MONTHS.put(
                    "only " + different + " different sales, each of them often",
                    it -> it.change("orders", row -> row.with(
                                    "order_date", Delivered.PERIOD.first().plusDays(it.dice.nextInt(different)))
                            .with("amount", new BigDecimal("16000"))
                            .with("cost", new BigDecimal("6000"))));
        }
        GOOD_MONTHS.put(
                "one large order a person and round ones",
                it -> it.change(
                        "orders",
                        row -> row.with(
                                "amount",
                                new BigDecimal(List.of("10000", "20000", "30000", "40000")
                                        .get(it.dice.nextInt(4))))));
        GOOD_MONTHS.put("a subtotal of one person", it -> it.subtotals(row -> isNowOf(row, "E1")));
        GOOD_MONTHS.put("one person's month twice", it -> it.again("orders", 2, row -> isOf(row, "E1")));
        GOOD_MONTHS.put("standing orders", it -> it.anew("orders", 2, List.of(1, 0), row -> true));
        GOOD_MONTHS.put("one person's standing orders", it -> it.anew("orders", 1, List.of(0), row -> isOf(row, "E1")));
        GOOD_MONTHS.put("the first month", Delivered::firstMonth);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatHappensInGoodMonthsIsNeverImplausible(int seed) {
        GOOD_MONTHS.forEach((name, change) -> {
            Delivered delivered = company(seed);
            change.accept(delivered);
            assertThat(verdict(delivered).open()).as(name).isEmpty();
        });
        assertThat(verdict(new Delivered(SETUP.schemas(), seed, 3)).open())
                .as("three people")
                .isEmpty();
    }

    private record Mistake(String rule, Consumer<Delivered> made) {}

    private static final Map<String, Mistake> MISTAKES = new LinkedHashMap<>();

    static {
        MISTAKES.put("a header only", new Mistake("EMPTY", it -> it.keep("orders", row -> false)));
        MISTAKES.put("last month's file", new Mistake("STALE", it -> it.keep("orders", row -> !Delivered.isNow(row))));
        MISTAKES.put(
                "targets in 万",
                new Mistake("UNIT", it -> it.change("targets", row -> Delivered.times(row, "target", "0.0001"))));
        MISTAKES.put(
                "orders in 万",
                new Mistake(
                        "UNIT",
                        it -> it.change(
                                "orders",
                                row -> Delivered.times(Delivered.times(row, "amount", "0.0001"), "cost", "0.0001"))));
        MISTAKES.put(
                "cost and amount swapped",
                new Mistake(
                        "SWAP",
                        it -> it.change("orders", row -> row.with("amount", row.number("cost"))
                                .with("cost", row.number("amount")))));
        MISTAKES.put(
                "the month twice under other keys", new Mistake("TWICE", it -> it.again("orders", 2, row -> true)));
        MISTAKES.put("three times", new Mistake("TWICE", it -> it.again("orders", 3, row -> true)));
        MISTAKES.put(
                "a region twice",
                new Mistake(
                        "TWICE",
                        it -> it.again("orders", 2, row -> isOf(row, "E0") || isOf(row, "E1") || isOf(row, "E2"))));
        MISTAKES.put("visits twice", new Mistake("TWICE", it -> it.again("visits", 2, row -> true)));
        MISTAKES.put("twice, and the second time without cost and with plainer numbers", new Mistake("TWICE", it -> {
            it.again("orders", 2, row -> true);
            it.change(
                    "orders",
                    row -> row.text("order_line_id").startsWith("again")
                            ? row.with("cost", null)
                                    .with("amount", row.number("amount").setScale(2))
                            : row);
        }));
        MISTAKES.put(
                "the month before, dated and numbered anew",
                new Mistake("TWICE", it -> it.anew("orders", 1, List.of(0), row -> true)));
        MISTAKES.put(
                "the same of a year ago", new Mistake("TWICE", it -> it.anew("orders", 12, List.of(0), row -> true)));
        MISTAKES.put(
                "the same of a region",
                new Mistake(
                        "TWICE",
                        it -> it.anew(
                                "orders",
                                1,
                                List.of(0),
                                row -> isOf(row, "E0") || isOf(row, "E1") || isOf(row, "E2"))));
        MISTAKES.put("a header only of what is not required, and targets for it", new Mistake("ABSENT", it -> {
            it.rows.put("sell_in", new ArrayList<>());
            for (String person : List.of("E0", "E1", "E2")) {
                it.row(
                        "targets",
                        "subject_type",
                        "employee",
                        "subject",
                        person,
                        "indicator",
                        "sell_in_attainment",
                        "period",
                        Delivered.PERIOD,
                        "target",
                        new BigDecimal("1000"));
            }
        }));
        MISTAKES.put("subtotals that look like sales", new Mistake("TOTALS", it -> it.subtotals(Delivered::isNow)));
        MISTAKES.put("subtotals of all months", new Mistake("TOTALS", it -> it.subtotals(row -> true)));
        MISTAKES.put("a total of the month", new Mistake("TOTALS", it -> it.total("E1", Delivered::isNow)));
        MISTAKES.put("a total of everything", new Mistake("TOTALS", it -> it.total("E1", row -> true)));
        MISTAKES.put(
                "amounts that were not calculated",
                new Mistake("BLANK", it -> it.change("orders", row -> row.with("amount", BigDecimal.ZERO))));
        MISTAKES.put(
                "quantities below 0",
                new Mistake("SIGNS", it -> it.change("orders", row -> Delivered.times(row, "quantity", "-1"))));
        MISTAKES.put(
                "amounts below 0",
                new Mistake("SIGNS", it -> it.change("orders", row -> Delivered.times(row, "amount", "-1"))));
        MISTAKES.put("amounts blank", new Mistake("BLANK", it -> it.change("orders", row -> row.with("amount", null))));
        MISTAKES.put(
                "dates blank", new Mistake("BLANK", it -> it.change("orders", row -> row.with("order_date", null))));
        MISTAKES.put(
                "customers blank",
                new Mistake("BLANK", it -> it.change("orders", row -> row.with("customer_id", null))));
        MISTAKES.put("every row rejected", new Mistake("LOST", it -> it.lose("orders")));
        MISTAKES.put("everybody held", new Mistake("HELD", it -> it.ranked = false));
        MISTAKES.put(
                "a status that nobody reads",
                new Mistake(
                        "UNREAD",
                        it -> it.unread.add(new UnreadColumn("orders", "订单状态", Map.of("已审核", 90L, "已取消", 3L)))));
        MISTAKES.put(
                "another currency",
                new Mistake(
                        "UNREAD",
                        it -> it.unread.add(new UnreadColumn("orders", "币种", Map.of("CNY", 90L, "USD", 1L)))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachMistakeIsFoundInEachCompany(int seed) {
        MISTAKES.forEach((name, mistake) -> {
            Delivered delivered = company(seed);
            mistake.made().accept(delivered);
            assertThat(verdict(delivered).open())
                    .as(name)
                    .extracting(Finding::rule)
                    .contains(mistake.rule());
        });
    }

    /** Where a part is missing, a company must be large enough to tell. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aPartOfAFileIsMissedWhereThereIsEnough(int seed) {
        Delivered thin = new Delivered(SETUP.schemas(), seed, 24);
        assertThat(verdict(thin.share("orders", 6)).open())
                .extracting(Finding::rule)
                .contains("THIN");
        Delivered few = new Delivered(SETUP.schemas(), seed, 24);
        few.keep("employees", row -> row.text("employee_id").length() == 2);
        assertThat(verdict(few).open()).extracting(Finding::rule).contains("ROSTER");
        Delivered typo = new Delivered(SETUP.schemas(), seed, 24);
        typo.rows
                .get("employees")
                .replaceAll(row -> row.text("employee_id").equals("E3") ? row.with("team", "团队 a") : row);
        assertThat(verdict(typo).findings())
                .filteredOn(finding -> finding.gravity() == Gravity.WARNING)
                .extracting(Finding::rule)
                .contains("TEAM");
    }

    /** A tenth of the month's orders rejected is a tenth of the pay, however many rows the months before have. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aPartThatWasRejectedIsSaid(int seed) {
        for (int percent : List.of(4, 8, 30)) {
            Delivered delivered = company(seed);
            long now = delivered.rows.get("orders").stream()
                    .filter(Delivered::isNow)
                    .count();
            delivered.lost.put("orders", now * percent / (100 - percent));
            assertThat(verdict(delivered).findings())
                    .filteredOn(finding -> finding.rule().equals("LOST"))
                    .extracting(Finding::kind)
                    .isEqualTo(percent > 5 ? List.of("LOST.part") : List.of());
        }
    }

    /** Rows without a day that were rejected are no part of a month that is closed: a quarter of closed months has nothing to say of them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void rejectedRowsWithoutADayAreNotHeldAgainstClosedMonths(int seed) {
        Delivered delivered = company(seed);
        delivered.closed = Set.of(Delivered.MONTH);
        delivered.lost.put("orders", 3L);
        assertThat(verdict(delivered).findings()).extracting(Finding::rule).doesNotContain("LOST");
    }

    /** What may be meant is said all the same. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatComesTwiceOrWithAnOddSignIsSaidWhereItIsRare(int seed) {
        Delivered twice = company(seed).again("orders", 2, row -> isOf(row, "E1"));
        assertThat(verdict(twice).findings())
                .filteredOn(finding -> finding.kind().equals("TWICE"))
                .singleElement()
                .returns(Gravity.WARNING, Finding::gravity)
                .satisfies(finding -> assertThat(finding.slots()).containsEntry("first", "E1"));
        assertThat(verdict(company(seed).subtotals(row -> isNowOf(row, "E1"))).findings())
                .filteredOn(finding -> finding.rule().equals("TOTALS"))
                .singleElement()
                .returns(Gravity.WARNING, Finding::gravity);
        Delivered odd = company(seed);
        List<Row> now = odd.rows.get("orders").stream().filter(Delivered::isNow).toList();
        odd.rows.get("orders").removeAll(now.subList(0, 2));
        odd.rows.get("orders").add(Delivered.times(now.get(0), "quantity", "-1"));
        odd.rows.get("orders").add(Delivered.times(now.get(1), "amount", "-1"));
        assertThat(verdict(odd).findings())
                .filteredOn(finding -> finding.rule().equals("SIGNS"))
                .extracting(Finding::kind, Finding::gravity)
                .containsExactly(tuple("SIGNS", Gravity.WARNING), tuple("SIGNS.taken", Gravity.WARNING));
        Delivered returned = company(seed);
        returned.change("orders", row -> Delivered.times(Delivered.times(row, "quantity", "-1"), "amount", "-1"));
        assertThat(verdict(returned).findings()).extracting(Finding::rule).doesNotContain("SIGNS", "TWICE");
    }

    /** A regional file that was forgotten is missing in all months alike, so that nothing is thinner than before. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whoHasATargetAndNoRowIsMissed(int seed) {
        for (int kept : List.of(23, 18, 11)) {
            Delivered part = new Delivered(SETUP.schemas(), seed, 24);
            part.keep("orders", row -> Integer.parseInt(row.text("employee_id").substring(1)) < kept);
            assertThat(verdict(part).findings())
                    .filteredOn(finding -> finding.rule().equals("ABSENT"))
                    .extracting(Finding::gravity)
                    .isEqualTo(kept == 23 ? List.of() : List.of(kept == 18 ? Gravity.WARNING : Gravity.IMPLAUSIBLE));
        }
        Delivered some = company(seed);
        List<Row> free = some.rows.get("orders").stream()
                .filter(Delivered::isNow)
                .limit(4)
                .toList();
        some.change("orders", row -> free.contains(row) ? row.with("amount", BigDecimal.ZERO) : row);
        assertThat(verdict(some).findings()).extracting(Finding::rule).doesNotContain("BLANK");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoWasNotEmployedAndWhatIsBlankIsSaid(int seed) {
        Delivered left = company(seed);
        left.rows
                .get("employees")
                .replaceAll(row -> isOf(row, "E1")
                        ? row.with("leave_date", Delivered.PERIOD.first().minusDays(1))
                        : row);
        assertThat(verdict(left).findings())
                .filteredOn(finding -> finding.rule().equals("LEFT"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.slots()).containsEntry("first", "E1"));
        for (String factor : List.of("0.1", "12", "0.083")) {
            Delivered yearly = company(seed).change("targets", row -> Delivered.times(row, "target", factor));
            assertThat(verdict(yearly).findings()).extracting(Finding::kind).contains("UNIT.far");
        }
        Delivered blank = company(seed);
        for (int i = 0; i < 9; i++) {
            blank.product("N" + i, null);
        }
        assertThat(verdict(blank).open()).extracting(Finding::kind).contains("BLANK.register");
    }

    private static final Map<String, Consumer<Delivered>> DECISIONS = Map.of(
            "UNIT.share",
            it -> {
                share(it, Period.month(2026, 7), "0.21");
                share(it, Period.month(2026, 8), "0.0022");
            },
            "UNIT.price",
            it -> it.row(
                    "price_events",
                    "event_id",
                    "V1",
                    "product_id",
                    "P1",
                    "date",
                    LocalDate.of(2026, 5, 4),
                    "old_price",
                    new BigDecimal("300"),
                    "new_price",
                    new BigDecimal("0.0021")),
            "UNIT.flow.price",
            it -> dealer(it, "1000", "800", "90", "900000", "70"),
            "UNIT.flow.quantity",
            it -> dealer(it, "1000", "800", "900", "700", "7"),
            "UNIT.scale",
            it -> {
                for (int i = 0; i < 4; i++) {
                    it.row(
                            "exams",
                            "exam_id",
                            "X" + i,
                            "date",
                            LocalDate.of(2026, 9, 4),
                            "score",
                            new BigDecimal("4.5"));
                }
            },
            "DATES.decided",
            it -> it.row(
                    "compliance_events",
                    "event_id",
                    "V2",
                    "status",
                    "verified",
                    "verified_date",
                    LocalDate.of(2027, 9, 9)),
            "DATES.period",
            it -> it.row(
                    "calibrations",
                    "decision_id",
                    "D1",
                    "decided_date",
                    LocalDate.of(2026, 9, 20),
                    "period",
                    Period.month(2025, 9)),
            "DATES.leave",
            it -> it.row(
                    "leave",
                    "leave_id",
                    "L1",
                    "employee_id",
                    "E1",
                    "kind",
                    "annual",
                    "from",
                    LocalDate.of(2026, 9, 3)));

    private static void dealer(Delivered it, String in, String paid, String out, String sold, String used) {
        LocalDate day = LocalDate.of(2026, 9, 7);
        it.row("sell_in", "line_id", "I1", "date", day, "quantity", new BigDecimal(in), "amount", new BigDecimal(paid));
        it.row(
                "sell_out",
                "line_id",
                "U1",
                "date",
                day,
                "quantity",
                new BigDecimal(out),
                "amount",
                new BigDecimal(sold));
        it.row("hospital_purchases", "line_id", "H1", "date", day, "quantity", new BigDecimal(used));
    }

    private static void share(Delivered it, Period period, String share) {
        it.row("market_share", "period", period, "region", "华东", "share", new BigDecimal(share));
    }

    /** What people write of decisions in good months. */
    @Test
    void decisionsInTheirTimeAreNotQuestioned() {
        Delivered it = company(1);
        share(it, Period.month(2026, 7), "0.21");
        share(it, Period.month(2026, 8), "0.05");
        dealer(it, "1000", "800", "900", "850", "400");
        it.row(
                "price_events",
                "event_id",
                "V1",
                "product_id",
                "P1",
                "date",
                LocalDate.of(2026, 5, 4),
                "old_price",
                new BigDecimal("13000"),
                "new_price",
                new BigDecimal("700"));
        it.row("compliance_events", "event_id", "V2", "status", "verified", "verified_date", LocalDate.of(2026, 9, 30));
        for (Period period :
                List.of(Period.month(2026, 9), Period.month(2026, 6), Period.year(2026), Period.quarter(2026, 4))) {
            it.row(
                    "calibrations",
                    "decision_id",
                    "D" + period,
                    "decided_date",
                    LocalDate.of(2026, 9, 20),
                    "period",
                    period);
        }
        it.row("leave", "leave_id", "L1", "employee_id", "E1", "kind", "maternity", "from", LocalDate.of(2026, 2, 3));
        it.row(
                "leave",
                "leave_id",
                "L2",
                "employee_id",
                "E1",
                "kind",
                "annual",
                "from",
                LocalDate.of(2026, 9, 3),
                "to",
                LocalDate.of(2026, 9, 13));
        assertThat(verdict(it).findings())
                .extracting(Finding::kind)
                .doesNotContain(
                        "UNIT.share",
                        "DATES.decided",
                        "DATES.period",
                        "DATES.leave",
                        "UNIT.flow.price",
                        "UNIT.flow.quantity",
                        "UNIT.price");
    }

    /** Days off are no reason to have sold nothing all month; half of it is. */
    @Test
    void whoFellSilentIsNamedInSpiteOfDaysOff() {
        for (int days : List.of(3, 20)) {
            Delivered it = new Delivered(SETUP.schemas(), 3, 24);
            it.keep("orders", row -> !isNowOf(row, "E3"));
            LocalDate first = LocalDate.of(2026, 9, 3);
            it.row(
                    "leave",
                    "leave_id",
                    "L1",
                    "employee_id",
                    "E3",
                    "kind",
                    "sick",
                    "from",
                    first,
                    "to",
                    first.plusDays(days));
            assertThat(verdict(it).findings().stream()
                            .anyMatch(finding -> finding.kind().equals("ROSTER.idle")))
                    .isEqualTo(days == 3);
        }
    }

    /** A column by which pay or scores are made, blank in the first month that there is: there is nothing to compare it with. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aColumnThatIsBlankThroughoutIsSaidInTheFirstMonth(int seed) {
        Delivered first = company(seed);
        first.firstMonth();
        assertThat(verdict(first).findings()).extracting(Finding::kind).doesNotContain("BLANK.all");
        first.change("orders", row -> row.with("cost", null));
        assertThat(verdict(first).findings()).extracting(Finding::kind).contains("BLANK.all");
    }

    /** Rules that only warn, both ways. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatOnlyWarnsIsSaidAndNotOfAGoodMonth(int seed) {
        Map<String, Consumer<Delivered>> odd = new LinkedHashMap<>(DECISIONS);
        odd.putAll(Map.of(
                "GROWTH", it -> it.share("orders", 400),
                "ENDS_EARLY",
                        it -> it.keep(
                                "orders",
                                row -> !Delivered.isNow(row)
                                        || row.day("order_date").getDayOfMonth() <= 12),
                "ROSTER.idle", it -> it.keep("orders", row -> !isNowOf(row, "E3")),
                "EMPTY.other", it -> it.keep("visits", row -> false),
                "STALE.other", it -> it.keep("visits", row -> !Delivered.isNow(row)),
                "DATES.before", it -> it.dated("1999-01-04")));
        odd.putAll(Map.of(
                "UNIT.part",
                        it -> it.change(
                                "orders",
                                row -> row.text("order_line_id").endsWith("3")
                                        ? Delivered.times(row, "amount", "0.0001")
                                        : row),
                "UNIT.column", it -> it.change("orders", row -> Delivered.times(row, "quantity", "10")),
                "DATES.alone",
                        it -> {
                            it.keep("orders", row -> row.day("order_date").getYear() == 2026);
                            it.dated("2025-09-08");
                        },
                "DATES.far", it -> it.dated("2099-01-04")));
        odd.forEach((kind, change) -> {
            Delivered delivered = new Delivered(SETUP.schemas(), seed, 24);
            assertThat(verdict(delivered).findings()).extracting(Finding::kind).doesNotContain(kind);
            change.accept(delivered);
            assertThat(verdict(delivered).findings())
                    .filteredOn(finding -> finding.kind().equals(kind))
                    .isNotEmpty()
                    .allMatch(finding -> finding.gravity() == Gravity.WARNING);
        });
    }

    /** A register that was forgotten changes pay as if nothing had happened; one with a header only says that nothing has. */
    @Test
    void whatWasDeliveredLastTimeIsMissed() {
        Delivered without = company(1);
        without.deliveredBefore.put("leave", 3L);
        without.deliveredBefore.put("orders", 900L);
        without.deliveredBefore.put("splits", 0L);
        assertThat(verdict(without).findings())
                .filteredOn(finding -> finding.kind().equals("STALE.gone"))
                .singleElement()
                .returns("leave", Finding::dataset)
                .returns(Gravity.WARNING, Finding::gravity);
        without.rows.put("leave", new ArrayList<>());
        assertThat(verdict(without).findings()).extracting(Finding::kind).doesNotContain("STALE.gone");
    }

    /** A withdrawn decision pays as if it stood; a closed customer pays nobody. */
    @Test
    void aStatusThatNobodyReadsIsGraveWhereRowsDecide() {
        Delivered delivered = company(1);
        delivered.unread.add(new UnreadColumn("compliance_events", "审核状态", Map.of("已审核", 9L, "作废", 1L)));
        delivered.unread.add(new UnreadColumn("customers", "状态", Map.of("正常", 9L, "关闭", 1L)));
        delivered.unread.add(new UnreadColumn("leave", "序号", Map.of("1", 1L, "2", 1L)));
        assertThat(verdict(delivered).findings())
                .filteredOn(finding -> finding.rule().equals("UNREAD"))
                .extracting(Finding::dataset, Finding::gravity)
                .containsExactlyInAnyOrder(
                        tuple("compliance_events", Gravity.IMPLAUSIBLE),
                        tuple("customers", Gravity.WARNING),
                        tuple("leave", Gravity.NOTE));
    }
}
