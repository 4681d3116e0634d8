package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.AS_OF;
import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SCHEMAS;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.people;
import static dev.steelyard.engine.Given.period;
import static dev.steelyard.engine.Given.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Registers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the roster says who somebody is, as far as the run must know (rules.md 8.11; rulings 97, 117, 128). */
class IdentityTest {

    private static Registers registers(String lines, Set<String> unread, List<Losses.Stay> stays) {
        Map<String, List<Row>> rows = rows(lines);
        SourceRef first = rows.get("employees").get(0).source();
        return new Registers(
                SCHEMAS,
                rows.keySet(),
                rows,
                new Losses(Map.of(), unread.isEmpty() ? Map.of() : Map.of(first, unread), stays),
                AS_OF);
    }

    private static List<String> holds(String period, String line, String... unread) {
        Participant person = people(registers(line, Set.of(unread), List.of()), period(period))
                .find("P1")
                .orElseThrow();
        return java.util.stream.Stream.concat(person.doubts().stream(), person.unsure().stream())
                .map(Remark::toString)
                .toList();
    }

    /** Track, hire and leave date, team and region always; the rest where the run's rules read it. */
    @ParameterizedTest(name = "{0} in {1}, {2} unread: {3}")
    @CsvSource({
        "mature, 2026-09, team, true",
        "mature, 2026-09, region, true",
        "mature, 2026-09, hire_date, true",
        "mature, 2026-09, leave_date, true",
        "mature, 2026-09, name, false",
        // What a manager leads.
        "mature, 2026-09, leads, false",
        "manager, 2026-09, leads, true",
        // Since when innovation is explored.
        "mature, 2026-09, track_since, false",
        "innovation, 2026-09, track_since, true",
        "innovation, 2026-09, regular_date, false",
        // What a year pays.
        "mature, 2026, monthly_salary, true",
        "mature, 2026-09, monthly_salary, false",
        "mature, 2026-Q3, monthly_salary, false",
        "mature, 2026, regular_date, false"
    })
    void whichCellsAreNeeded(String track, String period, String column, boolean held) {
        assertThat(holds(
                        period,
                        "employees: employee_id=P1 track=" + track + " team=T1 region=East hire_date=2020-01-01",
                        column))
                .isEqualTo(held ? List.of("roster cell cannot be read: " + column) : List.of());
    }

    @Test
    void severalCellsAreNamedInOrder() {
        assertThat(holds("2026-09", "employees: employee_id=P1 track=mature team=T1 region=East", "team", "region"))
                .containsExactly("roster cell cannot be read: region, team");
    }

    /** Rows that differ hold the person, and both are named. */
    @Test
    void rowsThatDiffer() {
        assertThat(
                        holds(
                                "2026-09",
                                """
                        employees: employee_id=P1 track=mature team=T1 region=East hire_date=2020-01-01
                        employees: employee_id=P1 track=dealer team=T1 region=East hire_date=2020-01-01
                        """))
                .containsExactly("roster rows differ: employees.csv:1, employees.csv:2");
    }

    private static Optional<Participant> found(String lines, String... unread) {
        return people(registers(lines, Set.of(unread), List.of()), period("2026-09"))
                .find("P1");
    }

    /** Whoever may be on a track stands in the results: where the rows name several tracks, or the cell cannot be read. */
    @Test
    void whoMayBeOnATrackIsInTheRun() {
        String there = "employees: employee_id=P1 track=%s team=T1 region=East hire_date=2020-01-01%s\n";
        String none = "employees: employee_id=P1 team=T1 region=East hire_date=2020-01-01\n";
        assertThat(found(none)).isEmpty();
        assertThat(found(none, "track").orElseThrow().track().cycle()).isEqualTo(Period.Kind.MONTH);
        assertThat(found(there.formatted("innovation", "") + there.formatted("dealer", ""))
                        .orElseThrow()
                        .track())
                .isEqualTo(PLAN.tracks().get("innovation"));
        // A row that has them leave before the period names no track of it.
        assertThat(found(there.formatted("innovation", " leave_date=2026-08-31") + there.formatted("dealer", ""))
                        .orElseThrow()
                        .track())
                .isEqualTo(PLAN.tracks().get("dealer"));
        assertThat(found(there.formatted("mature", " leave_date=2026-08-31"))).isEmpty();
        assertThat(found(there.formatted("mature", " leave_date=2026-09-01"))).isPresent();
    }

    private static Losses.Stay lost(String person, String from, String to) {
        return new Losses.Stay(
                person,
                new Days(LocalDate.parse(from), LocalDate.parse(to)),
                Problem.of(ProblemCode.CELL_NOT_A_DATE, new SourceRef("leave", "leave.csv", "", 7)));
    }

    /** A lost row of leave or assignments holds in runs whose days its readable dates touch (ruling 128). */
    @ParameterizedTest(name = "{0} {1}…{2}: {3}")
    @CsvSource({
        "P1, 2026-08-01, 2026-09-01, true",
        "P1, 2026-09-30, 2026-12-31, true",
        "P1, 2026-10-01, 2026-12-31, false",
        "P1, 2026-01-01, 2026-08-31, false",
        "P2, 2026-09-01, 2026-09-30, false"
    })
    void lostRowsOfLeave(String person, String from, String to, boolean held) {
        Registers registers = registers(
                "employees: employee_id=P1 track=mature team=T1 region=East hire_date=2020-01-01",
                Set.of(),
                List.of(lost(person, from, to)));
        assertThat(people(registers, period("2026-09")).find("P1").orElseThrow().unsure().stream()
                        .map(Remark::toString))
                .isEqualTo(held ? List.of("leave or assignment cannot be read: leave.csv:7") : List.of());
    }

    /** Two assignments that are both true of a day of the period: both rows are named. */
    @ParameterizedTest(name = "the first until {0}: {1}")
    @CsvSource({"2026-09-15, true", "2026-09-14, false", "2026-08-31, false", "'', true"})
    void assignmentsThatOverlap(String until, boolean held) {
        Registers registers = facts(
                """
                employees: employee_id=P1 track=mature team=T1 region=East hire_date=2020-01-01
                assignments: employee_id=P1 from=2026-01-01 to=%s track=mature team=T1 region=East
                assignments: employee_id=P1 from=2026-09-15 track=mature team=T2 region=East
                """
                        .formatted(until));
        assertThat(new Population(PLAN, registers, CALENDAR, period("2026-09"))
                        .find("P1").orElseThrow().unsure().stream().map(Remark::toString))
                .isEqualTo(held ? List.of("assignments overlap: assignments.csv:2, assignments.csv:3") : List.of());
    }
}
