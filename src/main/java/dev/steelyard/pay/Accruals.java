package dev.steelyard.pay;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.Registers;
import dev.steelyard.measure.Measurements;
import dev.steelyard.pay.PayoutLine.Component;
import dev.steelyard.plan.Name;
import dev.steelyard.plan.Plan;
import dev.steelyard.score.Participant;
import dev.steelyard.score.RankedScorecard;
import dev.steelyard.score.RankedScorecard.Status;
import dev.steelyard.score.ScoreBook;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Accruals 计提 of a month: the commission, and its grade adjustment, that people who are scored by the quarter have earned
 * from the quarter's first day to the month's last. The grade is that of the interim row, and may change; a person whose veto
 * stands in the quarter accrues nothing.
 */
public final class Accruals {

    private final Plan plan;
    private final Commissions commissions;

    private Accruals(Plan plan, Registers registers, Measurements measurements) {
        this.plan = plan;
        this.commissions = new Commissions(plan, registers, measurements);
    }

    /** By employee id; none of a run over more than a month, which pays for itself. */
    public static List<AccrualLine> of(
            Plan plan, Registers registers, Measurements measurements, Period period, ScoreBook book) {
        if (period.kind() != Period.Kind.MONTH) {
            return List.of();
        }
        Accruals accruals = new Accruals(plan, registers, measurements);
        Map<String, RankedScorecard> cards = book.byId();
        List<AccrualLine> lines = new ArrayList<>();
        for (Participant person : book.population().participants()) {
            RankedScorecard card = cards.get(person.id());
            if (card.status() == Status.INTERIM && !card.card().compliance().isVetoed()) {
                accruals.add(card, lines);
            }
        }
        return List.copyOf(lines);
    }

    private void add(RankedScorecard card, List<AccrualLine> lines) {
        Participant person = card.participant();
        Period quarter = person.scope().period();
        List<PayoutLine> earned = commissions.of(person);
        earned.forEach(line -> lines.add(new AccrualLine(
                person.employee(), Component.COMMISSION, quarter, line.basis(), line.amount(), line.note())));
        Money sum = earned.stream().map(PayoutLine::amount).reduce(Money.ZERO, Money::plus);
        // What is taken back for returns is taken back whole, whatever the grade (rulings 67).
        if (sum.signum() > 0 && card.grade().isPresent()) {
            String grade = card.grade().get();
            Fraction factor = plan.pay().gradeFactors().get(grade);
            Money adjustment = Money.rounded(sum.exact().times(factor.minus(Fraction.ONE)));
            lines.add(new AccrualLine(
                    person.employee(),
                    Component.GRADE_ADJUSTMENT,
                    quarter,
                    sum.exact(),
                    adjustment,
                    new Name(
                            "中期等级 " + grade + "：系数 " + factor.plain(),
                            "interim grade " + grade + ": factor " + factor.plain())));
        }
    }
}
