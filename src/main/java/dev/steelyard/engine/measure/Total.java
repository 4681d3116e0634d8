package dev.steelyard.engine.measure;

import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What facts come to over some people and days.
 *
 * @param value the sum, count or looked-up figure; a sum or count over no rows is 0, a looked-up figure may be absent
 * @param values how many filled cells are in it
 * @param answers how many rows had at least one filled cell
 * @param rows how many rows passed the conditions
 * @param unrestated the sum at the prices of each row's day, where prices changed since (rules.md 8.9)
 * @param note which source rows were read, where that is not obvious; blank otherwise
 */
public record Total(
        Optional<Fraction> value, long values, long answers, long rows, String note, Optional<Fraction> unrestated) {

    public Total(Optional<Fraction> value, long values, long answers, long rows, String note) {
        this(value, values, answers, rows, note, Optional.empty());
    }

    /** Where nothing is measured. */
    public static final Total NONE = new Total(Optional.empty(), 0, 0, 0, "");

    /** What a cell holds by the aggregate that it was filled for: a count of its rows, a sum, the members, the newest, the least or the greatest. */
    public static Total of(Cell cell, Aggregate aggregate) {
        if (cell instanceof Cell.Amount amount) {
            Fraction value = aggregate == Aggregate.COUNT ? Fraction.of(amount.rows()) : Fraction.of(amount.sum());
            return new Total(Optional.of(value), amount.values(), amount.answers(), amount.rows(), "");
        }
        if (cell instanceof Cell.Distinct distinct) {
            long members = distinct.members().size();
            return new Total(Optional.of(Fraction.of(members)), members, members, distinct.rows(), "");
        }
        if (cell instanceof Cell.Groups restated) {
            Fraction sum = Fraction.ZERO;
            Fraction plain = Fraction.ZERO;
            for (Map.Entry<String, List<BigDecimal>> part : restated.sums().entrySet()) {
                Fraction amount = Fraction.of(part.getValue().get(0));
                plain = plain.plus(amount);
                sum = sum.plus(amount.times(Restated.factor(part.getKey())));
            }
            return new Total(
                    Optional.of(sum),
                    cell.rows(),
                    cell.rows(),
                    cell.rows(),
                    "",
                    plain.equals(sum) ? Optional.empty() : Optional.of(plain));
        }
        Optional<Fraction> value = cell instanceof Cell.Extremes extremes
                ? (aggregate == Aggregate.MAX ? extremes.greatest() : extremes.least()).map(Fraction::of)
                : ((Cell.Latest) cell).value().map(Fraction::of);
        long filled = value.isPresent() ? 1 : 0;
        return new Total(value, filled, filled, cell.rows(), "");
    }

    /** The value where it is above 0: what something can be divided by (rulings 20). */
    public Optional<Fraction> divisor() {
        return value.filter(sum -> sum.signum() > 0);
    }
}
