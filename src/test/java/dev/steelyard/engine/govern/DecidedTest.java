package dev.steelyard.engine.govern;

import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.pay.Lines.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.PeriodDecision.Kind;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.said.Said;
import dev.steelyard.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines, signatures, closes, and what a pending appeal holds (rules.md 7.1, 7.3; rulings 119, 132, 135). */
class DecidedTest {

    private static final Deadlines DEADLINES = new Deadlines(CALENDAR, PLAN);

    /** Three working days to appeal, five to decide; the day itself does not count; make-up workdays do (the 10th of October). */
    @ParameterizedTest(name = "{0}: to appeal by {1}, to decide by {2}")
    @CsvSource({
        "2026-09-07, 2026-09-10, 2026-09-14",
        "2026-09-11, 2026-09-16, 2026-09-18",
        "2026-09-30, 2026-10-10, 2026-10-13",
        "2026-10-12, 2026-10-15, 2026-10-19"
    })
    void deadlines(String day, String submit, String decide) {
        assertThat(DEADLINES.submitBy(day(day))).isEqualTo(day(submit));
        assertThat(DEADLINES.decideBy(day(day))).isEqualTo(day(decide));
    }

    @Test
    void aYearThatTheCalendarDoesNotHoldIsNamed() {
        assertThatThrownBy(() -> DEADLINES.submitBy(day("2027-01-01")))
                .isInstanceOfSatisfying(WorkingDays.UnknownYear.class, one -> assertThat(one.year())
                        .isEqualTo(2027));
    }

    private static PeriodDecision decision(int number, String text) {
        String[] cells = text.split(" ");
        Kind kind = Kind.valueOf(cells[0].toUpperCase(java.util.Locale.ROOT));
        return new PeriodDecision(
                "month-end",
                SEPTEMBER,
                number,
                kind,
                Integer.parseInt(cells[1].substring(1)),
                cells.length > 2 ? cells[2] : "",
                new Decider(cells.length > 3 ? cells[3] : "", "", ""),
                "",
                day("2026-10-12"));
    }

    private static List<PeriodDecision> decisions(String text) {
        List<PeriodDecision> all = new ArrayList<>();
        if (!text.isEmpty()) {
            Arrays.stream(text.split(", ")).forEach(one -> all.add(0, decision(all.size() + 1, one)));
        }
        return all;
    }

    /** In the order of their numbers, whatever order they are read in. */
    @ParameterizedTest(name = "{0}: closed {1}, by revision {2}; r2 signed by {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                                              | false |   | ''
            sign r1 hr A, sign r2 hr A                                      | false |   | hr=A
            sign r2 hr A, sign r2 finance B, close r2                       | true  | 2 | hr=A finance=B
            # a role that signs twice: the last one
            sign r2 hr A, sign r2 hr C, close r2                            | true  | 2 | hr=C
            close r1, reopen r1                                             | false |   | ''
            close r1, reopen r1, close r2                                   | true  | 2 | ''
            close r1, sign r2 hr A                                          | true  | 1 | hr=A
            """)
    void standings(String decisions, boolean closed, Integer revision, String signed) {
        PeriodStanding standing = PeriodStanding.of(decisions(decisions));
        assertThat(standing.isClosed()).isEqualTo(closed);
        assertThat(standing.closing().map(PeriodDecision::revision)).isEqualTo(Optional.ofNullable(revision));
        assertThat(standing.signatures(2).entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue().by().name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(signed);
        assertThat(PeriodStanding.byPeriod(decisions(decisions)).containsKey(SEPTEMBER))
                .isEqualTo(!decisions.isEmpty());
    }

    /** {@code hr=a finance=a}: two roles under one account of a machine are said (ruling 135). */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "hr=a finance=b, ''",
        "hr=a finance=a, HR FINANCE",
        "hr=a finance=a sales=b compliance=b, HR FINANCE;COMPLIANCE SALES",
        "hr= finance=, ''",
        "'', ''"
    })
    void rolesUnderOneAccount(String signed, String same) {
        Map<Signatory, PeriodDecision> by = new EnumMap<>(Signatory.class);
        if (!signed.isEmpty()) {
            for (String one : signed.split(" ")) {
                String[] cells = one.split("=", -1);
                Signatory role = Signatory.valueOf(cells[0].toUpperCase(java.util.Locale.ROOT));
                PeriodDecision sign = decision(1, "sign r1 " + cells[0]);
                by.put(
                        role,
                        new PeriodDecision(
                                sign.job(),
                                sign.period(),
                                1,
                                Kind.SIGN,
                                1,
                                role.code(),
                                Decider.unnamed(cells[1]),
                                "",
                                sign.asOf()));
            }
        }
        assertThat(new SignOff(List.of(), by, Optional.empty(), "")
                        .sameAccount().stream()
                                .map(roles -> roles.stream().map(Enum::name).collect(Collectors.joining(" ")))
                                .collect(Collectors.joining(";")))
                .isEqualTo(same);
        assertThat(SignOff.open(List.of(Signatory.HR)).signed()).isEmpty();
    }

    private static PendingAppeals appeals(String cells) {
        return new PendingAppeals(
                PLAN,
                facts("appeals: appeal_id=A1 employee_id=E1 submitted_at=2026-10-01T09:00 " + cells),
                day("2026-10-12"));
    }

    /** Not decided by the day, of the period or of none. */
    @ParameterizedTest(name = "{0}: pending {1}")
    @CsvSource({
        "period=2026-09 decision=pending, true",
        "period=2026-09, true",
        "indicator=nps, true",
        "period=2026-08 decision=pending, false",
        "period=2026-09 decision=upheld decided_at=2026-10-12T09:00, false",
        "period=2026-09 decision=rejected decided_at=2026-10-12T09:00, false",
        "period=2026-09 decision=upheld decided_at=2026-10-13T09:00, true",
        "period=2026-09 decision=upheld, true",
        "period=2026-09 decision=pending decided_at=2026-10-01T09:00, true"
    })
    void whichAppealsPend(String cells, boolean pending) {
        PendingAppeals appeals = appeals(cells);
        assertThat(appeals.of(SEPTEMBER).stream().map(Held::reference)).isEqualTo(pending ? List.of("A1") : List.of());
        assertThat(appeals.isDecided("A2")).isEmpty();
        if (cells.contains("2026-09")) {
            assertThat(appeals.isDecided("A1")).contains(!pending);
        }
    }

    /** What hangs on the score waits; commission only where the appeal names what it is earned on, in whatever spelling. */
    @ParameterizedTest(name = "{0} and {1}: {2}, of somebody vetoed {3}")
    @CsvSource({
        "nps, GRADE_ADJUSTMENT, true, false",
        "nps, EXCESS_PROFIT_SHARE, true, true",
        "nps, COMPLIANCE_BONUS, true, true",
        "nps, NO_VIOLATION_BONUS, true, true",
        "nps, COMMISSION, false, false",
        "nps, ADJUSTMENT, false, false",
        "nps, TRUE_UP, false, false",
        "sales_amount, COMMISSION, true, false",
        "Sales_Amount, COMMISSION, true, false",
        "orders, COMMISSION, true, false",
        "销售明细, COMMISSION, true, false",
        "分单, COMMISSION, true, false",
        "splits, COMMISSION, true, false",
        "提成, COMMISSION, false, false",
        "commission, COMMISSION, true, false",
        "基础提成, COMMISSION, true, false",
        "销售额, COMMISSION, true, false",
        "销售额；八月, COMMISSION, true, false",
        "Salesamount/August, COMMISSION, true, false",
        "销售额增长率, COMMISSION, false, false",
        "order/L1, COMMISSION, false, false",
        "orders/L1, COMMISSION, true, false"
    })
    void whatAnAppealHolds(String names, Component component, boolean holds, boolean ofVetoed) {
        PendingAppeals appeals = appeals("period=2026-09 indicator=" + names);
        assertThat(appeals.disputes("A1", component, false)).isEqualTo(holds);
        assertThat(appeals.disputes("A1", component, true)).isEqualTo(ofVetoed);
    }

    /**
     * What A1, an appeal of E1 against a score, and A2, one of E1 against sales, leave on hold of September: positive lines of the period
     * itself, nobody else's.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            E1 grade_adjustment 80                             | grade_adjustment 80.00 on_hold A1 A2
            E1 grade_adjustment -80                            | grade_adjustment -80.00
            E1 grade_adjustment 0                              | grade_adjustment 0.00
            E2 grade_adjustment 80                             | grade_adjustment 80.00
            E1 commission 800                                  | commission 800.00 on_hold A2
            E1 adjustment 30                                   | adjustment 30.00
            E1 compliance_bonus 30 on_hold                     | compliance_bonus 30.00 on_hold EV1 A1 A2
            # vetoed: what it took back is settled by it, what it left waits
            E1 commission 800, E1 veto_forfeit -800            | commission 800.00, veto_forfeit -800.00
            E1 compliance_bonus 30, E1 veto_forfeit -800       | compliance_bonus 30.00 on_hold A1 A2, veto_forfeit -800.00
            E1 commission 800, E2 veto_forfeit -800            | commission 800.00 on_hold A2, veto_forfeit -800.00
            """)
    void whatPendingAppealsHold(String lines, String held) {
        String appeal =
                "appeals: appeal_id=%s employee_id=E1 period=2026-09 submitted_at=2026-10-01T09:00 indicator=%s\n";
        PendingAppeals appeals = new PendingAppeals(
                PLAN, facts(appeal.formatted("A1", "nps") + appeal.formatted("A2", "orders")), day("2026-10-12"));
        List<Held> whom = new ArrayList<>(appeals.of(SEPTEMBER));
        // An event holds by rules of its own.
        whom.add(new Held("E1", Held.Cause.ALLEGED, "EV9"));
        List<PayoutLine> all = lines(lines);
        assertThat(appeals.hold(all, SEPTEMBER, whom).stream()
                        .map(line -> line.component().code() + " " + line.amount()
                                + (line.status() == PayoutLine.Status.PAY
                                        ? ""
                                        : " on_hold " + String.join(" ", line.heldBy()))))
                .containsExactly(held.split(", "));
        assertThat(appeals.hold(all, SEPTEMBER.previous(), whom)).isEqualTo(all);
    }

    /** What stands beside what waits. */
    @Test
    void whatIsSaidOfIt() {
        PendingAppeals appeals = new PendingAppeals(
                PLAN,
                facts(
                        "appeals: appeal_id=A1 employee_id=E1 period=2026-09 submitted_at=2026-10-01T09:00 indicator=nps"),
                day("2026-10-12"));
        Said note = appeals.hold(lines("E1 grade_adjustment 80"), SEPTEMBER, appeals.of(SEPTEMBER))
                .get(0)
                .note();
        assertThat(Words.in("en").say(note)).isEqualTo("commission; on hold: appeal A1 pending");
        assertThat(Words.in("zh").say(note)).isEqualTo("commission；暂缓：申诉 A1 待定");
    }

    /** Appeals by their ids, whatever order the register has them in. */
    @Test
    void appealsInOrder() {
        PendingAppeals appeals = new PendingAppeals(
                PLAN,
                facts(
                        "appeals: appeal_id=A2 employee_id=E1 period=2026-09\nappeals: appeal_id=A1 employee_id=E2 period=2026-09"),
                day("2026-10-12"));
        assertThat(appeals.of(SEPTEMBER))
                .containsExactly(new Held("E2", Held.Cause.APPEAL, "A1"), new Held("E1", Held.Cause.APPEAL, "A2"));
    }

    /** Decisions of two periods stand apart. */
    @Test
    void periodsStandApart() {
        PeriodDecision august = new PeriodDecision(
                "month-end", SEPTEMBER.previous(), 1, Kind.CLOSE, 1, "", Decider.unnamed("a"), "", day("2026-09-08"));
        Map<Period, PeriodStanding> standings = PeriodStanding.byPeriod(List.of(decision(1, "sign r1 hr A"), august));
        assertThat(standings.keySet()).containsExactly(SEPTEMBER.previous(), SEPTEMBER);
        assertThat(standings.get(SEPTEMBER.previous()).isClosed()).isTrue();
        assertThat(standings.get(SEPTEMBER).isClosed()).isFalse();
        assertThat(standings.get(SEPTEMBER).decisions()).hasSize(1);
    }

    /** As ledger, job file and command line write them. */
    @Test
    void codes() {
        assertThat(Arrays.stream(Signatory.values())
                        .map(one -> one.code() + " " + Words.in("en").say(one.words()) + " "
                                + Words.in("en").say(one.duty().words())))
                .containsExactly(
                        "hr HR prepared by",
                        "finance finance checked by",
                        "compliance compliance checked by",
                        "sales sales approved by");
        assertThat(Arrays.stream(Held.Cause.values()).map(Held.Cause::code)).containsExactly("alleged", "appeal");
        assertThat(Held.Cause.of("appeal")).isEqualTo(Held.Cause.APPEAL);
        assertThatThrownBy(() -> Held.Cause.of("rumour")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Arrays.stream(Kind.values()).map(Kind::code)).containsExactly("sign", "close", "reopen");
        assertThat(Decider.unnamed("a").isNamed()).isFalse();
        assertThat(new Decider("Ann", "", "a").isNamed()).isTrue();
        assertThat(new Decider("Ann", "", "a").isOnRoster()).isFalse();
        assertThat(new Decider("Ann", "E1", "a").isOnRoster()).isTrue();
        assertThat(Past.NONE.publishedOn(Optional.of(day("2026-10-12"))).published())
                .contains(day("2026-10-12"));
    }
}
