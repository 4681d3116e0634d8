package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Rules about single rows and people that are unlike all that the months before hold (rules.md 9: SINGLE). Each may be right, so they
 * only warn; what the months before hold too is usual, and nothing is said of it.
 */
final class SingleRules {

    private SingleRules() {}

    /** The months before that this delivery holds: what single rows say is not remembered of others. */
    private static List<MonthProfile> before(Plausible.Single rule, DatasetMonth at) {
        return at.before().stream()
                .map(DatasetMonth::now)
                .filter(profile -> profile.rows() >= rule.rows())
                .toList();
    }

    /** A cost above its amount: a digit of the amount is missing, or the two are the wrong way round. */
    static void costs(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
        never(rule, at, "SINGLE.cost", MonthProfile::swapped, to);
    }

    /** A cost of a tenth of the amount, or less: a digit too many in the one, or too few in the other. */
    static void cheap(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
        never(rule, at, "SINGLE.cheap", month -> month.odd().cheap(), to);
    }

    /** An amount of 0. */
    static void nothing(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
        never(rule, at, "SINGLE.nothing", month -> month.odd().nothing(), to);
    }

    /** Rows that are so of which the months before hold none. */
    private static void never(
            Plausible.Single rule,
            DatasetMonth at,
            String kind,
            ToLongFunction<MonthProfile> rows,
            Consumer<Finding> to) {
        List<MonthProfile> before = before(rule, at);
        long few = rows.applyAsLong(at.now());
        if (few > 0 && at.seen().isEnough(before) && before.stream().allMatch(one -> rows.applyAsLong(one) == 0)) {
            to.accept(at.warning(kind, few).with("rows", few));
        }
    }

    /** An amount so many times the greatest that there ever was: a digit too many, or a tender. */
    static void amounts(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
        List<MonthProfile> before = before(rule, at);
        BigDecimal most = before.stream().map(MonthProfile::top).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal top = at.now().top();
        if (at.seen().isEnough(before) && isBeyond(rule, top, most)) {
            at.now().tops().entrySet().stream()
                    .filter(own -> own.getValue().amount().compareTo(top) == 0)
                    .findFirst()
                    .ifPresent(own -> to.accept(amount("SINGLE.amount", at, own.getKey(), top, most)));
        }
    }

    private static boolean isBeyond(Plausible.Single rule, BigDecimal now, BigDecimal most) {
        return most.signum() > 0 && rule.times().times(Fraction.of(most)).isBelow(Fraction.of(now));
    }

    private static Finding amount(String kind, DatasetMonth at, String person, BigDecimal amount, BigDecimal most) {
        return at.warning(kind, Fraction.of(amount))
                .at("person", person)
                .with("amount", Ratios.plain(amount))
                .with("most", Ratios.plain(most));
    }

    /** A number of another column so many times the greatest that there ever was. What has a scale cannot be beyond it. */
    static void numbers(Plausible.Single rule, Evidence seen, Consumer<Finding> to) {
        for (String dataset : seen.datasets()) {
            for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
                if (column.type() == DatasetColumn.Type.NUMBER && column.max().isEmpty()) {
                    seen.months(dataset).forEach(at -> number(rule, at, column.name(), to));
                }
            }
        }
    }

    private static void number(Plausible.Single rule, DatasetMonth at, String column, Consumer<Finding> to) {
        List<MonthProfile> before = before(rule, at);
        BigDecimal most = before.stream().map(one -> one.most(column)).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal now = at.now().most(column);
        if (at.seen().isEnough(before) && isBeyond(rule, now, most)) {
            to.accept(at.warning("SINGLE.column", Fraction.of(now))
                    .at("which", column)
                    .with("now", now.toPlainString())
                    .with("most", most.toPlainString()));
        }
    }

    /** The same of a first month: beside the greatest of everybody else, and where hardly a row has an amount of 0. */
    static void first(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
        if (at.now().rows() < rule.rows() || at.seen().isEnough(before(rule, at))) {
            return;
        }
        long nothing = at.now().odd().nothing();
        if (nothing > 0 && nothing * rule.rows() <= at.now().rows()) {
            to.accept(at.warning("SINGLE.none", nothing).with("rows", nothing));
        }
        List<Map.Entry<String, MonthProfile.Top>> tops = at.now().tops().entrySet().stream()
                .sorted(Comparator.comparing(own -> own.getValue().amount()))
                .toList();
        if (tops.size() >= rule.least()) {
            Map.Entry<String, MonthProfile.Top> top = tops.get(tops.size() - 1);
            BigDecimal amount = top.getValue().amount();
            BigDecimal next = tops.get(tops.size() - 2).getValue().amount();
            if (isBeyond(rule, amount, next)) {
                to.accept(amount("SINGLE.top", at, top.getKey(), amount, next));
            }
        }
    }

    /** No return at all, where each month before had some: they were left out, or exported as sales. */
    static void returns(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
        boolean always =
                at.lately().stream().allMatch(other -> other.now().odd().back() >= rule.least());
        boolean none = at.now().rows() >= rule.rows() && at.now().odd().back() == 0;
        if (none && always && at.seen().isEnough(before(rule, at))) {
            to.accept(at.warning("SINGLE.returns", 0));
        }
    }

    /** Somebody's month so many times their greatest, or a part of their least: their rows are in another unit. */
    static void people(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
        List<MonthProfile> before = before(rule, at);
        if (!at.seen().isEnough(before)) {
            return;
        }
        Map<String, BigDecimal> apart = new TreeMap<>(at.now().people());
        apart.entrySet().removeIf(own -> !isApart(rule, at.now(), before, own.getKey()));
        if (!apart.isEmpty()) {
            String first = apart.keySet().iterator().next();
            to.accept(at.warning("SINGLE.person", apart.size())
                    .at("first", first)
                    .with("people", apart.size())
                    .with("times", Ratios.plain(rule.times()))
                    .with("sum", Ratios.plain(apart.get(first))));
        }
    }

    private static boolean isApart(Plausible.Single rule, MonthProfile now, List<MonthProfile> before, String person) {
        if (!hasMany(rule, now, person) || before.stream().anyMatch(one -> !hasMany(rule, one, person))) {
            return false;
        }
        BigDecimal sum = now.people().get(person);
        List<BigDecimal> usual =
                before.stream().map(one -> one.people().get(person)).sorted().toList();
        return sum.signum() > 0
                && usual.get(0).signum() > 0
                && (isBeyond(rule, sum, usual.get(usual.size() - 1)) || isBeyond(rule, usual.get(0), sum));
    }

    private static boolean hasMany(Plausible.Single rule, MonthProfile month, String person) {
        return month.prints().containsKey(person) && month.prints().get(person).rows() >= rule.least();
    }

    /** A few blank cells of a column that is never blank. What is done later, and so may still be missing, has a day. */
    static void blank(Plausible.Single rule, Evidence seen, Consumer<Finding> to) {
        for (String dataset : seen.datasets()) {
            Schema schema = seen.registers().schema(dataset);
            for (DatasetColumn column : schema.columns()) {
                if (seen.has(dataset) && !schema.blanksUnread() && isAlwaysAsked(column)) {
                    blank(rule, seen.last(dataset), column, to);
                }
            }
        }
    }

    private static boolean isAlwaysAsked(DatasetColumn column) {
        boolean kind = column.type() != DatasetColumn.Type.TEXT
                || column.references().isPresent()
                || !column.choices().isEmpty();
        // Of filled and expected ones each blank cell is said where it stands.
        return !column.optional()
                && !column.filled()
                && !column.rules().expected()
                && !column.type().isDay()
                && kind;
    }

    private static void blank(Plausible.Single rule, DatasetMonth last, DatasetColumn column, Consumer<Finding> to) {
        boolean dated = !last.seen().isUndated(last.dataset());
        List<Integer> months = dated ? last.seen().months() : List.of(Profile.UNDATED);
        long blank = 0;
        long filled = 0;
        long elsewhere = 0;
        long filledElsewhere = 0;
        for (Map.Entry<Integer, MonthProfile> month :
                last.seen().profile(last.dataset()).entrySet()) {
            long blanks = month.getValue().blank(column.name());
            boolean here = months.contains(month.getKey());
            blank += here ? blanks : 0;
            filled += month.getValue().filled(column.name());
            // Rows without a day are not done yet.
            if (!here && month.getKey() != Profile.UNDATED) {
                elsewhere += blanks;
                filledElsewhere += month.getValue().filled(column.name());
            }
        }
        // Of undated ones only choices: of other cells a blank says something.
        boolean kind = dated || !column.choices().isEmpty();
        boolean never =
                elsewhere == 0 && (filledElsewhere >= MANY * rule.rows() || filled >= MANY * rule.rows() * blank);
        if (kind && blank > 0 && never) {
            to.accept(last.warning("SINGLE.blank", blank)
                    .at("which", column.name())
                    .with("rows", blank));
        }
    }

    /** Of fewer rows none may be blank by chance. */
    private static final long MANY = 5;
}
