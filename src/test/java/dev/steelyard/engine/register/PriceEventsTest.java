package dev.steelyard.engine.register;

import static dev.steelyard.engine.Given.day;
import static dev.steelyard.engine.Given.facts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what an amount is multiplied to be in later prices (rules.md 8.9; ruling 114): new ÷ old of each event after its day. */
class PriceEventsTest {

    private static final String EVENTS =
            """
            price_events: event_id=V1 product_id=P date=2026-03-10 kind=list old_price=30 new_price=20
            price_events: event_id=V2 product_id=P date=2026-06-10 kind=vbp old_price=20 new_price=5
            price_events: event_id=V3 product_id=P region=West date=2026-06-20 kind=list old_price=5 new_price=6
            price_events: event_id=V4 product_id=Q region=East date=2026-06-10 kind=lost
            price_events: event_id=V5 product_id=R date=2026-06-10 kind=vbp old_price=0 new_price=5
            price_events: event_id=V6 product_id=S date=2026-06-10 kind=vbp old_price=5
            """;

    @ParameterizedTest(name = "{0} in {1}, sold on {2}, in the prices of {3}: {4}")
    @CsvSource({
        // ⅔ × ¼; on the day of an event its new price is paid.
        "P, East, 2026-03-09, 2026-06-30, 1/6",
        "P, East, 2026-03-10, 2026-06-30, 1/4",
        "P, East, 2026-06-09, 2026-06-30, 1/4",
        "P, East, 2026-06-10, 2026-06-30, 1",
        // Up to the last day, that day included.
        "P, East, 2026-03-09, 2026-06-10, 1/6",
        "P, East, 2026-03-09, 2026-06-09, 2/3",
        "P, East, 2026-03-09, 2026-03-09, 1",
        // Of one region.
        "P, West, 2026-06-10, 2026-06-30, 6/5",
        "P, West, 2026-03-09, 2026-06-30, 1/5",
        "P, '', 2026-06-10, 2026-06-30, 1",
        // Lost by then: on no side, whenever it was sold.
        "Q, East, 2026-06-30, 2026-06-30, none",
        "Q, East, 2026-01-01, 2026-06-10, none",
        "Q, East, 2026-01-01, 2026-06-09, 1",
        "Q, West, 2026-01-01, 2026-06-30, 1",
        // An event without both prices above 0 changes nothing.
        "R, East, 2026-01-01, 2026-06-30, 1",
        "S, East, 2026-01-01, 2026-06-30, 1",
        "T, East, 2026-01-01, 2026-06-30, 1"
    })
    void factors(String product, String region, String sold, String last, String factor) {
        PriceEvents events = facts(EVENTS).priceEvents();
        assertThat(events.factor(product, region, day(sold), day(last))
                        .map(Object::toString)
                        .orElse("none"))
                .isEqualTo(factor);
        assertThat(events.isEmpty()).isFalse();
    }

    @Test
    void withoutEvents() {
        assertThat(facts("").priceEvents().isEmpty()).isTrue();
        assertThat(facts("").priceEvents().factor("P", "East", day("2026-01-01"), day("2026-06-30")))
                .hasToString("Optional[1]");
    }
}
