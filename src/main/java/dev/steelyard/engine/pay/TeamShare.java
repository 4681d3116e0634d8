package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Curve;
import dev.steelyard.engine.plan.TeamPool;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.problem.ProblemCode;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.score.TeamScore;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.engine.unit.Points;
import dev.steelyard.engine.unit.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The team pool bound in money 团队绩效池 (rules.md 5): a part of each ranked member's commission after grade goes in; the pool ×
 * the team's factor is given back by final score, to the cent. Members are those whom the run pays commission and whose roster
 * row names the team, managers too. Nobody vetoed has a part in it, and what is taken back for returns stays outside.
 */
record TeamShare(TeamPool rule, Period period) {

    boolean isBound() {
        return rule.money().mode() == TeamPool.Money.Mode.SHARE;
    }

    /**
     * Employee id → what the person puts in and gets back.
     *
     * @param afterGrade employee id → commission after grade, of everybody whom the run pays commission
     */
    Map<String, List<PayoutLine>> of(ScoreBook book, Map<String, Money> afterGrade) {
        Map<String, List<PayoutLine>> lines = new LinkedHashMap<>();
        if (isBound()) {
            book.teams().values().forEach(team -> add(team, members(book, team.team(), afterGrade), afterGrade, lines));
        }
        return lines;
    }

    /** By employee id, the order in which {@link Split} decides ties. */
    private static List<RankedScorecard> members(ScoreBook book, String team, Map<String, Money> afterGrade) {
        Map<String, RankedScorecard> cards = book.byId();
        return book.population().participants().stream()
                .filter(person -> person.employee().team().equals(team) && afterGrade.containsKey(person.id()))
                .map(person -> cards.get(person.id()))
                .filter(card -> card.status() == Status.RANKED)
                .toList();
    }

    private void add(
            TeamScore team,
            List<RankedScorecard> members,
            Map<String, Money> afterGrade,
            Map<String, List<PayoutLine>> lines) {
        Map<Employee, Fraction> weights = new LinkedHashMap<>();
        members.forEach(card -> weights.put(
                card.participant().employee(),
                card.pooled().score().orElseThrow().exact()));
        if (weights.values().stream().allMatch(weight -> weight.signum() == 0)) {
            // With nobody to give it to, nothing is taken.
            return;
        }
        Money pool = Money.ZERO;
        for (RankedScorecard card : members) {
            Optional<PayoutLine> contribution =
                    contribution(card, afterGrade.get(card.participant().id()));
            if (contribution.isPresent()) {
                pool = pool.minus(contribution.get().amount());
                of(lines, card.participant().id()).add(contribution.get());
            }
        }
        Money given = Money.rounded(pool.exact().times(factor(team)));
        Said note = note(team, pool);
        Split.of(given, weights).forEach((employee, amount) -> {
            if (amount.signum() != 0) {
                of(lines, employee.id())
                        .add(PayoutLine.share(
                                new PayoutLine.Key(employee, Component.TEAM_POOL_SHARE, 1, period),
                                given,
                                amount,
                                note));
            }
        });
    }

    private static List<PayoutLine> of(Map<String, List<PayoutLine>> lines, String employeeId) {
        return lines.computeIfAbsent(employeeId, id -> new ArrayList<>());
    }

    private Optional<PayoutLine> contribution(RankedScorecard card, Money earned) {
        String share = rule.share().percent();
        return Optional.of(PayoutLine.pay(
                        new PayoutLine.Key(card.participant().employee(), Component.TEAM_POOL_CONTRIBUTION, 1, period),
                        earned.exact(),
                        rule.share().negate(),
                        Said.of("pay.note.intoPool", "share", share)))
                .filter(line -> line.amount().signum() < 0);
    }

    /** A team without a score gives back what went in. */
    private Fraction factor(TeamScore team) {
        Curve curve = rule.money().factor().orElseThrow();
        return team.points().map(Points::exact).map(curve::exactAt).orElse(Fraction.ONE);
    }

    private Said note(TeamScore team, Money pool) {
        Fraction factor = factor(team);
        String times = factor.isDecimal() ? factor.plain() : factor.rounded(6).toPlainString();
        return team.points()
                .map(points -> Said.of(
                        "pay.note.ofPool", "team", team.team(), "pool", pool, "factor", times, "points", points))
                .orElseGet(() -> Said.of("pay.note.wholePool", "team", team.team(), "pool", pool));
    }

    /** Teams whose people earn commission, but have nothing to share. */
    List<Problem> problems(ScoreBook book, List<PayoutLine> paid) {
        List<Problem> problems = new ArrayList<>();
        if (!isBound()) {
            return problems;
        }
        for (String team : book.teams().keySet()) {
            boolean isEarned = paid.stream()
                    .anyMatch(line -> line.component() == Component.COMMISSION
                            && line.employee().team().equals(team));
            boolean isShared = paid.stream()
                    .anyMatch(line -> line.component() == Component.TEAM_POOL_SHARE
                            && line.employee().team().equals(team));
            if (isEarned && !isShared) {
                problems.add(Problem.of(ProblemCode.TEAM_POOL_EMPTY, SourceRef.NONE, "", team)
                        .with("team", team));
            }
        }
        return problems;
    }
}
