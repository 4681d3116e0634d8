package dev.steelyard.pay;

import dev.steelyard.calendar.Period;
import dev.steelyard.calendar.Window;
import dev.steelyard.calendar.WorkingDays;
import dev.steelyard.fact.Registers;
import dev.steelyard.measure.Demand;
import dev.steelyard.measure.Measurements;
import dev.steelyard.pay.PayoutLine.Component;
import dev.steelyard.plan.Name;
import dev.steelyard.plan.Plan;
import dev.steelyard.problem.Problem;
import dev.steelyard.score.Participant;
import dev.steelyard.score.Population;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.ScoreBook;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pays everybody whom a run ranks or vetoes: commission, grade adjustment, veto forfeit; managers by their members
 * (rulings 63–71), the team's pool, the team's excess profit, the year's bonuses. Held and interim people get nothing.
 */
public final class Payroll {

    private final Plan plan;
    private final Period period;
    private final Commissions commissions;
    private final TeamShare teamShare;
    private final ExcessProfit excessProfit;
    private final YearBonuses yearBonuses;

    public Payroll(Plan plan, Registers registers, Measurements measurements, WorkingDays calendar, Period period) {
        this.plan = plan;
        this.period = period;
        this.commissions = new Commissions(plan, registers, measurements);
        this.teamShare = new TeamShare(plan.teamPool(), period);
        this.excessProfit = new ExcessProfit(plan, registers, measurements, calendar, period);
        this.yearBonuses = new YearBonuses(plan, registers, calendar, period);
    }

    /** Asks for everything that pay reads. */
    public static void demand(Plan plan, Registers registers, Population population, Period period, Demand demand) {
        for (Participant participant : population.participants()) {
            if (!participant.isMeanIn(period)) {
                plan.pay().commission().stream()
                        .filter(commission -> commission
                                .tracks()
                                .contains(participant.employee().track()))
                        .forEach(commission -> demand.ask(
                                commission.of(),
                                List.of(participant.employee().index()),
                                Window.PERIOD.days(participant.scope())));
            }
        }
        ExcessProfit.demand(plan, registers, period, demand);
    }

    /** All lines, by employee id, then component and number. */
    public List<PayoutLine> pay(ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, List<PayoutLine>> lines = commissions(book, cards);
        Map<String, List<PayoutLine>> graded = new LinkedHashMap<>();
        Map<String, Money> afterGrade = new LinkedHashMap<>();
        lines.forEach((id, commission) -> {
            graded.put(id, withGrade(cards.get(id), commission));
            afterGrade.put(id, sum(graded.get(id)));
        });
        Map<String, List<PayoutLine>> pooled = teamShare.of(book, afterGrade);
        Map<String, PayoutLine> shares = excessProfit.shares(book);
        Map<String, List<PayoutLine>> bonuses = yearBonuses.of(book);
        List<PayoutLine> all = new ArrayList<>();
        for (Participant person : book.population().participants()) {
            String id = person.id();
            if (lines.containsKey(id)) {
                all.addAll(graded.get(id));
                forfeit(cards.get(id), afterGrade.get(id)).ifPresent(all::add);
            }
            all.addAll(pooled.getOrDefault(id, List.of()));
            Optional.ofNullable(shares.get(id)).ifPresent(all::add);
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

    /** Employee id → commission, of everybody whom the run pays any; managers after the members whom they stand on. */
    private Map<String, List<PayoutLine>> commissions(ScoreBook book, Map<String, RankedScorecard> cards) {
        Map<String, List<PayoutLine>> lines = new LinkedHashMap<>();
        for (Participant person : book.population().participants()) {
            if (paysCommission(cards.get(person.id())) && !person.isManager()) {
                lines.put(person.id(), commissions.of(person));
            }
        }
        Map<String, List<PayoutLine>> managers = new LinkedHashMap<>();
        for (Participant person : book.population().participants()) {
            if (cards.get(person.id()).isPaid() && person.isManager()) {
                managerCommission(person, book.population(), cards, lines)
                        .ifPresent(own -> managers.put(person.id(), own));
            }
        }
        lines.putAll(managers);
        return lines;
    }

    /** Whether the run pays this person's own commission: not where shorter periods paid it already. */
    private boolean paysCommission(RankedScorecard card) {
        return card.isPaid() && !card.participant().isMeanIn(period);
    }

    /** The mean of the members' commission before grade; a vetoed member counts with 0 (rulings 70). */
    private Optional<List<PayoutLine>> managerCommission(
            Participant manager,
            Population population,
            Map<String, RankedScorecard> cards,
            Map<String, List<PayoutLine>> lines) {
        boolean earns = plan.pay()
                .managerCommission()
                .filter(rule -> rule.tracks().contains(manager.employee().track()))
                .isPresent();
        List<RankedScorecard> members = population.members(manager).stream()
                .map(member -> cards.get(member.id()))
                .filter(this::paysCommission)
                .toList();
        if (!earns || members.isEmpty()) {
            return Optional.empty();
        }
        Money sum = members.stream()
                .filter(member -> member.status() != RankedScorecard.Status.VETOED)
                .map(member -> sum(lines.get(member.participant().id())))
                .reduce(Money.ZERO, Money::plus);
        // Printed as a line's basis, so rounded as money: basis × 1 is then the amount to the cent.
        Money mean = Money.rounded(sum.exact().over(Fraction.of(members.size())));
        return Optional.of(
                mean.signum() == 0
                        ? List.of()
                        : List.of(PayoutLine.pay(
                                manager.employee(),
                                Component.COMMISSION,
                                1,
                                manager.scope().period(),
                                mean.exact(),
                                Fraction.ONE,
                                new Name(
                                        members.size() + " 名成员提成的平均",
                                        "mean of " + members.size() + " members' commission"))));
    }

    private List<PayoutLine> withGrade(RankedScorecard card, List<PayoutLine> commission) {
        List<PayoutLine> lines = new ArrayList<>(commission);
        Participant person = card.participant();
        Money earned = sum(commission);
        String grade = card.grade().orElseThrow();
        // What is taken back for returns is taken back whole, whatever the grade (rulings 67).
        if (earned.signum() > 0) {
            Fraction factor = plan.pay().gradeFactors().get(grade);
            lines.add(PayoutLine.pay(
                    person.employee(),
                    Component.GRADE_ADJUSTMENT,
                    1,
                    person.scope().period(),
                    earned.exact(),
                    factor.minus(Fraction.ONE),
                    new Name(
                            "等级 " + grade + "：系数 " + factor.plain(), "grade " + grade + ": factor " + factor.plain())));
        }
        return lines;
    }

    private static Optional<PayoutLine> forfeit(RankedScorecard card, Money afterGrade) {
        Participant person = card.participant();
        return card.status() == RankedScorecard.Status.VETOED && afterGrade.signum() > 0
                ? Optional.of(PayoutLine.pay(
                        person.employee(),
                        Component.VETO_FORFEIT,
                        1,
                        person.scope().period(),
                        afterGrade.exact(),
                        Fraction.of(-1),
                        new Name("因一票否决扣回", "forfeited by veto")))
                : Optional.empty();
    }

    private static Money sum(List<PayoutLine> lines) {
        return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
