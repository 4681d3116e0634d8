package dev.steelyard.engine.plausible;

import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Ratios and shares as the rules reckon with them and sentences say them. */
final class Ratios {

    /** The ratio that is nearest to 1, either way, comes first. */
    static final Comparator<Fraction> NEAREST = Comparator.comparing(Ratios::distance);

    private Ratios() {}

    static Fraction of(BigDecimal one, BigDecimal other) {
        return Fraction.of(one).over(Fraction.of(other));
    }

    /** A part of all, from 0 to 1; 0 where there is nothing. */
    static Fraction share(long part, long all) {
        return all == 0 ? Fraction.ZERO : Fraction.of(part).over(Fraction.of(all));
    }

    /** How many there are of all. */
    static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How far a ratio above 0 is from 1 either way: at least 1. */
    static Fraction distance(Fraction ratio) {
        return ratio.isBelow(Fraction.ONE) ? Fraction.ONE.over(ratio) : ratio;
    }

    static Fraction median(List<Fraction> values) {
        List<Fraction> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : sorted.get(half - 1).plus(sorted.get(half)).over(Fraction.of(2));
    }

    /** With at most one decimal: {@code 7.4%}. */
    static String percent(Fraction share) {
        return share.times(Fraction.of(100)).atMost(1) + "%";
    }

    /** As people read a ratio: two decimals, six below 1, no trailing zeros. */
    static String plain(Fraction ratio) {
        return ratio.atMost(ratio.isBelow(Fraction.ONE) ? 6 : 2);
    }

    /** An amount without trailing zeros: {@code 12000}. */
    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
