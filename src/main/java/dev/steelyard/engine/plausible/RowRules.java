package dev.steelyard.engine.plausible;

import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.plausible.MonthProfile.Repeated;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rules about rows that are each well formed, and that come twice or contradict themselves (rules.md 9: TWICE, TOTALS, SIGNS). */
final class RowRules {

    private RowRules() {}

    /** Of whom every row comes twice under different keys, it was delivered twice: equal sales of one day happen, but not to each. */
    static void twice(Plausible.Twice rule, DatasetMonth at, Consumer<Finding> to) {
        Map<String, Repeated> all = at.now().repeats().people();
        int different = all.values().stream().mapToInt(Repeated::different).sum();
        boolean most = different >= rule.enough(at.now())
                && Ratios.share(Repeated.rows(all), at.now().rows()).isAtLeast(rule.share());
        Map<String, Repeated> people = most ? all : rule.repeated(at.now());
        if (!people.isEmpty()) {
            long rows = Repeated.rows(people);
            to.accept(at.finding(Gravity.of(most || people.size() >= rule.people()), "TWICE", rows)
                    .with("rows", rows)
                    .with("people", people.size())
                    .with("first", people.keySet().stream().limit(3).collect(Collectors.joining(", ")))
                    .with("times", people.values().iterator().next().times()));
        }
    }

    /** A row that is the sum of a person's other rows, of the month or of all months: a subtotal that looks like a sale. */
    static void totals(Plausible.Totals rule, Evidence seen, Consumer<Finding> to) {
        for (String dataset : seen.watched()) {
            Whole all = new Whole();
            seen.profile(dataset).values().forEach(all::add);
            for (DatasetMonth at : seen.months(dataset)) {
                MonthProfile now = at.now();
                Whole here = new Whole();
                here.add(now);
                Map<String, Whole.Own> found = new TreeMap<>(here.totals());
                // A total of all months counts in the month that it is dated in.
                all.totals().forEach((person, own) -> {
                    if (now.tops().containsKey(person)
                            && now.tops().get(person).amount().compareTo(own.top) == 0) {
                        found.put(person, own);
                    }
                });
                if (!totals(rule, at, here, found, to)) {
                    one(rule, at, List.of(here, all), to);
                }
            }
        }
    }

    private static boolean totals(
            Plausible.Totals rule, DatasetMonth at, Whole here, Map<String, Whole.Own> found, Consumer<Finding> to) {
        long comparable = Math.max(
                found.size(),
                here.people.values().stream()
                        .filter(own -> own.rows >= Whole.LEAST)
                        .count());
        boolean many = found.size() >= rule.people()
                && Ratios.share(found.size(), comparable).isAtLeast(rule.share());
        found.values().removeIf(own -> !many && own.rows < rule.rows());
        if (!found.isEmpty()) {
            String first = found.keySet().iterator().next();
            to.accept(at.finding(Gravity.of(many), "TOTALS", found.size())
                    .with("rows", found.size())
                    .with("people", found.size())
                    .with("first", first)
                    .with("amount", Ratios.plain(found.get(first).top)));
        }
        return !found.isEmpty();
    }

    /** A row that is the sum of all others, whoever they are of. */
    private static void one(Plausible.Totals rule, DatasetMonth at, List<Whole> wholes, Consumer<Finding> to) {
        BigDecimal top = wholes.get(0).top();
        if (top.signum() > 0
                && wholes.stream().anyMatch(whole -> whole.rows() >= rule.rows() && isSum(top, whole.sum()))) {
            to.accept(at.finding(Gravity.IMPLAUSIBLE, "TOTALS.one", 1)
                    .with("rows", 1)
                    .with("amount", Ratios.plain(top)));
        }
    }

    private static boolean isSum(BigDecimal top, BigDecimal all) {
        return top.add(top).compareTo(all) == 0;
    }

    /** What people's rows come to, over one month or several. */
    private static final class Whole {
        /** A row is a sum of two at least. */
        private static final int LEAST = 3;

        private static final class Own {
            private BigDecimal sum = BigDecimal.ZERO;
            private BigDecimal top = BigDecimal.ZERO;
            private long rows;
        }

        private final Map<String, Own> people = new TreeMap<>();

        void add(MonthProfile month) {
            month.people().forEach((person, sum) -> {
                Own own = people.computeIfAbsent(person, any -> new Own());
                own.sum = own.sum.add(sum);
                if (month.tops().containsKey(person)) {
                    own.top = own.top.max(month.tops().get(person).amount());
                    own.rows += month.tops().get(person).rows();
                }
            });
        }

        Map<String, Own> totals() {
            Map<String, Own> totals = new TreeMap<>(people);
            totals.values().removeIf(own -> own.rows < LEAST || own.top.signum() <= 0 || !isSum(own.top, own.sum));
            return totals;
        }

        BigDecimal top() {
            return people.values().stream().map(own -> own.top).reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        BigDecimal sum() {
            return people.values().stream().map(own -> own.sum).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        long rows() {
            return people.values().stream().mapToLong(own -> own.rows).sum();
        }
    }

    /** A return that adds is a mistake; a sale that takes away may be a discount, where months before have some too. */
    static void signs(Plausible.Signs rule, DatasetMonth at, Consumer<Finding> to) {
        long earned = at.now().odd().earned();
        if (earned > 0) {
            to.accept(at.finding(Gravity.of(isMany(rule, at, earned, rule.earned())), "SIGNS", earned)
                    .with("rows", earned));
        }
        long taken = at.now().odd().taken();
        if (taken > 0) {
            Fraction usual = at.most(one -> Ratios.share(one.odd().taken(), one.rows()));
            boolean more = usual.times(Fraction.of(2))
                    .isBelow(Ratios.share(taken, at.now().rows()));
            Gravity few = more ? Gravity.WARNING : Gravity.NOTE;
            boolean many = isMany(rule, at, taken, rule.taken());
            to.accept(at.finding(many ? Gravity.IMPLAUSIBLE : few, "SIGNS.taken", taken)
                    .with("rows", taken));
        }
    }

    private static boolean isMany(Plausible.Signs rule, DatasetMonth at, long rows, Fraction share) {
        return rows >= rule.rows() && Ratios.share(rows, at.now().rows()).isAtLeast(share);
    }
}
