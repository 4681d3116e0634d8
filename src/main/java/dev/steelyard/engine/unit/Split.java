package dev.steelyard.engine.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits an amount so that the parts sum to it exactly: whole cents by weight, what is left by the largest remainder; of equal
 * remainders the earlier key comes first (rules.md 4.4).
 */
public final class Split {

    private record Part<K>(K key, long cents, Fraction remainder) {}

    private Split() {}

    /**
     * @param amount not negative
     * @param weights in the order in which ties are decided; none negative
     * @return nothing where no weight is above 0
     */
    public static <K> Map<K, Money> of(Money amount, Map<K, Fraction> weights) {
        Fraction sum = weights.values().stream().reduce(Fraction.ZERO, Fraction::plus);
        if (sum.signum() == 0) {
            return Map.of();
        }
        Fraction cents = amount.exact().times(Fraction.of(100));
        List<Part<K>> parts = new ArrayList<>();
        long left = amount.amount().movePointRight(2).longValueExact();
        for (Map.Entry<K, Fraction> weight : weights.entrySet()) {
            Fraction exact = cents.times(weight.getValue()).over(sum);
            long whole = exact.floor();
            parts.add(new Part<>(weight.getKey(), whole, exact.minus(Fraction.of(whole))));
            left -= whole;
        }
        List<Part<K>> byRemainder = new ArrayList<>(parts);
        byRemainder.sort(
                Comparator.comparing((Part<K> part) -> part.remainder()).reversed());
        List<K> oneMore =
                byRemainder.subList(0, (int) left).stream().map(Part::key).toList();
        Map<K, Money> amounts = new LinkedHashMap<>();
        for (Part<K> part : parts) {
            long total = part.cents() + (oneMore.contains(part.key()) ? 1 : 0);
            amounts.put(part.key(), new Money(BigDecimal.valueOf(total, 2).setScale(2, RoundingMode.UNNECESSARY)));
        }
        return amounts;
    }
}
