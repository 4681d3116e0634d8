package dev.steelyard.engine.compare;

import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Figures in details: as short as they can be said, with thousands separators. */
final class ShortFigures {

    private static final int PLACES = 4;

    private ShortFigures() {}

    /** {@code 12 → 13}; what is the same is said once. */
    static Said change(String before, String after) {
        return change(Said.text(before), Said.text(after));
    }

    static Said change(Said before, Said after) {
        return before.equals(after) ? after : before.then(" → ").then(after);
    }

    /** With two decimals. */
    static String money(Fraction amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.rounded(2));
    }

    /** With its sign and two decimals. */
    static String signed(Money amount) {
        return (amount.signum() > 0 ? "+" : "") + money(amount.exact());
    }

    static Said value(Optional<Fraction> value, Indicator.Unit unit) {
        return value.map(number -> switch (unit) {
                    case PERCENT -> Said.text(number(number.times(Fraction.of(100))) + "%");
                    case DAYS -> Said.of("compare.said.days", "number", number(number));
                    case NUMBER, POINTS -> Said.text(number(number));
                })
                .orElse(Said.of("word.none"));
    }

    /** At most four decimals, without trailing zeros. */
    static String number(Fraction number) {
        BigDecimal rounded = number.rounded(PLACES).stripTrailingZeros();
        BigDecimal plain = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        return String.format(Locale.ROOT, "%,." + plain.scale() + "f", plain);
    }
}
