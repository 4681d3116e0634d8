package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.PriceEvent;
import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.plausible.Evidence.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.plausible.MonthProfile.Spread;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rules about columns by which people are scored, in any dataset (rules.md 9): blank where they were filled (BLANK), blank throughout
 * (EMPTY), on another scale than before (UNIT), and datasets that end before the month (STALE). They only warn.
 */
final class ColumnRules {

    private ColumnRules() {}

    private static Finding finding(String kind, String dataset, int month, String place, Fraction figure) {
        return new Finding(kind, Gravity.WARNING, dataset, month, place, figure.rounded(6), Map.of());
    }

    /** Datasets with days whose months are looked at; of periods and of what is not dated there are none. */
    private static List<String> dated(Evidence seen) {
        return new TreeSet<>(seen.profiles().keySet())
                .stream()
                        .filter(seen::has)
                        .filter(dataset -> isDated(seen.registers().schema(dataset)))
                        .toList();
    }

    private static boolean isDated(Schema schema) {
        return schema.date()
                .flatMap(schema::column)
                .filter(column -> column.type() != DatasetColumn.Type.PERIOD)
                .isPresent();
    }

    /** No row of the month in a dataset that is not watched and whose months before had some. */
    static void stale(Evidence seen, Consumer<Finding> to) {
        if (seen.rules().stale().isEmpty() || !seen.isOver()) {
            return;
        }
        for (String dataset : dated(seen)) {
            for (int month : seen.months()) {
                boolean watched = seen.rules().watched().contains(dataset);
                boolean required = watched && seen.required().contains(dataset);
                // A month without an event is a good one.
                boolean events = seen.registers().schema(dataset).lossless();
                boolean lately = hasSome(seen, dataset, month - 1) && hasSome(seen, dataset, month - 2);
                // Registers, of exams say, may have rows once a quarter.
                boolean monthly = seen.registers().schema(dataset).register()
                        ? lately && hasSome(seen, dataset, month - 3)
                        : lately || seen.isComparable(seen.base(dataset, month));
                boolean usual = monthly || isElsewhere(seen, dataset, month);
                if (!required && !events && seen.of(dataset, month).rows() == 0 && usual) {
                    to.accept(finding(watched ? "STALE.other" : "THIN.other", dataset, month, "", Fraction.ZERO));
                }
            }
        }
    }

    /** An export without any row that is not required: as good as none, which is said too. Registers of decisions may be empty. */
    static void empty(Evidence seen, Consumer<Finding> to) {
        seen.rules().empty().ifPresent(rule -> {
            for (Schema schema : seen.registers().schemas().values()) {
                String dataset = schema.dataset();
                boolean isEmpty = seen.profiles().getOrDefault(dataset, Map.of()).values().stream()
                        .allMatch(month -> month.rows() + month.lost() == 0);
                boolean scores = !schema.lossless()
                        && (!schema.register() || schema.columns().stream().anyMatch(ColumnRules::isMark));
                if (isEmpty && scores && seen.has(dataset) && !seen.required().contains(dataset)) {
                    to.accept(finding(
                            "EMPTY.other", dataset, Month.of(seen.period().last()), "", Fraction.ZERO));
                }
            }
        });
    }

    /** Marks and shares: people are scored by what has them. */
    private static boolean isMark(DatasetColumn column) {
        return column.type().isNumeric() && column.max().isPresent() && !column.optional();
    }

    /** Too few rows to compare with, and more than come by chance. */
    private static boolean hasSome(Evidence seen, String dataset, int month) {
        return 4 * seen.of(dataset, month).rows() >= seen.rules().base().rows();
    }

    /** Enough rows, and hardly any of them of the three months before or after, where they would be if it were the right year: their year is wrong. */
    private static boolean isElsewhere(Evidence seen, String dataset, int month) {
        long rows = seen.profiles().get(dataset).entrySet().stream()
                .filter(entry -> entry.getKey() != Profile.UNDATED)
                .mapToLong(entry -> entry.getValue().rows())
                .sum();
        long near = IntStream.rangeClosed(month - 3, month + 3)
                .mapToLong(one -> seen.of(dataset, one).rows())
                .sum();
        boolean watched = seen.rules().watched().contains(dataset);
        return watched && rows > 0 && near == 0 || rows >= seen.rules().base().rows() && 10 * near <= rows;
    }

    static void blank(Evidence seen, Consumer<Finding> to) {
        seen.rules().blank().ifPresent(rule -> {
            for (String dataset : dated(seen)) {
                for (int month : seen.months()) {
                    for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
                        if (!column.optional()) {
                            blank(seen, rule, dataset, month, column.name(), to);
                        }
                    }
                }
            }
        });
    }

    private static void blank(
            Evidence seen, Plausible.Blank rule, String dataset, int month, String column, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        long blanks = now.blanks().getOrDefault(column, 0L);
        List<Compared> base = seen.base(dataset, month);
        boolean ofPay = rule.columns().getOrDefault(dataset, List.of()).contains(column);
        if (blanks < rule.rows() || ofPay && seen.isComparable(base)) {
            return;
        }
        Fraction share = now.blankShare(column);
        if (!seen.isComparable(base)) {
            if (blanks == now.rows() && (ofPay || blanks >= seen.rules().base().rows())) {
                to.accept(finding(ofPay ? "BLANK.all" : "EMPTY.column", dataset, month, column, share)
                        .with("which", column)
                        .with("rows", blanks));
            }
            return;
        }
        Fraction before =
                base.stream().map(one -> one.profile().blankShare(column)).reduce(Fraction.ZERO, Fraction::max);
        boolean emptied = blanks == now.rows() && before.isBelow(Fraction.ONE.minus(rule.base()));
        if (emptied || share.isAtLeast(rule.implausible()) && !rule.base().isBelow(before)) {
            to.accept(finding("BLANK.score", dataset, month, column, share)
                    .with("which", column)
                    .with("rows", blanks)
                    .with("share", VolumeRules.percent(share)));
        }
    }

    static void unit(Evidence seen, Consumer<Finding> to) {
        seen.rules().unit().ifPresent(rule -> {
            for (String dataset : dated(seen)) {
                for (int month : seen.months()) {
                    for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
                        if (column.type().isNumeric() && !column.optional()) {
                            mean(seen, rule, dataset, month, column.name(), to);
                        }
                    }
                }
            }
            for (int month : seen.months()) {
                dated(seen).forEach(dataset -> spread(seen, rule, dataset, month, to));
                dated(seen).forEach(dataset -> scale(seen, rule, dataset, month, to));
                dated(seen).forEach(dataset -> half(seen, rule, dataset, month, to));
                flow(seen, rule, month, to);
            }
            prices(seen, rule, to);
            shares(seen, rule, to);
        });
    }

    /** The mean of a column beside that of each month before: nearest to it still so many times away. */
    private static void mean(
            Evidence seen, Plausible.Unit rule, String dataset, int month, String column, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        if (isNegative(now, column)
                && now.rows() >= rule.rows()
                && seen.base(dataset, month).stream().noneMatch(one -> isNegative(one.profile(), column))) {
            to.accept(finding(
                            "UNIT.negative",
                            dataset,
                            month,
                            column,
                            Fraction.of(now.sums().get(column)))
                    .with("which", column)
                    .with("sum", now.sums().get(column).toPlainString()));
            return;
        }
        Optional<Fraction> mean = mean(now, column);
        List<Compared> base = seen.base(dataset, month);
        if (mean.isEmpty() || now.rows() < rule.rows() || !seen.isComparable(base)) {
            return;
        }
        List<Fraction> before = base.stream()
                .flatMap(one -> mean(one.profile(), column).stream())
                .toList();
        Optional<Fraction> nearest = before.stream()
                .map(one -> mean.get().over(one))
                .min((one, other) -> distance(one).compareTo(distance(other)));
        if (before.size() == base.size()
                && nearest.filter(ratio -> rule.warning().isBelow(distance(ratio)))
                        .isPresent()) {
            to.accept(finding("UNIT.column", dataset, month, column, distance(nearest.get()))
                    .with("which", column)
                    .with("ratio", UnitRules.plain(nearest.get())));
        }
    }

    private static boolean isNegative(MonthProfile month, String column) {
        return month.sums().getOrDefault(column, BigDecimal.ZERO).signum() < 0;
    }

    /** The mean of the filled cells, where it is above 0. */
    private static Optional<Fraction> mean(MonthProfile month, String column) {
        BigDecimal sum = month.sums().get(column);
        long filled = month.rows() - month.blanks().getOrDefault(column, 0L);
        return sum == null || sum.signum() <= 0 || filled <= 0
                ? Optional.empty()
                : Optional.of(Fraction.of(sum).over(Fraction.of(filled)));
    }

    private static Fraction distance(Fraction ratio) {
        return ratio.isBelow(Fraction.ONE) ? Fraction.ONE.over(ratio) : ratio;
    }

    /** A part of the amounts in another unit: the smallest or largest twentieth so many times away from every month before. */
    private static void spread(Evidence seen, Plausible.Unit rule, String dataset, int month, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        List<Spread> before = seen.base(dataset, month).stream()
                .flatMap(one -> one.profile().spread().stream())
                .toList();
        if (now.spread().isEmpty()
                || now.rows() < MANY * rule.rows()
                || before.size() < seen.rules().base().months()) {
            return;
        }
        for (Function<Spread, BigDecimal> end : List.<Function<Spread, BigDecimal>>of(Spread::low, Spread::high)) {
            Fraction nearest = before.stream()
                    .map(one -> ratio(end.apply(now.spread().get()), end.apply(one)))
                    .min((one, other) -> distance(one).compareTo(distance(other)))
                    .orElseThrow();
            if (THREEFOLD.isBelow(distance(nearest))) {
                to.accept(finding("UNIT.part", dataset, month, "", distance(nearest))
                        .with("ratio", UnitRules.plain(nearest)));
                return;
            }
        }
    }

    /** Of many rows a twentieth moves little from month to month. */
    private static final Fraction THREEFOLD = Fraction.of(3);

    /** A twentieth of so many rows is a few. */
    private static final int MANY = 5;

    private static Fraction ratio(BigDecimal one, BigDecimal other) {
        return Fraction.of(one).over(Fraction.of(other));
    }

    /** Marks that are far below what their column goes to: out of five instead of a hundred, or a share of 1. */
    private static void scale(Evidence seen, Plausible.Unit rule, String dataset, int month, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
            Optional<Fraction> most = column.type() == DatasetColumn.Type.NUMBER && now.rows() >= rule.people()
                    ? column.max().filter(max -> max.isBelow(DAY))
                    : Optional.empty();
            most.flatMap(max -> mean(now, column.name()).map(max::over))
                    .filter(TENFOLD::isBelow)
                    .ifPresent(times -> to.accept(finding("UNIT.scale", dataset, month, column.name(), times)
                            .with("which", column.name())
                            .with("most", most.get().rounded(0).toPlainString())));
        }
    }

    private static final Fraction TENFOLD = Fraction.of(10);

    /** Many marks, and none above half of what their column goes to: out of five instead of ten. */
    private static void half(Evidence seen, Plausible.Unit rule, String dataset, int month, Consumer<Finding> to) {
        MonthProfile now = seen.of(dataset, month);
        for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
            long filled = now.rows() - now.blanks().getOrDefault(column.name(), 0L);
            Optional<Fraction> most = column.type() == DatasetColumn.Type.NUMBER && filled >= rule.rows()
                    ? column.max().filter(max -> max.isBelow(DAY))
                    : Optional.empty();
            Optional<Fraction> here =
                    Optional.ofNullable(now.most().get(column.name())).map(Fraction::of);
            boolean above = here.filter(one -> one.signum() > 0
                            && most.filter(max -> max.isAtLeast(one.times(Fraction.of(2))))
                                    .isPresent())
                    .isPresent();
            boolean far = most.flatMap(max -> mean(now, column.name()).map(max::over))
                    .filter(TENFOLD::isBelow)
                    .isPresent();
            if (above && !far) {
                to.accept(finding("UNIT.half", dataset, month, column.name(), here.get())
                        .with("which", column.name())
                        .with("here", UnitRules.plain(here.get()))
                        .with("most", most.get().rounded(0).toPlainString()));
            }
        }
    }

    /** Minutes of a day are no marks. */
    private static final Fraction DAY = Fraction.of(1440);

    /** What dealers bought, sold and hospitals bought of a month: at prices and in quantities that are near each other. */
    private static void flow(Evidence seen, Plausible.Unit rule, int month, Consumer<Finding> to) {
        apart(seen, rule, month, "sell_in", "sell_out", "price", ColumnRules::price, to);
        apart(seen, rule, month, "sell_in", "sell_out", "quantity", ColumnRules::quantity, to);
        apart(seen, rule, month, "sell_out", "hospital_purchases", "quantity", ColumnRules::quantity, to);
    }

    private static void apart(
            Evidence seen,
            Plausible.Unit rule,
            int month,
            String first,
            String second,
            String what,
            Function<MonthProfile, Optional<Fraction>> of,
            Consumer<Finding> to) {
        of.apply(seen.of(first, month))
                .flatMap(one -> of.apply(seen.of(second, month)).map(other -> other.over(one)))
                .filter(ratio -> rule.warning().isBelow(distance(ratio)))
                .ifPresent(ratio -> to.accept(finding("UNIT.flow." + what, second, month, what, distance(ratio))
                        .with("first", first)
                        .with("ratio", UnitRules.plain(ratio))));
    }

    private static Optional<Fraction> quantity(MonthProfile month) {
        BigDecimal sum = month.sums().getOrDefault("quantity", BigDecimal.ZERO);
        return sum.signum() > 0 ? Optional.of(Fraction.of(sum)) : Optional.empty();
    }

    private static Optional<Fraction> price(MonthProfile month) {
        BigDecimal sum = month.sums().getOrDefault("amount", BigDecimal.ZERO);
        return sum.signum() > 0 ? quantity(month).map(Fraction.of(sum)::over) : Optional.empty();
    }

    /** A price that is so many times another: the two are in different units. */
    private static void prices(Evidence seen, Plausible.Unit rule, Consumer<Finding> to) {
        for (PriceEvent event : seen.registers().all(PriceEvent.DATASET)) {
            if (!event.isPriced()) {
                continue;
            }
            BigDecimal old = event.oldPrice().orElseThrow();
            BigDecimal now = event.newPrice().orElseThrow();
            if (rule.targets().isBelow(distance(ratio(now, old)))) {
                to.accept(finding(
                                "UNIT.price",
                                "price_events",
                                Month.of(seen.period().last()),
                                event.eventId(),
                                distance(ratio(now, old)))
                        .with("id", event.eventId())
                        .with("old", old.toPlainString())
                        .with("now", now.toPlainString()));
            }
        }
    }

    /** A region's share beside the one published before it: shares move by parts, units by a hundred. */
    private static void shares(Evidence seen, Plausible.Unit rule, Consumer<Finding> to) {
        for (String region : seen.registers().marketShare().regions()) {
            Optional<PublishedShare> newest =
                    seen.registers().marketShare().newest(region, seen.period().last(), Integer.MAX_VALUE);
            Optional<PublishedShare> before =
                    newest.flatMap(one -> seen.registers().marketShare().before(region, one));
            if (before.isEmpty()
                    || newest.get().share().signum() <= 0
                    || before.get().share().signum() <= 0) {
                continue;
            }
            Fraction moved = newest.get().share().over(before.get().share());
            if (rule.warning().isBelow(distance(moved))) {
                to.accept(finding(
                                "UNIT.share",
                                "market_share",
                                Month.of(seen.period().last()),
                                region,
                                distance(moved))
                        .with("region", region)
                        .with("newest", newest.get().period().toString())
                        .with("before", before.get().period().toString())
                        .with("ratio", UnitRules.plain(moved)));
            }
        }
    }
}
