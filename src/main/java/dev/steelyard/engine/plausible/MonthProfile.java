package dev.steelyard.engine.plausible;

import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an export holds of one month, of rows that are neither rejected nor duplicates.
 *
 * @param rows data rows
 * @param lost rejected rows that are dated in the month
 * @param sums numeric column → its sum
 * @param blanks column → rows in which it is blank; columns without a blank are left out
 * @param days the days with rows, as bits: the first of the month is bit 0
 * @param people person → the sum of the first amount column over the person's rows, 0 where there is none
 * @param median the median amount of the rows, to two digits downwards; empty where no row has one
 * @param priced rows in which cost and amount are above 0
 * @param swapped those of them whose cost is above the amount
 */
public record MonthProfile(
        long rows,
        long lost,
        Map<String, BigDecimal> sums,
        Map<String, Long> blanks,
        int days,
        Map<String, BigDecimal> people,
        Optional<BigDecimal> median,
        long priced,
        long swapped) {

    public static final MonthProfile NONE =
            new MonthProfile(0, 0, Map.of(), Map.of(), 0, Map.of(), Optional.empty(), 0, 0);

    public MonthProfile {
        sums = Collections.unmodifiableMap(new TreeMap<>(sums));
        blanks = Collections.unmodifiableMap(new TreeMap<>(blanks));
        people = Collections.unmodifiableMap(new TreeMap<>(people));
    }

    /** How many of its rows leave the column blank, from 0 to 1; 0 where there is no row. */
    Fraction blankShare(String column) {
        return rows == 0
                ? Fraction.ZERO
                : Fraction.of(blanks.getOrDefault(column, 0L)).over(Fraction.of(rows));
    }

    /** How many of its priced rows have cost and amount the wrong way round, from 0 to 1. */
    Fraction swappedShare() {
        return priced == 0 ? Fraction.ZERO : Fraction.of(swapped).over(Fraction.of(priced));
    }
}
