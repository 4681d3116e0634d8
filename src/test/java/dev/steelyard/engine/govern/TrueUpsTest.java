package dev.steelyard.engine.govern;

import static dev.steelyard.engine.Given.AS_OF;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.number;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Correction;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a closed August still owes, in September (rules.md 5.8, 5.10; rulings 81, 112, 132): what its newest revision says less all that
 * was paid, who waits, and why it is paid now.
 */
class TrueUpsTest {

    private static final Period AUGUST = period("2026-08");
    private static final String ROSTER =
            "employees: employee_id=A name=Ann track=mature team=T2 region=East hire_date=2020-01-01 cost_center=CC2\n";

    private static Recipient person(String id) {
        return new Recipient(id, "Name of " + id, "T1", "CC1");
    }

    private static Money money(String amount) {
        return Money.rounded(number(amount));
    }

    private static List<String[]> cells(String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(", ")).map(one -> one.split(" ")).toList();
    }

    /** {@code commission 1000 EV1 EV2}: of A, on hold for these events. */
    private static List<ClosedPeriod.Earned> earned(String text) {
        return cells(text).stream()
                .map(one -> new ClosedPeriod.Earned(
                        person("A"),
                        Component.of(one[0]),
                        money(one[1]),
                        Arrays.asList(one).subList(2, one.length)))
                .toList();
    }

    /** {@code commission 800 r2}: of A, as that revision said; else as the close did. */
    private static List<ClosedPeriod.Paid> paid(String text) {
        return cells(text).stream()
                .map(one -> new ClosedPeriod.Paid(
                        person("A"),
                        Component.of(one[0]),
                        money(one[1]),
                        one.length > 2 ? Integer.parseInt(one[2].substring(1)) : 0))
                .toList();
    }

    /** {@code EV1 A1}: events and appeals for which the close held A. */
    private static List<Held> held(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(one -> new Held("A", one.startsWith("EV") ? Held.Cause.ALLEGED : Held.Cause.APPEAL, one))
                        .toList();
    }

    /** {@code EV1 verified veto 2026-08-10, A1 pending nps}: what the registers have of A now. */
    private static Registers registers(String text) {
        StringBuilder rows = new StringBuilder(ROSTER);
        for (String[] one : cells(text)) {
            rows.append(
                    one[0].startsWith("EV")
                            ? "compliance_events: event_id=%s employee_id=A kind=other status=%s severity=%s event_date=%s\n"
                                    .formatted(one[0], one[1], one[2], one.length > 3 ? one[3] : "2026-08-10")
                            : "appeals: appeal_id=%s employee_id=A period=2026-08 submitted_at=2026-09-10T09:00 decision=%s indicator=%s%s\n"
                                    .formatted(
                                            one[0],
                                            one[1],
                                            one[2],
                                            one[1].equals("pending") ? "" : " decided_at=2026-10-01T09:00"));
        }
        return facts(rows.toString());
    }

    private static Settlement settled(Registers registers, ClosedPeriod... closed) {
        Past past = new Past(false, List.of(closed), List.of(), Optional.empty());
        return TrueUps.of(PLAN, registers, SEPTEMBER, AS_OF, past);
    }

    private static ClosedPeriod closed(String earned, String paid, String held, ClosedPeriod.Changes changes) {
        return new ClosedPeriod(
                AUGUST, 1, 3, day("2026-09-08"), day("2026-10-08"), earned(earned), paid(paid), held(held), changes);
    }

    /** {@code commission 200.00}: what is made good, and why; a line that waits says so. */
    private static String told(Settlement settlement, boolean why) {
        return settlement.lines().stream()
                .map(line -> line.corrects().orElseThrow().component().code() + " " + line.amount()
                        + (line.status() == PayoutLine.Status.PAY
                                ? ""
                                : " waits for " + String.join(" ", line.heldBy()))
                        + (why ? ": " + Words.in("en").say(line.note()).replaceFirst("^.*; reason: ", "") : ""))
                .collect(Collectors.joining(", "));
    }

    /** One line a component, the new sum less all that was paid; a difference of 0 is not written. */
    @ParameterizedTest(name = "{0} less {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            commission 1000                       | commission 1000                     | ''
            commission 1000.01                    | commission 1000                     | commission 0.01
            commission 1000                       | commission 1200                     | commission -200.00
            ''                                    | commission 500                      | commission -500.00
            commission 700, commission 300        | commission 800 , commission 150 r2  | commission 50.00
            commission -100                       | commission 50                       | commission -150.00
            return_reversal -20, commission 10    | grade_adjustment 5                  | commission 10.00, grade_adjustment -5.00, return_reversal -20.00
            adjustment 30                         | adjustment 30                       | ''
            """)
    void differences(String earned, String paid, String lines) {
        Settlement settlement = settled(registers(""), closed(earned, paid, null, ClosedPeriod.Changes.NONE));
        assertThat(told(settlement, false)).isEqualTo(lines);
        assertThat(settlement.lines().stream().map(PayoutLine::number))
                .isEqualTo(java.util.stream.IntStream.rangeClosed(
                                1, settlement.lines().size())
                        .boxed()
                        .toList());
        assertThat(settlement.problems()).isEmpty();
    }

    /**
     * Whom the close held for an event: nothing while it is open or lost; all of it once it came to nothing; forfeited once it is a veto,
     * and what a return would have taken of it is not taken besides.
     */
    @ParameterizedTest(name = "{0} less {1}, held for EV1, now {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            commission 800, grade_adjustment 80        |                                        | EV1 alleged veto    | ''
            commission 800, grade_adjustment 80        |                                        |                     | lost
            commission 800                             |                                        | EV1 dismissed veto  | commission 800.00: released: event EV1 dismissed
            commission 800                             |                                        | EV1 verified major  | commission 800.00: released: event EV1 is no veto
            commission 800, grade_adjustment 80        |                                        | EV1 verified veto   | commission 800.00: forfeited: event EV1 verified as a veto, grade_adjustment 80.00: forfeited: event EV1 verified as a veto, veto_forfeit -880.00: forfeited: event EV1 verified as a veto
            # the revision has the forfeit already
            commission 800, veto_forfeit -700          |                                        | EV1 verified veto   | commission 800.00: forfeited: event EV1 verified as a veto, veto_forfeit -700.00: forfeited: event EV1 verified as a veto
            # nothing earned, or less: nothing to forfeit
            commission -50                             |                                        | EV1 verified veto   | commission -50.00: forfeited: event EV1 verified as a veto
            # what people decided on no veto takes
            commission 800, adjustment 30              | adjustment 30                          | EV1 verified veto   | commission 800.00: forfeited: event EV1 verified as a veto, veto_forfeit -800.00: forfeited: event EV1 verified as a veto
            # what was settled by the event stays settled after the register lost it
            commission 800                             | commission 800, veto_forfeit -800      |                     | ''
            commission 800                             | commission 800                         |                     | ''
            commission 900                             | commission 800                         |                     | commission 100.00: recalculated
            # only people's decisions were paid: still nothing of the close
            commission 800, adjustment 30              | adjustment 30                          |                     | lost
            # a return of what the event held
            commission 800, return_reversal -50 EV1    |                                        | EV1 verified veto   | commission 800.00: forfeited: event EV1 verified as a veto, veto_forfeit -800.00: forfeited: event EV1 verified as a veto
            commission 800, return_reversal -50 EV9 EV1, return_reversal -5 | return_reversal -5 | EV1 verified veto, EV9 dismissed veto | commission 800.00: forfeited: event EV1 verified as a veto, veto_forfeit -800.00: forfeited: event EV1 verified as a veto
            commission 800, return_reversal -50 EV1    |                                        | EV1 dismissed veto  | commission 800.00: released: event EV1 dismissed, return_reversal -50.00: released: event EV1 dismissed
            """)
    void whomAnEventHeld(String earned, String paid, String now, String lines) {
        Settlement settlement = settled(registers(now), closed(earned, paid, "EV1", ClosedPeriod.Changes.NONE));
        boolean lost = lines.endsWith("lost");
        assertThat(told(settlement, true)).isEqualTo(lines.replaceFirst(" ?lost$", ""));
        assertThat(settlement.problems().stream()
                        .map(one -> one.code().code() + " " + one.slots().get("reference") + " of "
                                + one.slots().get("period") + " for "
                                + one.slots().get("person")))
                .isEqualTo(lost ? List.of("W-HELD-FOR-LOST EV1 of 2026-08 for A") : List.of());
    }

    /** Of several events one that is open is enough to wait; one that is a veto is enough to forfeit. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            EV1 dismissed veto, EV2 alleged veto   | ''
            EV1 dismissed veto, EV2 dismissed veto | commission 800.00: released: event EV1 dismissed; released: event EV2 dismissed
            EV1 dismissed veto, EV2 verified veto  | commission 800.00: released: event EV1 dismissed; forfeited: event EV2 verified as a veto, veto_forfeit -800.00: released: event EV1 dismissed; forfeited: event EV2 verified as a veto
            """)
    void whomSeveralEventsHeld(String now, String lines) {
        Settlement settlement =
                settled(registers(now), closed("commission 800", "", "EV1 EV2", ClosedPeriod.Changes.NONE));
        assertThat(told(settlement, true)).isEqualTo(lines);
    }

    /** What a return would take of what a veto forfeits is not taken besides, whichever of the events that held it is the veto, and once. */
    @ParameterizedTest(name = "{0} beside 800, of which EV1 and EV2 were vetoes: {1}")
    @CsvSource({
        "return_reversal -50 EV1 EV2, 'commission 800.00, veto_forfeit -800.00'",
        "return_reversal -50 EV2, 'commission 800.00, veto_forfeit -800.00'",
        "'return_reversal -50 EV1, return_reversal -20 EV2', 'commission 800.00, veto_forfeit -800.00'",
        "return_reversal -50, 'commission 800.00, veto_forfeit -800.00, return_reversal -50.00'"
    })
    void returnsOfWhatIsForfeited(String returns, String lines) {
        Settlement settlement = settled(
                registers("EV1 verified veto, EV2 verified veto"),
                closed("commission 800, " + returns, "", "EV1 EV2", ClosedPeriod.Changes.NONE));
        assertThat(told(settlement, false)).isEqualTo(lines);
    }

    /** An allegation since: the difference waits, whatever its sign; one that happened after the period is none of its business. */
    @ParameterizedTest(name = "{0} less {1}; {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            commission 900      | commission 800 | EV2 alleged veto 2026-08-31 | commission 100.00 waits for EV2
            commission 700      | commission 800 | EV2 alleged veto 2026-08-31 | commission -100.00 waits for EV2
            commission 900      | commission 800 | EV3 alleged veto, EV2 alleged veto | commission 100.00 waits for EV2 EV3
            commission 900      | commission 800 | EV2 alleged veto 2026-09-01 | commission 100.00
            commission 900      | commission 800 | EV2 alleged major           | commission 100.00
            # the newest revision holds the line for an event that the register has lost since
            commission 900 EV7  | commission 800 |                             | commission 100.00 waits for EV7 lost
            commission 900 EV7  | commission 800 | EV7 dismissed veto          | commission 100.00
            commission 450 EV7, commission 450 EV7 | commission 800 |          | commission 100.00 waits for EV7 lost
            """)
    void whatAnAllegationHoldsNow(String earned, String paid, String now, String lines) {
        Settlement settlement = settled(registers(now), closed(earned, paid, null, ClosedPeriod.Changes.NONE));
        assertThat(told(settlement, false)).isEqualTo(lines.replaceFirst(" ?lost$", ""));
        assertThat(settlement.problems()).hasSize(lines.endsWith("lost") ? 1 : 0);
    }

    /** What the close held for by name does not wait a second time once it is settled. */
    @Test
    void whatTheCloseHeldForIsNoFurtherAllegation() {
        Settlement settlement = settled(
                registers(""), closed("commission 900 EV1", "commission 800", "EV1", ClosedPeriod.Changes.NONE));
        assertThat(told(settlement, false)).isEqualTo("commission 100.00");
        assertThat(settlement.problems()).isEmpty();
        // Another event that is lost is one.
        Settlement lost = settled(
                registers("EV1 dismissed veto"),
                closed("commission 900 EV7", "commission 800", "EV1", ClosedPeriod.Changes.NONE));
        assertThat(told(lost, false)).isEqualTo("commission 100.00 waits for EV7");
        assertThat(lost.problems()).hasSize(1);
    }

    /**
     * Whom the close held for an appeal: what it disputes waits until it is decided, and while the register has lost it everything that is
     * positive and unpaid; of somebody vetoed only what the veto left.
     */
    @ParameterizedTest(name = "{0} less {1}, held for A1, now {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            commission 800, grade_adjustment 80    | commission 800                 | A1 pending nps          | ''
            commission 900, grade_adjustment 80    | commission 800                 | A1 pending nps          | commission 100.00: recalculated
            commission 800                         |                                | A1 pending nps          | commission 800.00: recalculated
            commission 800                         |                                | A1 pending sales_amount | ''
            # paid in part: a difference is no matter of the appeal
            grade_adjustment 80                    | grade_adjustment 10            | A1 pending nps          | grade_adjustment 70.00: recalculated
            # negative lines are never held
            grade_adjustment -80                   |                                | A1 pending nps          | grade_adjustment -80.00: recalculated
            # decided, whichever way
            grade_adjustment 80                    | commission 800                 | A1 rejected nps         | commission -800.00: recalculated, grade_adjustment 80.00: released: appeal A1 decided
            # the close paid nothing at all of the person: the appeal is why, whatever it names
            commission 800                         |                                | A1 rejected nps         | commission 800.00: released: appeal A1 decided
            commission 800, grade_adjustment 80    | grade_adjustment 80            | A1 rejected nps         | commission 800.00: recalculated
            # the register has lost it
            grade_adjustment 80, adjustment 5      | commission 800                 |                         | commission -800.00: recalculated lost
            # vetoed: what the veto took back is settled by it
            commission 800, veto_forfeit -800      |                                | A1 pending sales_amount | commission 800.00: recalculated, veto_forfeit -800.00: recalculated
            compliance_bonus 50, veto_forfeit -800 | veto_forfeit -800              | A1 pending nps          | ''
            compliance_bonus 50, veto_forfeit -800 | veto_forfeit -800              |                         | lost
            commission 800, veto_forfeit -800      |                                |                         | commission 800.00: recalculated, veto_forfeit -800.00: recalculated
            """)
    void whomAnAppealHeld(String earned, String paid, String now, String lines) {
        Settlement settlement = settled(registers(now), closed(earned, paid, "A1", ClosedPeriod.Changes.NONE));
        assertThat(told(settlement, true)).isEqualTo(lines.replaceFirst(" ?lost$", ""));
        assertThat(settlement.problems()).hasSize(lines.endsWith("lost") ? 1 : 0);
    }

    /** Who was held is A; nobody else waits for it. Each period has lines of its own, numbered on; people are in the order of their ids. */
    @Test
    void severalPeopleAndPeriods() {
        List<ClosedPeriod.Earned> both = List.of(
                new ClosedPeriod.Earned(person("B"), Component.COMMISSION, money("100"), List.of()),
                new ClosedPeriod.Earned(person("A"), Component.COMMISSION, money("800"), List.of()));
        ClosedPeriod july = new ClosedPeriod(
                AUGUST.previous(),
                1,
                2,
                day("2026-08-08"),
                day("2026-10-08"),
                List.of(new ClosedPeriod.Earned(person("B"), Component.COMMISSION, money("7"), List.of())),
                List.of(),
                List.of(),
                ClosedPeriod.Changes.NONE);
        ClosedPeriod august = new ClosedPeriod(
                AUGUST,
                1,
                3,
                day("2026-09-08"),
                day("2026-10-08"),
                both,
                List.of(),
                held("EV1"),
                ClosedPeriod.Changes.NONE);
        Settlement settlement = settled(registers("EV1 alleged veto"), july, august);
        assertThat(settlement.lines().stream().map(line -> "%s %d %s of %s r%d in %s"
                        .formatted(
                                line.employee().id(),
                                line.number(),
                                line.amount(),
                                line.sourcePeriod(),
                                line.corrects().orElseThrow().revision(),
                                line.period())))
                .containsExactly("B 1 7.00 of 2026-07 r2 in 2026-09", "B 2 100.00 of 2026-08 r3 in 2026-09");
    }

    /** Whoever is on the roster as it has them now, whoever is not as the payout of then named them. */
    @ParameterizedTest(name = "{0} of {1}, {2}, {3}")
    @CsvSource({"A, Ann, T2, CC2", "Z, Name of Z, T1, CC1"})
    void whoIsPaid(String id, String name, String team, String costCenter) {
        ClosedPeriod closed = new ClosedPeriod(
                AUGUST,
                1,
                3,
                day("2026-09-08"),
                day("2026-10-08"),
                List.of(new ClosedPeriod.Earned(person(id), Component.COMMISSION, money("800"), List.of())),
                List.of(),
                List.of(),
                ClosedPeriod.Changes.NONE);
        PayoutLine line = settled(registers(""), closed).lines().get(0);
        assertThat(line.employee().name()).isEqualTo(name);
        assertThat(line.employee().team()).isEqualTo(team);
        assertThat(line.employee().costCenter()).isEqualTo(costCenter);
    }

    /** Of a period that is closed itself the true-ups are those that it was closed with. */
    @Test
    void whatAClosedPeriodWasClosedWith() {
        Past.TrueUp kept = new Past.TrueUp(
                person("A"),
                4,
                AUGUST,
                new Correction(Component.COMMISSION, 2),
                money("12.34"),
                Said.text("reason"),
                List.of("EV1"));
        Past past = new Past(true, List.of(), List.of(kept), Optional.empty());
        Settlement settlement = TrueUps.of(PLAN, registers(""), SEPTEMBER, AS_OF, past);
        assertThat(settlement.lines()).hasSize(1);
        PayoutLine line = settlement.lines().get(0);
        assertThat(line.id("month-end", 2)).isEqualTo("month-end-2026-09-r2-A-true_up-4");
        assertThat(line.amount()).hasToString("12.34");
        assertThat(line.sourcePeriod()).isEqualTo(AUGUST);
        assertThat(line.corrects()).contains(new Correction(Component.COMMISSION, 2));
        assertThat(line.note()).isEqualTo(Said.text("reason"));
        assertThat(line.status()).isEqualTo(PayoutLine.Status.PAY);
        assertThat(line.heldBy()).containsExactly("EV1");
    }

    // ------------------------------------------------------------------ why

    /** {@code r2 orders commission 40 late orders; r3 plan commission 60 new plan}: what each revision's causes made of A's pay. */
    private static ClosedPeriod.Changes parts(String text) {
        List<ClosedPeriod.Part> parts = new ArrayList<>();
        for (String one : text.split("; ")) {
            String[] cells = one.split(" ", 6);
            parts.add(new ClosedPeriod.Part(
                    cells[0],
                    Integer.parseInt(cells[1].substring(1)),
                    Component.of(cells[2]),
                    cells[3],
                    money(cells[4]),
                    new Name("因" + cells[5], cells[5])));
        }
        return new ClosedPeriod.Changes(Map.of(), List.of(), List.of(), parts);
    }

    /** What each cause made, with its amount where there are several, or where something else is paid besides. */
    @ParameterizedTest(name = "{0} less {1}, {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            commission 900  | commission 800    | A r2 commission o 100 late orders                                     | late orders
            commission 700  | commission 800    | A r2 commission o -100 late orders                                    | late orders
            commission 900  | commission 800    | A r2 commission o 60 late orders; A r3 commission p 40 a new plan     | late orders +60.00; a new plan +40.00
            commission 2900 | commission 800    | A r2 commission o 2200 late orders; A r3 commission p -100 a new plan | late orders +2,200.00; a new plan -100.00
            # one cause in two revisions is one sum, told in turn; of causes that made nothing in the end nothing is told
            commission 900  | commission 800    | A r2 commission o 60 late orders; A r3 commission o 40 more orders    | late orders, then more orders
            commission 900  | commission 800    | A r2 commission o 60 late orders; A r3 commission o 40 late orders    | late orders
            commission 900  | commission 800    | A r2 commission o 60 late orders; A r3 commission o -60 gone again; A r3 commission p 100 a new plan | a new plan
            # of other people, components, and of revisions that are paid already
            commission 900  | commission 800    | A r2 commission o 100 late orders; B r2 commission p 5 a new plan; A r2 adjustment q 5 another | late orders
            commission 900  | commission 800    | A r1 commission p 5 a new plan; A r2 commission o 100 late orders     | late orders
            commission 900  | commission 800 r2 | A r2 commission p 5 a new plan; A r3 commission o 100 late orders     | late orders
            # what the causes do not make
            commission 900  | commission 800    | A r2 commission o 70 late orders                                      | late orders +70.00; not paid before +30.00
            commission 900  | commission 800    | A r2 commission o 170 late orders                                     | late orders +170.00; not paid before -70.00
            """)
    void causes(String earned, String paid, String parts, String reasons) {
        Settlement settlement = settled(registers(""), closed(earned, paid, null, parts(parts)));
        assertThat(settlement.lines()).hasSize(1);
        Said note = settlement.lines().get(0).note();
        assertThat(Words.in("en").say(note)).endsWith("; reason: " + reasons);
        assertThat(Words.in("zh").say(note)).contains("；原因：因");
    }

    /** What was held says so first; then the causes besides, always with their amounts, and nothing of what was not paid before. */
    @Test
    void causesOfWhatIsReleased() {
        ClosedPeriod closed = closed("commission 900", "", "EV1", parts("A r2 commission o 100 late orders"));
        assertThat(told(settled(registers("EV1 dismissed veto"), closed), true))
                .isEqualTo("commission 900.00: released: event EV1 dismissed; late orders +100.00");
    }

    /** More than 1200 characters of causes are counted; one alone that is longer is cut. */
    @Test
    void longCauses() {
        String long700 = "x".repeat(700);
        ClosedPeriod three = closed(
                "commission 900",
                "commission 800",
                null,
                parts("A r2 commission o 50 %s; A r2 commission p 30 %s; A r2 commission q 20 short"
                        .formatted(long700, long700)));
        assertThat(told(settled(registers(""), three), true))
                .isEqualTo("commission 100.00: " + long700 + " +50.00; 2 more causes");
        ClosedPeriod two = closed(
                "commission 900",
                "commission 800",
                null,
                parts("A r2 commission o 50 %s; A r2 commission p 50 %s".formatted("x".repeat(599), "y".repeat(599))));
        assertThat(told(settled(registers(""), two), true))
                .doesNotContain("more causes")
                .endsWith("y +50.00");
        for (int length : new int[] {1200, 1201}) {
            ClosedPeriod one = closed(
                    "commission 900", "commission 800", null, parts("A r2 commission o 100 " + "x".repeat(length)));
            assertThat(told(settled(registers(""), one), true))
                    .isEqualTo("commission 100.00: " + (length == 1200 ? "x".repeat(1200) : "x".repeat(1199) + "…"));
        }
    }

    /**
     * Where revisions were not compared: the decisions since the close that concern the person, then which exports and rules changed; of
     * neither, that it was calculated again.
     */
    @ParameterizedTest(name = "{0}; {1}; {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                             |             |          | recalculated | 重新计算
                             | orders nope |          | recalculated, changed exports: orders, corrections | 重新计算，导出有变：销售明细、更正
                             |             | the plan | recalculated, the plan | 重新计算，zh the plan
                             | orders      | the plan | recalculated, changed exports: orders; the plan | 重新计算，导出有变：销售明细；zh the plan
            appeal A9 upheld |             |          | appeal A9 upheld | zh appeal A9 upheld
            appeal A9 upheld | orders      |          | appeal A9 upheld; recalculated, changed exports: orders | zh appeal A9 upheld；重新计算，导出有变：销售明细
            appeal A9 upheld |             | the plan | appeal A9 upheld; recalculated, the plan | zh appeal A9 upheld；重新计算，zh the plan
            """)
    void whatChanged(String decision, String datasets, String rule, String en, String zh) {
        ClosedPeriod.Changes changes = new ClosedPeriod.Changes(
                decision == null ? Map.of() : Map.of("A", List.of(named("zh " + decision, decision))),
                datasets == null ? List.of() : List.of(datasets.split(" ")),
                rule == null ? List.of() : List.of(named("zh " + rule, rule)),
                List.of());
        Said note = settled(registers(""), closed("commission 900", "commission 800", null, changes))
                .lines()
                .get(0)
                .note();
        assertThat(Words.in("en").say(note))
                .isEqualTo("2026-08 Commission: r3 says 900.00, paid before 800.00; reason: " + en);
        assertThat(Words.in("zh").say(note)).isEqualTo("2026-08 基础提成：第 3 版应付 900.00，此前已付 800.00；原因：" + zh);
    }

    /**
     * Where nobody recorded them: calibrations of the person's own, their team's or region's target and appeals of theirs, of August, that
     * were decided after the close's day (the 8th of September) and by the newest revision's (the 8th of October).
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            employee A 2026-08 2026-09-09         | calibration C1 (error)
            employee A 2026-08 2026-10-08         | calibration C1 (error)
            employee A 2026-08 2026-09-08         | recalculated
            employee A 2026-08 2026-10-09         | recalculated
            employee A 2026-07 2026-09-09         | recalculated
            employee B 2026-08 2026-09-09         | recalculated
            team T2 2026-08 2026-09-09            | calibration C1 (error)
            team T1 2026-08 2026-09-09            | recalculated
            region East 2026-08 2026-09-09        | calibration C1 (error)
            region West 2026-08 2026-09-09        | recalculated
            appeal A 2026-08 2026-09-09           | appeal AP1 upheld (nps)
            appeal A 2026-08 2026-09-08           | recalculated
            appeal A 2026-07 2026-09-09           | recalculated
            appeal B 2026-08 2026-09-09           | recalculated
            """)
    void whichDecisionsItMayHaveBeen(String decision, String reason) {
        String[] cells = decision.split(" ");
        String row = cells[0].equals("appeal")
                ? "appeals: appeal_id=AP1 employee_id=%s period=%s submitted_at=2026-09-08T09:00 decided_at=%sT09:00 decision=upheld indicator=nps effect=add_points effect_value=5"
                        .formatted(cells[1], cells[2], cells[3])
                : "calibrations: decision_id=C1 subject_type=%s subject=%s period=%s decided_date=%s indicator=sales_amount new_target=5 approvers=X;Y reason=error"
                        .formatted((Object[]) cells);
        Settlement settlement = settled(
                facts(ROSTER + row + "\n"),
                closed("commission 900", "commission 800", null, ClosedPeriod.Changes.NONE));
        assertThat(told(settlement, true)).isEqualTo("commission 100.00: " + reason);
    }

    private static Said named(String zh, String en) {
        return Said.of("name", "name", new Name(zh, en));
    }
}
