package dev.steelyard.engine.govern;

import static dev.steelyard.engine.Given.PLAN;
import static dev.steelyard.engine.Given.SEPTEMBER;
import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static dev.steelyard.engine.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is accused of what would be a veto, and what became of it (rules.md 5.10; rulings 112, 130). */
class AllegationsTest {

    private static Registers register(String... events) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < events.length; i++) {
            lines.append("compliance_events: event_id=EV")
                    .append(i + 1)
                    .append(' ')
                    .append(events[i])
                    .append('\n');
        }
        return facts(lines.toString());
    }

    private static Allegations allegations(String... events) {
        return new Allegations(PLAN.rules().compliance().veto(), register(events));
    }

    /** Alleged, would be a veto, happened by the end of the period; one without a date holds as well. */
    @ParameterizedTest(name = "{0}: holds {1}")
    @CsvSource({
        "employee_id=E1 kind=bribery severity=minor status=alleged event_date=2026-09-30, true",
        "employee_id=E1 kind=other severity=veto status=alleged event_date=2026-01-01, true",
        "employee_id=E1 kind=other severity=veto status=alleged, true",
        "employee_id=E1 kind=bribery severity=minor status=alleged event_date=2026-10-01, false",
        "employee_id=E1 kind=other severity=major status=alleged event_date=2026-09-01, false",
        "employee_id=E1 kind=bribery severity=veto status=verified event_date=2026-09-01, false",
        "employee_id=E1 kind=bribery severity=veto status=dismissed event_date=2026-09-01, false",
        "employee_id=E2 kind=bribery severity=veto status=alleged event_date=2026-09-01, false"
    })
    void whoIsHeld(String event, boolean holds) {
        assertThat(allegations(event).holding("E1", day("2026-09-30"))).isEqualTo(holds ? List.of("EV1") : List.of());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "employee_id=E1 kind=bribery severity=minor status=alleged, OPEN",
        "employee_id=E1 kind=bribery severity=minor status=verified, VERIFIED",
        "employee_id=E1 kind=other severity=major status=verified, LESSER",
        "employee_id=E1 kind=other severity=major status=alleged, LESSER",
        "employee_id=E1 kind=bribery severity=veto status=dismissed, DISMISSED",
        "employee_id=E2 kind=bribery severity=veto status=alleged, GONE",
        "employee_id=E1 kind=bribery severity=veto, OPEN"
    })
    void whatBecameOfIt(String event, Allegations.Fate fate) {
        assertThat(allegations(event).fate("EV1", "E1")).isEqualTo(fate);
        assertThat(allegations(event).fate("EV2", "E1")).isEqualTo(Allegations.Fate.GONE);
    }

    /** A line that was on hold for events counts as paid once they came to nothing, as never paid once one is a veto; else it waits. */
    @ParameterizedTest(name = "held by {0} where the register has {1}: {2}")
    @CsvSource({
        "EV1, dismissed, paid",
        "EV1, verified, gone",
        "EV1, alleged, waits",
        "EV9, dismissed, waits",
        "EV1 EV9, dismissed, waits",
        "EV1 EV9, verified, gone",
        "'', verified, waits"
    })
    void whatEarlierEditionsPaid(String heldBy, String status, String now) {
        List<String> events = heldBy.isEmpty() ? List.of() : Arrays.asList(heldBy.split(" "));
        PaidPeriods.Line line = new PaidPeriods.Line(
                "E1",
                "T1",
                Component.COMMISSION,
                SEPTEMBER,
                number("100"),
                Fraction.ONE,
                Money.rounded(number("100")),
                "commission",
                "",
                true,
                events);
        PaidPeriods editions = period -> period.equals(SEPTEMBER) ? Optional.of(List.of(line)) : Optional.empty();
        EditionsNow today =
                new EditionsNow(PLAN, register("employee_id=E1 kind=bribery severity=veto status=" + status), editions);
        List<PaidPeriods.Line> lines = today.of(SEPTEMBER).orElseThrow();
        assertThat(lines.isEmpty() ? "gone" : lines.get(0).onHold() ? "waits" : "paid")
                .isEqualTo(now);
        assertThat(today.of(SEPTEMBER.previous())).isEmpty();
        assertThat(today.isKnown()).isTrue();
        assertThat(new EditionsNow(PLAN, register(), PaidPeriods.UNKNOWN).isKnown())
                .isFalse();
    }
}
