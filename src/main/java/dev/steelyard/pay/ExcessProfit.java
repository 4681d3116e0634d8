package dev.steelyard.pay;

import dev.steelyard.calendar.Days;
import dev.steelyard.calendar.Period;
import dev.steelyard.calendar.Scope;
import dev.steelyard.calendar.WorkingDays;
import dev.steelyard.fact.Employee;
import dev.steelyard.fact.Registers;
import dev.steelyard.fact.Targets;
import dev.steelyard.measure.Demand;
import dev.steelyard.measure.Measurements;
import dev.steelyard.pay.PayoutLine.Component;
import dev.steelyard.plan.Name;
import dev.steelyard.plan.Pay;
import dev.steelyard.plan.Plan;
import dev.steelyard.problem.Problem;
import dev.steelyard.problem.ProblemCode;
import dev.steelyard.problem.SourceRef;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.ScoreBook;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Money;
import dev.steelyard.unit.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Excess profit share 超额利润分享, by the quarter (rulings 72–76): a part of the team's profit above its target, shared by final
 * score × working days in the team among those with a grade that is good enough.
 */
final class ExcessProfit {

    private final Plan plan;
    private final Registers registers;
    private final Measurements measurements;
    private final WorkingDays calendar;
    private final Scope quarter;
    private final Predicate<RankedScorecard> counts;

    /**
     * @param quarter the quarter, or the quarter to date
     * @param counts who may share, if the grade is good enough
     */
    ExcessProfit(
            Plan plan,
            Registers registers,
            Measurements measurements,
            WorkingDays calendar,
            Scope quarter,
            Predicate<RankedScorecard> counts) {
        this.plan = plan;
        this.registers = registers;
        this.measurements = measurements;
        this.calendar = calendar;
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
    Map<String, PayoutLine> shares(ScoreBook book) {
        Map<String, PayoutLine> shares = new LinkedHashMap<>();
        rule(plan, quarter).ifPresent(rule -> book.teams().keySet().forEach(team -> pool(rule, team)
                .ifPresent(pool -> share(rule, pool, team, book, shares))));
        return shares;
    }

    private Optional<Money> pool(Pay.ExcessProfitShare rule, String team) {
        if (!registers.has(rule.revenue().dataset())) {
            return Optional.empty();
        }
        List<Integer> people = registers.roster().employees().stream()
                .filter(employee -> employee.team().equals(team))
                .map(Employee::index)
                .toList();
        Fraction profit = measurements
                .figure(rule.revenue(), people, quarter.days())
                .minus(measurements.figure(rule.cost(), people, quarter.days()));
        return registers
                .targets()
                .find(new Targets.Key("team", team, rule.target(), quarter.period()))
                .map(target -> profit.minus(target.value()))
                .filter(excess -> excess.signum() > 0)
                .map(excess -> Money.rounded(excess.times(rule.share())));
    }

    private void share(
            Pay.ExcessProfitShare rule, Money pool, String team, ScoreBook book, Map<String, PayoutLine> shares) {
        Split.of(pool, weights(rule, team, book)).forEach((employee, amount) -> {
            if (amount.signum() != 0) {
                shares.put(
                        employee.id(),
                        PayoutLine.share(
                                employee,
                                Component.EXCESS_PROFIT_SHARE,
                                quarter.period(),
                                pool,
                                amount,
                                new Name(
                                        "团队 " + team + " 按最终得分 × 工作日分享",
                                        "share of team " + team + " by final × working days")));
            }
        });
    }

    /** What each person's share goes by, in order of employee id. */
    private Map<Employee, Fraction> weights(Pay.ExcessProfitShare rule, String team, ScoreBook book) {
        Map<Employee, Fraction> weights = new LinkedHashMap<>();
        Map<String, RankedScorecard> cards = book.byId();
        book.population().participants().stream()
                .map(participant -> cards.get(participant.id()))
                .filter(card -> card.participant().employee().team().equals(team))
                .filter(card -> counts.test(card) && plan.atLeast(card.grade().orElseThrow(), rule.leastGrade()))
                .forEach(card -> {
                    Employee employee = card.participant().employee();
                    Days employed = employee.employed(quarter.days());
                    Fraction score = card.pooled().score().orElseThrow().exact();
                    weights.put(employee, score.times(Fraction.of(calendar.count(employed))));
                });
        return weights;
    }

    /** Pools that nobody may share (rulings 75). */
    List<Problem> problems(ScoreBook book) {
        List<Problem> problems = new ArrayList<>();
        rule(plan, quarter).ifPresent(rule -> book.teams().keySet().forEach(team -> pool(rule, team)
                .filter(pool -> pool.signum() > 0)
                .filter(pool -> weights(rule, team, book).values().stream().allMatch(weight -> weight.signum() == 0))
                .ifPresent(pool -> problems.add(Problem.of(ProblemCode.EXCESS_PROFIT_UNSHARED, SourceRef.NONE, "", team)
                        .with("team", team)
                        .with("amount", pool.toString())
                        .with("grade", rule.leastGrade())))));
        return problems;
    }
}
