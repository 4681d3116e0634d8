package dev.steelyard.engine.pay;

import static dev.steelyard.engine.Calculated.lines;
import static dev.steelyard.engine.Calculated.problems;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.number;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.run.PersonalChanges;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A return takes back what its original was paid, from the highest tier down (rules.md 8.5; rulings 110–112, 123, 134, 141). August paid A
 * 80,000 at 0.8 %, 20,000 at 1.2 % and 10,000 at 1.6 %, times 1.2.
 */
class ReturnsTest {

    private static final String COMPANY =
            """
            employees: employee_id=A track=mature team=T1 region=East hire_date=2020-01-01 monthly_salary=1000000
            employees: employee_id=B track=mature team=T2 region=East hire_date=2020-01-01 leave_date=2026-08-31
            targets: subject_type=employee subject=A indicator=sales_amount period=2026-09 target=100000
            products: product_id=P lifecycle=mature
            customers: customer_id=C grade=3A
            """;

    private static final String AUGUST =
            """
            2026-08 A commission 80000 0.8%, 2026-08 A commission 20000 1.2%, 2026-08 A commission 10000 1.6%, \
            2026-08 A grade_adjustment 1040 20%, 2026-08 B commission 50000 0.8%""";

    private static String order(String line, String person, String day, String amount, String original) {
        return "orders: order_line_id=%s employee_id=%s order_date=%s customer_id=C product_id=P quantity=1 amount=%s cost=0%s\n"
                .formatted(line, person, day, amount, original.isEmpty() ? "" : " original_line_id=" + original);
    }

    /** {@code 2026-08 A commission 80000 0.8%}; a period alone was published with nothing. */
    private static Past paid(String text) {
        Map<Period, List<PaidPeriods.Line>> editions = new TreeMap<>();
        for (String one : text.split(", ")) {
            String[] cells = one.split(" ");
            List<PaidPeriods.Line> own = editions.computeIfAbsent(period(cells[0]), any -> new ArrayList<>());
            if (cells.length > 1) {
                Component component = Component.of(cells[2]);
                Fraction basis = number(cells[3]);
                Fraction rate = number(cells[4]);
                List<String> flags = Arrays.asList(cells).subList(5, cells.length);
                own.add(new PaidPeriods.Line(
                        cells[1],
                        cells[1].equals("B") ? "T2" : "T1",
                        component,
                        flags.contains("of-july")
                                ? period("2026-07")
                                : component == Component.RETURN_REVERSAL ? period("2026-07") : period(cells[0]),
                        basis,
                        rate,
                        Money.rounded(basis.times(rate)),
                        PLAN.pay()
                                        .commission()
                                        .get(flags.contains("innovative") ? 1 : 0)
                                        .name()
                                        .en()
                                + (flags.contains("named") ? ", up to 80% of target 1" : ""),
                        flags.contains("named")
                                ? ""
                                : PLAN.pay()
                                        .commission()
                                        .get(flags.contains("innovative") ? 1 : 0)
                                        .id(),
                        flags.contains("on-hold") || flags.contains("held"),
                        flags.contains("on-hold") ? List.of("EV1") : List.of()));
            }
        }
        PaidPeriods periods = period -> Optional.ofNullable(editions.get(period));
        return Past.NONE.after(periods, Map.of(), List.of());
    }

    private static RunResult september(String orders, Past past) {
        return Calculated.of(PLAN, SEPTEMBER, COMPANY + orders, Map.of(), past);
    }

    private static List<String> back(RunResult result) {
        return lines(result.payout(), "return_reversal").stream()
                .map(line -> line.replace(" return_reversal", ""))
                .toList();
    }

    /** Tier by tier, then the grade's factor over them; what exceeds the bases goes at the first tier's rate, without a factor. */
    @ParameterizedTest(name = "{0} back")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            -4000   | A 1: -4000 × 0.016 = -64.00; A 2: -64 × 0.2 = -12.80
            -15000  | A 1: -10000 × 0.016 = -160.00; A 2: -5000 × 0.012 = -60.00; A 3: -220 × 0.2 = -44.00
            -110000 | A 1: -10000 × 0.016 = -160.00; A 2: -20000 × 0.012 = -240.00; A 3: -80000 × 0.008 = -640.00; A 4: -1040 × 0.2 = -208.00
            -110100 | A 1: -10000 × 0.016 = -160.00; A 2: -20000 × 0.012 = -240.00; A 3: -80000 × 0.008 = -640.00; A 4: -100 × 0.008 = -0.80; A 5: -1040 × 0.2 = -208.00
            """)
    void fromTheHighestTierDown(String amount, String lines) {
        RunResult result = september(
                order("L1", "A", "2026-08-10", "110000", "") + order("R1", "A", "2026-09-05", amount, "L1"),
                paid(AUGUST));
        assertThat(back(result))
                .containsExactly(Arrays.stream(lines.split("; "))
                        .map(line -> line + " of 2026-08")
                        .toArray(String[]::new));
        // It is in no ladder of September.
        assertThat(lines(result.payout(), "commission")).isEmpty();
    }

    /** What earlier editions took back of it is not taken again; also where the ledger knows rules by name alone. */
    @Test
    void whatWasTakenBeforeIsSkipped() {
        String july = AUGUST.replace("2026-08", "2026-07");
        String orders = order("L1", "A", "2026-07-10", "110000", "") + order("R1", "A", "2026-09-05", "-5000", "L1");
        Past past = paid(
                july
                        + ", 2026-08 A return_reversal -8000 1.6%, 2026-08 A return_reversal -7000 1.6% innovative, 2026-08 B return_reversal -9000 1.6%");
        assertThat(back(september(orders, past)))
                .containsExactly(
                        "A 1: -2000 × 0.016 = -32.00 of 2026-07",
                        "A 2: -3000 × 0.012 = -36.00 of 2026-07",
                        "A 3: -68 × 0.2 = -13.60 of 2026-07");
        Past named = paid(july.replaceAll("(commission \\d+ [\\d.]+%)", "$1 named"));
        assertThat(back(september(orders, named)).get(0)).isEqualTo("A 1: -5000 × 0.016 = -80.00 of 2026-07");
    }

    /** Without a factor where August had no adjustment; at the first tier's rate where the ledger has no August. */
    @Test
    void whatTheLedgerDoesNotHave() {
        String orders = order("L1", "A", "2026-08-10", "110000", "") + order("R1", "A", "2026-09-05", "-5000", "L1");
        assertThat(back(september(orders, paid("2026-08 A commission 80000 0.8%"))))
                .containsExactly("A 1: -5000 × 0.008 = -40.00 of 2026-08");
        // August was below 0: nothing of it is at a higher tier.
        assertThat(back(september(orders, paid("2026-08 A commission -5000 0.8%, 2026-08 A grade_adjustment 0 20%"))))
                .containsExactly("A 1: -5000 × 0.008 = -40.00 of 2026-08");
        RunResult unknown = september(orders, paid("2026-07"));
        assertThat(back(unknown)).containsExactly("A 1: -5000 × 0.008 = -40.00 of 2026-08");
        assertThat(unknown.payout().stream()
                        .filter(line -> line.component() == Component.RETURN_REVERSAL)
                        .map(line -> Words.in("en").say(line.note())))
                .isNotEmpty()
                .allMatch(note -> note.endsWith("no 2026-08 in the ledger, taken back at the first tier's rate"));
    }

    /** Vetoed, held or unpaid then: nothing to take back, and that is said. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-08 A commission 80000 0.8%, 2026-08 A veto_forfeit 640 -100%
            2026-08 A commission 80000 0.8% held
            2026-08 B commission 80000 0.8%
            2026-08 A commission 80000 2.5% innovative
            2026-08 A commission 80000 2.5% innovative named
            2026-08 A commission 80000 0.8% of-july
            """)
    void nothingToTakeBack(String august) {
        RunResult result = september(
                order("L1", "A", "2026-08-10", "110000", "") + order("R1", "A", "2026-09-05", "-5000", "L1"),
                paid(august));
        assertThat(back(result)).isEmpty();
        assertThat(problems(result, "person", "period")).contains("N-RETURN-OF-NOTHING A person=A period=2026-08");
    }

    /**
     * Of a closed period that was calculated again: as the closed edition paid, and not more than the newest one leaves, for true-ups have
     * taken the rest (rulings 112, 130; D213).
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            the same                     | commission 80000 0.8%, commission 20000 1.2%, grade_adjustment 880 20% | -5000 × 0.012 = -60.00; -60 × 0.2 = -12.00
            a sale more                  | commission 80000 0.8%, commission 20000 1.2%, commission 9000 1.6%, grade_adjustment 1024 20% | -5000 × 0.012 = -60.00; -60 × 0.2 = -12.00
            a sale less                  | commission 80000 0.8%, commission 1000 1.2%, grade_adjustment 652 20%  | -1000 × 0.012 = -12.00; -4000 × 0.008 = -32.00; -44 × 0.2 = -8.80
            a better grade               | commission 80000 0.8%, commission 20000 1.2%, grade_adjustment 880 50% | -5000 × 0.012 = -60.00; -60 × 0.2 = -12.00
            a worse grade                | commission 80000 0.8%, commission 20000 1.2%, grade_adjustment 880 -50% | -5000 × 0.012 = -60.00; -60 × -0.5 = 30.00
            a veto                       | commission 80000 0.8%, commission 20000 1.2%, veto_forfeit 880 -100%   |
            held then                    | commission 80000 0.8% held                                            |
            nothing any more             | return_reversal -1 1.6%                                               |
            # 3000 × 1.6 % + 2000 × 1.2 % = 72.00 as well: then as it was paid
            as much by other tiers       | commission 80000 0.8%, commission 20000 1.2%, commission 3000 1.6%     | -5000 × 0.012 = -60.00; -60 × 0.2 = -12.00
            """)
    void whatTrueUpsHaveTakenIsNotTakenAsAReturn(String found, String newest, String lines) {
        String closed =
                "2026-08 A commission 80000 0.8%, 2026-08 A commission 20000 1.2%, 2026-08 A grade_adjustment 880 20%";
        PaidPeriods then = paid(closed).editions();
        PaidPeriods now =
                paid("2026-08 A " + newest.replace(", ", ", 2026-08 A ")).editions();
        PaidPeriods both = new PaidPeriods() {
            @Override
            public Optional<List<Line>> of(Period period) {
                return now.of(period);
            }

            @Override
            public Optional<List<Line>> handedOut(Period period) {
                return then.of(period);
            }
        };
        RunResult result = september(
                order("L1", "A", "2026-08-10", "100000", "") + order("R1", "A", "2026-09-05", "-5000", "L1"),
                Past.NONE.after(both, Map.of(), List.of()));
        assertThat(back(result).stream()
                        .map(line -> line.replaceFirst("A \\d: ", "").replace(" of 2026-08", ""))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(lines == null ? "" : lines);
    }

    /** Whoever moved meanwhile: the line is of the team in which they are paid now, whether the ledger has the period or not. */
    @ParameterizedTest(name = "the ledger has {0}")
    @CsvSource({"2026-08 A commission 80000 0.8%", "2026-07"})
    void theTeamOfWhoeverMoved(String editions) {
        RunResult result = september(
                order("L1", "A", "2026-08-10", "80000", "")
                        + order("R1", "A", "2026-09-05", "-5000", "L1")
                        + "assignments: employee_id=A from=2026-08-01 track=mature team=T9 region=East\n",
                paid(editions));
        assertThat(back(result)).containsExactly("A 1: -5000 × 0.008 = -40.00 of 2026-08");
        assertThat(result.payout().stream()
                        .filter(line -> line.component() == Component.RETURN_REVERSAL)
                        .map(line -> line.employee().team()))
                .containsExactly("T9");
    }

    /** What was on hold for an event is taken back when it is paid. */
    @Test
    void whatWaitedForAnEventWaits() {
        RunResult result = september(
                order("L1", "A", "2026-08-10", "110000", "") + order("R1", "A", "2026-09-05", "-5000", "L1")
                        + "compliance_events: event_id=EV1 employee_id=A kind=bribery severity=veto status=alleged event_date=2026-12-01\n",
                paid("2026-08 A commission 80000 0.8% on-hold"));
        assertThat(back(result)).containsExactly("A 1: -5000 × 0.008 = -40.00 on_hold of 2026-08");
    }

    /** Of whoever is gone the line waits, and is a claim. */
    @Test
    void ofSomebodyWhoIsGone() {
        RunResult result = september(
                order("L1", "B", "2026-08-10", "50000", "") + order("R1", "A", "2026-09-05", "-5000", "L1"),
                paid(AUGUST));
        assertThat(back(result)).containsExactly("B 1: -5000 × 0.008 = -40.00 on_hold of 2026-08");
        assertThat(problems(result, "person", "period")).contains("W-RETURN-ON-HOLD B person=B period=2026-08");
        assertThat(ReturnLines.claims(result.book(), result.payout())).hasToString("{B=40.00}");
        RunResult own = september(
                order("L1", "A", "2026-08-10", "110000", "") + order("R1", "A", "2026-09-05", "-5000", "L1"),
                paid(AUGUST));
        assertThat(ReturnLines.claims(own.book(), own.payout())).isEmpty();
        assertThat(problems(own)).noneMatch(one -> one.contains("RETURN"));
    }

    /** Unknown, negative, later, or older than twelve calendar months: it stays in September's ladder, said why (ruling 66). */
    @ParameterizedTest(name = "original of {0} on {1}: {2}")
    @CsvSource({
        "100000, 2026-09-06, later",
        "-100000, 2026-08-10, negative",
        "0, 2026-08-10, negative",
        "100000, 2025-09-04, old",
        "100000, 2025-09-05, ''",
        "100000, 2026-08-31, ''"
    })
    void whichReturnsStayInTheLadder(String amount, String day, String reason) {
        RunResult result = september(
                order("L1", "A", day, amount, "") + order("R1", "A", "2026-09-05", "-5000", "L1"), paid("2026-01"));
        assertThat(problems(result, "line", "reason"))
                .filteredOn(one -> one.contains("NOT-TAKEN-BACK"))
                .isEqualTo(
                        reason.isEmpty() ? List.of() : List.of("N-RETURN-NOT-TAKEN-BACK L1 line=R1 reason=" + reason));
        assertThat(back(result).isEmpty()).isEqualTo(!reason.isEmpty());
        RunResult unknown = september(order("R1", "A", "2026-09-05", "-5000", "L9"), paid("2026-01"));
        assertThat(problems(unknown, "line", "reason")).contains("N-RETURN-NOT-TAKEN-BACK L9 line=R1 reason=unknown");
        assertThat(lines(unknown.payout(), "commission")).containsExactly("A commission 1: -5000 × 0.008 = -40.00");
    }

    /** A person's page names each return: which sale, how much of it was theirs, at which rates its commission is taken back. */
    @Test
    void eachReturnIsNamed() {
        RunResult result = september(
                order("L1", "A", "2026-08-10", "110000", "") + order("R1", "A", "2026-09-05", "-15000", "L1"),
                paid(AUGUST));
        Returns.Of back = result.returns().byPerson().get("A").get(0);
        PersonalChanges changes = new PersonalChanges(result);
        assertThat(changes.returned(back, result.payout()))
                .hasToString(
                        "Said[key=change.returned, args={amount=15,000, day=2026-09-05, line=R1, original=L1, period=2026-08, product=P, rates=1.6% + 1.2%, sold=2026-08-10}]");
        assertThat(changes.returned(back, List.of()).key()).isEqualTo("change.returnedOfNothing");
        assertThat(result.returns().byPerson()).containsOnlyKeys("A");
    }

    /** Of several periods the oldest first, whatever line names them; each line says what it takes back. */
    @Test
    void theOldestPeriodFirst() {
        RunResult result = september(
                order("L1", "A", "2026-08-10", "110000", "")
                        + order("L2", "A", "2026-07-10", "50000", "")
                        + order("R1", "A", "2026-09-05", "-5000", "L1")
                        + order("R2", "A", "2026-09-06", "-1000", "L2"),
                paid(AUGUST + ", 2026-07 A commission 50000 0.8%"));
        assertThat(back(result))
                .containsExactly(
                        "A 1: -1000 × 0.008 = -8.00 of 2026-07",
                        "A 2: -5000 × 0.016 = -80.00 of 2026-08",
                        "A 3: -80 × 0.2 = -16.00 of 2026-08");
        assertThat(result.returns().byPerson().get("A").stream().map(Returns.Of::line))
                .containsExactly("R2", "R1");
        assertThat(result.payout().stream()
                        .filter(line -> line.component() == Component.RETURN_REVERSAL)
                        .map(line -> Words.in("en").say(line.note()).replaceFirst("^[^:]*: ", "")))
                .containsExactly(
                        "of 2026-07, paid at 0.8%",
                        "of 2026-08, paid at 1.6%",
                        "the grade factor of 2026-08, "
                                + PLAN.pay().commission().get(0).name().en());
    }
}
