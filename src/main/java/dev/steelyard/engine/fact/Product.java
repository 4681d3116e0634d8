package dev.steelyard.engine.fact;

import dev.steelyard.engine.dataset.KnownDataset;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A product 产品.
 *
 * @param line its product line; blank where the export does not say
 * @param launchDate 上市日期
 */
public record Product(
        String productId, String productName, String line, String lifecycle, Optional<LocalDate> launchDate) {

    public static final KnownDataset<Product> DATASET = KnownDataset.of("products", Product.class);
}
