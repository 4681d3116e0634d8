package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.perhaps;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.Registers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team's score: its region's newest share against its target (rules.md 4.13; rulings 7, 43, 104). */
class TeamScoresTest {

    private static final String ROSTER =
            "employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01\n";

    /** A team of another time has no part, though it is of the scored track. */
    @Test
    void ofWhoMovedTwice() {
        String row = "assignments: employee_id=A from=%s to=%s track=mature team=%s region=East\n";
        Registers registers = facts(ROSTER
                + row.formatted("2026-01-01", "2026-08-31", "T1")
                + row.formatted("2026-09-01", "2026-09-14", "T2")
                + row.formatted("2026-09-15", "", "T3"));
        Population people = new Population(PLAN, registers, CALENDAR, period("2026-09"));
        Map<String, TeamScore> teams = new LinkedHashMap<>();
        Map.of("T1", "10", "T2", "80", "T3", "100")
                .forEach((team, points) -> teams.put(team, new TeamScore(team, "East", perhaps(points))));
        TeamScore score = TeamScores.of(
                people.find("A").orElseThrow(),
                teams,
                people.placements(),
                period("2026-09").days());
        assertThat(score.points()).isEqualTo(perhaps("90.91"));
        assertThat(score.parts().stream().map(part -> part.team() + " " + part.days()))
                .containsExactly("T2 10", "T3 12");
    }

    private static TeamScore score(String period, String share, String... targets) {
        StringBuilder lines = new StringBuilder(ROSTER);
        if (!share.isEmpty()) {
            lines.append("market_share: period=2026-08 region=East share=")
                    .append(share)
                    .append('\n');
        }
        for (String target : targets) {
            String[] cells = target.split(" ");
            lines.append("targets: indicator=share_attainment subject_type=%s subject=%s period=%s target=%s\n"
                    .formatted(cells[0], cells[0].equals("team") ? "T1" : "East", cells[1], cells[2]));
        }
        Registers registers = facts(lines.toString());
        Period of = period(period);
        return new TeamScores(PLAN.teamPool(), registers, of)
                .of(new Population(PLAN, registers, CALENDAR, of))
                .get("T1");
    }

    /** 0→0, 100 %→100, 120 %→120. */
    @ParameterizedTest(name = "{0} against {1}: {2}")
    @CsvSource({
        "0%, 10%, 0.00",
        "5%, 10%, 50.00",
        "10%, 10%, 100.00",
        "11.5%, 10%, 115.00",
        "12%, 10%, 120.00",
        "15%, 10%, 120.00",
        // 0.08 ÷ 0.3 = 26.666… %
        "8%, 30%, 26.67"
    })
    void attainment(String share, String target, String points) {
        assertThat(score("2026-09", share, "team 2026-09 " + target).points()).isEqualTo(perhaps(points));
    }

    /** The team's by month, quarter, year; only where it has none of them the region's. */
    @ParameterizedTest(name = "{0} by {1} and {2}: target of {3}")
    @CsvSource({
        "2026-09, team 2026-09 10%, team 2026-Q3 20%, T1 2026-09",
        "2026-09, team 2026 10%, team 2026-Q3 20%, T1 2026-Q3",
        "2026-09, region 2026-09 10%, team 2026 20%, T1 2026",
        "2026-09, region 2026-09 10%, region 2026-Q3 20%, East 2026-09",
        "2026-09, region 2026 10%, team 2026-08 20%, East 2026",
        // A target of 0 is none (ruling 22).
        "2026-09, team 2026-09 0%, region 2026 20%, East 2026",
        // A quarter's run begins with the quarter.
        "2026-Q3, team 2026-09 10%, team 2026 20%, T1 2026"
    })
    void whichTarget(String period, String one, String other, String read) {
        TeamScore score = score(period, "10%", one, other);
        assertThat(score.note()).isEqualTo("share East 2026-08, target " + read);
        assertThat(score.basis().orElseThrow().key().subject()).isEqualTo(read.split(" ")[0]);
    }

    @ParameterizedTest(name = "share {0}, target {1}: none")
    @CsvSource({"'', team 2026-09 10%", "10%, team 2026-08 10%", "'', team 2026-08 10%"})
    void missing(String share, String target) {
        TeamScore score = score("2026-09", share, target);
        assertThat(score.points()).isEmpty();
        assertThat(score.attainment()).isEmpty();
        assertThat(score.region()).isEqualTo("East");
    }

    /**
     * Who belonged to several teams of the scored track has the mean of their scores by days. September 2026 has 22 working days: 10
     * to the 14th, 12 from the 15th on.
     */
    @ParameterizedTest(name = "{0} and {1}, the other on the {2} track since {3}: {4}")
    @CsvSource({
        // (10 × 80 + 12 × 100) ÷ 22 = 90.909…
        "80, 100, mature, 2026-09-15, 90.91",
        // A team without a score is left out.
        "80, , mature, 2026-09-15, 80.00",
        ", 100, mature, 2026-09-15, 100.00",
        ", , mature, 2026-09-15, ",
        // Another track's team does not count, nor one of another time; the scored one's is whole.
        "80, 100, dealer, 2026-09-15, 100.00",
        "80, 100, mature, 2026-10-01, 80.00"
    })
    void ofWhoMoved(String one, String other, String track, String since, String printed) {
        boolean dealerScored = track.equals("dealer");
        Registers registers = facts(ROSTER
                + "assignments: employee_id=A from=2026-01-01 to=%s track=mature team=T1 region=East\n"
                        .formatted(java.time.LocalDate.parse(since).minusDays(1))
                + "assignments: employee_id=A from=%s track=%s team=T2 region=East\n".formatted(since, track));
        Population people = new Population(PLAN, registers, CALENDAR, period("2026-09"));
        Map<String, TeamScore> teams = new LinkedHashMap<>();
        teams.put("T1", new TeamScore("T1", "East", perhaps(one)));
        teams.put("T2", new TeamScore("T2", "East", perhaps(other)));
        Participant person = people.find("A").orElseThrow();
        TeamScore score = TeamScores.of(
                person, teams, people.placements(), period("2026-09").days());
        assertThat(score.points()).isEqualTo(perhaps(printed));
        boolean mean = !dealerScored && since.equals("2026-09-15") && (one != null || other != null);
        assertThat(score.parts().isEmpty()).isEqualTo(!mean);
        if (one != null && other != null && mean) {
            assertThat(score.parts().stream().map(part -> part.team() + " " + part.days()))
                    .containsExactly("T1 10", "T2 12");
        }
        assertThat(score.attainment()).isEqualTo(Optional.empty());
    }
}
