package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SCHEMAS;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.period;
import static dev.steelyard.engine.Given.points;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.measure.Asked;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.input.planfile.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scoring reads of the exports, so that it is measured and counts as used, and what a year makes of teams (rules.md 7.5). */
class ScoringTest {

    /** Roster numbers: A mature 0, B mature 1, C innovation 2, D manager 3, E twice and unlike 4, F without a track 5. */
    private static final Registers COMPANY = facts(
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=B track=mature team=T2 region=East hire_date=2020-01-01
            employees: employee_id=C track=innovation team=T1 region=East hire_date=2020-01-01
            employees: employee_id=D track=manager team=T1 region=East hire_date=2020-01-01
            employees: employee_id=E track=mature team=T1 region=East hire_date=2020-01-01
            employees: employee_id=E track=dealer team=T1 region=East hire_date=2020-01-01
            employees: employee_id=F team=T1 region=East hire_date=2020-01-01
            mentoring: pair_id=M1 mentor_id=A mentee_id=B start_date=2026-01-01
            mentoring: pair_id=M2 mentor_id=C mentee_id=B start_date=2026-02-01
            mentoring: pair_id=M3 mentor_id=C mentee_id=Z start_date=2026-02-01
            """);

    private Demand demand;

    private void asked(String period) {
        new Scoring(PLAN, COMPANY, CALENDAR, period(period)).demand(demand);
    }

    @BeforeEach
    void nothingIsAskedYet() {
        demand = new Demand(SCHEMAS);
    }

    /** Innovation reads the quarter to date in a month; whoever is not sure to be somebody is asked about nothing. */
    @Test
    void aMonthAsksForEachTrackOnItsOwnDays() {
        asked("2026-09");
        assertThat(Asked.of(demand, "enablement"))
                .containsExactlyInAnyOrder(
                        "AMOUNT  date 2026-07…2026-09 of 0,1,2,3", "AMOUNT  date 2026-07…2026-09 of 0,1,2,3");
        assertThat(Asked.of(demand, "trials"))
                .as("milestones of innovation, this year")
                .contains("DISTINCT customer_id completed_date 2026-01…2026-09 of 2");
        assertThat(Asked.of(demand, "materials")).isNotEmpty().allMatch(one -> one.endsWith(" of 0,1,2"));
        assertThat(Asked.of(demand, "orders"))
                .as("growth, and of mentees (rulings 38, 39)")
                .anyMatch(one -> one.startsWith("RESTATED amount order_date 2025-09…2026-09 of 0,1"))
                .anyMatch(one -> one.startsWith("EXTREMES order_date") && one.endsWith(" of 1"));
    }

    @ParameterizedTest(name = "{0}: {1} counts as used by {2}")
    @CsvSource({
        "2026-09, compliance_events, verified_date 2025-10…2026-09",
        "2026-09, exams, date 1900-01…2026-09",
        "2026-Q3, exams, date 1900-01…2026-09"
    })
    void whatIsLookedUpCountsAsUsed(String period, String dataset, String used) {
        asked(period);
        assertThat(Asked.used(demand, dataset)).containsExactly(used);
    }

    /** Of somebody alone: events of the days that they are scored on. */
    @Test
    void eventsOfTheScoredDaysCountAsUsed() {
        Registers alone = facts("employees: employee_id=C track=innovation team=T1 region=East hire_date=2020-01-01");
        new Scoring(PLAN, alone, CALENDAR, period("2026-09")).demand(demand);
        assertThat(Asked.used(demand, "compliance_events")).containsExactly("verified_date 2026-07…2026-09");
    }

    /** A measure over a team or a region reads everybody, whose team may be it. */
    @Test
    void aMeasureOverATeamAsksForEverybody(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        Path file = folder.resolve("over-team.yaml");
        Files.writeString(file, text.replaceFirst("over: mentees", "over: team"));
        new Scoring(PlanFile.read(file, SCHEMAS), COMPANY, CALENDAR, period("2026-09")).demand(demand);
        assertThat(Asked.of(demand, "orders"))
                .anyMatch(one -> one.startsWith("EXTREMES order_date") && one.endsWith(" of 0,1,2,3,4,5"));
    }

    /** ... and its value is everybody's: of one cooperation of a colleague, and none of another team's. */
    @Test
    void aMeasureOverATeamIsEverybodys(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("jobs/plans/reference-2026.yaml"));
        assertThat(text).containsOnlyOnce("      of: cooperations\n");
        Path file = folder.resolve("over-team.yaml");
        Files.writeString(file, text.replace("      of: cooperations\n", "      of: cooperations\n      over: team\n"));
        String row = "cooperations: record_id=%s employee_id=%s customer_id=C date=2026-09-01 kind=joint_research\n";
        ScoreBook book = Calculated.of(
                        PlanFile.read(file, SCHEMAS),
                        period("2026-09"),
                        """
                        employees: employee_id=A track=mature team=T1 region=East hire_date=2026-09-15
                        employees: employee_id=B track=mature team=T1 region=East hire_date=2020-01-01
                        employees: employee_id=C track=mature team=T2 region=East hire_date=2020-01-01
                        customers: customer_id=C grade=3A
                        """
                                + row.formatted("1", "B") + row.formatted("2", "C"),
                        Map.of(),
                        Past.NONE)
                .book();
        assertThat(book.find("A").orElseThrow().card().indicators().stream()
                        .filter(score -> score.id().equals("cooperation_depth"))
                        .map(score -> score.value().orElseThrow().plain()))
                .containsExactly("1");
        // Who joined is marked, and was not absent.
        assertThat(book.find("A").orElseThrow().card().remarks().stream().map(Remark::toString))
                .containsExactly("joined 2026-09-15");
    }

    /** Also where everybody is a mean: a veto of the year is found in the register. */
    @Test
    void aYearReadsItsEventsAndNothingElse() {
        asked("2026");
        assertThat(Asked.used(demand, "compliance_events")).containsExactly("verified_date 2026-01…2026-12");
        assertThat(Asked.of(demand, "orders")).isEmpty();
        assertThat(Asked.used(demand, "exams")).isEmpty();
    }

    private static EarlierScorecard august(String id, String teamScore) {
        return new EarlierScorecard(
                period("2026-08"),
                id,
                true,
                Map.of(),
                Optional.of(points("0")),
                Optional.of(points("80")),
                Optional.of(points(teamScore)),
                Optional.of(points("80")),
                Optional.of("B"),
                Optional.empty(),
                false,
                false);
    }

    /** A team's yearly score is the half-up mean of its people's printed ones; a month's is the share of its region. */
    @Test
    void aYearsTeamScoreIsTheMeanOfItsPeoples() {
        Registers registers = facts(
                """
                employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
                employees: employee_id=B track=mature team=T1 region=East hire_date=2020-01-01
                employees: employee_id=C track=mature team=T2 region=West hire_date=2020-01-01
                market_share: period=2026 region=East share=10%
                targets: subject_type=team subject=T1 indicator=share_attainment period=2026 target=10%
                """);
        Scoring year = new Scoring(PLAN, registers, CALENDAR, period("2026"));
        ScoreBook book = year.score(
                new Measurements(SCHEMAS, List.of()),
                List.of(august("A", "90.00"), august("B", "90.01"), august("C", "70.00")));
        assertThat(book.teams().get("T1").points()).contains(points("90.01"));
        assertThat(book.teams().get("T2").points()).contains(points("70.00"));
        assertThat(book.teams().get("T2").region()).isEqualTo("West");
        assertThat(book.find("A").orElseThrow().pooled().team().points()).contains(points("90.00"));
        assertThat(book.earlier()).hasSize(3);
        assertThat(book.byId()).containsOnlyKeys("A", "B", "C");
    }

    /** The quarter's own score of a team is the share of its region, whatever its people had in the months. */
    @Test
    void aQuartersTeamScoreIsTheRegions() {
        Registers registers = facts(
                """
                employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01
                market_share: period=2026-Q3 region=East share=9%
                targets: subject_type=team subject=T1 indicator=share_attainment period=2026-Q3 target=10%
                """);
        ScoreBook book = new Scoring(PLAN, registers, CALENDAR, period("2026-Q3"))
                .score(new Measurements(SCHEMAS, List.of()), List.of(august("A", "70.00")));
        assertThat(book.teams().get("T1").points()).contains(points("90.00"));
        assertThat(book.find("A").orElseThrow().pooled().team().points()).contains(points("70.00"));
    }
}
