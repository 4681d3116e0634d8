package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.plausible.MonthProfile.Spread;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rules about the numbers of a dataset that are on another scale than before, or than they go to (rules.md 9: UNIT). They only warn. */
final class ScaleRules {

    /** Of many rows a twentieth moves little from month to month. */
    private static final Fraction THREEFOLD = Fraction.of(3);

    /** A twentieth of so many rows is a few. */
    private static final int MANY = 5;

    private static final Fraction TENFOLD = Fraction.of(10);

    /** Minutes of a day are no marks. */
    private static final Fraction DAY = Fraction.of(1440);

    private ScaleRules() {}

    static void unit(Plausible.Unit rule, Evidence seen, Consumer<Finding> to) {
        List<DatasetMonth> dated = seen.dated();
        for (DatasetMonth at : dated) {
            for (DatasetColumn column : at.columns()) {
                if (column.type().isNumeric() && !column.optional()) {
                    mean(rule, at, column.name(), to);
                }
            }
        }
        for (int month : seen.months()) {
            List<DatasetMonth> here =
                    dated.stream().filter(at -> at.month() == month).toList();
            here.forEach(at -> spread(rule, at, to));
            here.forEach(at -> at.columns().forEach(column -> scale(rule, at, column, to)));
            here.forEach(at -> at.columns().forEach(column -> half(rule, at, column, to)));
            flow(rule, seen, month, to);
        }
    }

    /** The mean of a column beside that of each month before: nearest to it still so many times away. */
    private static void mean(Plausible.Unit rule, DatasetMonth at, String column, Consumer<Finding> to) {
        MonthProfile now = at.now();
        if (now.rows() < rule.rows()) {
            return;
        }
        List<MonthProfile> base = at.base();
        if (now.sum(column).signum() < 0
                && base.stream().noneMatch(one -> one.sum(column).signum() < 0)) {
            to.accept(at.warning("UNIT.negative", Fraction.of(now.sum(column)))
                    .at("which", column)
                    .with("sum", now.sum(column).toPlainString()));
            return;
        }
        Optional<Fraction> mean = now.mean(column);
        List<Fraction> before =
                base.stream().flatMap(one -> one.mean(column).stream()).toList();
        if (mean.isPresent() && at.seen().isEnough(base) && before.size() == base.size()) {
            before.stream()
                    .map(mean.get()::over)
                    .min(Ratios.NEAREST)
                    .filter(nearest -> rule.warning().isBelow(Ratios.distance(nearest)))
                    .ifPresent(nearest -> to.accept(at.warning("UNIT.column", Ratios.distance(nearest))
                            .at("which", column)
                            .with("ratio", Ratios.plain(nearest))));
        }
    }

    /** A part of the amounts in another unit: the smallest or largest twentieth so many times away from every month before. */
    private static void spread(Plausible.Unit rule, DatasetMonth at, Consumer<Finding> to) {
        List<Spread> before =
                at.base().stream().flatMap(one -> one.spread().stream()).toList();
        if (at.now().spread().isEmpty()
                || at.now().rows() < MANY * rule.rows()
                || !at.seen().isEnough(before)) {
            return;
        }
        Spread now = at.now().spread().get();
        List.<Function<Spread, BigDecimal>>of(Spread::low, Spread::high).stream()
                .map(end -> before.stream()
                        .map(one -> Ratios.of(end.apply(now), end.apply(one)))
                        .min(Ratios.NEAREST)
                        .orElseThrow())
                .filter(nearest -> THREEFOLD.isBelow(Ratios.distance(nearest)))
                .findFirst()
                .ifPresent(nearest -> to.accept(
                        at.warning("UNIT.part", Ratios.distance(nearest)).with("ratio", Ratios.plain(nearest))));
    }

    /** Marks that are far below what their column goes to: out of five instead of a hundred, or a share of 1. */
    private static void scale(Plausible.Unit rule, DatasetMonth at, DatasetColumn column, Consumer<Finding> to) {
        if (at.now().rows() >= rule.people()) {
            timesBelow(at, column)
                    .ifPresent(times -> to.accept(at.warning("UNIT.scale", times)
                            .at("which", column.name())
                            .with("most", goesTo(column).get().rounded(0).toPlainString())));
        }
    }

    /** Many marks, and none above half of what their column goes to: out of five instead of ten. */
    private static void half(Plausible.Unit rule, DatasetMonth at, DatasetColumn column, Consumer<Finding> to) {
        Fraction here = Fraction.of(at.now().most(column.name()));
        goesTo(column)
                .filter(most -> at.now().filled(column.name()) >= rule.rows())
                .filter(most -> here.signum() > 0 && most.isAtLeast(here.times(Fraction.of(2))))
                .filter(most -> timesBelow(at, column).isEmpty())
                .ifPresent(most -> to.accept(at.warning("UNIT.half", here)
                        .at("which", column.name())
                        .with("here", Ratios.plain(here))
                        .with("most", most.rounded(0).toPlainString())));
    }

    /** The most that a mark can be; empty of what is no mark. */
    private static Optional<Fraction> goesTo(DatasetColumn column) {
        return column.max().filter(max -> column.type() == DatasetColumn.Type.NUMBER && max.isBelow(DAY));
    }

    /** How many times the most that a mark can be is above the mean, where it is far above. */
    private static Optional<Fraction> timesBelow(DatasetMonth at, DatasetColumn column) {
        return goesTo(column)
                .flatMap(most -> at.now().mean(column.name()).map(most::over))
                .filter(TENFOLD::isBelow);
    }

    /** What dealers bought, sold and hospitals bought of a month: at prices and in quantities that are near each other. */
    private static void flow(Plausible.Unit rule, Evidence seen, int month, Consumer<Finding> to) {
        DatasetMonth bought = seen.at("sell_in", month);
        DatasetMonth sold = seen.at("sell_out", month);
        apart(rule, bought, sold, "price", to);
        apart(rule, bought, sold, "quantity", to);
        apart(rule, sold, seen.at("hospital_purchases", month), "quantity", to);
    }

    private static void apart(
            Plausible.Unit rule, DatasetMonth first, DatasetMonth second, String what, Consumer<Finding> to) {
        of(second, what)
                .flatMap(other -> of(first, what).map(other::over))
                .filter(ratio -> rule.warning().isBelow(Ratios.distance(ratio)))
                .ifPresent(ratio -> to.accept(second.warning("UNIT.flow." + what, Ratios.distance(ratio))
                        .at(what)
                        .with("first", first.dataset())
                        .with("ratio", Ratios.plain(ratio))));
    }

    /** A month's quantity, or the mean price of one of it. */
    private static Optional<Fraction> of(DatasetMonth at, String what) {
        Optional<Fraction> quantity = above(at.now().sum("quantity"));
        return what.equals("quantity")
                ? quantity
                : above(at.now().sum("amount")).flatMap(amount -> quantity.map(amount::over));
    }

    private static Optional<Fraction> above(BigDecimal sum) {
        return Optional.of(Fraction.of(sum)).filter(any -> any.signum() > 0);
    }
}
