package dev.steelyard.input.intake;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Lane;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.RowBlock;
import dev.steelyard.engine.dataset.RowBlock.Picks;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.run.AmountSum;
import dev.steelyard.engine.run.InputFile.Counts;
import dev.steelyard.engine.run.InputFile.Outcomes;
import dev.steelyard.engine.unit.ExactSum;
import dev.steelyard.input.exports.SliceTally;
import dev.steelyard.input.exports.SliceTally.RejectedAmounts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps account of a slice: each row and its money under the row's one outcome. What went in is added up by the reader, on
 * its own, so that comparing the two says something.
 *
 * <p>Not for several threads.
 */
final class RowAccount {

    /** By precedence (architecture.md 4, Row outcome), the strongest last. */
    enum Outcome {
        USED,
        OUT_OF_WINDOW,
        DUPLICATE,
        REJECTED,
        EXCLUDED
    }

    private final List<String> columns;
    private final int[] positions;
    private final long[] rows = new long[Outcome.values().length];
    private final ExactSum[][] sums;

    RowAccount(Schema schema) {
        columns = schema.columns().stream()
                .filter(column -> column.type() == DatasetColumn.Type.AMOUNT)
                .map(DatasetColumn::name)
                .toList();
        positions = columns.stream().mapToInt(schema::indexOf).toArray();
        sums = new ExactSum[rows.length][positions.length];
        for (ExactSum[] ofOutcome : sums) {
            for (int i = 0; i < ofOutcome.length; i++) {
                ofOutcome[i] = new ExactSum();
            }
        }
    }

    void add(Outcome outcome, Row row) {
        rows[outcome.ordinal()]++;
        ExactSum[] ofOutcome = sums[outcome.ordinal()];
        for (int i = 0; i < positions.length; i++) {
            BigDecimal amount = row.number(positions[i]);
            if (amount != null) {
                ofOutcome[i].add(amount);
            }
        }
    }

    /** Rows by columns that have the outcome. */
    void add(Outcome outcome, RowBlock block, Picks picks) {
        rows[outcome.ordinal()] += picks.size();
        for (int i = 0; i < positions.length; i++) {
            if (block.lane(positions[i]) instanceof Lane.Decimals amounts) {
                ExactSum sum = sums[outcome.ordinal()][i];
                for (int k = 0; k < picks.size(); k++) {
                    int row = picks.get(k);
                    if (amounts.scale(row) >= 0) {
                        sum.add(amounts.unscaled(row), amounts.scale(row));
                    }
                }
            }
        }
    }

    /** A row that its reader rejected: what it holds of money stands in the reader's tally. */
    void addUnread() {
        rows[Outcome.REJECTED.ordinal()]++;
    }

    /** A row that a filter left out: what it holds of money stands in the reader's tally. */
    void addExcluded() {
        rows[Outcome.EXCLUDED.ordinal()]++;
    }

    private long rows(Outcome outcome) {
        return rows[outcome.ordinal()];
    }

    /** Rows so far. */
    long read() {
        return rows(Outcome.USED)
                + rows(Outcome.OUT_OF_WINDOW)
                + rows(Outcome.DUPLICATE)
                + rows(Outcome.REJECTED)
                + rows(Outcome.EXCLUDED);
    }

    /** The account closed with what the reader found in the slice. */
    Outcomes outcomes(SliceTally tally) {
        return outcomes(tally.read(), tally.sums(), tally.rejectedAmounts(), tally.excludedAmounts());
    }

    /** The account of rows that the reader's tally was given for elsewhere, to be added to that. */
    Outcomes without(SliceTally tally) {
        Map<String, BigDecimal> nothing = new LinkedHashMap<>();
        tally.sums().keySet().forEach(column -> nothing.put(column, BigDecimal.ZERO));
        return outcomes(0, nothing, Map.of(), Map.of());
    }

    private Outcomes outcomes(
            long read,
            Map<String, BigDecimal> in,
            Map<String, RejectedAmounts> unread,
            Map<String, BigDecimal> excluded) {
        Map<String, AmountSum> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            String column = columns.get(i);
            if (in.containsKey(column)) {
                RejectedAmounts atReading = unread.getOrDefault(column, RejectedAmounts.NONE);
                byColumn.put(
                        column,
                        new AmountSum(
                                in.get(column),
                                sum(Outcome.USED, i),
                                sum(Outcome.OUT_OF_WINDOW, i),
                                excluded.getOrDefault(column, BigDecimal.ZERO),
                                sum(Outcome.REJECTED, i).add(atReading.sum()),
                                sum(Outcome.DUPLICATE, i),
                                atReading.unreadable()));
            }
        }
        return new Outcomes(
                new Counts(
                        read,
                        rows(Outcome.USED),
                        rows(Outcome.OUT_OF_WINDOW),
                        rows(Outcome.EXCLUDED),
                        rows(Outcome.REJECTED),
                        rows(Outcome.DUPLICATE)),
                byColumn);
    }

    private BigDecimal sum(Outcome outcome, int column) {
        return sums[outcome.ordinal()][column].total();
    }
}
