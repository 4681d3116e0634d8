package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Splits.Split;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each split of an order line 分单 of the period changed of people's commission (rulings 109): paid with it − paid without it, all
 * else as it is. Without it the line is its own employee's; of a line that names nobody, nobody's.
 */
public final class SplitEffects {

    private static final String ORIGINAL = "original_line_id";

    /**
     * One person's part of a line.
     *
     * @param seller whom the line itself names; blank where nobody
     * @param amount of the whole line
     * @param split the person's row; empty of the seller who has no part
     * @param effect on commission and grade adjustment of this run; 0 where the run does not pay the line's day, or not the person
     */
    public record Effect(
            String line,
            LocalDate day,
            String seller,
            Fraction amount,
            String employeeId,
            Optional<Split> split,
            Fraction part,
            Money effect) {}

    /** A line as its rows in the exports have it. */
    private record Line(Commission rule, String id, LocalDate day, String seller, Fraction amount) {}

    private final Plan plan;
    private final Registers registers;
    private final Period period;
    private final Measurements measurements;
    private final Map<String, RankedScorecard> cards;
    private final Commissions commissions;
    private final EarnedCommissions graded;
    private final Map<String, List<Earned>> earned = new HashMap<>();

    /** @param book who earns: effects of whoever is held or vetoed are 0.00 */
    public SplitEffects(Reckoning from, ScoreBook book) {
        this.plan = from.plan();
        this.registers = from.registers();
        this.period = from.period();
        this.measurements = from.measurements();
        this.cards = book.byId();
        this.graded = new EarnedCommissions(from, Scope.of(period), new Returns(from), RankedScorecard::earns);
        this.commissions = graded.commissions();
    }

    /** Asks for the lines of the period that are split. */
    public static void demand(Plan plan, Registers registers, Period period, Demand demand) {
        rules(plan, registers).forEach(rule -> demand.ask(lines(rule, registers), owners(registers), period.days()));
    }

    private static List<Commission> rules(Plan plan, Registers registers) {
        return plan.pay().commission().stream()
                .filter(rule -> registers.has(rule.of().dataset())
                        && !registers.splits().byLine().isEmpty()
                        && rule.of().aggregate() == Aggregate.SUM
                        && rule.of().columns().size() == 1
                        && registers.schema(rule.of().dataset()).key().equals(List.of("order_line_id"))
                        && registers.schema(rule.of().dataset()).date().isPresent())
                .toList();
    }

    private static Groups lines(Commission rule, Registers registers) {
        Schema schema = registers.schema(rule.of().dataset());
        List<String> by = new ArrayList<>(List.of(
                schema.key().get(0),
                schema.date().orElseThrow(),
                schema.subject().orElseThrow()));
        schema.column(ORIGINAL).ifPresent(column -> by.add(column.name()));
        return new Groups(
                rule.of().dataset(),
                rule.of().columns(),
                by,
                Where.ALWAYS
                        .and(
                                schema.key().get(0),
                                Operator.ONE_OF,
                                registers.splits().byLine().keySet().stream()
                                        .sorted()
                                        .toArray(String[]::new))
                        .and(rule.of().where()));
    }

    private static List<Integer> owners(Registers registers) {
        return registers.splits().byLine().values().stream()
                .flatMap(List::stream)
                .flatMap(split -> registers.roster().find(split.employeeId()).stream())
                .map(Employee::index)
                .distinct()
                .sorted()
                .toList();
    }

    /** By line, the seller without a part last. */
    public List<Effect> all() {
        List<Effect> all = new ArrayList<>();
        for (Line line : lines()) {
            List<Split> splits = registers.splits().of(line.id());
            for (Split split : splits) {
                all.add(effect(line, split.employeeId(), Optional.of(split)));
            }
            boolean named = splits.stream().anyMatch(split -> split.employeeId().equals(line.seller()));
            if (!named && !line.seller().isEmpty()) {
                all.add(effect(line, line.seller(), Optional.empty()));
            }
        }
        return all;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Commission rule : rules(plan, registers)) {
            // The parts of all who share a line are the whole line.
            measurements
                    .groups(lines(rule, registers), owners(registers), period.days())
                    .forEach((group, sums) -> {
                        // What is taken back of an earlier period is in no ladder: its effect stands in its own lines.
                        boolean back = group.size() > 3
                                && !group.get(3).isEmpty()
                                && sums.get(0).signum() < 0;
                        if (!back) {
                            lines.add(new Line(
                                    rule,
                                    group.get(0),
                                    Days.dayOf(group.get(1)),
                                    group.get(2),
                                    Fraction.of(sums.get(0))));
                        }
                    });
        }
        return lines.stream()
                .sorted(Comparator.comparing(Line::day).thenComparing(Line::id))
                .toList();
    }

    private Effect effect(Line line, String employeeId, Optional<Split> split) {
        Fraction part =
                split.map(one -> line.amount().times(Fraction.of(one.share()))).orElse(Fraction.ZERO);
        Fraction whole = employeeId.equals(line.seller()) ? line.amount() : Fraction.ZERO;
        return new Effect(
                line.id(),
                line.day(),
                line.seller(),
                line.amount(),
                employeeId,
                split,
                part,
                effect(line, employeeId, whole.minus(part)));
    }

    /** @param change of what the person's ladder holds, if the line were not split */
    private Money effect(Line line, String employeeId, Fraction change) {
        RankedScorecard card = cards.get(employeeId);
        if (card == null
                || card.status() == RankedScorecard.Status.HELD
                || card.card().compliance().isVetoed()) {
            return Money.ZERO;
        }
        Participant person = card.participant();
        List<Earned> with = earned.computeIfAbsent(employeeId, id -> commissions.earned(person));
        Map<Commission, Earned> without = new LinkedHashMap<>();
        with.forEach(one -> without.put(one.commission(), one));
        without.computeIfPresent(
                line.rule(),
                (rule, one) ->
                        holds(one.days(), line.day()) ? one.with(one.amount().plus(change)) : one);
        return paid(card, with).minus(paid(card, List.copyOf(without.values())));
    }

    private static boolean holds(List<Days> spans, LocalDate day) {
        return spans.stream().anyMatch(days -> days.contains(day));
    }

    private Money paid(RankedScorecard card, List<Earned> of) {
        List<PayoutLine> lines = commissions.lines(card.participant(), of);
        return EarnedCommissions.sum(card.isPaid() ? graded.withGrade(card, lines) : lines);
    }
}
