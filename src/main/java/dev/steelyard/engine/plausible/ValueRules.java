package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Evidence.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules about what stands in the cells of an export as a whole (rules.md 9: SWAP, LOST, BLANK, UNREAD). */
final class ValueRules {

    private ValueRules() {}

    private static Finding finding(
            String kind, Gravity gravity, String dataset, int month, String place, Fraction figure) {
        return new Finding(kind, gravity, dataset, month, place, figure.rounded(6), Map.of());
    }

    static void swap(Evidence seen, Consumer<Finding> to) {
        seen.rules().swap().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.profiles().keySet())) {
                for (int month : seen.months()) {
                    MonthProfile now = seen.of(dataset, month);
                    Fraction share = now.swappedShare();
                    Fraction before = seen.base(dataset, month).stream()
                            .map(one -> one.profile().swappedShare())
                            .reduce(Fraction.ZERO, Fraction::max);
                    boolean all = share.isAtLeast(rule.implausible());
                    if (now.priced() >= rule.rows()
                            && (all || share.isAtLeast(rule.warning()) && before.isBelow(rule.base()))) {
                        to.accept(
                                finding("SWAP", all ? Gravity.IMPLAUSIBLE : Gravity.WARNING, dataset, month, "", share)
                                        .with("rows", now.swapped())
                                        .with("share", VolumeRules.percent(share)));
                    }
                }
            }
        });
    }

    static void lost(Evidence seen, Consumer<Finding> to) {
        seen.rules().lost().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.profiles().keySet())) {
                MonthProfile undated = seen.of(dataset, Profile.UNDATED);
                long rejected = undated.lost();
                long all = undated.lost() + (isUndated(seen, dataset) ? undated.rows() : 0);
                for (int month : seen.months()) {
                    rejected += seen.of(dataset, month).lost();
                    all += seen.of(dataset, month).lost()
                            + seen.of(dataset, month).rows();
                }
                Fraction share =
                        all == 0 ? Fraction.ZERO : Fraction.of(rejected).over(Fraction.of(all));
                boolean most = rejected >= rule.rows() && share.isAtLeast(rule.share()) || rejected == all && all >= 2;
                boolean required = seen.required().contains(dataset);
                boolean grave = required && most;
                if (grave
                        || (required
                                ? rule.warning().isBelow(share)
                                : rejected >= 2 && share.isAtLeast(rule.share()))) {
                    to.accept(finding(
                                    grave ? "LOST" : "LOST.part",
                                    grave ? Gravity.IMPLAUSIBLE : Gravity.WARNING,
                                    dataset,
                                    Month.of(seen.period().last()),
                                    "",
                                    Fraction.of(rejected))
                            .with("rows", rejected)
                            .with("all", all)
                            .with("share", VolumeRules.percent(share)));
                }
            }
        });
    }

    private static boolean isUndated(Evidence seen, String dataset) {
        return seen.profiles().getOrDefault(dataset, Map.of()).keySet().stream()
                .allMatch(month -> month == Profile.UNDATED);
    }

    static void blank(Evidence seen, Consumer<Finding> to) {
        seen.rules().blank().ifPresent(rule -> rule.columns().forEach((dataset, columns) -> {
            for (int month : seen.has(dataset) ? seen.months() : List.<Integer>of()) {
                List<Compared> base = seen.base(dataset, month);
                for (String column : seen.isComparable(base) ? columns : List.<String>of()) {
                    blank(seen, rule, dataset, month, column, base, to);
                }
                if (seen.isComparable(base)) {
                    zero(seen, rule, dataset, month, base, to);
                }
            }
        }));
    }

    /** A register has no months: of columns that pay reads a part that is blank is grave, of other choices all of them. */
    static void blankRegisters(Evidence seen, Consumer<Finding> to) {
        seen.rules().blank().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.required())) {
                MonthProfile all = seen.of(dataset, Profile.UNDATED);
                if (!seen.has(dataset) || all.rows() < 2 || !isUndated(seen, dataset)) {
                    continue;
                }
                int month = Month.of(seen.period().last());
                for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
                    long blanks = all.blanks().getOrDefault(column.name(), 0L);
                    boolean pays =
                            rule.columns().getOrDefault(dataset, List.of()).contains(column.name());
                    boolean choice = !column.choices().isEmpty() && !column.optional();
                    if (blanks > 0 && (pays || choice && blanks == all.rows() && blanks >= rule.rows())) {
                        say("BLANK.register", rule, dataset, month, column.name(), blanks, all.rows(), to);
                    }
                }
            }
        });
    }

    private static void blank(
            Evidence seen,
            Plausible.Blank rule,
            String dataset,
            int month,
            String column,
            List<Compared> base,
            Consumer<Finding> to) {
        // A row whose date is blank is in no month.
        boolean isDate = seen.registers().schema(dataset).date().equals(Optional.of(column));
        MonthProfile now = seen.of(dataset, month);
        long blanks =
                isDate ? seen.of(dataset, Profile.UNDATED).rows() : now.blanks().getOrDefault(column, 0L);
        long all = isDate ? now.rows() + blanks : now.rows();
        Fraction before =
                base.stream().map(one -> one.profile().blankShare(column)).reduce(Fraction.ZERO, Fraction::max);
        if (blanks < rule.rows() || rule.base().isBelow(before)) {
            return;
        }
        say("BLANK", rule, dataset, month, column, blanks, all, to);
    }

    /** An amount that is 0 is as good as none, where hardly any was. */
    private static void zero(
            Evidence seen, Plausible.Blank rule, String dataset, int month, List<Compared> base, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        boolean usual = base.stream().map(Compared::profile).anyMatch(one -> rule.base()
                .times(Fraction.of(one.rows()))
                .isBelow(Fraction.of(one.odd().nothing())));
        if (now.odd().nothing() >= rule.rows() && !usual) {
            String amount = seen.registers().schema(dataset).columns().stream()
                    .filter(column -> column.type() == DatasetColumn.Type.AMOUNT)
                    .map(DatasetColumn::name)
                    .findFirst()
                    .orElseThrow();
            say("BLANK.zero", rule, dataset, month, amount, now.odd().nothing(), now.rows(), to);
        }
    }

    private static void say(
            String kind,
            Plausible.Blank rule,
            String dataset,
            int month,
            String column,
            long rows,
            long all,
            Consumer<Finding> to) {
        Fraction share = Fraction.of(rows).over(Fraction.of(all));
        if (share.isAtLeast(rule.warning())) {
            Gravity gravity = share.isAtLeast(rule.implausible()) ? Gravity.IMPLAUSIBLE : Gravity.WARNING;
            to.accept(finding(kind, gravity, dataset, month, column, share)
                    .with("which", column)
                    .with("rows", rows)
                    .with("share", VolumeRules.percent(share)));
        }
    }

    /** Amounts and shares that are all 0: programs that do not calculate a formula write that as its result. */
    static void zeros(Evidence seen, Consumer<Finding> to) {
        if (seen.rules().blank().isEmpty()) {
            return;
        }
        int last = Month.of(seen.period().last());
        for (Schema schema : seen.registers().schemas().values()) {
            for (DatasetColumn column : schema.columns()) {
                boolean money = column.type() == DatasetColumn.Type.AMOUNT;
                if (schema.register() && (money || column.type() == DatasetColumn.Type.PERCENT)) {
                    List<BigDecimal> numbers = seen.registers().rows(schema.dataset()).stream()
                            .map(row -> row.number(column.name()))
                            .filter(Objects::nonNull)
                            .toList();
                    boolean zero = numbers.stream().allMatch(number -> number.signum() == 0);
                    zeros(schema, column, last, zero ? numbers.size() : 0, to);
                } else if (money && seen.has(schema.dataset())) {
                    for (int month : seen.months()) {
                        MonthProfile now = seen.of(schema.dataset(), month);
                        long filled = now.rows() - now.blanks().getOrDefault(column.name(), 0L);
                        boolean zero = isZero(now.sums().get(column.name()))
                                && isZero(now.most().get(column.name()));
                        zeros(schema, column, month, zero ? filled : 0, to);
                    }
                }
            }
        }
    }

    private static boolean isZero(BigDecimal number) {
        return number == null || number.signum() == 0;
    }

    private static void zeros(Schema schema, DatasetColumn column, int month, long rows, Consumer<Finding> to) {
        if (rows >= 2) {
            to.accept(finding("BLANK.zeros", Gravity.WARNING, schema.dataset(), month, column.name(), Fraction.of(rows))
                    .with("which", column.name())
                    .with("rows", rows));
        }
    }

    static void unread(Evidence seen, Consumer<Finding> to) {
        seen.rules().unread().ifPresent(rule -> seen.unread().forEach(column -> {
            if (rule.known().getOrDefault(column.dataset(), List.of()).contains(column.header())) {
                return;
            }
            int month = Month.of(seen.period().last());
            Map<String, Long> forbidden = new TreeMap<>();
            column.values().forEach((value, rows) -> {
                if (rule.words().stream().anyMatch(word -> word.equalsIgnoreCase(value.strip()))) {
                    forbidden.put(value, rows);
                }
            });
            long rows = forbidden.values().stream().mapToLong(Long::longValue).sum();
            Gravity gravity = unread(seen, column, rows > 0);
            to.accept(finding(
                            column.values().isEmpty() ? "UNREAD.text" : "UNREAD",
                            gravity,
                            column.dataset(),
                            month,
                            column.header(),
                            Fraction.of(rows))
                    .with("which", column.header())
                    .with(
                            "values",
                            String.join(
                                    ", ",
                                    (rows > 0 ? forbidden : new TreeMap<>(column.values()))
                                            .keySet().stream().limit(5).toList())));
        }));
    }

    /** A list of people, customers or products may hold what is closed; decisions, events, targets and facts change pay by being there. */
    private static Gravity unread(Evidence seen, UnreadColumn column, boolean isForbidden) {
        boolean pays = !isNamed(seen, column.dataset());
        if (isForbidden) {
            return pays ? Gravity.IMPLAUSIBLE : Gravity.WARNING;
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
