package dev.steelyard.engine.plausible;

import dev.steelyard.engine.plausible.Evidence.Compared;
import dev.steelyard.engine.plausible.Finding.Gravity;
import dev.steelyard.engine.plausible.MonthProfile.Repeated;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rules about rows that are each well formed, and that come twice or contradict themselves (rules.md 9: TWICE, TOTALS, SIGNS). */
final class RowRules {

    private RowRules() {}

    /** Of whom every row comes twice under different keys, it was delivered twice: equal sales of one day happen, but not to each. */
    static void twice(Evidence seen, Consumer<Finding> to) {
        seen.rules().twice().ifPresent(rule -> {
            for (String dataset : VolumeRules.watched(seen)) {
                for (int month : seen.months()) {
                    twice(rule, dataset, month, seen.of(dataset, month), to);
                }
            }
        });
    }

    private static void twice(Plausible.Twice rule, String dataset, int month, MonthProfile now, Consumer<Finding> to) {
        Map<String, Repeated> people = new TreeMap<>(now.repeats().people());
        int enough = now.repeats().common() ? rule.common() : rule.different();
        int different = people.values().stream().mapToInt(Repeated::different).sum();
        boolean most = different >= enough && share(rows(people), now.rows()).isAtLeast(rule.share());
        people.values().removeIf(own -> !most && own.different() < enough);
        if (!people.isEmpty()) {
            boolean many = most || people.size() >= rule.people();
            long rows = rows(people);
            to.accept(finding("TWICE", many ? Gravity.IMPLAUSIBLE : Gravity.WARNING, dataset, month, rows)
                    .with("people", people.size())
                    .with("first", people.keySet().stream().limit(3).collect(Collectors.joining(", ")))
                    .with("times", people.values().iterator().next().times()));
        }
    }

    private static long rows(Map<String, Repeated> people) {
        return people.values().stream().mapToLong(Repeated::rows).sum();
    }

    /** A row that is the sum of a person's other rows, of the month or of all months: a subtotal that looks like a sale. */
    static void totals(Evidence seen, Consumer<Finding> to) {
        seen.rules().totals().ifPresent(rule -> {
            for (String dataset : VolumeRules.watched(seen)) {
                Whole all = new Whole();
                seen.profiles().getOrDefault(dataset, Map.of()).values().forEach(all::add);
                for (int month : seen.months()) {
                    MonthProfile now = seen.of(dataset, month);
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
                    if (!totals(rule, dataset, month, here, found, to)) {
                        one(rule, dataset, month, List.of(here, all), to);
                    }
                }
            }
        });
    }

    private static boolean totals(
            Plausible.Totals rule,
            String dataset,
            int month,
            Whole here,
            Map<String, Whole.Own> found,
            Consumer<Finding> to) {
        long comparable = Math.max(
                found.size(),
                here.people.values().stream()
                        .filter(own -> own.rows >= Whole.LEAST)
                        .count());
        boolean many =
                found.size() >= rule.people() && share(found.size(), comparable).isAtLeast(rule.share());
        found.values().removeIf(own -> !many && own.rows < rule.rows());
        if (!found.isEmpty()) {
            String first = found.keySet().iterator().next();
            to.accept(finding("TOTALS", many ? Gravity.IMPLAUSIBLE : Gravity.WARNING, dataset, month, found.size())
                    .with("people", found.size())
                    .with("first", first)
                    .with("amount", found.get(first).top.stripTrailingZeros().toPlainString()));
        }
        return !found.isEmpty();
    }

    /** A row that is the sum of all others, whoever they are of. */
    private static void one(
            Plausible.Totals rule, String dataset, int month, List<Whole> wholes, Consumer<Finding> to) {
        for (Whole whole : wholes) {
            BigDecimal top = wholes.get(0).top();
            if (whole.rows() >= rule.rows() && top.signum() > 0 && isSum(top, whole.sum())) {
                to.accept(finding("TOTALS.one", Gravity.IMPLAUSIBLE, dataset, month, 1)
                        .with("amount", top.stripTrailingZeros().toPlainString()));
                return;
            }
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
    static void signs(Evidence seen, Consumer<Finding> to) {
        seen.rules().signs().ifPresent(rule -> {
            for (String dataset : new TreeSet<>(seen.profiles().keySet())) {
                for (int month : seen.months()) {
                    MonthProfile now = seen.of(dataset, month);
                    long earned = now.odd().earned();
                    long taken = now.odd().taken();
                    Fraction usual = seen.base(dataset, month).stream()
                            .map(Compared::profile)
                            .map(one -> share(one.odd().taken(), one.rows()))
                            .reduce(Fraction.ZERO, Fraction::max);
                    boolean more = usual.times(Fraction.of(2)).isBelow(share(taken, now.rows()));
                    if (earned > 0) {
                        boolean many = earned >= rule.rows()
                                && share(earned, now.rows()).isAtLeast(rule.earned());
                        to.accept(
                                finding("SIGNS", many ? Gravity.IMPLAUSIBLE : Gravity.WARNING, dataset, month, earned));
                    }
                    if (taken > 0) {
                        boolean many =
                                taken >= rule.rows() && share(taken, now.rows()).isAtLeast(rule.taken());
                        Gravity few = more ? Gravity.WARNING : Gravity.NOTE;
                        to.accept(finding("SIGNS.taken", many ? Gravity.IMPLAUSIBLE : few, dataset, month, taken));
                    }
                }
            }
        });
    }

    private static Fraction share(long part, long all) {
        return all == 0 ? Fraction.ZERO : Fraction.of(part).over(Fraction.of(all));
    }

    private static Finding finding(String kind, Gravity gravity, String dataset, int month, long rows) {
        return new Finding(kind, gravity, dataset, month, "", Fraction.of(rows).rounded(6), Map.of())
                .with("rows", rows);
    }
}
