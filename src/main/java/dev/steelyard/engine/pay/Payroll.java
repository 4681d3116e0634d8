package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pays everybody whom a run ranks or vetoes: commission, grade adjustment, veto forfeit (rulings 63–71), the team's pool, the
 * team's excess profit, the year's bonuses. Held and interim people get nothing.
 */
public final class Payroll {

    private final Period period;
    private final EarnedCommissions commissions;
    private final TeamShare teamShare;
    private final ExcessProfit excessProfit;
    private final YearBonuses yearBonuses;

    /** @param returns what of the sales is in no ladder of the period (rules.md 8.5) */
    public Payroll(Reckoning from, Returns returns) {
        Scope paid = Scope.of(from.period());
        this.period = from.period();
        this.commissions = new EarnedCommissions(from, paid, returns, Payroll::earns);
        this.teamShare = new TeamShare(from.plan().teamPool(), period);
        this.excessProfit = new ExcessProfit(from, paid, Payroll::isRanked);
        this.yearBonuses = new YearBonuses(from, paid, RankedScorecard::isRankedOrExempt);
    }

    /** Asks for everything that pay reads. */
    public static void demand(Plan plan, Registers registers, Population population, Period period, Demand demand) {
        for (Participant participant : population.participants()) {
            // Whoever moves may have sold on any track.
            boolean moves = !participant.placed().assignments().isEmpty();
            if (moves || !participant.isMeanIn(period)) {
                plan.pay().commission().stream()
                        .filter(commission -> moves
                                || commission
                                        .tracks()
                                        .contains(participant.employee().track()))
                        .forEach(commission -> demand.ask(
                                commission.of(),
                                List.of(participant.employee().index()),
                                Window.PERIOD.days(participant.scope())));
            }
        }
        Returns.demand(plan, registers, period, demand);
        ExcessProfit.demand(plan, registers, Scope.of(period), demand);
        Accruals.demand(plan, registers, period, demand);
    }

    /** All lines, by employee id, then component and number. */
    public List<PayoutLine> pay(ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, List<PayoutLine>> graded = new LinkedHashMap<>();
        Map<String, Money> afterGrade = new LinkedHashMap<>();
        commissions.of(book).forEach((id, commission) -> {
            graded.put(id, cards.get(id).isPaid() ? commissions.withGrade(cards.get(id), commission) : commission);
            afterGrade.put(id, EarnedCommissions.sum(graded.get(id)));
        });
        Map<String, List<PayoutLine>> pooled = teamShare.of(book, afterGrade);
        Map<String, List<PayoutLine>> shares = excessProfit.shares(book);
        Map<String, List<PayoutLine>> bonuses = yearBonuses.of(book);
        List<PayoutLine> all = new ArrayList<>();
        for (Participant person : book.population().participants()) {
            String id = person.id();
            if (graded.containsKey(id)) {
                all.addAll(graded.get(id));
                forfeit(cards.get(id), afterGrade.get(id)).ifPresent(all::add);
            }
            all.addAll(pooled.getOrDefault(id, List.of()));
            all.addAll(shares.getOrDefault(id, List.of()));
            all.addAll(bonuses.getOrDefault(id, List.of()));
        }
        return List.copyOf(all);
    }

    /** Why somebody who might expect money gets none. */
    public List<Problem> problems(ScoreBook book, List<PayoutLine> paid) {
        List<Problem> problems = new ArrayList<>(teamShare.problems(book, paid));
        problems.addAll(excessProfit.problems(book));
        problems.addAll(yearBonuses.problems(book));
        return problems;
    }

    /** Held people are paid nothing; who is shown as interim what they sold on a track that the run pays (rulings 107). */
    private static boolean earns(RankedScorecard card) {
        return card.status() != RankedScorecard.Status.HELD;
    }

    private static boolean isRanked(RankedScorecard card) {
        return card.status() == RankedScorecard.Status.RANKED;
    }

    /** A veto of the run's period forfeits whatever the run pays, also of an interim row (rulings 107, 125). */
    private boolean isVetoed(RankedScorecard card) {
        return card.status() == RankedScorecard.Status.VETOED
                || card.status() == RankedScorecard.Status.INTERIM
                        && card.card().compliance().vetoes().stream()
                                .anyMatch(event -> period.days().contains(event.day()));
    }

    private Optional<PayoutLine> forfeit(RankedScorecard card, Money afterGrade) {
        return isVetoed(card) && afterGrade.signum() > 0
                ? Optional.of(PayoutLine.pay(
                        new PayoutLine.Key(card.participant().employee(), Component.VETO_FORFEIT, 1, period),
                        afterGrade.exact(),
                        Fraction.of(-1),
                        Said.of("pay.note.forfeited")))
                : Optional.empty();
    }
}
