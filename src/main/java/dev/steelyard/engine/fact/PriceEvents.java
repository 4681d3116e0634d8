package dev.steelyard.engine.fact;

import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prices that were cut by state purchasing or changed by list, and products that lost a tender 集采与调价 (rules.md 8.9; rulings 114). */
public final class PriceEvents {

    private static final String LOST = "lost";

    /** @param region blank = everywhere */
    private record PriceEvent(String region, LocalDate date, boolean lost, Fraction factor) {
        boolean holdsIn(String customersRegion) {
            return region.isEmpty() || region.equals(customersRegion);
        }
    }

    private final Map<String, List<PriceEvent>> byProduct;

    PriceEvents(List<Row> rows) {
        this.byProduct = new HashMap<>(rows.stream()
                .filter(row -> refusal(row).isEmpty())
                .collect(Collectors.groupingBy(
                        row -> row.text("product_id"), Collectors.mapping(PriceEvents::of, Collectors.toList()))));
    }

    private static PriceEvent of(Row row) {
        boolean lost = LOST.equals(row.text("kind"));
        return new PriceEvent(
                row.textOrBlank("region"),
                row.day("date"),
                lost,
                lost ? Fraction.ZERO : Fraction.of(row.number("new_price")).over(Fraction.of(row.number("old_price"))));
    }

    /** The column for want of which an event cannot be used; a lost tender needs no prices; empty where it can (ruling 114). */
    public static Optional<String> refusal(Row row) {
        if (LOST.equals(row.text("kind"))) {
            return Optional.empty();
        }
        if (row.number("old_price") == null || row.number("old_price").signum() <= 0) {
            return Optional.of("old_price");
        }
        return row.number("new_price") == null || row.number("new_price").signum() < 0
                ? Optional.of("new_price")
                : Optional.empty();
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
            if (event.holdsIn(region) && !event.date().isAfter(last)) {
                if (event.lost()) {
                    return Optional.empty();
                }
                factor = sold.isBefore(event.date()) ? factor.times(event.factor()) : factor;
            }
        }
        return Optional.of(factor);
    }
}
