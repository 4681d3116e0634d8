package dev.steelyard.engine.plausible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.input.planfile.Setup;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Registers beside those that the month before was run with: what changed by mistake is said, and what changes every month is not. */
class FormerRulesTest {

    private static final Setup SETUP = Setup.read(Path.of("jobs/month-end.yaml"), Optional.empty());
    private static final Plausible RULES = SETUP.job().plausible().orElseThrow();
    private static final Set<String> REQUIRED = Set.copyOf(SETUP.job().inputs().required());
    private static final int PEOPLE = 24;

    /** A change, and what is said of it. */
    private record Change(String name, Consumer<Delivered> how, Optional<Gravity> gravity, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Change mistake(String name, String said, Consumer<Delivered> how) {
        return new Change(name, how, Optional.of(Gravity.WARNING), said);
    }

    private static Change grave(String name, String said, Consumer<Delivered> how) {
        return new Change(name, how, Optional.of(Gravity.IMPLAUSIBLE), said);
    }

    private static Change ordinary(String name, Consumer<Delivered> how) {
        return new Change(name, how, Optional.empty(), "");
    }

    private static Stream<Change> changes() {
        return Stream.of(
                mistake("a digit more of a salary", "SAME.number monthly_salary 1", one("E3", salary("10"))),
                grave("salaries in thousands", "SAME.number monthly_salary 24", each("employees", salary("0.001"))),
                mistake("a salary gone", "SAME.blank monthly_salary 1", one("E3", set("monthly_salary", null))),
                grave("no salaries", "SAME.blank monthly_salary 24", each("employees", set("monthly_salary", null))),
                mistake("hired in another year", "SAME hire_date 1", one("E4", set("hire_date", day("2020-01-07")))),
                grave("hire dates sorted alone", "SAME hire_date 24", it -> sorted(it, "hire_date")),
                grave("names sorted alone", "SAME name 24", it -> sorted(it, "name")),
                mistake("a day of leaving taken back", "SAME leave_date 1", one("E20", set("leave_date", null))),
                mistake("another track since the same day", "SAME track 1", one("E5", set("track", "innovation"))),
                mistake(
                        "the same track since another day",
                        "SAME track_since 1",
                        one("E5", set("track_since", day("2026-07-01")))),
                mistake("teams sorted alone", "SAME.many team", it -> sorted(it, "team")),
                mistake("somebody who is not there", "GONE  1", gone("employees", "employee_id", "E7")),
                mistake(
                        "a product that is mature at once",
                        "SAME lifecycle 1",
                        every("products", "P2", set("lifecycle", "mature"))),
                mistake("a customer of another grade", "SAME grade 1", every("customers", "C2", set("grade", "2A"))),
                mistake("a target of a month that is over", "SAME target 1", target("E2", Period.month(2026, 7), "2")),
                mistake(
                        "a target ten times that of before",
                        "SAME.number target 1",
                        target("E2", Delivered.PERIOD, "10")),
                mistake("a violation that is not there", "GONE  1", gone("compliance_events", "event_id", "V2")),
                mistake(
                        "a violation of somebody else",
                        "SAME employee_id 1",
                        every("compliance_events", "V2", set("employee_id", "E9"))),
                mistake(
                        "a veto that is minor at once",
                        "SAME severity 1",
                        every("compliance_events", "V2", set("severity", "minor"))),
                mistake("leave that is not there", "GONE  1", gone("leave", "leave_id", "L1")),
                mistake(
                        "leave that ended on another day",
                        "SAME to 1",
                        every("leave", "L2", set("to", day("2026-08-29")))),
                mistake(
                        "a price with a digit more",
                        "SAME new_price 1",
                        every("price_events", "E1", set("new_price", new BigDecimal("600")))),
                mistake(
                        "a decision about another month",
                        "SAME period 1",
                        every("calibrations", "D1", set("period", Period.month(2026, 7)))),
                mistake("leave without an end", "SAME to 1", every("leave", "L3", set("to", null))),
                mistake("a price that is not there", "GONE  1", gone("price_events", "event_id", "E1")),
                ordinary("nothing", it -> {}),
                ordinary("raises", each("employees", salary("1.08"))),
                ordinary("a promotion", one("E6", salary("1.9"))),
                ordinary("people hired", it -> it.hire(4)),
                ordinary("somebody leaves", one("E8", set("leave_date", day("2026-09-20")))),
                ordinary("somebody stays longer than was planned", one("E21", set("leave_date", day("2026-10-20")))),
                ordinary("somebody who left long ago is gone", gone("employees", "employee_id", "E20")),
                ordinary("somebody comes back", one("E20", row -> {
                    set("leave_date", null).accept(row);
                    set("hire_date", day("2026-09-14")).accept(row);
                })),
                ordinary("a transfer", one("E5", row -> {
                    set("track", "innovation").accept(row);
                    set("track_since", day("2026-09-01")).accept(row);
                    set("team", "团队A").accept(row);
                })),
                ordinary("a transfer that assignments tell", it -> {
                    it.row("assignments", "employee_id", "E5", "from", day("2026-09-16"), "track", "innovation");
                    one("E5", set("track", "innovation")).accept(it);
                }),
                ordinary("a team of six is another's", it -> {
                    for (int i = 0; i < 4; i++) {
                        one("E" + i, set("team", "团队B")).accept(it);
                    }
                }),
                ordinary("what was blank is filled", one("E9", set("regular_date", day("2026-09-01")))),
                ordinary("a new product", it -> it.product("P9", "innovative")),
                ordinary("a target of a month that is not over", target("E2", Delivered.PERIOD, "1.4")),
                ordinary(
                        "the events of the month alone",
                        it -> it.keep("compliance_events", row -> !row.day("event_date")
                                .isBefore(day("2026-09-01")))),
                ordinary("a violation is proven", every("compliance_events", "V3", row -> {
                    set("status", "verified").accept(row);
                    set("verified_date", day("2026-09-18")).accept(row);
                })),
                ordinary("leave that lasts longer", every("leave", "L1", set("to", day("2026-10-20")))),
                ordinary("leave that was over is gone", gone("leave", "leave_id", "L2")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isSaidOfWhatDoesNotChangeByItself(Change change) {
        Delivered it = company(change.name().length());
        it.former = Optional.of(asItIs(it));
        change.how().accept(it);
        Map<String, Gravity> found = said(it);
        if (change.gravity().isEmpty()) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasSize(1);
            assertThat(found.keySet().iterator().next()).startsWith(change.said());
            assertThat(found.values()).containsExactly(change.gravity().get());
        }
    }

    /** Targets of this month alone: those of the month before are what it was run with. */
    @ParameterizedTest
    @MethodSource("targets")
    void targetsOfAMonthAreHeldAgainstThoseThatTheLastWasRunWith(String factor, String said) {
        Delivered it = company(7);
        it.former = Optional.of(asItIs(it));
        it.keep("targets", row -> row.period("period").equals(Delivered.PERIOD));
        it.rows.get("targets").replaceAll(row -> Delivered.times(row, "target", factor));
        assertThat(it.verdict(RULES, REQUIRED, SETUP.workingDays()).findings())
                .filteredOn(finding -> finding.gravity() == Gravity.IMPLAUSIBLE)
                .extracting(Finding::kind)
                .contains(said);
    }

    private static Stream<Arguments> targets() {
        return Stream.of(Arguments.of("0.0001", "UNIT.targets"), Arguments.of("1000", "UNIT.targets"));
    }

    // ------------------------------------------------------------------ the company

    private static Delivered company(long seed) {
        Delivered it = new Delivered(SETUP.schemas(), seed, PEOPLE);
        List<Row> people = it.rows.get("employees");
        for (int i = 0; i < people.size(); i++) {
            Row row = people.get(i);
            set("name", "某" + (char) ('甲' + (i * 7) % PEOPLE)).accept(row);
            set("monthly_salary", BigDecimal.valueOf(8000 + 100L * i)).accept(row);
            set("hire_date", day("2019-01-07").plusDays((i * 5) % PEOPLE)).accept(row);
            set("track_since", day("2024-01-01")).accept(row);
        }
        one("E20", set("leave_date", day("2026-08-20"))).accept(it);
        one("E21", set("leave_date", day("2026-09-25"))).accept(it);
        it.product("P2", "innovative");
        it.row("customers", "customer_id", "C2", "grade", "3A");
        event(it, "V2", "E1", "veto", "verified", "2026-08-04");
        event(it, "V3", "E2", "minor", "alleged", "2026-09-04");
        leave(it, "L1", "2026-09-07", null);
        leave(it, "L2", "2026-08-07", "2026-08-10");
        leave(it, "L3", "2026-08-17", "2026-09-10");
        it.row(
                "price_events",
                "event_id",
                "E1",
                "product_id",
                "P1",
                "date",
                day("2026-08-01"),
                "kind",
                "vbp",
                "old_price",
                new BigDecimal("70"),
                "new_price",
                new BigDecimal("60"));
        it.row(
                "calibrations",
                "decision_id",
                "D1",
                "decided_date",
                day("2026-08-08"),
                "subject_type",
                "team",
                "subject",
                "团队A",
                "indicator",
                "sales_amount",
                "period",
                Period.month(2026, 8),
                "new_target",
                new BigDecimal("60"));
        return it;
    }

    private static void event(Delivered it, String id, String person, String severity, String status, String on) {
        it.row(
                "compliance_events",
                "event_id",
                id,
                "event_date",
                day(on),
                "employee_id",
                person,
                "kind",
                "bribery",
                "severity",
                severity,
                "status",
                status,
                "verified_date",
                status.equals("verified") ? day(on) : null);
    }

    private static void leave(Delivered it, String id, String from, String to) {
        it.row(
                "leave",
                "leave_id",
                id,
                "employee_id",
                "E1",
                "kind",
                "sick",
                "from",
                day(from),
                "to",
                to == null ? null : day(to));
    }

    /** The registers as they are, whatever becomes of them. */
    private static Registers asItIs(Delivered it) {
        Map<String, List<Row>> rows = new HashMap<>();
        it.rows.forEach((dataset, all) -> {
            if (SETUP.schemas().get(dataset).register()) {
                rows.put(
                        dataset,
                        all.stream()
                                .map(row -> new Row(row.schema(), row.values().clone(), row.source()))
                                .toList());
            }
        });
        return new Registers(SETUP.schemas(), it.rows.keySet(), rows, it.asOf);
    }

    private static Map<String, Gravity> said(Delivered it) {
        Map<String, Gravity> said = new LinkedHashMap<>();
        it.verdict(RULES, REQUIRED, SETUP.workingDays()).findings().stream()
                .filter(finding -> Set.of("SAME", "GONE").contains(finding.rule()))
                .forEach(finding -> said.put(
                        finding.kind() + " " + finding.place() + " "
                                + finding.figure().toBigInteger(),
                        finding.gravity()));
        return said;
    }

    // ------------------------------------------------------------------ changes

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Consumer<Row> set(String column, Object value) {
        return row -> row.values()[row.schema().indexOf(column)] = value;
    }

    private static Consumer<Row> salary(String factor) {
        return row -> set("monthly_salary", row.number("monthly_salary").multiply(new BigDecimal(factor)))
                .accept(row);
    }

    private static Consumer<Delivered> each(String dataset, Consumer<Row> how) {
        return it -> it.rows.get(dataset).forEach(how);
    }

    private static Consumer<Delivered> one(String person, Consumer<Row> how) {
        return every("employees", person, how);
    }

    private static Consumer<Delivered> every(String dataset, String key, Consumer<Row> how) {
        return it -> it.rows.get(dataset).stream()
                .filter(row -> row.text(row.schema().key().get(0)).equals(key))
                .forEach(how);
    }

    private static Consumer<Delivered> gone(String dataset, String column, String key) {
        return it -> it.keep(dataset, not(row -> row.text(column).equals(key)));
    }

    private static Predicate<Row> not(Predicate<Row> which) {
        return which.negate();
    }

    private static Consumer<Delivered> target(String person, Period period, String factor) {
        return it -> it.rows.get("targets").stream()
                .filter(row -> row.text("subject").equals(person)
                        && row.period("period").equals(period))
                .forEach(row -> set("target", row.number("target").multiply(new BigDecimal(factor)))
                        .accept(row));
    }

    /** One column is moved by more than a team, the others are not. */
    private static void sorted(Delivered it, String column) {
        List<Row> rows = it.rows.get("employees");
        Function<Row, Object> value = row -> row.value(row.schema().indexOf(column));
        List<Object> values = new ArrayList<>(rows.stream().map(value).toList());
        Collections.rotate(values, 7);
        for (int i = 0; i < rows.size(); i++) {
            set(column, values.get(i)).accept(rows.get(i));
        }
    }
}
