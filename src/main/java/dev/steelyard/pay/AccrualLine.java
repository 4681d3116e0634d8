package dev.steelyard.pay;

import dev.steelyard.calendar.Period;
import dev.steelyard.fact.Employee;
import dev.steelyard.pay.PayoutLine.Component;
import dev.steelyard.plan.Name;
import dev.steelyard.unit.Fraction;
import dev.steelyard.unit.Money;

/**
 * What a person has earned so far of a component that a longer period pays 计提. Nothing of it is payable yet, and the
 * longer period decides.
 *
 * @param period the quarter or year that will pay it
 * @param basis what it is reckoned on, exact: the amount sold to date, the team's pool to date
 * @param amount rounded half-up to 0.01
 * @param note how it came about
 */
public record AccrualLine(
        Employee employee, Component component, Period period, Fraction basis, Money amount, Name note) {}
