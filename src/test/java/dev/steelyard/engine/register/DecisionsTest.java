package dev.steelyard.engine.register;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.fact.Adjustment;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which decisions and events count (rules.md 7.2, 7.3, 8.14; rulings 51, 82–84, 140). */
class DecisionsTest {

    /** Upheld, decided by as-of, with an effect; in the order in which they were decided, then by id. */
    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "decision=upheld decided_at=2026-10-12T23:59 effect=add_points, 2026-10-12, true",
        "decision=upheld decided_at=2026-10-13T00:00 effect=add_points, 2026-10-12, false",
        "decision=rejected decided_at=2026-10-01T10:00 effect=add_points, 2026-10-12, false",
        "decision=pending effect=add_points, 2026-10-12, false",
        "decision=upheld effect=add_points, 2026-10-12, false",
        "decision=upheld decided_at=2026-10-01T10:00, 2026-10-12, false"
    })
    void appeals(String cells, String asOf, boolean inForce) {
        String row =
                "appeals: appeal_id=%s employee_id=E1 period=2026-09 indicator=nps submitted_at=2026-10-01T09:00 effect_value=5 ";
        Registers registers = facts(row.formatted("A2") + cells + "\n" + row.formatted("A1") + cells + "\n", day(asOf));
        assertThat(registers.appeals().stream().map(Appeal::appealId).collect(Collectors.joining(" ")))
                .isEqualTo(inForce ? "A1 A2" : "");
    }

    /** Verified and dated; of what was dismissed only what had been verified. */
    @ParameterizedTest(name = "{0}: counts {1}, counted before {2}, reported {3}")
    @CsvSource({
        "status=verified verified_date=2026-09-01, true, false, false", "status=verified, false, false, true",
        "status=alleged verified_date=2026-09-01, false, false, false",
                "status=dismissed verified_date=2026-09-01, false, true, false",
        "status=dismissed, false, false, false"
    })
    void events(String cells, boolean counts, boolean before, boolean reported) {
        Registers registers =
                facts("compliance_events: event_id=EV1 employee_id=E1 kind=other severity=minor event_date=2026-08-01 "
                        + cells);
        assertThat(registers.events().isEmpty()).isEqualTo(!counts);
        assertThat(registers.dismissedEvents().isEmpty()).isEqualTo(!before);
        assertThat(registers.problems().isEmpty()).isEqualTo(!reported);
    }

    /** What a manual adjustment lacks; it counts where it lacks nothing. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            period=2026-09 kind=correction amount=10 reason=typo approvers=X;Y decided_date=2026-10-12 |
            period=2026-09 kind=更正 amount=-10 reason=typo approvers=X;Y decided_date=2026-10-12       |
            period=2026-09 kind=gift amount=10 reason=typo approvers=X;Y decided_date=2026-10-12       | kind
            period=2026-09 kind=correction reason=typo approvers=X;Y decided_date=2026-10-12           | amount
            kind=correction amount=10 reason=typo approvers=X;Y decided_date=2026-10-12                | period
            period=2026-09 kind=correction amount=10 approvers=X;Y decided_date=2026-10-12             | reason
            period=2026-09 kind=correction amount=10 reason=typo approvers=X decided_date=2026-10-12   | approvers
            # nobody approves their own, by id or name, however written
            period=2026-09 kind=correction amount=10 reason=typo approvers=X;e1;Y decided_date=2026-10-12 | approvers
            period=2026-09 kind=correction amount=10 reason=typo approvers=X;Ann;Y decided_date=2026-10-12 | approvers
            period=2026-09 kind=correction amount=10 reason=typo approvers=X;Y decided_date=2026-10-13 | decided_date
            period=2026-09 kind=correction amount=10 reason=typo approvers=X;Y                         | decided_date
            amount=10                                                                                  | reason approvers decided_date kind period
            """)
    void adjustments(String cells, String lacks) {
        Employee person = facts("employees: employee_id=E1 name=Ann track=mature team=T1 region=East")
                .roster()
                .find("E1")
                .orElseThrow();
        Adjustment adjustment = Adjustment.DATASET
                .read(row("adjustments", "adjustment_id=J1 employee_id=E1 " + cells))
                .orElseThrow();
        assertThat(String.join(" ", adjustment.lacks(PLAN.adjustments(), person.name(), day("2026-10-12"))))
                .isEqualTo(lacks == null ? "" : lacks);
    }
}
