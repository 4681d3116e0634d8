package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Period.Kind;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.RankedScorecard;
import dev.steelyard.engine.score.RankedScorecard.Status;
import dev.steelyard.engine.score.ScoreBook;
import dev.steelyard.engine.unit.CodePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a month's end knows of money that is paid later 计提: the quarter's commission and excess profit share as if the quarter ended
 * with the month, the year's bonuses for the working days so far as if the team's compliance stayed the month's. An estimate
 * for the books; nothing is paid by it. A veto, a held score or a missing salary earns nothing, as it would then.
 *
 * @param from of a month; of any other period nothing is accrued
 */
public record Accruals(Reckoning from) {

    private static final Said AS_QUARTER = Said.of("pay.note.asQuarter");
    private static final Said AS_YEAR = Said.of("pay.note.asYear");

    private static Scope toDate(Kind kind, Period month) {
        Period longer = Period.of(kind, month.last());
        return new Scope(longer, new Days(longer.first(), month.last()));
    }

    /** Asks for what only the accrual reads: the profit of the quarter to date, and the events of the year to date. */
    static void demand(Plan plan, Registers registers, Period period, Demand demand) {
        if (period.kind() == Kind.MONTH) {
            ExcessProfit.demand(plan, registers, toDate(Kind.QUARTER, period), demand);
            registers
                    .schema("compliance_events")
                    .date()
                    .ifPresent(date -> demand.use(
                            "compliance_events", date, toDate(Kind.YEAR, period).days()));
        }
    }

    /**
     * By team, then employee id, then component; of a month's end only.
     *
     * @throws WorkingDays.UnknownYear if the calendar does not hold the year
     */
    public List<Accrual> of(ScoreBook book) {
        List<Accrual> accruals = new ArrayList<>();
        if (from.period().kind() == Kind.MONTH) {
            commissions(book, accruals);
            new ExcessProfit(from, toDate(Kind.QUARTER, from.period()), this::earns)
                    .shares(book)
                    .values()
                    .forEach(lines -> lines.forEach(line -> accruals.add(Accrual.of(line, AS_QUARTER))));
            new YearBonuses(from, toDate(Kind.YEAR, from.period()), this::earnsBonus)
                    .of(book)
                    .values()
                    .forEach(lines -> lines.forEach(line -> accruals.add(Accrual.of(line, AS_YEAR))));
        }
        accruals.sort(
                Comparator.comparing((Accrual accrual) -> accrual.employee().team(), CodePoints.ORDER)
                        .thenComparing(accrual -> accrual.employee().id(), CodePoints.ORDER)
                        .thenComparing(Accrual::component));
        return List.copyOf(accruals);
    }

    /** Of the people whom the month shows as interim, and of managers for them. */
    private void commissions(ScoreBook book, List<Accrual> accruals) {
        Map<String, RankedScorecard> cards = book.byId();
        EarnedCommissions commissions = new EarnedCommissions(
                from,
                toDate(Kind.QUARTER, from.period()),
                Returns.NONE,
                card -> card.status() == Status.INTERIM && card.grade().isPresent());
        commissions.of(book).forEach((id, lines) -> {
            if (earns(cards.get(id))) {
                commissions.withGrade(cards.get(id), lines).forEach(line -> accruals.add(Accrual.of(line, AS_QUARTER)));
            }
        });
    }

    private boolean earns(RankedScorecard card) {
        return card.status() == Status.RANKED
                || card.status() == Status.INTERIM
                        && card.grade().isPresent()
                        && !card.card().compliance().isVetoed();
    }

    /** A veto of an earlier month of the year costs the year's bonuses. */
    private boolean earnsBonus(RankedScorecard card) {
        Participant person = card.participant();
        Days days = toDate(Kind.YEAR, from.period()).days();
        return (earns(card) || card.status() == Status.EXEMPT)
                && from.registers().events().stream()
                        .noneMatch(event -> event.employeeId().equals(person.id())
                                && days.contains(event.day())
                                && event.isVeto(from.plan().rules().compliance().veto()));
    }
}
