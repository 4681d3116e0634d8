package dev.steelyard.engine.plausible;

import dev.steelyard.engine.calendar.Month;
import dev.steelyard.engine.dataset.DatasetColumn;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Rules about single rows and people that are unlike all that the months before hold (rules.md 9: SINGLE). Each may be right, so they
 * only warn; what the months before hold too is usual, and nothing is said of it.
 */
final class SingleRules {

    private SingleRules() {}

    private static Finding finding(String kind, String dataset, int month, String place, Fraction figure) {
        return new Finding(kind, Gravity.WARNING, dataset, month, place, figure.rounded(6), Map.of());
    }

    /** The months before that this delivery holds: what single rows say is not remembered of others. */
    private static List<MonthProfile> before(Evidence seen, String dataset, int month, int rows) {
        return List.of(month - 1, month - 2, month - 3, month - 12).stream()
                .map(other -> seen.of(dataset, other))
                .filter(profile -> profile.rows() >= rows)
                .toList();
    }

    /** Looks at a watched dataset's month beside those before. */
    @FunctionalInterface
    private interface Look {
        void at(Plausible.Single rule, String dataset, int month, MonthProfile now, List<MonthProfile> before);
    }

    private static void each(Evidence seen, Look look) {
        seen.rules().single().ifPresent(rule -> {
            for (String dataset : VolumeRules.watched(seen)) {
                for (int month : seen.months()) {
                    List<MonthProfile> before = before(seen, dataset, month, rule.rows());
                    if (before.size() >= seen.rules().base().months()) {
                        look.at(rule, dataset, month, seen.of(dataset, month), before);
                    }
                }
            }
        });
    }

    /** Rows that are so of which the months before hold none. */
    private static void never(Evidence seen, String kind, ToLongFunction<MonthProfile> rows, Consumer<Finding> to) {
        each(seen, (rule, dataset, month, now, before) -> {
            long few = rows.applyAsLong(now);
            if (few > 0 && before.stream().allMatch(one -> rows.applyAsLong(one) == 0)) {
                to.accept(finding(kind, dataset, month, "", Fraction.of(few)).with("rows", few));
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
        each(seen, (rule, dataset, month, now, before) -> {
            BigDecimal most = before.stream().map(SingleRules::top).reduce(BigDecimal.ZERO, BigDecimal::max);
            BigDecimal top = top(now);
            if (most.signum() > 0 && rule.times().times(Fraction.of(most)).isBelow(Fraction.of(top))) {
                String person = now.tops().entrySet().stream()
                        .filter(own -> own.getValue().amount().compareTo(top) == 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
                to.accept(finding("SINGLE.amount", dataset, month, person, Fraction.of(top))
                        .with("person", person)
                        .with("amount", top.stripTrailingZeros().toPlainString())
                        .with("most", most.stripTrailingZeros().toPlainString()));
            }
        });
    }

    /** A number of another column so many times the greatest that there ever was. What has a scale cannot be beyond it. */
    static void numbers(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.profiles().keySet())) {
                for (DatasetColumn column : seen.registers().schema(dataset).columns()) {
                    if (column.type() == DatasetColumn.Type.NUMBER
                            && column.max().isEmpty()) {
                        seen.months().forEach(month -> number(seen, rule, dataset, column.name(), month, to));
                    }
                }
            }
        });
    }

    private static void number(
            Evidence seen, Plausible.Single rule, String dataset, String column, int month, Consumer<Finding> to) {
        List<MonthProfile> before = before(seen, dataset, month, rule.rows());
        BigDecimal most = before.stream()
                .map(one -> one.most().getOrDefault(column, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal now = seen.of(dataset, month).most().getOrDefault(column, BigDecimal.ZERO);
        if (before.size() >= seen.rules().base().months()
                && most.signum() > 0
                && rule.times().times(Fraction.of(most)).isBelow(Fraction.of(now))) {
            to.accept(finding("SINGLE.column", dataset, month, column, Fraction.of(now))
                    .with("which", column)
                    .with("now", now.toPlainString())
                    .with("most", most.toPlainString()));
        }
    }

    private static BigDecimal top(MonthProfile month) {
        return month.tops().values().stream().map(MonthProfile.Top::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** The same of a first month: beside the greatest of everybody else, and where hardly a row has an amount of 0. */
    static void first(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (String dataset : VolumeRules.watched(seen)) {
                for (int month : seen.months()) {
                    MonthProfile now = seen.of(dataset, month);
                    boolean alone = before(seen, dataset, month, rule.rows()).size()
                            < seen.rules().base().months();
                    if (alone && now.rows() >= rule.rows()) {
                        first(rule, dataset, month, now, to);
                    }
                }
            }
        });
    }

    private static void first(
            Plausible.Single rule, String dataset, int month, MonthProfile now, Consumer<Finding> to) {
        long nothing = now.odd().nothing();
        if (nothing > 0 && nothing * rule.rows() <= now.rows()) {
            to.accept(finding("SINGLE.none", dataset, month, "", Fraction.of(nothing))
                    .with("rows", nothing));
        }
        List<Map.Entry<String, MonthProfile.Top>> tops = now.tops().entrySet().stream()
                .sorted(Comparator.comparing(own -> own.getValue().amount()))
                .toList();
        if (tops.size() >= rule.least()) {
            Map.Entry<String, MonthProfile.Top> top = tops.get(tops.size() - 1);
            BigDecimal next = tops.get(tops.size() - 2).getValue().amount();
            if (rule.times()
                    .times(Fraction.of(next))
                    .isBelow(Fraction.of(top.getValue().amount()))) {
                to.accept(finding(
                                "SINGLE.top",
                                dataset,
                                month,
                                top.getKey(),
                                Fraction.of(top.getValue().amount()))
                        .with("person", top.getKey())
                        .with(
                                "amount",
                                top.getValue().amount().stripTrailingZeros().toPlainString())
                        .with("most", next.stripTrailingZeros().toPlainString()));
            }
        }
    }

    /** No return at all, where each month before had some: they were left out, or exported as sales. */
    static void returns(Evidence seen, Consumer<Finding> to) {
        each(seen, (rule, dataset, month, now, before) -> {
            boolean always = List.of(month - 1, month - 2, month - 3).stream()
                    .allMatch(other -> seen.of(dataset, other).odd().back() >= rule.least());
            if (seen.isOver()
                    && always
                    && now.rows() >= rule.rows()
                    && now.odd().back() == 0) {
                to.accept(finding("SINGLE.returns", dataset, month, "", Fraction.ZERO));
            }
        });
    }

    /** Somebody's month so many times their greatest, or a part of their least: their rows are in another unit. */
    static void people(Evidence seen, Consumer<Finding> to) {
        each(seen, (rule, dataset, month, now, before) -> {
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
                to.accept(finding("SINGLE.person", dataset, month, first, Fraction.of(apart.size()))
                        .with("people", apart.size())
                        .with("first", first)
                        .with("times", UnitRules.plain(rule.times()))
                        .with(
                                "sum",
                                now.people().get(first).stripTrailingZeros().toPlainString()));
            }
        });
    }

    private static boolean isApart(Plausible.Single rule, BigDecimal sum, List<BigDecimal> usual) {
        Fraction now = Fraction.of(sum);
        Fraction most =
                Fraction.of(usual.stream().max(Comparator.naturalOrder()).orElseThrow());
        Fraction least =
                Fraction.of(usual.stream().min(Comparator.naturalOrder()).orElseThrow());
        return rule.times().times(most).isBelow(now) || rule.times().times(now).isBelow(least);
    }

    /** A few blank cells of a column that is never blank. What is done later, and so may still be missing, has a day. */
    static void blank(Evidence seen, Consumer<Finding> to) {
        seen.rules().single().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.profiles().keySet())) {
                Schema schema = seen.registers().schema(dataset);
                for (DatasetColumn column : schema.columns()) {
                    if (seen.has(dataset) && !schema.blanksUnread() && isAlwaysAsked(column)) {
                        blank(seen, rule, schema, column, to);
                    }
                }
            }
        });
    }

    private static boolean isAlwaysAsked(DatasetColumn column) {
        boolean day = column.type() == DatasetColumn.Type.DATE || column.type() == DatasetColumn.Type.DATE_TIME;
        boolean kind = column.type() != DatasetColumn.Type.TEXT
                || column.references().isPresent()
                || !column.choices().isEmpty();
        // Of filled and expected ones each blank cell is said where it stands.
        return !column.optional() && !column.filled() && !column.rules().expected() && !day && kind;
    }

    private static void blank(
            Evidence seen, Plausible.Single rule, Schema schema, DatasetColumn column, Consumer<Finding> to) {
        String dataset = schema.dataset();
        Map<Integer, MonthProfile> all = seen.profiles().get(dataset);
        boolean dated = all.keySet().stream().anyMatch(month -> month != Profile.UNDATED);
        List<Integer> months = dated ? seen.months() : List.of(Profile.UNDATED);
        long blank = 0;
        long filled = 0;
        long elsewhere = 0;
        long filledElsewhere = 0;
        for (Map.Entry<Integer, MonthProfile> month : all.entrySet()) {
            long blanks = month.getValue().blanks().getOrDefault(column.name(), 0L);
            boolean here = months.contains(month.getKey());
            blank += here ? blanks : 0;
            filled += month.getValue().rows() - blanks;
            // Rows without a day are not done yet.
            if (!here && month.getKey() != Profile.UNDATED) {
                elsewhere += blanks;
                filledElsewhere += month.getValue().rows() - blanks;
            }
        }
        // Of undated ones only choices: of other cells a blank says something.
        boolean kind = dated || !column.choices().isEmpty();
        boolean never =
                elsewhere == 0 && (filledElsewhere >= MANY * rule.rows() || filled >= MANY * rule.rows() * blank);
        if (kind && blank > 0 && never) {
            to.accept(finding("SINGLE.blank", dataset, last(seen), column.name(), Fraction.of(blank))
                    .with("which", column.name())
                    .with("rows", blank));
        }
    }

    /** Of fewer rows none may be blank by chance. */
    private static final long MANY = 5;

    private static int last(Evidence seen) {
        return Month.of(seen.period().last());
    }
}
