package dev.steelyard.engine.insight.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.insight.team.Behaviour.Effort;
import dev.steelyard.engine.insight.team.Behaviour.Week;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.output.workbook.TestRun;
import dev.steelyard.sample.Tables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The behaviour heat map of visits that can be counted by hand. */
class BehaviourTest {

    private final Map<String, List<List<String>>> tables = new LinkedHashMap<>();

    private void add(String dataset, String... values) {
        tables.computeIfAbsent(dataset, name -> new ArrayList<>()).add(Arrays.asList(values));
    }

    private void person(String id) {
        add("employees", id, "", "mature", "T1", "East", "", "", "2020-01-01", "", "2020-01-01", "", "", "");
    }

    private void visit(String id, String at, String person, String customer, String minutes, String effective) {
        add("visits", id, at, person, customer, "", "", minutes, effective, "normal", "yes");
    }

    private TestRun run(String period) {
        return TestRun.of(Tables.of(tables), Period.parse(period).orElseThrow(), LocalDate.of(2026, 10, 12), false);
    }

    private static Optional<Behaviour> behaviour(TestRun run) {
        return Behaviour.of(
                run.result().input().plan(),
                run.result().input().registers(),
                run.result().measurements(),
                run.identity().period());
    }

    private TestRun september() {
        person("E1");
        person("E2");
        add("customers", "C1", "", "public_hospital", "", "East", "high");
        add("customers", "C2", "", "public_hospital", "", "East", "low");
        visit("V1", "2026-09-01 00:05", "E1", "C1", "60", "45");
        visit("V2", "2026-09-06 23:59", "E1", "C2", "30", "15");
        visit("V3", "2026-09-08 00:50", "E1", "", "20", "");
        visit("V4", "2026-09-30 23:00", "E2", "C2", "10", "10");
        visit("V5", "2026-08-31 23:59", "E1", "C1", "500", "500");
        visit("V6", "2026-10-01 00:00", "E1", "C1", "500", "500");
        return run("2026-09");
    }

    private static List<Participant> people(TestRun run, String... ids) {
        return run.result().book().population().participants().stream()
                .filter(person -> List.of(ids).contains(person.id()))
                .toList();
    }

    @Test
    void minutesGoToTheCustomersPotential() {
        TestRun run = september();
        Effort effort = behaviour(run).orElseThrow().effort(people(run, "E1"));
        assertThat(effort.visits()).isEqualTo(3);
        assertThat(effort.minutes()).isEqualByComparingTo("110");
        assertThat(effort.effective()).isEqualByComparingTo("60");
        assertThat(effort.idle()).isEqualByComparingTo("50");
        assertThat(effort.effectiveShare()).contains(Fraction.parse("6").over(Fraction.parse("11")));
        assertThat(effort.share("high")).contains(Fraction.parse("75%"));
        assertThat(effort.share("low")).contains(Fraction.parse("25%"));
        assertThat(effort.share("medium")).contains(Fraction.ZERO);
        assertThat(effort.by()).containsEntry("", BigDecimal.ZERO);
    }

    @Test
    void theHourIsTheCompanysAndTheWeekBeginsOnMonday() {
        TestRun run = september();
        Week week = behaviour(run).orElseThrow().week(people(run, "E1", "E2"));
        assertThat(week.visits()).isEqualTo(Map.of(2, Map.of(0, 2L), 3, Map.of(23, 1L), 7, Map.of(23, 1L)));
        assertThat(week.most()).isEqualTo(2);
        assertThat(week.on(7)).isEqualTo(1);
        assertThat(week.hours()).containsExactly(0, 23);
        assertThat(week.isTimed()).isTrue();
    }

    @Test
    void aTeamIsTheSumOfItsPeople() {
        TestRun run = september();
        Behaviour behaviour = behaviour(run).orElseThrow();
        Effort both = behaviour.effort(people(run, "E1", "E2"));
        Effort one = behaviour.effort(people(run, "E1"));
        Effort other = behaviour.effort(people(run, "E2"));
        assertThat(both.minutes()).isEqualByComparingTo(one.minutes().add(other.minutes()));
        assertThat(both.effective()).isEqualByComparingTo(one.effective().add(other.effective()));
        assertThat(both.share("low")).contains(Fraction.of(25).over(Fraction.of(70)));
    }

    @Test
    void daysWithoutATimeHaveNoHours() {
        person("E1");
        visit("V1", "2026-09-01", "E1", "", "60", "45");
        TestRun run = run("2026-09");
        assertThat(behaviour(run).orElseThrow().week(people(run, "E1")).isTimed())
                .isFalse();
    }

    @Test
    void withoutVisitsOrOfAYearThereIsNone() {
        person("E1");
        assertThat(behaviour(run("2026-09"))).isEmpty();
        visit("V1", "2026-09-01 10:00", "E1", "", "60", "45");
        assertThat(behaviour(run("2026-09"))).isPresent();
        assertThat(behaviour(run("2026"))).isEmpty();
    }
}
