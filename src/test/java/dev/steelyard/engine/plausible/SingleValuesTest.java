package dev.steelyard.engine.plausible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.plausible.Evidence.Gauged;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.input.planfile.Setup;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single values, rows, names and copies: each mistake is said of each company, and nothing of it where it was not made. */
class SingleValuesTest {

    private static final Setup SETUP = Setup.read(Path.of("jobs/month-end.yaml"), Optional.empty());
    private static final Plausible RULES = SETUP.job().plausible().orElseThrow();
    private static final Set<String> REQUIRED = Set.copyOf(SETUP.job().inputs().required());

    static IntStream seeds() {
        return IntStream.range(0, Boolean.getBoolean("proof.campaign") ? 30 : 6);
    }

    private static List<Finding> found(Delivered delivered) {
        return delivered.verdict(RULES, REQUIRED, SETUP.workingDays()).findings();
    }

    private static final Map<String, Consumer<Delivered>> MISTAKES = new LinkedHashMap<>();

    /** The first of the month's orders of a person. */
    private static void one(Delivered it, String person, Consumer<Row> how) {
        it.rows.get("orders").stream()
                .filter(row -> Delivered.isNow(row) && row.text("employee_id").equals(person))
                .findFirst()
                .ifPresent(how);
    }

    private static void set(Row row, String column, Object value) {
        row.values()[row.schema().indexOf(column)] = value;
    }

    private static void times(Row row, String column, String factor) {
        set(row, column, row.number(column).multiply(new BigDecimal(factor)));
    }

    private static void target(
            Delivered it, String type, String subject, String indicator, Period period, String value) {
        it.row(
                "targets",
                "subject_type",
                type,
                "subject",
                subject,
                "indicator",
                indicator,
                "period",
                period,
                "target",
                new BigDecimal(value));
    }

    private static void employee(Delivered it, String person, BiConsumer<Row, Delivered> how) {
        it.rows.get("employees").stream()
                .filter(row -> row.text("employee_id").equals(person))
                .forEach(row -> how.accept(row, it));
    }

    private static void appeal(Delivered it, String effect, String value) {
        it.gauged.put(
                "visit_record_completeness",
                new Gauged(
                        Fraction.parse("0.7"),
                        Fraction.parse("0.98"),
                        Fraction.of(100),
                        false,
                        false,
                        List.of(),
                        0,
                        0));
        it.row(
                "appeals",
                "appeal_id",
                "A1",
                "employee_id",
                "E1",
                "period",
                Delivered.PERIOD,
                "indicator",
                "visit_record_completeness",
                "decision",
                "upheld",
                "decided_at",
                LocalDate.of(2026, 10, 9).atTime(9, 0),
                "effect",
                effect,
                "effect_value",
                new BigDecimal(value));
    }

    private static void gauged(Delivered it, boolean attains, String low, String high, String value) {
        it.gauged.put(
                "one",
                new Gauged(
                        Fraction.parse(low),
                        Fraction.parse(high),
                        Fraction.of(100),
                        false,
                        attains,
                        Collections.nCopies(5, Fraction.parse(value)),
                        5,
                        0));
    }

    private static void points(Delivered it, int people, int pointless) {
        it.gauged.put(
                "one",
                new Gauged(
                        Fraction.parse("0.7"),
                        Fraction.parse("0.98"),
                        Fraction.of(100),
                        false,
                        false,
                        Collections.nCopies(people, Fraction.parse("0.4")),
                        people,
                        pointless));
    }

    private static void calibration(Delivered it, String target) {
        target(it, "employee", "E1", "department_coverage", Delivered.PERIOD, "20");
        it.row(
                "calibrations",
                "decision_id",
                "D1",
                "decided_date",
                LocalDate.of(2026, 9, 20),
                "subject_type",
                "employee",
                "subject",
                "E1",
                "indicator",
                "department_coverage",
                "period",
                Delivered.PERIOD,
                "new_target",
                new BigDecimal(target),
                "reason",
                "r",
                "approvers",
                List.of("a", "b"));
    }

    private static void price(Delivered it, String kind, String old, String now) {
        it.row(
                "price_events",
                "event_id",
                "P1",
                "product_id",
                "P1",
                "date",
                LocalDate.of(2026, 5, 4),
                "kind",
                kind,
                "old_price",
                new BigDecimal(old),
                "new_price",
                new BigDecimal(now));
    }

    private static void share(Delivered it, Period period, String region) {
        it.row("market_share", "period", period, "region", region, "share", new BigDecimal("0.2"));
    }

    private static void events(Delivered it, String second) {
        for (String id : List.of("V7", "V8")) {
            it.row(
                    "compliance_events",
                    "event_id",
                    id,
                    "employee_id",
                    "E1",
                    "kind",
                    id.equals("V7") ? "material" : second,
                    "severity",
                    "minor",
                    "status",
                    "verified",
                    "verified_date",
                    LocalDate.of(2026, 9, 4));
        }
    }

    private static void dealers(Delivered it, String sold) {
        for (int i = 0; i < 4; i++) {
            for (String dataset : List.of("sell_in", "sell_out")) {
                it.row(
                        dataset,
                        "line_id",
                        dataset + i,
                        "date",
                        LocalDate.of(2026, 9, 7 + i),
                        "employee_id",
                        "E" + i,
                        "quantity",
                        new BigDecimal(100 + i),
                        "amount",
                        new BigDecimal(dataset.equals("sell_in") ? "1000" : sold));
            }
        }
    }

    /** So many rows each of what dealers bought and sold in their first month, of as many people. */
    private static void dealers(Delivered it, int rows) {
        for (int i = 0; i < rows; i++) {
            for (String dataset : List.of("sell_in", "sell_out")) {
                it.row(
                        dataset,
                        "line_id",
                        dataset + i,
                        "date",
                        LocalDate.of(2026, 9, 1 + i),
                        "employee_id",
                        "E" + i,
                        "quantity",
                        new BigDecimal(100 + i),
                        "amount",
                        new BigDecimal((dataset.equals("sell_in") ? 1000 : 1200) + i));
            }
        }
    }

    private static int sold(Delivered it, String column) {
        return it.rows.get("sell_out").get(0).schema().indexOf(column);
    }

    private static void returns(Delivered it, boolean now) {
        for (int back = 1; back <= 3; back++) {
            for (int i = 0; i < 7; i++) {
                it.row(
                        "orders",
                        "order_line_id",
                        "R" + back + i,
                        "order_date",
                        LocalDate.of(2026, 9 - back, 5 + i),
                        "employee_id",
                        "E1",
                        "customer_id",
                        "C1",
                        "product_id",
                        "P1",
                        "quantity",
                        new BigDecimal(-1 - i),
                        "amount",
                        new BigDecimal(-100 - i));
            }
        }
        it.keep("orders", row -> row.day("order_date").getYear() == 2026);
        if (now) {
            one(it, "E1", row -> {
                times(row, "quantity", "-1");
                times(row, "amount", "-1");
            });
        }
    }

    private static void answers(Delivered it, int most) {
        for (int i = 0; i < 24; i++) {
            it.row(
                    "nps",
                    "response_id",
                    "N" + i,
                    "date",
                    LocalDate.of(2026, 9, 1 + i),
                    "employee_id",
                    "E1",
                    "score",
                    new BigDecimal(i % (most + 1)));
        }
    }

    private static void request(Delivered it, String responded) {
        it.row(
                "requests",
                "request_id",
                "Q1",
                "employee_id",
                "E1",
                "raised_at",
                LocalDate.of(2026, 9, 4).atTime(9, 0),
                "responded_at",
                LocalDate.parse(responded).atTime(9, 0));
    }

    private static void grades(Delivered it, String grade) {
        for (int i = 0; i < 9; i++) {
            it.row("customers", "customer_id", "G" + i, "grade", i % 3 == 0 ? grade : "2A");
        }
    }

    static {
        MISTAKES.put("SINGLE.cheap", it -> one(it, "E2", row -> times(row, "amount", "10")));
        MISTAKES.put("SINGLE.cost", it -> one(it, "E2", row -> times(row, "amount", "0.1")));
        MISTAKES.put("SINGLE.nothing", it -> one(it, "E2", row -> set(row, "amount", BigDecimal.ZERO)));
        MISTAKES.put("SINGLE.amount", it -> one(it, "E2", row -> set(row, "amount", new BigDecimal("200000"))));
        MISTAKES.put(
                "SINGLE.person",
                it -> it.change(
                        "orders",
                        row -> row.text("employee_id").equals("E1") ? Delivered.times(row, "amount", "10") : row));
        MISTAKES.put("SINGLE.column", it -> one(it, "E2", row -> set(row, "quantity", BigDecimal.TEN)));
        MISTAKES.put("SINGLE.blank", it -> one(it, "E2", row -> set(row, "quantity", null)));
        MISTAKES.put("SINGLE.returns", it -> returns(it, false));
        MISTAKES.put(
                "SINGLE.leaving",
                it -> employee(it, "E1", (row, all) -> set(row, "leave_date", LocalDate.of(2027, 8, 31))));
        MISTAKES.put("SINGLE.target", it -> {
            target(it, "team", "团队A", "share_attainment", Period.month(2026, 8), "0.17");
            target(it, "team", "团队A", "share_attainment", Delivered.PERIOD, "0.0017");
        });
        MISTAKES.put("SINGLE.calibration", it -> calibration(it, "200"));
        MISTAKES.put("SINGLE.appeal", it -> appeal(it, "set_value", "9.7"));
        MISTAKES.put("SINGLE.points", it -> appeal(it, "add_points", "97"));
        MISTAKES.put("SINGLE.price", it -> price(it, "vbp", "60", "100"));
        MISTAKES.put("UNIT.half", it -> answers(it, 5));
        MISTAKES.put("UNIT.gauged", it -> gauged(it, false, "3", "10", "120"));
        MISTAKES.put("POINTS", it -> points(it, 10, 9));
        MISTAKES.put("TEAM", it -> {
            it.rows.get("employees").forEach(row -> set(row, "team", "团队A"));
            employee(it, "E1", (row, all) -> set(row, "team", "团队A组"));
        });
        MISTAKES.put("DATES.later", it -> request(it, "2027-09-05"));
        MISTAKES.put("DATES.share", it -> share(it, Period.month(2027, 9), "华东"));
        MISTAKES.put("TWICE.register", it -> events(it, "material"));
        MISTAKES.put("TWICE.dataset", it -> dealers(it, "1000"));
        MISTAKES.put("TEAM.leads", it -> employee(it, "E1", (row, all) -> set(row, "leads", List.of("团队甲"))));
        MISTAKES.put("TEAM.target", it -> target(it, "team", "团队甲", "gross_profit", Period.quarter(2026, 3), "1000"));
        MISTAKES.put("TEAM.region", it -> {
            it.rows.get("employees").forEach(row -> set(row, "region", "华东"));
            employee(it, "E1", (row, all) -> set(row, "region", "华东区"));
        });
        MISTAKES.put("TEAM.share", it -> {
            it.rows.get("employees").forEach(row -> set(row, "region", "华东"));
            share(it, Period.month(2026, 8), "华东");
            share(it, Delivered.PERIOD, "华东区");
        });
        MISTAKES.put("SINGLE.top", it -> {
            dealers(it, 24);
            it.rows.get("sell_out").get(3).values()[sold(it, "amount")] = new BigDecimal("88000");
        });
        MISTAKES.put("SINGLE.none", it -> {
            dealers(it, 24);
            it.rows.get("sell_out").get(3).values()[sold(it, "amount")] = BigDecimal.ZERO;
        });
        MISTAKES.put("TEAM.manager", it -> {
            it.rows.get("employees").forEach(row -> set(row, "manager_id", "E0"));
            employee(it, "E1", (row, all) -> set(row, "manager_id", "E999"));
        });
        MISTAKES.put("UNREAD.choice", it -> grades(it, "A3"));
        MISTAKES.put(
                "TEAM.price",
                it -> it.row(
                        "price_events",
                        "event_id",
                        "PE9",
                        "product_id",
                        "p1",
                        "date",
                        LocalDate.of(2026, 3, 1),
                        "kind",
                        "vbp",
                        "old_price",
                        BigDecimal.TEN,
                        "new_price",
                        BigDecimal.ONE));
        MISTAKES.put("BLANK.zeros", it -> {
            for (String region : List.of("华东", "华北")) {
                it.row("market_share", "period", Delivered.PERIOD, "region", region, "share", BigDecimal.ZERO);
            }
        });
        MISTAKES.put("LOST.part", it -> {
            it.rows.computeIfAbsent("trials", any -> new ArrayList<>());
            it.lost.put("trials", 12L);
        });
    }

    private static final Map<String, Consumer<Delivered>> RIGHT = new LinkedHashMap<>();

    static {
        RIGHT.put("a loss in each month", it -> it.rows.get("orders").stream()
                .filter(row -> row.text("order_line_id").endsWith("-3"))
                .forEach(row -> set(row, "cost", row.number("amount").add(BigDecimal.ONE))));
        RIGHT.put("free goods in each month", it -> it.rows.get("orders").stream()
                .filter(row -> row.text("order_line_id").endsWith("-3"))
                .forEach(row -> set(row, "amount", BigDecimal.ZERO)));
        RIGHT.put("some quantity blank in each month", it -> it.rows.get("orders").stream()
                .filter(row -> row.text("order_line_id").endsWith("-3"))
                .forEach(row -> set(row, "quantity", null)));
        RIGHT.put(
                "an order of twice the largest",
                it -> one(it, "E2", row -> {
                    set(row, "amount", new BigDecimal("64000"));
                    set(row, "cost", new BigDecimal("32000"));
                }));
        RIGHT.put(
                "somebody's best month",
                it -> it.change(
                        "orders",
                        row -> row.text("employee_id").equals("E1")
                                ? Delivered.times(Delivered.times(row, "amount", "3"), "cost", "3")
                                : row));
        RIGHT.put("returns", it -> returns(it, true));
        RIGHT.put(
                "a notice of three months",
                it -> employee(it, "E1", (row, all) -> set(row, "leave_date", LocalDate.of(2026, 12, 31))));
        RIGHT.put("a target doubled", it -> {
            target(it, "team", "团队A", "share_attainment", Period.month(2026, 8), "0.08");
            target(it, "team", "团队A", "share_attainment", Delivered.PERIOD, "0.17");
        });
        RIGHT.put("a target halved by the committee", it -> calibration(it, "10"));
        RIGHT.put("a value of an appeal", it -> appeal(it, "set_value", "0.97"));
        RIGHT.put("points of an appeal", it -> appeal(it, "add_points", "10"));
        RIGHT.put("prices cut to a twentieth", it -> price(it, "vbp", "13000", "700"));
        RIGHT.put("a list price doubled", it -> price(it, "list", "100", "200"));
        RIGHT.put("answers up to ten", it -> answers(it, 10));
        RIGHT.put("two of ten with a point", it -> points(it, 10, 8));
        RIGHT.put("nine without", it -> points(it, 9, 9));
        RIGHT.put("delivered in time", it -> gauged(it, false, "3", "10", "6"));
        RIGHT.put("targets met by half", it -> gauged(it, true, "0", "1.2", "0.5"));
        RIGHT.put("answered in time", it -> request(it, "2026-10-05"));
        RIGHT.put("a share of the month", it -> share(it, Delivered.PERIOD, "华东"));
        RIGHT.put("two events of a day", it -> events(it, "gift_meeting"));
        RIGHT.put("all sold that was bought", it -> dealers(it, "1200"));
        RIGHT.put("who leads a team", it -> employee(it, "E1", (row, all) -> set(row, "leads", List.of("团队A"))));
        RIGHT.put(
                "a target of a team that there was",
                it -> target(it, "team", "团队甲", "gross_profit", Period.quarter(2026, 1), "1000"));
        RIGHT.put("regions", it -> {
            it.rows.get("employees").forEach(row -> set(row, "region", "华东"));
            employee(it, "E1", (row, all) -> set(row, "region", "华南"));
        });
        RIGHT.put("a first month of dealers", it -> dealers(it, 24));
        RIGHT.put(
                "managers by name or id", it -> it.rows.get("employees").forEach(row -> set(row, "manager_id", "E0")));
        RIGHT.put(
                "managers who are on no roster",
                it -> it.rows.get("employees").forEach(row -> set(row, "manager_id", "M" + row.text("employee_id"))));
        RIGHT.put("the first days of a month", it -> {
            it.asOf = LocalDate.of(2026, 9, 5);
            it.keep(
                    "orders",
                    row -> !Delivered.isNow(row) || row.day("order_date").getDayOfMonth() <= 5);
            it.change("orders", row -> Delivered.times(row, "amount", "0.3"));
            it.change("orders", row -> Delivered.times(row, "cost", "0.3"));
        });
        RIGHT.put("grades", it -> grades(it, "3A"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachIsSaidOnceItIsMadeAndOnlyWarned(int seed) {
        MISTAKES.forEach((kind, made) -> {
            Delivered delivered = new Delivered(SETUP.schemas(), seed, 3 + seed * 7 % 40);
            assertThat(found(delivered))
                    .as(kind)
                    .extracting(Finding::kind)
                    .doesNotContainAnyElementsOf(MISTAKES.keySet());
            made.accept(delivered);
            assertThat(found(delivered))
                    .as(kind)
                    .filteredOn(finding -> finding.kind().equals(kind))
                    .isNotEmpty()
                    .allMatch(finding -> finding.gravity() == Gravity.WARNING);
        });
    }

    /** What looks at a target does not read it: what no calculation reads is not in force (ruling 119). */
    @ParameterizedTest
    @MethodSource("seeds")
    void lookingAtATargetIsNotReadingIt(int seed) {
        Delivered delivered = new Delivered(SETUP.schemas(), seed, 5);
        calibration(delivered, "200");
        found(delivered);
        assertThat(delivered.registers.calibrations())
                .isNotEmpty()
                .noneMatch(one -> delivered.registers.targets().isRead(one.key()));
        assertThat(delivered.registers.all(TargetRow.DATASET))
                .isNotEmpty()
                .noneMatch(row -> delivered.registers.targets().isRead(row.key().orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsUsualIsNotQuestioned(int seed) {
        RIGHT.forEach((name, change) -> {
            Delivered delivered = new Delivered(SETUP.schemas(), seed, 3 + seed * 7 % 40);
            change.accept(delivered);
            assertThat(found(delivered))
                    .as(name)
                    .extracting(Finding::kind)
                    .doesNotContainAnyElementsOf(MISTAKES.keySet());
        });
    }
}
