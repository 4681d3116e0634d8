package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Rules about columns that are blank, or 0, where they were filled, or should be (rules.md 9: BLANK, EMPTY). */
final class BlankRules {

    private BlankRules() {}

    /** Rows of all whose cell of a column that pay reads says nothing. */
    private record Blanks(DatasetMonth at, String column, long rows, long all) {

        void say(String kind, Plausible.Blank rule, Consumer<Finding> to) {
            Fraction share = Ratios.share(rows, all);
            if (share.isAtLeast(rule.warning())) {
                to.accept(at.finding(Gravity.of(share.isAtLeast(rule.implausible())), kind, share)
                        .at("which", column)
                        .with("rows", rows)
                        .with("share", Ratios.percent(share)));
            }
        }
    }

    /** Columns that pay reads. */
    static void paid(Plausible.Blank rule, Evidence seen, Consumer<Finding> to) {
        rule.columns().forEach((dataset, columns) -> {
            for (DatasetMonth at : seen.has(dataset) ? seen.months(dataset) : List.<DatasetMonth>of()) {
                if (at.isComparable()) {
                    columns.forEach(column -> paid(rule, at, column, to));
                    zero(rule, at, to);
                }
            }
        });
    }

    private static void paid(Plausible.Blank rule, DatasetMonth at, String column, Consumer<Finding> to) {
        // A row whose date is blank is in no month.
        boolean isDate = at.schema().date().equals(Optional.of(column));
        long rows = at.now().rows();
        long undated = at.seen().at(at.dataset(), Profile.UNDATED).now().rows();
        Blanks blanks = isDate
                ? new Blanks(at, column, undated, rows + undated)
                : new Blanks(at, column, at.now().blank(column), rows);
        if (blanks.rows() >= rule.rows() && rule.base().isAtLeast(at.most(one -> one.blankShare(column)))) {
            blanks.say("BLANK", rule, to);
        }
    }

    /** An amount that is 0 is as good as none, where hardly any was. */
    private static void zero(Plausible.Blank rule, DatasetMonth at, Consumer<Finding> to) {
        long nothing = at.now().odd().nothing();
        boolean usual = at.base().stream().anyMatch(one -> rule.base()
                .times(Fraction.of(one.rows()))
                .isBelow(Fraction.of(one.odd().nothing())));
        if (nothing >= rule.rows() && !usual) {
            String amount = at.columns().stream()
                    .filter(column -> column.type() == DatasetColumn.Type.AMOUNT)
                    .map(DatasetColumn::name)
                    .findFirst()
                    .orElseThrow();
            new Blanks(at, amount, nothing, at.now().rows()).say("BLANK.zero", rule, to);
        }
    }

    /** A register has no months: of columns that pay reads a part that is blank is grave, of other choices all of them. */
    static void registers(Plausible.Blank rule, Evidence seen, Consumer<Finding> to) {
        for (String dataset : new TreeSet<>(seen.required())) {
            MonthProfile all = seen.at(dataset, Profile.UNDATED).now();
            if (!seen.has(dataset) || all.rows() < 2 || !seen.isUndated(dataset)) {
                continue;
            }
            for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
                long blanks = all.blank(column.name());
                boolean pays = rule.isOfPay(dataset, column.name());
                boolean choice = !column.choices().isEmpty() && !column.optional();
                if (blanks > 0 && (pays || choice && blanks == all.rows() && blanks >= rule.rows())) {
                    new Blanks(seen.last(dataset), column.name(), blanks, all.rows()).say("BLANK.register", rule, to);
                }
            }
        }
    }

    /** Columns by which people are scored, where they were filled before. */
    static void scored(Plausible.Blank rule, DatasetMonth at, Consumer<Finding> to) {
        for (DatasetColumn column : at.columns()) {
            if (!column.optional()) {
                scored(rule, at, column.name(), to);
            }
        }
    }

    private static void scored(Plausible.Blank rule, DatasetMonth at, String column, Consumer<Finding> to) {
        MonthProfile now = at.now();
        long blanks = now.blank(column);
        boolean ofPay = rule.isOfPay(at.dataset(), column);
        if (blanks < rule.rows() || ofPay && at.isComparable()) {
            return;
        }
        Fraction share = now.blankShare(column);
        if (!at.isComparable()) {
            if (blanks == now.rows()
                    && (ofPay || blanks >= at.seen().rules().base().rows())) {
                to.accept(at.warning(ofPay ? "BLANK.all" : "EMPTY.column", share)
                        .at("which", column)
                        .with("rows", blanks));
            }
            return;
        }
        Fraction before = at.most(one -> one.blankShare(column));
        boolean emptied = blanks == now.rows() && before.isBelow(Fraction.ONE.minus(rule.base()));
        if (emptied || share.isAtLeast(rule.implausible()) && !rule.base().isBelow(before)) {
            to.accept(at.warning("BLANK.score", share)
                    .at("which", column)
                    .with("rows", blanks)
                    .with("share", Ratios.percent(share)));
        }
    }

    /** Amounts and shares that are all 0: programs that do not calculate a formula write that as its result. */
    static void zeros(Evidence seen, Consumer<Finding> to) {
        for (Schema schema : seen.registers().schemas().values()) {
            for (DatasetColumn column : schema.columns()) {
                boolean money = column.type() == DatasetColumn.Type.AMOUNT;
                if (schema.register() && (money || column.type() == DatasetColumn.Type.PERCENT)) {
                    List<BigDecimal> numbers = seen.registers().rows(schema.dataset()).stream()
                            .map(row -> row.number(column.name()))
                            .filter(Objects::nonNull)
                            .toList();
                    boolean zero = numbers.stream().allMatch(number -> number.signum() == 0);
                    zeros(seen.last(schema.dataset()), column.name(), zero ? numbers.size() : 0, to);
                } else if (money && seen.has(schema.dataset())) {
                    for (DatasetMonth at : seen.months(schema.dataset())) {
                        MonthProfile now = at.now();
                        boolean zero = now.sum(column.name()).signum() == 0
                                && now.most(column.name()).signum() == 0;
                        zeros(at, column.name(), zero ? now.filled(column.name()) : 0, to);
                    }
                }
            }
        }
    }

    private static void zeros(DatasetMonth at, String column, long rows, Consumer<Finding> to) {
        if (rows >= 2) {
            to.accept(at.warning("BLANK.zeros", rows).at("which", column).with("rows", rows));
        }
    }
}
