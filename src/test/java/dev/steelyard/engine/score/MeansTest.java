package dev.steelyard.engine.score;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.people;
import static dev.steelyard.engine.Given.perhaps;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.register.EarlierScorecard;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Points;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quarter and year rows of people who are scored by shorter periods (rules.md 4.16; rulings 1, 3, 78, 84, 96, 122). */
class MeansTest {

    private static final Period QUARTER = period("2026-Q3");

    /** {@code 2026-07 80.00 ranked capB}: every figure of a month is the same number. */
    private static EarlierScorecard month(String text) {
        String[] cells = text.split(" ");
        List<String> states = Arrays.asList(cells).subList(2, cells.length);
        Optional<Points> figure = perhaps(cells[1].equals("-") ? "" : cells[1]);
        Map<String, Points> dimensions = new LinkedHashMap<>();
        figure.ifPresent(points -> PLAN.dimensions().keySet().forEach(id -> dimensions.put(id, points)));
        return new EarlierScorecard(
                period(cells[0]),
                "P1",
                states.contains("ranked") || states.contains("vetoed"),
                dimensions,
                figure,
                figure,
                figure,
                figure,
                Optional.empty(),
                states.stream()
                        .filter(one -> one.startsWith("cap"))
                        .map(one -> one.substring(3))
                        .findFirst(),
                states.contains("vetoed"),
                states.contains("exempt"));
    }

    private static PooledScorecard mean(Period period, String months, String events) {
        Registers registers = facts("employees: employee_id=P1 track=mature team=T1 region=East hire_date=2020-01-01\n"
                + (events == null ? "" : events));
        Participant person = people(registers, period).find("P1").orElseThrow();
        List<EarlierScorecard> earlier = months == null
                ? List.of()
                : Arrays.stream(months.split(", ")).map(MeansTest::month).toList();
        return new Means(PLAN, registers, period)
                .of(
                        person,
                        earlier,
                        !earlier.isEmpty(),
                        registers.events().stream()
                                .filter(event -> event.employeeId().equals("P1"))
                                .toList(),
                        "East");
    }

    private static String reasons(PooledScorecard card) {
        List<String> all = new java.util.ArrayList<>();
        card.card().holds().forEach(one -> all.add(one.toString()));
        card.card().remarks().forEach(one -> all.add(one.toString()));
        return String.join("; ", all);
    }

    /** Of each figure the half-up mean of the months in which the person was scored. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-07 80.00 ranked, 2026-08 90.00 ranked, 2026-09 70.00 ranked | 80.00 | mean of 2026-07 2026-08 2026-09
            # 80.00 + 80.01 = 160.01, ÷ 2 = 80.005
            2026-07 80.00 ranked, 2026-08 80.01 ranked                       | 80.01 | mean of 2026-07 2026-08
            # held, exempt and interim months are left out; vetoed ones count
            2026-07 80.00 ranked, 2026-08 0.00 held, 2026-09 10.00 exempt    | 80.00 | mean of 2026-07
            2026-07 80.00 ranked, 2026-08 40.00 vetoed                       | 60.00 | vetoed in 2026-08; mean of 2026-07 2026-08
            2026-07 - held                                                   |       | not scored in any period of it
                                                                             |       | not scored in any period of it
            # exempt where nothing of it was scored because of that (ruling 96)
            2026-07 50.00 exempt                                             |       | exempt
            """)
    void ofAQuarter(String months, String figure, String reasons) {
        PooledScorecard mean = mean(QUARTER, months, null);
        Optional<Points> expected = perhaps(figure);
        assertThat(mean.score()).isEqualTo(expected);
        assertThat(mean.card().individual()).isEqualTo(expected);
        assertThat(mean.card().bonus()).isEqualTo(expected.orElse(Points.ZERO));
        assertThat(mean.team().points()).isEqualTo(expected);
        assertThat(mean.card().dimensions().values()).hasSize(4).allMatch(one -> one.points()
                .equals(expected));
        assertThat(reasons(mean)).isEqualTo(reasons);
    }

    @ParameterizedTest(name = "a year of {0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                   | no data: no period of 2026 is closed for this track
            2026-07 - held         | no data: not scored in any closed period of 2026
            2026-07 80.00 ranked   | mean of 2026-07
            """)
    void ofAYear(String months, String reasons) {
        assertThat(reasons(mean(period("2026"), months, null))).isEqualTo(reasons);
    }

    /** The lowest cap of any month holds, also of one that was held; the months that reached it are named (rulings 3, 127). */
    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-07 80.00 ranked capB, 2026-08 90.00 ranked                       | B | 2026-07
            2026-07 80.00 ranked capB, 2026-08 90.00 ranked capC                  | C | 2026-08
            2026-07 80.00 ranked capC, 2026-08 - held capC, 2026-09 1.00 ranked   | C | 2026-07 2026-08
            2026-07 80.00 ranked                                                  |   |
            """)
    void theLowestCap(String months, String cap, String of) {
        ComplianceRecord compliance = mean(QUARTER, months, null).card().compliance();
        assertThat(compliance.gradeCap()).isEqualTo(Optional.ofNullable(cap));
        assertThat(Means.list(compliance.cappedIn())).isEqualTo(of == null ? "" : of);
    }

    /** A veto goes by the register as it is now, whatever the edition of its month says (rulings 84, 122). */
    @ParameterizedTest(name = "{0} and {1}: vetoed {2}, {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # the month knew it, and the register still has it
            2026-08 40.00 vetoed | verified 2026-08-10 P1 | true  | mean of 2026-08
            # the month did not know it
            2026-08 40.00 ranked | verified 2026-08-10 P1 | true  | mean of 2026-08
            # of another quarter, of another person
            2026-08 40.00 ranked | verified 2026-06-30 P1 | false | mean of 2026-08
            2026-08 40.00 ranked | verified 2026-08-10 P2 | false | mean of 2026-08
            # of two months the one whose event is shown is not named besides
            2026-07 40.00 vetoed, 2026-08 40.00 vetoed | verified 2026-08-10 P1 | true | vetoed in 2026-07; mean of 2026-07 2026-08
            # dismissed since: lifted
            2026-08 40.00 vetoed | dismissed 2026-08-10 P1 | false | veto of 2026-08 lifted: event EV1 dismissed; mean of 2026-08
            # another event was dismissed: the month's veto stands
            2026-08 40.00 vetoed | dismissed 2026-07-10 P1 | true | vetoed in 2026-08; mean of 2026-08
            2026-08 40.00 vetoed | dismissed 2026-08-10 P2 | true | vetoed in 2026-08; mean of 2026-08
            # the register has nothing of it
            2026-08 40.00 vetoed |                         | true | vetoed in 2026-08; mean of 2026-08
            """)
    void vetoes(String months, String event, boolean vetoed, String reasons) {
        String[] cells = event == null ? null : event.split(" ");
        PooledScorecard mean = mean(
                QUARTER,
                months,
                cells == null
                        ? null
                        : "compliance_events: event_id=EV1 employee_id=" + cells[2]
                                + " kind=bribery severity=major status=" + cells[0]
                                + " event_date=2026-06-01 verified_date=" + cells[1]);
        assertThat(mean.card().compliance().isVetoed()).isEqualTo(vetoed);
        assertThat(reasons(mean)).isEqualTo(reasons);
    }

    /**
     * Of August's vetoes one was dismissed; what else the register has of the person decides whether that lifts it: a veto of the same
     * month does not let it, one of another month is a veto of its own, what is no veto does neither. A dismissed event that was no veto
     * lifts nothing.
     */
    @ParameterizedTest(name = "{0}; {1}: vetoed {2}, {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            bribery dismissed 08-10 | bribery verified 08-12 | true  | mean of 2026-08
            bribery dismissed 08-10 | other verified 08-12   | false | veto of 2026-08 lifted: event EV1 dismissed; mean of 2026-08
            bribery dismissed 08-10 | bribery verified 07-31 | true  | veto of 2026-08 lifted: event EV1 dismissed; mean of 2026-08
            bribery dismissed 08-10 | bribery verified 09-01 | true  | veto of 2026-08 lifted: event EV1 dismissed; mean of 2026-08
            bribery dismissed 08-10 | bribery alleged 08-12  | false | veto of 2026-08 lifted: event EV1 dismissed; mean of 2026-08
            other dismissed 08-10   | other verified 08-12   | true  | vetoed in 2026-08; mean of 2026-08
            """)
    void whatLiftsAVeto(String first, String second, boolean vetoed, String reasons) {
        String events = event("EV1", first.split(" ")) + event("EV2", second.split(" "));
        PooledScorecard mean = mean(QUARTER, "2026-08 40.00 vetoed", events);
        assertThat(mean.card().compliance().isVetoed()).isEqualTo(vetoed);
        assertThat(reasons(mean)).isEqualTo(reasons);
    }

    private static String event(String id, String... cells) {
        return "compliance_events: event_id=%s employee_id=P1 severity=major event_date=2026-06-01 kind=%s status=%s verified_date=2026-%s\n"
                .formatted(id, cells[0], cells[1], cells[2]);
    }

    /** Of whom nobody can say where they were nothing is a mean, whatever was scored (ruling 97). */
    @Test
    void whoseAssignmentsOverlapIsHeld() {
        String both = "assignments: employee_id=P1 from=2026-07-01 track=mature team=T%s region=East\n";
        PooledScorecard mean = mean(
                QUARTER,
                "2026-08 40.00 ranked",
                both.formatted(1) + both.formatted(2).replace("07-01", "07-02"));
        assertThat(reasons(mean)).startsWith("assignments overlap: assignments.csv:2, assignments.csv:3");
        assertThat(mean.card().isComplete()).isFalse();
    }

    /** Periods in a row are a span from the fourth on. */
    @ParameterizedTest
    @CsvSource({
        "2026-01, 2026-01",
        "2026-01 2026-02 2026-03, 2026-01 2026-02 2026-03",
        "2026-01 2026-02 2026-03 2026-04, 2026-01–2026-04",
        "2026-01 2026-02 2026-03 2026-04 2026-06 2026-08 2026-09, 2026-01–2026-04 2026-06 2026-08 2026-09",
        "2026-Q1 2026-Q2 2026-Q3 2026-Q4, 2026-Q1–2026-Q4"
    })
    void spansOfPeriods(String periods, String listed) {
        assertThat(Means.list(Arrays.stream(periods.split(" "))
                        .map(one -> period(one))
                        .toList()))
                .isEqualTo(listed);
    }
}
