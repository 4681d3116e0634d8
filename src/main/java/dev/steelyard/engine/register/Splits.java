package dev.steelyard.engine.register;

import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.fact.SplitRow;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Order lines that several people share 分单 (rules.md 8.4; rulings 109). A line's shares sum to exactly 1, or the line and its rows
 * are refused together.
 */
public final class Splits {

    /**
     * One person's part of an order line.
     *
     * @param share a fraction of the line; above 0
     */
    public record Split(String orderLineId, String employeeId, BigDecimal share, Row row) {}

    private final Map<String, List<Split>> byLine = new LinkedHashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Map<String, String> spelled = new HashMap<>();

    /** @param known whether there is a person of that id */
    Splits(List<SplitRow> rows, Predicate<String> known) {
        Map<String, List<SplitRow>> lines = new LinkedHashMap<>();
        for (SplitRow row : rows) {
            List<SplitRow> own = lines.computeIfAbsent(row.orderLineId(), line -> new ArrayList<>());
            if (own.stream().noneMatch(row::isSameAs)) {
                own.add(row);
            }
        }
        lines.forEach((line, own) -> {
            spelled.put(folded(line), line);
            String reason = reason(own, known);
            if (reason.isEmpty()) {
                byLine.put(line, named(line, own));
            } else {
                refused.put(line, reason);
            }
        });
    }

    /** An id without blanks and case: two that are alike otherwise mean one line, and which of them is right nobody can say. */
    private static String folded(String line) {
        return line.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static String reason(List<SplitRow> rows, Predicate<String> known) {
        BigDecimal sum = BigDecimal.ZERO;
        for (SplitRow row : rows) {
            BigDecimal share = row.part();
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || !known.test(row.employeeId())) {
                return row.employeeId() + " " + percent(share);
            }
            sum = sum.add(share);
        }
        return sum.compareTo(BigDecimal.ONE) == 0 ? "" : "Σ " + percent(sum);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private static List<Split> named(String line, List<SplitRow> rows) {
        return rows.stream()
                .filter(row -> row.part().signum() > 0)
                .map(row -> new Split(line, row.employeeId(), row.part(), row.row()))
                .toList();
    }

    /** Line → who shares it. */
    public Map<String, List<Split>> byLine() {
        return byLine;
    }

    /** The lines that somebody split, rightly or not. */
    public Set<String> lines() {
        Set<String> lines = new HashSet<>(byLine.keySet());
        lines.addAll(refused.keySet());
        return lines;
    }

    /** Whose a line is; empty where nobody split it. */
    public List<Split> of(String orderLineId) {
        return byLine.getOrDefault(orderLineId, List.of());
    }

    /** Whether no order line is shared, and none was refused for its shares (ruling 109). */
    public boolean isEmpty() {
        return byLine.isEmpty() && refused.isEmpty();
    }

    /** What is wrong with the split that a row of splits is part of, where something is. */
    public Optional<Problem> refusal(Row split) {
        return SplitRow.DATASET.read(split).flatMap(said -> refusal(said.orderLineId(), split));
    }

    /** What is wrong with the split of a line, where something is: also that it is spelled otherwise than the line. */
    public Optional<Problem> refusal(String orderLineId, Row row) {
        if (byLine.containsKey(orderLineId)) {
            return Optional.empty();
        }
        String other = spelled.get(folded(orderLineId));
        String spelling = other == null || other.equals(orderLineId) ? null : other + " ≠ " + orderLineId;
        return Optional.ofNullable(refused.getOrDefault(orderLineId, spelling))
                .map(reason -> Problem.of(ProblemCode.ROW_SPLIT, row.source(), "order_line_id", orderLineId)
                        .with("reason", reason));
    }
}
