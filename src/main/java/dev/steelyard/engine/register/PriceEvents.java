package dev.steelyard.engine.register;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.fact.PriceEvent;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prices that were cut by state purchasing or changed by list, and products that lost a tender 集采与调价 (rules.md 8.9; rulings 114). */
public final class PriceEvents {

    private final Map<String, List<PriceEvent>> byProduct;

    PriceEvents(List<PriceEvent> events) {
        this.byProduct = events.stream()
                .filter(event -> event.refusal().isEmpty())
                .collect(Collectors.groupingBy(PriceEvent::productId));
    }

    /** Why a row of price events is refused; empty where it can be used. */
    public static Optional<Problem> refusal(Row row) {
        PriceEvent event = PriceEvent.DATASET.read(row).orElseThrow();
        return event.refusal()
                .map(lacking -> Problem.of(ProblemCode.PRICE_EVENT_INCOMPLETE, row.source(), lacking, event.eventId()));
    }

    /** Whether no price changed: then nothing is restated (rules.md 8.9). */
    public boolean isEmpty() {
        return byProduct.isEmpty();
    }

    /**
     * What an amount sold on a day is multiplied by, to be in the prices of a later day.
     *
     * @return empty where the product was lost in the region by then: the row counts on no side
     */
    public Optional<Fraction> factor(String productId, String region, LocalDate sold, LocalDate last) {
        Fraction factor = Fraction.ONE;
        for (PriceEvent event : byProduct.getOrDefault(productId, List.of())) {
            if (event.holdsIn(region) && !event.date().orElseThrow().isAfter(last)) {
                if (event.isLost()) {
                    return Optional.empty();
                }
                factor = sold.isBefore(event.date().orElseThrow()) ? factor.times(event.factor()) : factor;
            }
        }
        return Optional.of(factor);
    }
}
