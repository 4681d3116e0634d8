package dev.steelyard.app.publication;

import dev.steelyard.app.publication.Discrepancy.What;
import dev.steelyard.ledger.records.Payment;
import dev.steelyard.ledger.records.PaymentHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ledger holds, as the cells of the machine file in which it was published. */
final class RecordedCells {

    private RecordedCells() {}

    /** Row by row and column by column, as far as the ledger holds the column. */
    static List<Discrepancy> compare(
            What what,
            String place,
            Map<String, Map<String, String>> published,
            Map<String, Map<String, String>> recorded) {
        List<Discrepancy> found = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(published.keySet());
        keys.addAll(recorded.keySet());
        for (String key : keys) {
            Map<String, String> one = published.get(key);
            Map<String, String> other = recorded.get(key);
            if (one == null || other == null) {
                found.add(new Discrepancy(
                        what, place, key, one == null ? "" : brief(one), other == null ? "" : brief(other)));
                continue;
            }
            other.forEach((column, value) -> {
                String expected = one.getOrDefault(column, "");
                if (!isSame(expected, value)) {
                    found.add(new Discrepancy(what, place, key + " " + column, expected, value));
                }
            });
        }
        return found;
    }

    private static String brief(Map<String, String> row) {
        return row.getOrDefault("amount", row.getOrDefault("final", row.getOrDefault("status", "")));
    }

    /** A number is the same in any spelling. */
    private static boolean isSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static Map<String, Map<String, String>> byKey(List<Map<String, String>> rows, String column) {
        Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(row.get(column), row));
        return byKey;
    }

    static Map<String, String> of(PaymentHistory.Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("employee_id", line.employeeId());
        cells.put("component", line.component());
        cells.put("source_period", line.sourcePeriod().toString());
        cells.put("basis", line.basis());
        cells.put("rate", line.rate());
        cells.put("amount", line.amount().toString());
        cells.put("currency", line.currency());
        cells.put("status", line.status());
        return cells;
    }

    static Map<String, String> of(Payment payment) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("employee_id", payment.employeeId());
        cells.put("component", payment.component());
        cells.put("source_period", payment.sourcePeriod().toString());
        cells.put("amount", payment.amount().toString());
        cells.put("currency", payment.currency());
        return cells;
    }
}
