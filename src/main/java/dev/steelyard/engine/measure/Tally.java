package dev.steelyard.engine.measure;

import dev.steelyard.engine.fact.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Where;
import java.util.List;
import java.util.Map;

/**
 * What is accumulated: facts of a plan in their plainest form, so that measures which ask for the same share one
 * accumulator.
 *
 * @param date the column that puts a row in a month
 * @param by the columns that sums are kept apart by; empty where they are not
 */
public record Tally(Kind kind, String dataset, List<String> columns, String date, Where where, List<String> by) {

    /** Which cell is kept. */
    public enum Kind {
        /** Rows, and the sum and number of filled cells. */
        AMOUNT,
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

    /** @throws IllegalArgumentException if the facts have no date to be windowed by */
    public static Tally of(Facts facts, Map<String, Schema> schemas) {
        String date = facts.date()
                .or(() -> schemas.get(facts.dataset()).date())
                .orElseThrow(() -> new IllegalArgumentException("dataset " + facts.dataset() + " has no date column"));
        return new Tally(kind(facts.aggregate()), facts.dataset(), facts.columns(), date, facts.where(), List.of());
    }

    /** The sums of the columns, by the groups of others. */
    static Tally of(Groups groups, Map<String, Schema> schemas) {
        String date = schemas.get(groups.dataset()).date().orElseThrow();
        return new Tally(Kind.GROUPS, groups.dataset(), groups.sums(), date, groups.where(), groups.by());
    }

    private static Kind kind(Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT, SUM, AVERAGE -> Kind.AMOUNT;
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
            case AMOUNT, DAYS -> new Cell.Amount();
            case DISTINCT -> new Cell.Distinct();
            case EXTREMES -> new Cell.Extremes();
            case LATEST -> new Cell.Latest();
            case GROUPS -> new Cell.Groups();
        };
    }
}
