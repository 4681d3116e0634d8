package dev.steelyard.engine.plausible;

import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.unit.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rules about what stands in the cells of an export as a whole (rules.md 9: SWAP, LOST, UNREAD). */
final class ValueRules {

    private ValueRules() {}

    static void swap(Plausible.Swap rule, DatasetMonth at, Consumer<Finding> to) {
        Fraction share = at.now().swappedShare();
        boolean all = share.isAtLeast(rule.implausible());
        boolean unusual = share.isAtLeast(rule.warning())
                && at.most(MonthProfile::swappedShare).isBelow(rule.base());
        if (at.now().priced() >= rule.rows() && (all || unusual)) {
            to.accept(at.finding(Gravity.of(all), "SWAP", share)
                    .with("rows", at.now().swapped())
                    .with("share", Ratios.percent(share)));
        }
    }

    static void lost(Plausible.Lost rule, Evidence seen, Consumer<Finding> to) {
        for (String dataset : seen.datasets()) {
            // Rows without a day are shared out among open months; closed ones were looked at with their own run.
            if (seen.months().isEmpty() && !seen.isUndated(dataset)) {
                continue;
            }
            MonthProfile undated = seen.at(dataset, Profile.UNDATED).now();
            long rejected = undated.lost();
            long all = undated.lost() + (seen.isUndated(dataset) ? undated.rows() : 0);
            for (DatasetMonth at : seen.months(dataset)) {
                rejected += at.now().lost();
                all += at.now().lost() + at.now().rows();
            }
            Fraction share = Ratios.share(rejected, all);
            boolean most = rejected >= rule.rows() && share.isAtLeast(rule.share()) || rejected == all && all >= 2;
            boolean required = seen.required().contains(dataset);
            boolean grave = required && most;
            boolean part = required ? rule.warning().isBelow(share) : rejected >= 2 && share.isAtLeast(rule.share());
            if (grave || part) {
                to.accept(seen.last(dataset)
                        .finding(Gravity.of(grave), grave ? "LOST" : "LOST.part", rejected)
                        .with("rows", rejected)
                        .with("all", all)
                        .with("share", Ratios.percent(share)));
            }
        }
    }

    static void unread(Plausible.Unread rule, Evidence seen, Consumer<Finding> to) {
        seen.unread().forEach(column -> {
            if (rule.known().getOrDefault(column.dataset(), List.of()).contains(column.header())) {
                return;
            }
            Map<String, Long> forbidden = new TreeMap<>(column.values());
            forbidden.keySet().removeIf(value -> rule.words().stream().noneMatch(value.strip()::equalsIgnoreCase));
            long rows = Ratios.total(forbidden);
            Map<String, Long> told = rows > 0 ? forbidden : new TreeMap<>(column.values());
            to.accept(seen.last(column.dataset())
                    .finding(unread(seen, column, rows > 0), column.values().isEmpty() ? "UNREAD.text" : "UNREAD", rows)
                    .at("which", column.header())
                    .with("values", told.keySet().stream().limit(5).collect(Collectors.joining(", "))));
        });
    }

    /** A list of people, customers or products may hold what is closed; decisions, events, targets and facts change pay by being there. */
    private static Gravity unread(Evidence seen, UnreadColumn column, boolean isForbidden) {
        boolean pays = !isNamed(seen, column.dataset());
        if (isForbidden) {
            return Gravity.of(pays);
        }
        return pays && column.mayBeStatus() ? Gravity.WARNING : Gravity.NOTE;
    }

    /** Whether other datasets name its rows. */
    private static boolean isNamed(Evidence seen, String dataset) {
        return seen.registers().schemas().values().stream()
                .flatMap(schema -> schema.columns().stream())
                .anyMatch(column -> column.references().equals(Optional.of(dataset)));
    }
}
