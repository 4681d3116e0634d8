package dev.steelyard.engine.plausible;

import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    /** Looks at a watched dataset's month beside those before. */
    @FunctionalInterface
    private interface Look {
        void at(Plausible.Single rule, DatasetMonth at, List<MonthProfile> before);
    }

    private static void each(Evidence seen, Look look) {
        seen.rules().single().ifPresent(rule -> seen.watchedMonths().forEach(at -> {
            List<MonthProfile> before = before(rule, at);
            if (seen.isEnough(before)) {
                look.at(rule, at, before);
            }
        }));
    }

    /** Rows that are so of which the months before hold none. */
    private static void never(Evidence seen, String kind, ToLongFunction<MonthProfile> rows, Consumer<Finding> to) {
        each(seen, (rule, at, before) -> {
            long few = rows.applyAsLong(at.now());
            if (few > 0 && before.stream().allMatch(one -> rows.applyAsLong(one) == 0)) {
                to.accept(at.warning(kind, few).with("rows", few));
            }
        });
    }

    /** A cost above its amount: a digit of the amount is missing, or the two are the wrong way round. */
    static void costs(Evidence seen, Consumer<Finding> to) {
        never(seen, "SINGLE.cost", MonthProfile::swapped, to);
    }

    /** An amount of 0. */
    static void nothing(Evidence seen, Consumer<Finding> to) {
        never(seen, "SINGLE.nothing", month -> month.odd().nothing(), to);
    }

    /** An amount so many times the greatest that there ever was: a digit too many, or a tender. */
    static void amounts(Evidence seen, Consumer<Finding> to) {
        each(seen, (rule, at, before) -> {
            BigDecimal most = before.stream().map(MonthProfile::top).reduce(BigDecimal.ZERO, BigDecimal::max);
            BigDecimal top = at.now().top();
            if (isBeyond(rule, top, most)) {
                String person = at.now().tops().entrySet().stream()
                        .filter(own -> own.getValue().amount().compareTo(top) == 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
                to.accept(amount("SINGLE.amount", at, person, top, most));
            }
        });
    }

    private static boolean isBeyond(Plausible.Single rule, BigDecimal now, BigDecimal most) {
        return most.signum() > 0 && rule.times().times(Fraction.of(most)).isBelow(Fraction.of(now));
    }

    private static Finding amount(String kind, DatasetMonth at, String person, BigDecimal amount, BigDecimal most) {
        return at.warning(kind, Fraction.of(amount))
                .at(person)
                .with("person", person)
                .with("amount", Ratios.plain(amount))
                .with("most", Ratios.plain(most));
    }

    /** A number of another column so many times the greatest that there ever was. What has a scale cannot be beyond it. */
    static void numbers(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (String dataset : seen.datasets()) {
                for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
                    if (column.type() == DatasetColumn.Type.NUMBER
                            && column.max().isEmpty()) {
                        seen.months(dataset).forEach(at -> number(rule, at, column.name(), to));
                    }
                }
            }
        });
    }

    private static void number(Plausible.Single rule, DatasetMonth at, String column, Consumer<Finding> to) {
        List<MonthProfile> before = before(rule, at);
        BigDecimal most = before.stream().map(one -> one.most(column)).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal now = at.now().most(column);
        if (at.seen().isEnough(before) && isBeyond(rule, now, most)) {
            to.accept(at.warning("SINGLE.column", Fraction.of(now))
                    .at(column)
                    .with("which", column)
                    .with("now", now.toPlainString())
                    .with("most", most.toPlainString()));
        }
    }

    /** The same of a first month: beside the greatest of everybody else, and where hardly a row has an amount of 0. */
    static void first(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (DatasetMonth at : seen.watchedMonths()) {
                if (at.now().rows() >= rule.rows() && !seen.isEnough(before(rule, at))) {
                    first(rule, at, to);
                }
            }
        });
    }

    private static void first(Plausible.Single rule, DatasetMonth at, Consumer<Finding> to) {
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
    static void returns(Evidence seen, Consumer<Finding> to) {
        each(seen, (rule, at, before) -> {
            boolean always =
                    at.lately().stream().allMatch(other -> other.now().odd().back() >= rule.least());
            MonthProfile now = at.now();
            if (seen.isOver()
                    && always
                    && now.rows() >= rule.rows()
                    && now.odd().back() == 0) {
                to.accept(at.warning("SINGLE.returns", 0));
            }
        });
    }

    /** Somebody's month so many times their greatest, or a part of their least: their rows are in another unit. */
    static void people(Evidence seen, Consumer<Finding> to) {
        each(seen, (rule, at, before) -> {
            MonthProfile now = at.now();
            List<String> apart = new ArrayList<>();
            new TreeMap<>(now.people()).forEach((person, sum) -> {
                List<BigDecimal> usual = before.stream()
                        .filter(one -> one.prints().containsKey(person)
                                && one.prints().get(person).rows() >= rule.least())
                        .map(one -> one.people().get(person))
                        .toList();
                boolean compared = usual.size() == before.size()
                        && now.prints().get(person).rows() >= rule.least()
                        && usual.stream().allMatch(one -> one.signum() > 0);
                if (compared && sum.signum() > 0 && isApart(rule, sum, usual)) {
                    apart.add(person);
                }
            });
            // Before its last day a month is a part of one.
            if (seen.isOver() && !apart.isEmpty()) {
                String first = apart.get(0);
                to.accept(at.warning("SINGLE.person", apart.size())
                        .at(first)
                        .with("people", apart.size())
                        .with("first", first)
                        .with("times", Ratios.plain(rule.times()))
                        .with("sum", Ratios.plain(now.people().get(first))));
            }
        });
    }

    private static boolean isApart(Plausible.Single rule, BigDecimal sum, List<BigDecimal> usual) {
        BigDecimal most = usual.stream().max(Comparator.naturalOrder()).orElseThrow();
        BigDecimal least = usual.stream().min(Comparator.naturalOrder()).orElseThrow();
        return isBeyond(rule, sum, most) || isBeyond(rule, least, sum);
    }

    /** A few blank cells of a column that is never blank. What is done later, and so may still be missing, has a day. */
    static void blank(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (String dataset : seen.datasets()) {
                Schema schema = seen.registers().schema(dataset);
                for (DatasetColumn column : schema.columns()) {
                    if (seen.has(dataset) && !schema.blanksUnread() && isAlwaysAsked(column)) {
                        blank(rule, seen.last(dataset), column, to);
                    }
                }
            }
        });
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
                    .at(column.name())
                    .with("which", column.name())
                    .with("rows", blank));
        }
    }

    /** Of fewer rows none may be blank by chance. */
    private static final long MANY = 5;
}
