package dev.steelyard.engine.compare;

import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.pay.PayoutLine.Status;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two results side by side.
 *
 * @param all everybody of either, who moved most first: by money, then points, then places
 */
public record Movements(RunResult before, RunResult after, List<Movement> all) {

    private static final Comparator<Movement> ORDER = Comparator.comparing(
                    (Movement one) -> one.moneyChange().amount().abs())
            .thenComparing(one ->
                    one.points().map(points -> Math.abs(points.hundredths())).orElse(0L))
            .thenComparing(one -> one.places().map(Math::abs).orElse(0))
            .thenComparing(Movement::moved)
            .reversed()
            .thenComparing(Movement::id, CodePoints.ORDER);

    public Movements {
        all = List.copyOf(all);
    }

    /** Everybody who is in either result, and what became of them from the one to the other; by employee id. */
    public static Movements of(RunResult before, RunResult after) {
        ComparedResults sides = ComparedResults.of(before, after);
        ComparedStandings then = new ComparedStandings(before, sides.wordsBefore());
        ComparedStandings now = new ComparedStandings(after, sides.wordsAfter());
        ScoreChange scores = new ScoreChange(sides);
        Set<String> ids = new TreeSet<>(then.cards().keySet());
        ids.addAll(now.cards().keySet());
        List<Movement> all = new ArrayList<>();
        for (String id : ids) {
            RankedScorecard was = then.cards().get(id);
            RankedScorecard is = now.cards().get(id);
            Employee employee = (is == null ? was : is).participant().employee();
            boolean inBoth = was != null && is != null;
            all.add(new Movement(
                    id,
                    employee.name(),
                    employee.track(),
                    employee.team(),
                    then.of(id),
                    now.of(id),
                    inBoth ? scores.of(was, is) : List.of(),
                    inBoth
                            ? MoneyChange.of(new ComparedPay(sides, was, is, then, now))
                            : comingOrGoing(then.lines(id), now.lines(id))));
        }
        all.sort(ORDER);
        return new Movements(before, after, all);
    }

    /** The payout of somebody who is in one result only. */
    private static List<MoneyPart> comingOrGoing(List<PayoutLine> then, List<PayoutLine> now) {
        Map<Component, Money> sums = new EnumMap<>(Component.class);
        then.forEach(line -> sums.merge(line.component(), line.amount().negate(), Money::plus));
        now.forEach(line -> sums.merge(line.component(), line.amount(), Money::plus));
        MoneyParts parts = new MoneyParts();
        sums.forEach((component, amount) -> parts.add(MoneyChange.status(), component, amount, List.of()));
        return parts.all();
    }

    /** Those who moved. */
    public List<Movement> moved() {
        return all.stream().filter(Movement::moved).toList();
    }

    /** What everybody earns, whatever becomes of the lines. */
    public Money moneyBefore() {
        return total(before);
    }

    /** What the second result pays in all, to the cent. */
    public Money moneyAfter() {
        return total(after);
    }

    /** How much of it waits for a decision. */
    public Beside<Status, Money> onHold() {
        return new Beside<>(Status.ON_HOLD, before.totalPayout(Status.ON_HOLD), after.totalPayout(Status.ON_HOLD));
    }

    private static Money total(RunResult result) {
        return result.payout().stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }

    // ------------------------------------------------------------------ by cause

    /**
     * What one cause did to everybody.
     *
     * @param people whose points or money it moved
     * @param points the sum of exact points; people gain and lose
     */
    public record ByCause(Cause cause, int people, Fraction points, Money money) {}

    /** Causes, those that moved the most people first; rounding last. */
    public List<ByCause> byCause() {
        Map<Cause, Set<String>> people = new LinkedHashMap<>();
        Map<Cause, Fraction> points = new LinkedHashMap<>();
        Map<Cause, Money> money = new LinkedHashMap<>();
        for (Movement one : all) {
            one.score().forEach(part -> {
                people.computeIfAbsent(part.cause(), first -> new HashSet<>()).add(one.id());
                points.merge(part.cause(), part.exact(), Fraction::plus);
            });
            one.money().forEach(part -> {
                people.computeIfAbsent(part.cause(), first -> new HashSet<>()).add(one.id());
                money.merge(part.cause(), part.amount(), Money::plus);
            });
        }
        return people.entrySet().stream()
                .map(entry -> new ByCause(
                        entry.getKey(),
                        entry.getValue().size(),
                        points.getOrDefault(entry.getKey(), Fraction.ZERO),
                        money.getOrDefault(entry.getKey(), Money.ZERO)))
                .sorted(Comparator.comparing((ByCause one) -> one.cause().kind() == Cause.Kind.ROUNDING)
                        .thenComparing(Comparator.comparingInt(ByCause::people).reversed())
                        .thenComparing(one -> one.cause().kind())
                        .thenComparing(one -> one.cause().subject())
                        .thenComparing(one -> one.cause().rule()))
                .toList();
    }

    // ------------------------------------------------------------------ cost and grades

    /** A figure in both results. */
    public record Beside<K, V>(K what, V before, V after) {}

    /** What each component of pay costs, of those that either result pays. */
    public List<Beside<Component, Money>> byComponent() {
        Map<Component, Money> then = sums(before);
        Map<Component, Money> now = sums(after);
        List<Beside<Component, Money>> components = new ArrayList<>();
        for (Component component : Component.values()) {
            if (then.containsKey(component) || now.containsKey(component)) {
                components.add(new Beside<>(
                        component, then.getOrDefault(component, Money.ZERO), now.getOrDefault(component, Money.ZERO)));
            }
        }
        return components;
    }

    private static Map<Component, Money> sums(RunResult result) {
        Map<Component, Money> sums = new EnumMap<>(Component.class);
        result.payout().forEach(line -> sums.merge(line.component(), line.amount(), Money::plus));
        return sums;
    }

    /** How many people have each grade, in the order of the plans' grades. */
    public List<Beside<String, Long>> byGrade() {
        Set<String> grades = new LinkedHashSet<>();
        List.of(before, after).forEach(result -> result.input().plan().grades().stream()
                .map(Plan.Grade::grade)
                .forEach(grades::add));
        return grades.stream()
                .map(grade -> new Beside<>(grade, count(before, grade), count(after, grade)))
                .toList();
    }

    private static long count(RunResult result, String grade) {
        return result.book().cards().stream()
                .filter(card -> card.grade().filter(grade::equals).isPresent())
                .count();
    }
}
