package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Customer;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** In which prices a row's amounts are summed (rules.md 8.9): exact factors, so that sums are kept apart by them. */
final class Restated {

    private final Registers registers;
    private final int product;
    private final int customer;

    Restated(Schema schema, Registers registers) {
        this.registers = registers;
        this.product = schema.product().map(schema::indexOf).orElse(-1);
        this.customer = schema.customer().map(schema::indexOf).orElse(-1);
    }

    /** Whether any row may have a factor other than 1, or count on no side. */
    boolean isAny() {
        return product >= 0 && !registers.priceEvents().isEmpty();
    }

    /** The key of the factor; empty where the row counts on no side. */
    Optional<String> factor(Row row, LocalDate day, LocalDate last) {
        if (!isAny() || row.value(product) == null) {
            return Optional.of("1");
        }
        String region = customer < 0 || row.value(customer) == null
                ? ""
                : registers
                        .find(Customer.DATASET, row.text(customer))
                        .map(Customer::region)
                        .orElse("");
        return registers
                .priceEvents()
                .factor(row.text(product), region, day, last)
                .map(Fraction::toString);
    }

    static Fraction factor(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? Fraction.of(new BigDecimal(key))
                : Fraction.of(new BigDecimal(key.substring(0, slash)))
                        .over(Fraction.of(new BigDecimal(key.substring(slash + 1))));
    }
}
