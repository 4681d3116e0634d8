package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.fact.TargetKey;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.people.Placed;
import dev.steelyard.engine.people.Placements;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Pay;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.register.Targets;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.unit.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Excess profit share 超额利润分享, by the quarter (rulings 72–76): a part of the team's profit above its target, shared by final
 * score × working days in the team among those with a grade that is good enough.
 */
public final class ExcessProfit {

    private final Plan plan;
    private final Registers registers;
    private final Measurements measurements;
    private final WorkingDays calendar;
    private final Scope quarter;
    private final Predicate<RankedScorecard> counts;
    private Members members;

    /** Team → who may have been in it, in the order of the roster, and of the participants. */
    private record Members(
            ScoreBook book, Map<String, List<Placed>> employees, Map<String, List<RankedScorecard>> cards) {}

    /**
     * @param quarter the quarter, or the quarter to date
     * @param counts who may share, if the grade is good enough
     */
    public ExcessProfit(Reckoning from, Scope quarter, Predicate<RankedScorecard> counts) {
        this.plan = from.plan();
        this.registers = from.registers();
        this.measurements = from.measurements();
        this.calendar = from.calendar();
        this.quarter = quarter;
        this.counts = counts;
    }

    private static Optional<Pay.ExcessProfitShare> rule(Plan plan, Scope quarter) {
        return quarter.period().kind() == Period.Kind.QUARTER ? plan.pay().excessProfitShare() : Optional.empty();
    }

    static void demand(Plan plan, Registers registers, Scope quarter, Demand demand) {
        rule(plan, quarter).ifPresent(rule -> {
            List<Integer> everyone =
                    registers.roster().employees().stream().map(Employee::index).toList();
            demand.ask(rule.revenue(), everyone, quarter.days());
            demand.ask(rule.cost(), everyone, quarter.days());
        });
    }

    /** Employee id → the person's share; nobody where a team has no target, no excess or nobody to share it. */
    Map<String, List<PayoutLine>> shares(ScoreBook book) {
        Map<String, List<PayoutLine>> shares = new LinkedHashMap<>();
        teams(book).forEach(team -> pool(team, book).ifPresent(pool -> share(pool, shares)));
        return shares;
    }

    /** The teams that anybody belongs to, also for a part of the quarter. */
    private Set<String> teams(ScoreBook book) {
        Set<String> teams = new TreeSet<>(CodePoints.ORDER);
        teams.addAll(book.teams().keySet());
        registers.assignments().values().stream()
                .flatMap(List::stream)
                .filter(assignment -> !assignment.days().and(quarter.days()).isEmpty())
                .forEach(assignment -> teams.add(assignment.team()));
        return teams;
    }

    /** What the team shares; empty where there is nothing to share in the period. */
    public Optional<ProfitPool> pool(String team, ScoreBook book) {
        return rule(plan, quarter)
                .filter(rule -> registers.has(rule.revenue().dataset()))
                .flatMap(rule -> registers
                        .targets()
                        .find(new TargetKey("team", team, rule.target(), quarter.period()))
                        .flatMap(target -> pool(rule, team, target, book)));
    }

    private Optional<ProfitPool> pool(Pay.ExcessProfitShare rule, String team, Targets.Target target, ScoreBook book) {
        Placements placements = book.population().placements();
        List<ProfitPool.Profit> profits = new ArrayList<>();
        for (Placed placed : members(book).employees().getOrDefault(team, List.of())) {
            List<Days> days = placements.in(placed, team, quarter.days());
            if (!days.isEmpty()) {
                Employee employee =
                        registers.roster().employees().get(placed.employee().index());
                profits.add(new ProfitPool.Profit(
                        employee, figure(rule.revenue(), employee, days), figure(rule.cost(), employee, days)));
            }
        }
        Fraction excess = profits.stream()
                .map(ProfitPool.Profit::exact)
                .reduce(Fraction.ZERO, Fraction::plus)
                .minus(target.value());
        return excess.signum() > 0
                ? Optional.of(new ProfitPool(
                        team, profits, target, Money.rounded(excess.times(rule.share())), sharers(rule, team, book)))
                : Optional.empty();
    }

    /** Everybody by the teams where they may have been in the quarter, so that a team does not look at all. */
    private Members members(ScoreBook book) {
        Members known = members;
        if (known == null || known.book() != book) {
            Map<String, List<Placed>> employees = new HashMap<>();
            for (Employee employee : registers.roster().employees()) {
                Placed placed = book.population().placements().place(employee, quarter.days());
                teams(placed).forEach(team -> employees
                        .computeIfAbsent(team, any -> new ArrayList<>())
                        .add(placed));
            }
            Map<String, RankedScorecard> byId = book.byId();
            Map<String, List<RankedScorecard>> cards = new HashMap<>();
            for (Participant person : book.population().participants()) {
                teams(person.placed()).forEach(team -> cards.computeIfAbsent(team, any -> new ArrayList<>())
                        .add(byId.get(person.id())));
            }
            known = new Members(book, employees, cards);
            members = known;
        }
        return known;
    }

    private static Set<String> teams(Placed placed) {
        Set<String> teams = new HashSet<>();
        teams.add(placed.employee().team());
        placed.assignments().forEach(assignment -> teams.add(assignment.team()));
        return teams;
    }

    private Fraction figure(Facts of, Employee employee, List<Days> days) {
        return measurements.figure(of, List.of(employee.index()), days);
    }

    /** In order of employee id; an exempt person weighs as the others do in the mean, and has no grade to be good enough (rulings 105). */
    private List<ProfitPool.Sharer> sharers(Pay.ExcessProfitShare rule, String team, ScoreBook book) {
        Placements placements = book.population().placements();
        List<ProfitPool.Sharer> sharers = new ArrayList<>();
        for (RankedScorecard card : members(book).cards().getOrDefault(team, List.of())) {
            Participant person = card.participant();
            boolean graded = counts.test(card) && plan.atLeast(card.grade().orElseThrow(), rule.leastGrade());
            if (graded || card.status() == RankedScorecard.Status.EXEMPT) {
                Fraction days = placements.daysIn(person.placed(), team, quarter.days());
                if (days.signum() > 0) {
                    sharers.add(new ProfitPool.Sharer(
                            card, team, days, graded ? card.pooled().score() : Optional.empty()));
                }
            }
        }
        return sharers.stream()
                .map(sharer -> sharer.points().isPresent() ? sharer : sharer.weighing(othersMean(sharer, sharers)))
                .toList();
    }

    /** The mean final of the others who have one, exempt or not (rulings 139). */
    private static Optional<Points> othersMean(ProfitPool.Sharer of, List<ProfitPool.Sharer> sharers) {
        return Points.mean(sharers.stream()
                .filter(other -> other != of)
                .flatMap(other -> other.card().pooled().score().stream())
                .toList());
    }

    private void share(ProfitPool pool, Map<String, List<PayoutLine>> shares) {
        Map<Employee, Fraction> weights = new LinkedHashMap<>();
        pool.sharers().forEach(sharer -> weights.put(sharer.employee(), sharer.weight()));
        Split.of(pool.amount(), weights).forEach((employee, amount) -> {
            if (amount.signum() != 0) {
                List<PayoutLine> own = shares.computeIfAbsent(employee.id(), id -> new ArrayList<>());
                own.add(PayoutLine.share(
                        new PayoutLine.Key(employee, Component.EXCESS_PROFIT_SHARE, own.size() + 1, quarter.period()),
                        pool.amount(),
                        amount,
                        Said.of("pay.note.excess", "team", pool.team())));
            }
        });
    }

    /** Pools that nobody may share (rulings 75). */
    List<Problem> problems(ScoreBook book) {
        List<Problem> problems = new ArrayList<>();
        rule(plan, quarter).ifPresent(rule -> teams(book).forEach(team -> pool(team, book)
                .filter(pool -> pool.amount().signum() > 0)
                .filter(pool -> pool.sharers().stream()
                        .allMatch(sharer -> sharer.weight().signum() == 0))
                .ifPresent(pool -> problems.add(Problem.of(ProblemCode.EXCESS_PROFIT_UNSHARED, SourceRef.NONE, "", team)
                        .with("team", team)
                        .with("amount", pool.amount().toString())
                        .with("grade", rule.leastGrade())))));
        return problems;
    }
}
