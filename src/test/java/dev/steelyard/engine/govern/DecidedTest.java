package dev.steelyard.engine.govern;

import static dev.steelyard.engine.Given.CALENDAR;
import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.PeriodDecision.Kind;
import dev.steelyard.engine.pay.PayoutLine.Component;
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
        "order/L1, COMMISSION, false, false",
        "orders/L1, COMMISSION, true, false"
    })
    void whatAnAppealHolds(String names, Component component, boolean holds, boolean ofVetoed) {
        PendingAppeals appeals = appeals("period=2026-09 indicator=" + names);
        assertThat(appeals.disputes("A1", component, false)).isEqualTo(holds);
        assertThat(appeals.disputes("A1", component, true)).isEqualTo(ofVetoed);
    }
}
