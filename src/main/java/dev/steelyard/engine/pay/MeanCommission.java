package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Period.Kind;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.unit.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody who is exempt earned in commission a month, over the twelve months before the leave began: payroll needs it for what is
 * paid during the leave (rules.md 8.2). After grade and veto, as it was paid; a quarter's counts with a third for each of its months.
 *
 * @param mean half-up to 0.01
 * @param months over how many of the twelve: those of which the ledger knows what was paid, and in which the person was employed
 */
public record MeanCommission(Money mean, int months) {

    private static final int MONTHS = 12;

    private static final Set<Component> PARTS =
            Set.of(Component.COMMISSION, Component.GRADE_ADJUSTMENT, Component.VETO_FORFEIT);

    /** Empty where the ledger knows none of the months. @param since the first day of the leave */
    public static Optional<MeanCommission> before(LocalDate since, Employee person, PaidPeriods editions) {
        Fraction sum = Fraction.ZERO;
        int months = 0;
        Period month = Period.of(Kind.MONTH, since);
        for (int i = 0; i < MONTHS; i++) {
            month = month.previous();
            Days days = month.days();
            if (!person.employed(days).isEmpty()) {
                Optional<Fraction> paid = paid(month, person, editions);
                Optional<Fraction> quarter = paid(Period.of(Kind.QUARTER, days.first()), person, editions)
                        .map(amount -> amount.over(Fraction.of(3)));
                sum = sum.plus(paid.orElse(Fraction.ZERO)).plus(quarter.orElse(Fraction.ZERO));
                months += paid.isPresent() || quarter.isPresent() ? 1 : 0;
            }
        }
        return months == 0
                ? Optional.empty()
                : Optional.of(new MeanCommission(Money.rounded(sum.over(Fraction.of(months))), months));
    }

    private static Optional<Fraction> paid(Period period, Employee person, PaidPeriods editions) {
        return editions.of(period).map(lines -> of(person, lines));
    }

    private static Fraction of(Employee person, List<PaidPeriods.Line> lines) {
        return lines.stream()
                .filter(line ->
                        line.employeeId().equals(person.id()) && !line.onHold() && PARTS.contains(line.component()))
                .map(line -> line.amount().exact())
                .reduce(Fraction.ZERO, Fraction::plus);
    }
}
