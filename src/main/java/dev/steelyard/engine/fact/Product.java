package dev.steelyard.engine.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A product 产品.
 *
 * @param line its product line; blank where the export does not say
 * @param launch 上市日期
 */
public record Product(String productId, String name, String line, String lifecycle, Optional<LocalDate> launch) {

    static List<Product> of(List<Row> rows) {
        return rows.stream()
                .map(row -> new Product(
                        row.text("product_id"),
                        row.textOrBlank("product_name"),
                        row.textOrBlank("line"),
                        row.textOrBlank("lifecycle"),
                        Optional.ofNullable(row.day("launch_date"))))
                .toList();
    }
}
