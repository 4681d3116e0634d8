package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.plan.Plan;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everybody's commission 提成 of a period, managers' by their members, and what the grade makes of it (rulings 63–71). */
final class EarnedCommissions {

    private final Plan plan;
    private final Period period;
    private final Commissions commissions;
    private final Predicate<RankedScorecard> earns;

    /**
     * @param paid what is paid
     * @param returns what of the sales is in no ladder
     * @param earns who is paid at all
     */
    EarnedCommissions(Reckoning from, Scope paid, Returns returns, Predicate<RankedScorecard> earns) {
        this.plan = from.plan();
        this.period = paid.period();
        this.commissions = new Commissions(from, paid, returns);
        this.earns = earns;
    }

    Commissions commissions() {
        return commissions;
    }

    /** Employee id → commission, of everybody who earns any; managers after the members whom they stand on. */
    Map<String, List<PayoutLine>> of(ScoreBook book) {
        Map<String, RankedScorecard> cards = book.byId();
        Map<String, List<PayoutLine>> lines = new LinkedHashMap<>();
        for (Participant person : book.population().participants()) {
            if (earns.test(cards.get(person.id())) && commissions.concern(person)) {
                lines.put(person.id(), commissions.of(person));
            }
        }
        Map<String, List<PayoutLine>> managers = new LinkedHashMap<>();
        for (Participant person : book.population().participants()) {
            if (cards.get(person.id()).earns() && person.isManager()) {
                List<PayoutLine> own = lines.getOrDefault(person.id(), List.of());
                ofManager(person, own.size() + 1, book.population(), cards, lines)
                        .ifPresent(mean -> managers.put(
                                person.id(),
                                Stream.concat(own.stream(), mean.stream()).toList()));
            }
        }
        lines.putAll(managers);
        return lines;
    }

    /**
     * The mean of the members' commission before grade, of those whose scored track this run pays; a vetoed member counts with 0,
     * an exempt one not at all (rulings 70, 108).
     */
    private Optional<List<PayoutLine>> ofManager(
            Participant manager,
            int number,
            Population population,
            Map<String, RankedScorecard> cards,
            Map<String, List<PayoutLine>> lines) {
        if (plan.pay()
                .managerCommission()
                .filter(rule -> rule.tracks().contains(manager.employee().track()))
                .isEmpty()) {
            return Optional.empty();
        }
        List<RankedScorecard> members = population.members(manager).stream()
                .filter(member -> member.track().cycle() == period.kind())
                .map(member -> cards.get(member.id()))
                .filter(earns)
                .filter(member -> member.status() != RankedScorecard.Status.EXEMPT)
                .toList();
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Money sum = members.stream()
                .filter(member -> !member.card().compliance().isVetoed())
                .map(member -> sum(lines.getOrDefault(member.participant().id(), List.of())))
                .reduce(Money.ZERO, Money::plus);
        // Printed as a line's basis, so rounded as money: basis × 1 is then the amount to the cent.
        Money mean = Money.rounded(sum.exact().over(Fraction.of(members.size())));
        return Optional.of(
                mean.signum() == 0
                        ? List.of()
                        : List.of(PayoutLine.pay(
                                new PayoutLine.Key(manager.employee(), Component.COMMISSION, number, period),
                                mean.exact(),
                                Fraction.ONE,
                                Said.of("pay.note.mean", "n", members.size()))));
    }

    /** The commission lines, and what the grade makes of them. */
    List<PayoutLine> withGrade(RankedScorecard card, List<PayoutLine> commission) {
        List<PayoutLine> lines = new ArrayList<>(commission);
        Money earned = sum(commission);
        if (card.grade().isEmpty()) {
            // Nobody judges an exempt person: the factor is 1.
            return lines;
        }
        String grade = card.grade().get();
        // What is taken back for returns is taken back whole, whatever the grade (rulings 67).
        if (earned.signum() > 0) {
            Fraction factor = plan.pay().gradeFactors().get(grade);
            lines.add(PayoutLine.pay(
                    new PayoutLine.Key(card.participant().employee(), Component.GRADE_ADJUSTMENT, 1, period),
                    earned.exact(),
                    factor.minus(Fraction.ONE),
                    Said.of("pay.note.grade", "grade", grade, "factor", factor.plain())));
        }
        return lines;
    }

    static Money sum(List<PayoutLine> lines) {
        return lines.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
