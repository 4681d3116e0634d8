package dev.steelyard.run;

import dev.steelyard.calendar.Period;
import dev.steelyard.calendar.WorkingDays;
import dev.steelyard.fact.Registers;
import dev.steelyard.plan.Plan;
import java.time.LocalDate;

/**
 * What a run starts from, before the streamed exports are measured.
 *
 * @param asOf which decisions are known, and what is overdue (rulings 14); it never filters facts
 */
public record RunInput(Plan plan, Period period, LocalDate asOf, WorkingDays calendar, Registers registers) {}
