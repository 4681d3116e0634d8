package dev.steelyard.engine.people;

import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.number;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where somebody counts and for how many days (rules.md 8.1–8.3; rulings 92, 93, 95, 98, 99, 103, 105, 126, 138). September 2026 has 22
 * working days: the 25th is off, Sunday the 20th is made up for it.
 */
class PlacementsTest {

    private static final Days DAYS = SEPTEMBER.days();

    /** {@code hire_date=… leave_date=…}: cells of the roster; {@code sick 09-01 09-23 half}: a leave; {@code mature 09-01 09-10 T1}: an assignment. */
    private record Given(Registers registers, Placements placements, Employee person) {

        static Given of(String roster, String leaves, String assignments) {
            StringBuilder rows = new StringBuilder("employees: employee_id=A track=mature team=T1 region=East "
                    + (roster == null ? "hire_date=2020-01-01" : roster) + "\n");
            int id = 1;
            for (String leave : leaves == null ? new String[0] : leaves.split(", ")) {
                String[] cells = leave.split(" ");
                rows.append("leave: leave_id=V%d employee_id=A kind=%s from=2026-%s to=2026-%s%s\n"
                        .formatted(id++, cells[0], cells[1], cells[2], cells.length > 3 ? " half_day=yes" : ""));
            }
            for (String assignment : assignments == null ? new String[0] : assignments.split(", ")) {
                String[] cells = assignment.split(" ");
                rows.append("assignments: employee_id=A %s from=2026-%s %s team=%s region=East\n"
                        .formatted(
                                cells[0].equals("-") ? "" : "track=" + cells[0],
                                cells[1],
                                cells[2].equals("-") ? "" : "to=2026-" + cells[2],
                                cells[3]));
            }
            Registers registers = facts(rows.toString());
            return new Given(
                    registers,
                    new Placements(PLAN, registers, CALENDAR),
                    registers.roster().find("A").orElseThrow());
        }

        Placed placed() {
            return placements.place(person, DAYS);
        }
    }

    private static String plain(Fraction days) {
        return days.plain();
    }

    /** a of W, absent of them; exempt by exempting leave of half the days employed, or by leave of any kind on all of them. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                                  |                                     | throughout
            # employed from the 14th: 5 + the 20th + 4 + 3; to the 11th: 4 + 5
            hire_date=2026-09-14                  |                                     | 13/22 absent 0
            hire_date=2020-01-01 leave_date=2026-09-11 |                                | 9/22 absent 0
            hire_date=2026-10-01                  |                                     | 0/22 absent 0
                                                  | sick 09-07 09-11                    | 17/22 absent 5
            # over a weekend, a holiday and the working Sunday: 18, 20, 21
                                                  | sick 09-18 09-21                    | 19/22 absent 3
                                                  | sick 09-25 09-27                    | 22/22 absent 0
            # halves count; two of a day are a day, and no more than that
                                                  | sick 09-07 09-07 half               | 21.5/22 absent 0.5
                                                  | sick 09-07 09-07 half, personal 09-07 09-07 half | 21/22 absent 1
                                                  | sick 09-07 09-07 half, personal 09-07 09-07      | 21/22 absent 1
                                                  | sick 09-07 09-08, personal 09-08 09-09           | 19/22 absent 3
            # what does not exempt takes at most half of the days employed, 11
                                                  | sick 09-01 09-23                    | 11/22 absent 18
                                                  | sick 09-01 09-30                    | 0/22 absent 22 exempt
            hire_date=2026-09-14                  | sick 09-14 09-30                    | 0/22 absent 13 exempt
            hire_date=2026-09-14                  | sick 09-14 09-28                    | 6.5/22 absent 11
            # what exempts: half of 22 is 11
                                                  | maternity 09-01 09-14               | 12/22 absent 10
                                                  | maternity 09-01 09-15               | 11/22 absent 11 exempt
                                                  | maternity 09-01 09-14, maternity 09-15 09-15 half | 11.5/22 absent 10.5
                                                  | work_injury 09-01 09-08, prenatal 09-09 09-15 | 11/22 absent 11 exempt
            # a day is exempting for its whole amount where one row on it is
                                                  | maternity 09-01 09-14, maternity 09-15 09-15 half, sick 09-15 09-15 half | 11/22 absent 11 exempt
            # both kinds: of who is exempt all leave counts, of others at most half is taken besides
                                                  | maternity 09-01 09-15, sick 09-16 09-18 | 8/22 absent 14 exempt
                                                  | maternity 09-01 09-04, sick 09-07 09-24 | 7/22 absent 19
                                                  | sick 08-01 08-31                    | throughout
            """)
    void howLong(String roster, String leaves, String expected) {
        Given given = Given.of(roster, leaves, null);
        Presence presence = given.placements().presence(given.placed(), DAYS);
        assertThat(presence.part()
                        .map(part -> plain(part.available()) + "/" + part.window() + " absent " + plain(part.absent())
                                + (part.exempt() ? " exempt" : ""))
                        .orElse("throughout"))
                .isEqualTo(expected);
        assertThat(presence.share())
                .isEqualTo(
                        expected.equals("throughout")
                                ? Fraction.ONE
                                : number(expected.substring(0, expected.indexOf('/')))
                                        .over(Fraction.of(22)));
    }

    /** The track with the most working days, of it the assignment with the most; the later of equals. */
    @ParameterizedTest(name = "{0}: {1} in {2}, a = {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            mature 01-01 - T2                                    | mature     | T2 | throughout
            # to the 15th 4 + 5 + 2 = 11 days, from the 16th 3 + 1 + 4 + 3 = 11: the later
            mature 01-01 09-15 T2, innovation 09-16 - T3         | innovation | T3 | 11
            mature 01-01 09-16 T2, innovation 09-17 - T3         | mature     | T2 | 12
            # two of one track together
            mature 01-01 09-04 T2, innovation 09-05 09-18 T3, mature 09-19 - T4 | mature | T4 | 12
            mature 01-01 09-11 T2, innovation 09-12 09-24 T3, mature 09-25 - T4 | mature | T2 | 12
            # a stretch that is not scored takes its days from nobody's track
            mature 01-01 09-04 T2, - 09-05 - T3                  | mature     | T2 | 4
            # nothing scored: where they were last
            - 01-01 09-04 T2, - 09-05 - T3                       |            | T3 | throughout
            # of another time
            innovation 01-01 08-31 T2                            | mature     | T1 | throughout
            """)
    void where(String assignments, String track, String team, String days) {
        Given given = Given.of(null, null, assignments);
        Placed placed = given.placed();
        assertThat(placed.employee().track()).isEqualTo(track == null ? "" : track);
        assertThat(placed.employee().team()).isEqualTo(team);
        assertThat(given.placements()
                        .presence(placed, DAYS)
                        .available()
                        .map(a -> plain(a.days()))
                        .orElse("throughout"))
                .isEqualTo(days);
    }

    /** The stretches of days on a track, and in a team; a day in no assignment is where the person is placed. */
    @ParameterizedTest(name = "{0}: mature {1}; T2 {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            mature 01-01 09-10 T2, innovation 09-11 - T3         | 01–10         | 01–10
            mature 01-01 09-10 T2, innovation 09-11 09-20 T3, mature 09-21 - T2 | 01–10, 21–30 | 01–10, 21–30
            # the 6th to the 9th lie in none: scored on the mature track in September, in T4
            mature 01-01 09-05 T2, mature 09-10 - T4             | 01–30         | 01–05
            innovation 01-01 - T3                                | ''            | ''
            """)
    void stretches(String assignments, String mature, String team) {
        Given given = Given.of(null, null, assignments);
        Placed placed = given.placed();
        assertThat(told(given.placements().on(placed, "mature"::equals, DAYS))).isEqualTo(mature);
        assertThat(told(given.placements().in(placed, "T2", DAYS))).isEqualTo(team);
    }

    private static String told(List<Days> stretches) {
        return stretches.stream()
                .map(days -> "%02d–%02d"
                        .formatted(days.first().getDayOfMonth(), days.last().getDayOfMonth()))
                .collect(Collectors.joining(", "));
    }

    /** Days in a team share its profit: less leave, but for what exempts or is a right. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', 22",
        "sick 09-07 09-11, 17",
        "annual 09-07 09-11, 22",
        "marriage 09-07 09-11, 22",
        "bereavement 09-07 09-11, 22",
        "maternity 09-07 09-11, 22",
        "sick 09-07 09-07 half, 21.5",
        "'annual 09-07 09-07 half, sick 09-07 09-07 half', 21.5",
        "'maternity 09-07 09-07 half, sick 09-07 09-07 half', 22"
    })
    void daysInATeam(String leaves, String days) {
        Given given = Given.of(null, leaves.isEmpty() ? null : leaves, null);
        assertThat(plain(given.placements().daysIn(given.placed(), "T1", DAYS))).isEqualTo(days);
        assertThat(given.placements().daysIn(given.placed(), "T2", DAYS).signum())
                .isZero();
    }

    /** Of the days of a ladder at least half of the window, 11; that it is the least is said. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                 |                     | 22 of 22
            hire_date=2026-09-14 |                     | 13 of 22
            hire_date=2026-09-16 |                     | 11 of 22
            hire_date=2026-09-17 |                     | 11 of 22 least
                                 | sick 09-07 09-11    | 17 of 22
                                 | maternity 09-01 09-18 | 11 of 22 least
                                 | sick 09-01 09-30    | 11 of 22 least
            """)
    void onALadder(String roster, String leaves, String expected) {
        Given given = Given.of(roster, leaves, null);
        DaysOf days = given.placements().onLadder(given.placed(), DAYS, List.of(DAYS));
        assertThat(plain(days.days()) + " of " + days.window() + (days.least() ? " least" : ""))
                .isEqualTo(expected);
        assertThat(days.isPart()).isEqualTo(!expected.startsWith("22"));
    }

    /** Something is compared with a window of which the person had half: August 2026 has 21 working days. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                                 |                       | true
            hire_date=2026-08-18 |                       | false
            # from the 17th 11 of 21
            hire_date=2026-08-17 |                       | true
            hire_date=2026-10-01 |                       | false
                                 | sick 08-03 08-14      | true
            # takes at most half: 10.5 are left
                                 | sick 08-03 08-28      | true
                                 | sick 08-01 08-31      | false
                                 | maternity 08-03 08-14 | true
                                 | maternity 08-03 08-17 | false
            """)
    void comparable(String roster, String leaves, boolean comparable) {
        Given given = Given.of(roster, leaves, null);
        Days august = period("2026-08").days();
        assertThat(given.placements().stay(given.placed(), DAYS).comparable().test(august))
                .isEqualTo(comparable);
    }
}
