package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.people;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.register.Employee;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is scored, who leads whom, and where a team belongs (rules.md 4.17; rulings 8, 37, 38, 43). */
class PopulationTest {

    private static final String COMPANY =
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=B track=dealer team=T2 region=East hire_date=2020-01-01
            employees: employee_id=C track=innovation team=T3 region=West hire_date=2020-01-01
            employees: employee_id=D track=mature team=T3 region=East hire_date=2020-01-01
            employees: employee_id=M track=manager team=T1 region=East hire_date=2020-01-01
            employees: employee_id=N track=manager team=T2 region=West leads=T1;West hire_date=2020-01-01
            employees: employee_id=O track=manager team=T4 region=East hire_date=2020-01-01
            """;

    /** Employment that touches the period, the last day employed included; a blank track is not scored. */
    @ParameterizedTest(name = "hired {0}, left {1}: {2}")
    @CsvSource({
        "2026-09-30, '', true",
        "2026-10-01, '', false",
        "2020-01-01, 2026-09-01, true",
        "2020-01-01, 2026-08-31, false"
    })
    void whoIsScored(String hired, String left, boolean scored) {
        String line = "employees: employee_id=P track=%s team=T1 region=East hire_date=%s leave_date=%s";
        assertThat(people(facts(line.formatted("mature", hired, left)), period("2026-09"))
                        .find("P")
                        .isPresent())
                .isEqualTo(scored);
        assertThat(people(facts(line.formatted("", hired, left)), period("2026-09"))
                        .find("P"))
                .isEmpty();
    }

    /** A month shows innovation over the quarter to date, interim; the quarter scores it, and means the others. */
    @ParameterizedTest(name = "{0} of {1}: interim {2}, mean {3}, from {4}")
    @CsvSource({
        "C, 2026-09, true, false, 2026-07-01", "A, 2026-09, false, false, 2026-09-01",
        "C, 2026-Q3, false, false, 2026-07-01", "A, 2026-Q3, false, true, 2026-07-01",
        "C, 2026, false, true, 2026-01-01"
    })
    void cycles(String id, String period, boolean interim, boolean mean, String from) {
        Participant person = people(facts(COMPANY), period(period)).find(id).orElseThrow();
        assertThat(person.interim()).isEqualTo(interim);
        assertThat(person.isMeanIn(period(period))).isEqualTo(mean);
        assertThat(person.scope().days().first()).isEqualTo(from);
    }

    /** Teams and regions of {@code leads}, else the own team; no managers, each once. */
    @ParameterizedTest(name = "{0} leads {1}")
    @CsvSource({"M, A", "N, A C", "O, ''"})
    void whoLeadsWhom(String manager, String members) {
        Population people = people(facts(COMPANY), period("2026-09"));
        Participant who = people.find(manager).orElseThrow();
        assertThat(people.members(who).stream().map(Participant::id).collect(Collectors.joining(" ")))
                .isEqualTo(members);
        // Asked again, and of somebody who is not of this run, the same.
        assertThat(people.members(who)).isEqualTo(people.members(who));
        Participant elsewhere = people(facts(COMPANY.replace("leads=T1;West", "leads=T3")), period("2026-09"))
                .find(manager)
                .orElseThrow();
        assertThat(people.members(elsewhere).stream().map(Participant::id).collect(Collectors.joining(" ")))
                .isEqualTo(manager.equals("N") ? "C D" : members);
    }

    /** The manager's whose roster row has the team, else most people's, ties by name; {@code leads} does not count. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"T1, East", "T2, West", "T4, East", "T3, East", "T9, ''"})
    void theRegionOfATeam(String team, String region) {
        assertThat(people(facts(COMPANY), period("2026-09")).regionOf(team)).isEqualTo(region);
    }

    @Test
    void mostPeopleDecideATeamsRegion() {
        String more = COMPANY + "employees: employee_id=E track=mature team=T3 region=West hire_date=2020-01-01\n";
        Population people = people(facts(more), period("2026-09"));
        assertThat(people.regionOf("T3")).isEqualTo("West");
        assertThat(people.teams()).containsExactly("T1", "T2", "T3", "T4");
        assertThat(people.participants().stream().map(Participant::id))
                .containsExactly("A", "B", "C", "D", "E", "M", "N", "O");
    }

    /** Of several managers of a team the first by id. */
    @Test
    void theFirstManagerOfATeam() {
        String two = COMPANY + "employees: employee_id=L track=manager team=T1 region=North hire_date=2020-01-01\n";
        assertThat(people(facts(two), period("2026-09")).regionOf("T1")).isEqualTo("North");
    }

    /** Of pairs begun by the period's end whose mentor is led by the manager or is the manager, made regular in the days asked for. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            mentor_id=A start_date=2026-09-30 regular_date=2026-05-01  | true
            mentor_id=M start_date=2026-01-01 regular_date=2026-05-01  | true
            mentor_id=B start_date=2026-01-01 regular_date=2026-05-01  | false
            mentor_id=A start_date=2026-10-01 regular_date=2026-05-01  | false
            mentor_id=A regular_date=2026-05-01                        | false
            mentor_id=A start_date=2026-01-01 regular_date=2025-10-01  | true
            mentor_id=A start_date=2026-01-01 regular_date=2026-09-30  | true
            mentor_id=A start_date=2026-01-01 regular_date=2025-09-30  | false
            mentor_id=A start_date=2026-01-01 regular_date=2026-10-01  | false
            mentor_id=A start_date=2026-01-01                          | false
            """)
    void mentees(String pair, boolean counted) {
        String regular = pair.replaceAll("(mentor_id|start_date)=\\S+ ?", "").strip();
        String of = pair.replaceAll("regular_date=\\S+", "").strip();
        Population people = people(
                facts(COMPANY
                        + "employees: employee_id=Z track=dealer team=T9 region=West hire_date=2025-01-01 " + regular
                        + "\n"
                        + "mentoring: pair_id=1 mentee_id=Z " + of + "\nmentoring: pair_id=2 mentee_id=Z " + of
                        + "\nmentoring: pair_id=3 mentee_id=nobody " + of),
                period("2026-09"));
        Days year = new Days(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30));
        assertThat(people.mentees(people.find("M").orElseThrow(), year).stream().map(Employee::id))
                .isEqualTo(counted ? java.util.List.of("Z") : java.util.List.of());
    }
}
