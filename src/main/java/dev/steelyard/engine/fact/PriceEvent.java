package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A price that was cut by state purchasing or changed by list, or a product that lost a tender 集采与调价 (rules.md 8.9; rulings 114).
 *
 * @param region blank = everywhere
 * @param kind as the export codes it
 */
public record PriceEvent(
        String eventId,
        String productId,
        String region,
        Optional<LocalDate> date,
        String kind,
        Optional<BigDecimal> oldPrice,
        Optional<BigDecimal> newPrice) {

    public static final KnownDataset<PriceEvent> DATASET = KnownDataset.of("price_events", PriceEvent.class);

    /** Whether the product lost its tender. */
    public boolean isLost() {
        return kind.equals("lost");
    }

    /** Whether state purchasing cut the price. */
    public boolean isCut() {
        return kind.equals("vbp");
    }

    /** Whether the list changed. */
    public boolean isListed() {
        return kind.equals("list");
    }

    /** Whether it is of this region, or of all. */
    public boolean holdsIn(String customersRegion) {
        return region.isEmpty() || region.equals(customersRegion);
    }

    /** By what amounts at the old price are multiplied; nothing of a product that was lost. */
    public Fraction factor() {
        return isLost() ? Fraction.ZERO : Fraction.of(newPrice.orElseThrow()).over(Fraction.of(oldPrice.orElseThrow()));
    }

    /** Whether it names two prices above 0. */
    public boolean isPriced() {
        return oldPrice.filter(price -> price.signum() > 0).isPresent()
                && newPrice.filter(price -> price.signum() > 0).isPresent();
    }

    /** The column for want of which the event cannot be used; a lost tender needs no prices; empty where it can (ruling 114). */
    public Optional<String> refusal() {
        if (isLost()) {
            return Optional.empty();
        }
        if (oldPrice.filter(price -> price.signum() > 0).isEmpty()) {
            return Optional.of("old_price");
        }
        return newPrice.filter(price -> price.signum() >= 0).isEmpty() ? Optional.of("new_price") : Optional.empty();
    }
}
