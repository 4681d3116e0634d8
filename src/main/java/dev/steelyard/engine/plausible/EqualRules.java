package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Rules about what is there a second time (rules.md 9: TWICE): decisions and events under another key, one export as another's. */
final class EqualRules {

    private EqualRules() {}

    /** Rows of a register of decisions or events, or of marks, that say the same but for their key: each counts. */
    static void registers(Evidence seen, Consumer<Finding> to) {
        for (Schema schema : seen.registers().schemas().values()) {
            boolean counts = schema.lossless() && !schema.blanksUnread()
                    || schema.columns().stream().anyMatch(column -> column.max().isPresent());
            if (!schema.register() || schema.key().size() != 1 || !counts) {
                continue;
            }
            Set<List<Object>> said = new HashSet<>();
            List<Row> again = seen.registers().rows(schema.dataset()).stream()
                    .filter(row -> !said.add(butForKey(schema, row)))
                    .toList();
            if (!again.isEmpty()) {
                to.accept(seen.last(schema.dataset())
                        .warning("TWICE.register", again.size())
                        .with("rows", again.size())
                        .with("first", again.get(0).textOrBlank(schema.key().get(0))));
            }
        }
    }

    private static List<Object> butForKey(Schema schema, Row row) {
        List<Object> all = new ArrayList<>();
        for (DatasetColumn column : schema.columns()) {
            Object value = row.value(schema.indexOf(column.name()));
            boolean key = schema.key().contains(column.name());
            all.add(key ? "" : value instanceof BigDecimal number ? Fraction.of(number) : value);
        }
        return all;
    }

    /** One export under the name of another: as many rows with the same quantities and amounts. */
    static void datasets(Plausible.Twice rule, Evidence seen, Consumer<Finding> to) {
        List<String> watched = seen.watched();
        for (int month : seen.months()) {
            for (int i = 0; i < watched.size(); i++) {
                MonthProfile one = seen.at(watched.get(i), month).now();
                for (String other : watched.subList(i + 1, watched.size())) {
                    DatasetMonth two = seen.at(other, month);
                    if (one.rows() >= rule.different() && isSame(one, two.now())) {
                        boolean many = one.rows() >= seen.rules().base().rows();
                        to.accept(two.finding(Gravity.of(many), "TWICE.dataset", one.rows())
                                .at("other", watched.get(i))
                                .with("rows", one.rows()));
                    }
                }
            }
        }
    }

    private static boolean isSame(MonthProfile one, MonthProfile other) {
        return one.rows() == other.rows()
                && List.of("quantity", "amount").stream()
                        .allMatch(column ->
                                one.sum(column).signum() != 0 && one.sum(column).compareTo(other.sum(column)) == 0);
    }
}
