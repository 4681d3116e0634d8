package dev.steelyard.engine.govern;

import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.period;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.Calculated;
import dev.steelyard.engine.run.RunResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What became of appeals and calibrations of September, by a day, and what was not in time (rules.md 7.2, 7.3; rulings 83, 84, 119). It was
 * published on Monday the 7th of September: appeals are due on the 10th, and are decided five working days after they came.
 */
class TrailTest {

    private static final String PUBLISHED = "2026-09-07";

    private static List<TrailEntry> entries(String rows, String period, String asOf) {
        return trail(rows, period, asOf).entries();
    }

    private static Trail trail(String rows, String period, String asOf) {
        return new Trail(PLAN, facts(rows, day(asOf)), CALENDAR, period(period), day(asOf), day(PUBLISHED));
    }

    private static String appeal(String cells) {
        return "appeals: appeal_id=A1 employee_id=E1 claim=wrong evidence=mail decision_reason=because " + cells + "\n";
    }

    private static String told(TrailEntry entry) {
        return entry.state().code()
                + entry.marks().stream().map(mark -> " " + mark.code()).collect(Collectors.joining());
    }

    /** Pending until it is decided and the decision is known; late, overdue and decided late are marked from the day after the last. */
    @ParameterizedTest(name = "submitted {0}, {1}, on {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2026-09-10 |                                                                         | 2026-09-17 | pending
            2026-09-10 |                                                                         | 2026-09-18 | pending overdue
            2026-09-11 |                                                                         | 2026-09-12 | pending late
            2026-09-11 |                                                                         | 2026-09-30 | pending late overdue
            2026-09-10 | decision=pending                                                        | 2026-09-17 | pending
            2026-09-10 | decision=rejected decided_at=2026-09-17T09:00                           | 2026-09-30 | rejected
            2026-09-10 | decision=rejected decided_at=2026-09-18T09:00                           | 2026-09-30 | rejected decided_late
            # decided, and not known yet: whatever it says then
            2026-09-10 | decision=rejected decided_at=2026-09-17T09:00                           | 2026-09-16 | pending
            2026-09-10 | decision=upheld decided_at=2026-09-18T09:00 indicator=nps effect=add_points effect_value=5 | 2026-09-17 | pending
            2026-09-10 | decision=upheld decided_at=2026-09-17T09:00 indicator=nps effect=add_points effect_value=5 | 2026-09-17 | in_force
            2026-09-11 | decision=upheld decided_at=2026-09-30T09:00 indicator=nps effect=add_points effect_value=5 | 2026-09-30 | in_force late decided_late
            # a day without a decision decides nothing, nor does a decision without a day
            2026-09-10 | decided_at=2026-09-17T09:00                                             | 2026-09-18 | pending overdue
            2026-09-10 | decision=upheld indicator=nps effect=add_points effect_value=5          | 2026-09-17 | pending
            # nobody knows when it came
                       |                                                                         | 2026-09-30 | pending
                       | decision=rejected decided_at=2026-09-18T09:00                           | 2026-09-30 | rejected
            """)
    void appeals(String submitted, String cells, String asOf, String state) {
        String row = appeal("period=2026-09" + (submitted == null ? "" : " submitted_at=" + submitted + "T09:00")
                + (cells == null ? "" : " " + cells));
        List<TrailEntry> entries = entries(row, "2026-09", asOf);
        assertThat(entries).hasSize(1);
        TrailEntry entry = entries.get(0);
        assertThat(told(entry)).isEqualTo(state);
        assertThat(entry.submitBy()).contains(day("2026-09-10"));
        assertThat(entry.nextDue()).isEqualTo(state.startsWith("pending") ? entry.decideBy() : Optional.empty());
        // What is decided is told once it is known.
        boolean known = cells != null
                && cells.contains("decided_at")
                && !day(asOf).isBefore(day(cells.replaceFirst(".*decided_at=(.{10}).*", "$1")));
        assertThat(entry.decided().isPresent()).isEqualTo(known);
        assertThat(entry.reason()).isEqualTo(known ? "because" : "");
        assertThat(entry.claim()).isEqualTo("wrong");
        assertThat(entry.evidence()).isEqualTo("mail");
    }

    /** Of the period, of a longer one in which its last day lies, or of none; only what names the period was published with it. */
    @ParameterizedTest(name = "{0} in {1}: {2}, due {3}")
    @CsvSource({
        "2026-09, 2026-09, true, 2026-09-10",
        "2026-08, 2026-09, false,",
        "2026-Q3, 2026-09, true,",
        "2026-Q4, 2026-09, false,",
        "2026, 2026-09, true,",
        "2025, 2026-09, false,",
        "'', 2026-09, true,",
        "2026-Q3, 2026-Q3, true, 2026-09-10",
        "2026-09, 2026-Q3, false,",
        "2026-Q2, 2026-Q3, false,",
        "2026, 2026-Q3, true,"
    })
    void whichConcernThePeriod(String named, String period, boolean concerns, String due) {
        String row = appeal("submitted_at=2026-09-10T09:00" + (named.isEmpty() ? "" : " period=" + named));
        List<TrailEntry> entries = entries(row, period, "2026-09-30");
        assertThat(entries).hasSize(concerns ? 1 : 0);
        assertThat(entries.stream().flatMap(one -> one.submitBy().stream()))
                .isEqualTo(due == null ? List.of() : List.of(day(due)));
    }

    /** Where the calendar does not reach, nothing is due. */
    @Test
    void whereTheCalendarEnds() {
        Trail trail = new Trail(
                PLAN,
                facts(appeal("period=2026-12 submitted_at=2026-12-31T09:00"), day("2026-12-31")),
                CALENDAR,
                period("2026-12"),
                day("2027-02-01"),
                day("2026-12-31"));
        TrailEntry entry = trail.entries().get(0);
        assertThat(entry.submitBy()).isEmpty();
        assertThat(entry.decideBy()).isEmpty();
        assertThat(entry.nextDue()).isEmpty();
        assertThat(entry.marks()).isEmpty();
    }

    /** What an upheld appeal lacks to change anything. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            period=2026-09 indicator=nps effect=add_points effect_value=5  | ''
            period=2026-09 indicator=nps effect=set_value effect_value=50% | ''
            period=2026-09 indicator=EV1 effect=dismiss_event              | ''
            indicator=EV1 effect=dismiss_event                             | ''
            period=2026-09 indicator=EV2 effect=dismiss_event              | no event EV2
            period=2026-09 indicator=nps effect=add_points                 | effect_value is blank
            indicator=nps effect=add_points effect_value=5                 | period is blank
            period=2026-09 indicator=npss effect=add_points effect_value=5 | no indicator npss
            period=2026-09 indicator=nps                                   | effect is blank
            """)
    void whatHasNoEffect(String cells, String note) {
        String rows = appeal("submitted_at=2026-09-08T09:00 decision=upheld decided_at=2026-09-09T09:00 decided_by=X "
                        + cells)
                + "compliance_events: event_id=EV1 employee_id=E1 kind=other severity=major status=verified event_date=2026-09-01 verified_date=2026-09-02\n";
        TrailEntry entry = entries(rows, "2026-09", "2026-09-30").get(0);
        assertThat(entry.note()).isEqualTo(note);
        assertThat(told(entry)).isEqualTo(note.isEmpty() ? "in_force" : "without_effect");
        assertThat(entry.decidedBy()).containsExactly("X");
    }

    /** Refused without a reason, two approvers or an indicator of the plan; of several the newest is in force. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            decided_date=2026-09-07 approvers=X;Y reason=typo indicator=sales_amount  | in_force
            # decided once the results of the period were known
            decided_date=2026-09-08 approvers=X;Y reason=typo indicator=sales_amount  | in_force after_results
            decided_date=2026-09-30 approvers=X;Y reason=typo indicator=sales_amount  | in_force after_results
            decided_date=2026-10-01 approvers=X;Y reason=typo indicator=sales_amount  | pending after_results
            decided_date=2026-09-07 approvers=X reason=typo indicator=sales_amount    | refused
            decided_date=2026-09-07 approvers=X;Y indicator=sales_amount              | refused
            approvers=X;Y reason=typo indicator=sales_amount                          | refused
            decided_date=2026-09-07 approvers=X;Y reason=typo indicator=sales_amounts | refused
            """)
    void calibrations(String cells, String state) {
        String row = "calibrations: decision_id=C1 subject_type=employee subject=E1 period=2026-09 new_target=5 "
                + cells + "\n";
        TrailEntry entry = entries(row, "2026-09", "2026-09-30").get(0);
        assertThat(told(entry)).isEqualTo(state);
        assertThat(entry.note().isEmpty()).isNotEqualTo(state.equals("refused"));
        assertThat(entry.kind().code()).isEqualTo("calibration");
    }

    /** Of another period a calibration is no matter of these results. */
    @ParameterizedTest(name = "of {0}: {1}")
    @CsvSource({"2026-Q3, in_force", "2026-08, ''"})
    void calibrationsOfOtherPeriods(String period, String state) {
        String row =
                "calibrations: decision_id=C1 subject_type=employee subject=E1 period=%s new_target=5 decided_date=2026-09-30 approvers=X;Y reason=typo indicator=sales_amount\n"
                        .formatted(period);
        assertThat(entries(row, "2026-09", "2026-09-30").stream()
                        .map(TrailTest::told)
                        .collect(Collectors.joining()))
                .isEqualTo(state);
    }

    /**
     * A name that nothing bears is said: of decisions on the period, of appeals also while nobody decided them, and of whatever is in force
     * whichever period it is of. Events and datasets have names of their own.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            calibration 2026-09 npss               | NAME_UNKNOWN
            calibration 2026-08 npss               | ''
            calibration 2026-09 sales_amount       | ''
            calibration 2026-09 销售额               | ''
            appeal 2026-09 npss                    | APPEAL_UNCLEAR
            appeal 2026-08 npss                    | ''
            appeal 2026-09 nps                     | ''
            appeal 2026-09 EV1                     | ''
            appeal 2026-09 orders                  | ''
            appeal 2026-09 销售明细                  | ''
            upheld 2026-08 npss add_points         | NAME_UNKNOWN
            upheld 2026-09 npss set_value          | NAME_UNKNOWN
            upheld 2026-09 orders set_value        | ''
            # that there is no such event is said of the appeal
            upheld 2026-09 EV2 dismiss_event       | ''
            rejected 2026-08 npss add_points       | ''
            """)
    void namesThatNothingBears(String decision, String code) {
        String[] cells = decision.split(" ");
        String row =
                switch (cells[0]) {
                    case "calibration" -> "calibrations: decision_id=C1 subject_type=employee subject=E1 new_target=5 decided_date=2026-09-01 approvers=X;Y reason=typo period=%s indicator=%s\n"
                            .formatted(cells[1], cells[2]);
                    case "appeal" -> appeal(
                            "submitted_at=2026-09-08T09:00 period=%s indicator=%s".formatted(cells[1], cells[2]));
                    default -> appeal(
                            "submitted_at=2026-09-08T09:00 decided_at=2026-09-09T09:00 effect_value=5 decision=%s period=%s indicator=%s effect=%s"
                                    .formatted((Object[]) cells));
                };
        String event =
                "compliance_events: event_id=EV1 employee_id=E1 kind=other severity=major status=verified event_date=2026-09-01\n";
        assertThat(trail(row + event, "2026-09", "2026-09-30").unknownNames().stream()
                        .map(problem -> problem.code().name())
                        .collect(Collectors.joining()))
                .isEqualTo(code);
    }

    /** Another appeal that is upheld makes nothing of one that waits. */
    @Test
    void namesOfOneAppealAreNotThoseOfAnother() {
        String upheld =
                "submitted_at=2026-09-08T09:00 decided_at=2026-09-09T09:00 effect_value=5 decision=upheld period=2026-09 indicator=nps effect=add_points";
        String rows = appeal(upheld).replace("appeal_id=A1", "appeal_id=A2")
                + appeal("submitted_at=2026-09-08T09:00 period=2026-09 indicator=npss");
        assertThat(trail(rows, "2026-09", "2026-09-30").unknownNames().stream()
                        .map(problem -> problem.code().name()))
                .containsExactly("APPEAL_UNCLEAR");
    }

    /** First who must act, by the day that is due; then by kind and id. */
    @Test
    void inTheOrderInWhichSomebodyMustAct() {
        String rows =
                """
                appeals: appeal_id=A3 employee_id=E1 period=2026-09 submitted_at=2026-09-08T09:00
                appeals: appeal_id=A2 employee_id=E1 period=2026-09 submitted_at=2026-09-09T09:00
                appeals: appeal_id=A1 employee_id=E1 period=2026-09 submitted_at=2026-09-08T09:00 decision=rejected decided_at=2026-09-09T09:00
                appeals: appeal_id=A4 employee_id=E1 period=2026-09
                calibrations: decision_id=C2 subject_type=employee subject=E1 period=2026-09 new_target=5 indicator=sales_amount decided_date=2026-09-01 approvers=X;Y reason=typo
                calibrations: decision_id=C1 subject_type=employee subject=E1 period=2026-09 new_target=6 indicator=sales_amount decided_date=2026-09-01 approvers=X;Y reason=typo
                """;
        assertThat(entries(rows, "2026-09", "2026-09-30").stream()
                        .map(one -> one.id() + " " + one.state().code()))
                .containsExactly(
                        "A3 pending", "A2 pending", "A4 pending", "C2 in_force", "C1 superseded", "A1 rejected");
    }

    /** What each decision changed is that of the indicator that it names; of several on one figure each has its own before and after. */
    @Test
    void whatEachChanged() {
        String appeal =
                "appeals: appeal_id=%s employee_id=A period=2026-09 submitted_at=2026-10-08T09:00 decided_at=2026-10-0%dT09:00 decision=upheld indicator=%s effect=%s effect_value=%s\n";
        RunResult result = Calculated.of(
                SEPTEMBER,
                """
                employees: employee_id=A track=dealer team=T1 region=East hire_date=2020-01-01
                targets: subject_type=employee subject=A indicator=sell_in_attainment period=2026-09 target=100000
                calibrations: decision_id=C1 subject_type=employee subject=A period=2026-09 new_target=90000 indicator=sell_in_attainment decided_date=2026-09-01 approvers=X;Y reason=typo
                calibrations: decision_id=C2 subject_type=employee subject=A period=2026-09 new_target=80000 indicator=sell_in_attainment decided_date=2026-09-02 approvers=X;Y reason=typo
                calibrations: decision_id=C3 subject_type=team subject=T9 period=2026-09 new_target=50% indicator=share_attainment decided_date=2026-09-02 approvers=X;Y reason=typo
                products: product_id=P lifecycle=mature
                customers: customer_id=D type=dealer
                sell_in: line_id=I1 date=2026-09-10 dealer_id=D employee_id=A product_id=P quantity=40 amount=40000
                sell_out: line_id=O1 date=2026-09-10 dealer_id=D employee_id=A product_id=P quantity=30 amount=1
                hospital_purchases: line_id=H1 date=2026-09-10 dealer_id=D hospital_id=D employee_id=A product_id=P quantity=15
                """
                        + appeal.formatted("A1", 9, "sell_through", "set_value", "60%")
                        + appeal.formatted("A2", 9, "sell_through", "set_value", "70%")
                        + appeal.formatted("A3", 9, "sell_through", "add_points", "5")
                        + appeal.formatted("A4", 9, "sell_through", "add_points", "7")
                        + appeal.formatted("A5", 9, "nps", "add_points", "7")
                        + appeal.formatted("A6", 9, "sell_in_attainment", "set_value", "110%")
                        + appeal.formatted("A7", 9, "sell_in_attainment", "add_points", "2")
                        + appeal.formatted("A8", 9, "terminal_verification", "add_points", "3"));
        assertThat(result.trail().stream()
                        .map(one -> one.id() + " " + one.state().code()
                                + one.change()
                                        .map(change -> " " + change.from() + " → " + change.to())
                                        .orElse("")))
                .containsExactly(
                        "A1 in_force 0.750000 → 0.600000",
                        "A2 in_force 0.600000 → 0.700000",
                        // 70 % are 50 points: half way from 50 % to 90 %.
                        "A3 in_force 50.00 → 55.00",
                        "A4 in_force 55.00 → 62.00",
                        // Without a value there is nothing to add to.
                        "A5 in_force",
                        "A6 in_force 0.500000 → 1.100000",
                        // Capped at 60, since hospitals bought half of what dealers sold; points come after the cap.
                        "A7 in_force 60.00 → 62.00",
                        "A8 in_force 0.00 → 3.00",
                        "C2 in_force 90000.000000 → 80000.000000",
                        "C3 without_effect",
                        "C1 superseded 100000.000000 → 90000.000000");
    }
}
