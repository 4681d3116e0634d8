package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.plausible.MonthProfile.Repeated;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules about what is there a second time (rules.md 9: TWICE): decisions and events under another key, one export as another's. */
final class EqualRules {

    private EqualRules() {}

    private static Finding finding(String kind, Gravity gravity, String dataset, int month, String place, long rows) {
        return new Finding(kind, gravity, dataset, month, place, BigDecimal.valueOf(rows), Map.of()).with("rows", rows);
    }

    /** Rows of a register of decisions or events, or of marks, that say the same but for their key: each counts. */
    static void registers(Evidence seen, Consumer<Finding> to) {
        seen.rules().twice().ifPresent(rule -> {
            for (Schema schema : seen.registers().schemas().values()) {
                boolean counts = schema.lossless() && !schema.blanksUnread()
                        || schema.columns().stream()
                                .anyMatch(column -> column.max().isPresent());
                if (!schema.register() || schema.key().size() != 1 || !counts) {
                    continue;
                }
                Set<List<Object>> said = new HashSet<>();
                List<String> again = new ArrayList<>();
                for (Row row : seen.registers().rows(schema.dataset())) {
                    if (!said.add(butForKey(schema, row))) {
                        again.add(row.textOrBlank(schema.key().get(0)));
                    }
                }
                if (!again.isEmpty()) {
                    to.accept(finding(
                                    "TWICE.register",
                                    Gravity.WARNING,
                                    schema.dataset(),
                                    Month.of(seen.period().last()),
                                    "",
                                    again.size())
                            .with("first", again.get(0)));
                }
            }
        });
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
    static void datasets(Evidence seen, Consumer<Finding> to) {
        seen.rules().twice().ifPresent(rule -> {
            List<String> watched = VolumeRules.watched(seen);
            for (int month : seen.months()) {
                for (int i = 0; i < watched.size(); i++) {
                    for (String other : watched.subList(i + 1, watched.size())) {
                        MonthProfile one = seen.of(watched.get(i), month);
                        MonthProfile two = seen.of(other, month);
                        if (one.rows() >= rule.different() && isSame(one, two)) {
                            boolean many = one.rows() >= seen.rules().base().rows();
                            to.accept(finding(
                                            "TWICE.dataset",
                                            many ? Gravity.IMPLAUSIBLE : Gravity.WARNING,
                                            other,
                                            month,
                                            watched.get(i),
                                            one.rows())
                                    .with("other", watched.get(i)));
                        }
                    }
                }
            }
        });
    }

    private static boolean isSame(MonthProfile one, MonthProfile other) {
        return one.rows() == other.rows()
                && List.of("quantity", "amount").stream().allMatch(column -> {
                    BigDecimal sum = one.sums().get(column);
                    BigDecimal same = other.sums().get(column);
                    return sum != null && same != null && sum.signum() != 0 && sum.compareTo(same) == 0;
                });
    }

    /** The same of the datasets whose volume nobody watches: by them people are scored, so they only warn. */
    static void others(Evidence seen, Consumer<Finding> to) {
        seen.rules().twice().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.profiles().keySet())) {
                Schema schema = seen.registers().schema(dataset);
                boolean other = !schema.register() && !seen.rules().watched().contains(dataset);
                for (int month : other ? seen.months() : List.<Integer>of()) {
                    MonthProfile now = seen.of(dataset, month);
                    int enough = now.repeats().common() ? rule.common() : rule.different();
                    Map<String, Repeated> people = new TreeMap<>(now.repeats().people());
                    people.values().removeIf(own -> own.different() < enough);
                    if (people.size() >= rule.people()) {
                        long rows = people.values().stream()
                                .mapToLong(Repeated::rows)
                                .sum();
                        to.accept(finding("TWICE.other", Gravity.WARNING, dataset, month, "", rows)
                                .with("people", people.size())
                                .with("first", people.keySet().iterator().next()));
                    }
                }
            }
        });
    }
}
