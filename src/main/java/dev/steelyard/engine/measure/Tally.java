package dev.steelyard.engine.measure;

import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Where;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is accumulated: facts of a plan in their plainest form, so that measures which ask for the same share one
 * accumulator.
 *
 * @param date the column that puts a row in a month
 * @param heldOn the day on which customers are looked up, where their rows go to whom they are assigned (rules.md 8.6)
 * @param pricedOn the day in whose prices amounts are summed (rules.md 8.9)
 * @param by the columns that sums are kept apart by; empty where they are not
 */
public record Tally(
        Kind kind,
        String dataset,
        List<String> columns,
        String date,
        Where where,
        List<String> by,
        Optional<LocalDate> heldOn,
        Optional<LocalDate> pricedOn) {

    /** Which cell is kept. */
    public enum Kind {
        /** Rows, and the sum and number of filled cells. */
        AMOUNT,
        /** As {@link #AMOUNT}, but whole for each of several people who share a row. */
        WHOLE,
        /** The sum by the factor that its prices are restated by. */
        RESTATED,
        /** As {@link #AMOUNT}, of the days between two columns. */
        DAYS,
        /** The different combinations of the columns. */
        DISTINCT,
        /** The least and the greatest value. */
        EXTREMES,
        /** The value on the latest day. */
        LATEST,
        /** The sum of each column, by group. */
        GROUPS
    }

    /**
     * @param last the last day of what is scored, on which customers are held and prices are
     * @throws IllegalArgumentException if the facts have no date to be windowed by
     */
    public static Tally of(Facts facts, Map<String, Schema> schemas, LocalDate last) {
        String date = facts.date()
                .or(() -> schemas.get(facts.dataset()).date())
                .orElseThrow(() -> new IllegalArgumentException("dataset " + facts.dataset() + " has no date column"));
        boolean restated = facts.basis().restated() && facts.aggregate() == Aggregate.SUM;
        return new Tally(
                restated ? Kind.RESTATED : kind(facts.aggregate()),
                facts.dataset(),
                facts.columns(),
                date,
                facts.where(),
                List.of(),
                facts.basis().assigned() ? Optional.of(last) : Optional.empty(),
                restated ? Optional.of(last) : Optional.empty());
    }

    /** The sums of the columns, by the groups of others. */
    static Tally of(Groups groups, Map<String, Schema> schemas) {
        String date = schemas.get(groups.dataset()).date().orElseThrow();
        return new Tally(
                Kind.GROUPS,
                groups.dataset(),
                groups.sums(),
                date,
                groups.where(),
                groups.by(),
                Optional.empty(),
                Optional.empty());
    }

    private static Kind kind(Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT, SUM -> Kind.AMOUNT;
            case AVERAGE -> Kind.WHOLE;
            case DAYS -> Kind.DAYS;
            case DISTINCT -> Kind.DISTINCT;
            case MIN, MAX -> Kind.EXTREMES;
            case LATEST -> Kind.LATEST;
            case PRIOR, REQUIRED, PASSED -> throw new IllegalArgumentException(
                    aggregate + " is looked up, not accumulated");
        };
    }

    Cell newCell() {
        return switch (kind) {
            case AMOUNT, WHOLE, DAYS -> new Cell.Amount();
            case DISTINCT -> new Cell.Distinct();
            case EXTREMES -> new Cell.Extremes();
            case LATEST -> new Cell.Latest();
            case GROUPS, RESTATED -> new Cell.Groups();
        };
    }
}
