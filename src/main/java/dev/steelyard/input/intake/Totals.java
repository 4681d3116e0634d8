package dev.steelyard.input.intake;

import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.input.exports.RowSink.Total;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The total rows of a slice, to be compared once the sums of what stands before them are known (architecture.md 4, Row outcome). */
public final class Totals {

    private final List<Total> totals = new ArrayList<>();

    void add(Total total) {
        totals.add(total);
    }

    /**
     * Total rows that do not say what the rows above them sum to.
     *
     * @param earlier column → its sum over the file's earlier slices
     */
    public List<Problem> differences(Map<String, BigDecimal> earlier) {
        List<Problem> differences = new ArrayList<>();
        for (Total total : totals) {
            total.stated().forEach((column, stated) -> {
                BigDecimal sum = total.before()
                        .getOrDefault(column, BigDecimal.ZERO)
                        .add(earlier.getOrDefault(column, BigDecimal.ZERO));
                if (sum.compareTo(stated) != 0) {
                    differences.add(Problem.of(ProblemCode.TOTAL_DIFFERS, total.where(), column, plain(stated))
                            .with("expected", plain(sum)));
                }
            });
        }
        return differences;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    List<Total> all() {
        return totals;
    }
}
