package dev.steelyard.engine.insight.team;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Insight;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The behaviour heat map 行为热力图: whom visits go to, when they are, and how much of their time counts (rules.md 6). */
public final class Behaviour {

    private final Insight.Behaviour rule;
    private final Measurements measurements;
    private final Days days;

    private Behaviour(Insight.Behaviour rule, Measurements measurements, Period period) {
        this.rule = rule;
        this.measurements = measurements;
        this.days = days(period);
    }

    /**
     * The visits of somebody.
     *
     * @param minutes all of them
     * @param effective those that count
     * @param by the minutes that count, by the plan's column; blank where a visit names none
     */
    public record Effort(long visits, BigDecimal minutes, BigDecimal effective, Map<String, BigDecimal> by) {

        /** Minutes that were not effective; never below 0, because exports with more effective minutes are rejected. */
        public BigDecimal idle() {
            return minutes.subtract(effective);
        }

        /** How much of the minutes counts, as a fraction of 1; empty without minutes. */
        public Optional<Fraction> effectiveShare() {
            return over(effective, minutes);
        }

        /** How much of the minutes that count goes there, as a fraction of 1; empty where none count. */
        public Optional<Fraction> share(String group) {
            return over(by.getOrDefault(group, BigDecimal.ZERO), effective);
        }

        private static Optional<Fraction> over(BigDecimal part, BigDecimal whole) {
            return whole.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(Fraction.of(part).over(Fraction.of(whole)));
        }
    }

    /**
     * Visits by weekday and hour.
     *
     * @param visits weekday (1 is Monday) → hour (0 to 23) → how many
     */
    public record Week(Map<Integer, Map<Integer, Long>> visits) {

        /**
         * How many visits began on the weekday in the hour.
         *
         * @param weekday 1 Monday to 7 Sunday
         * @param hour 0 to 23
         */
        public long at(int weekday, int hour) {
            return visits.getOrDefault(weekday, Map.of()).getOrDefault(hour, 0L);
        }

        /**
         * How many visits began on the weekday.
         *
         * @param weekday 1 Monday to 7 Sunday
         */
        public long on(int weekday) {
            return visits.getOrDefault(weekday, Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        /** The most in any hour of the week. */
        public long most() {
            return visits.values().stream()
                    .flatMap(hours -> hours.values().stream())
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }

        /** Whether the export says the time of day: visits all at midnight are days without one. */
        public boolean isTimed() {
            return visits.values().stream()
                    .flatMap(hours -> hours.keySet().stream())
                    .anyMatch(hour -> hour > 0);
        }

        /** The hours in which somebody visited, in order. */
        public List<Integer> hours() {
            return visits.values().stream()
                    .flatMap(hours -> hours.keySet().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /**
     * The visits of some people, of each and of all together.
     *
     * @param efforts employee id → what their visits come to
     */
    public record Visits(Insight.Behaviour rule, Map<String, Effort> efforts, Week week) {}

    /** Not of a year: it helps while the work goes on, and twelve months of hours would be kept for nobody. */
    public static void demand(Plan plan, Registers registers, Population population, Period period, Demand demand) {
        rule(plan, period).filter(rule -> isDeclared(rule, registers)).ifPresent(rule -> {
            List<Integer> people = indexes(population.participants());
            demand.ask(efforts(rule), people, days(period));
            demand.ask(week(rule), people, days(period));
        });
    }

    /** Whether the plan asks for it of such a period. */
    public static boolean isAsked(Plan plan, Period period) {
        return rule(plan, period).isPresent();
    }

    /** Empty where the plan does not ask for it, the export was not delivered, or the period is a year. */
    public static Optional<Behaviour> of(Plan plan, Registers registers, Measurements measurements, Period period) {
        return rule(plan, period)
                .filter(rule -> isDeclared(rule, registers) && registers.has(rule.dataset()))
                .map(rule -> new Behaviour(rule, measurements, period));
    }

    private static Optional<Insight.Behaviour> rule(Plan plan, Period period) {
        return plan.insight().flatMap(Insight::behaviour).filter(rule -> !period.isYear());
    }

    private static boolean isDeclared(Insight.Behaviour rule, Registers registers) {
        return registers.schemas().containsKey(rule.dataset());
    }

    private static Groups efforts(Insight.Behaviour rule) {
        return new Groups(rule.dataset(), List.of(Groups.ROWS, rule.minutes(), rule.effective()), List.of(rule.by()));
    }

    private static Groups week(Insight.Behaviour rule) {
        return Groups.count(rule.dataset(), List.of(rule.at() + ".weekday", rule.at() + ".hour"), Where.ALWAYS);
    }

    private static Days days(Period period) {
        return Window.PERIOD.days(Scope.of(period));
    }

    private static List<Integer> indexes(Collection<Participant> people) {
        return people.stream().map(person -> person.employee().index()).toList();
    }

    /** By which columns the plan looks at visits. */
    public Insight.Behaviour rule() {
        return rule;
    }

    /** Minutes by potential of each of these people, and the visits of all of them by weekday and hour. */
    public Visits visits(Collection<Participant> people) {
        Map<String, Effort> efforts = new TreeMap<>(CodePoints.ORDER);
        people.forEach(person -> efforts.put(person.id(), effort(List.of(person))));
        return new Visits(rule, efforts, week(people));
    }

    /** What the people's visits come to together. */
    public Effort effort(Collection<Participant> people) {
        long visits = 0;
        BigDecimal minutes = BigDecimal.ZERO;
        BigDecimal effective = BigDecimal.ZERO;
        Map<String, BigDecimal> by = new TreeMap<>(CodePoints.ORDER);
        for (Map.Entry<List<String>, List<BigDecimal>> group :
                measurements.groups(efforts(rule), indexes(people), days).entrySet()) {
            visits += group.getValue().get(0).longValueExact();
            minutes = minutes.add(group.getValue().get(1));
            effective = effective.add(group.getValue().get(2));
            by.put(group.getKey().get(0), group.getValue().get(2));
        }
        return new Effort(visits, minutes, effective, by);
    }

    /** When the people's visits are; those without a time count on no hour. */
    public Week week(Collection<Participant> people) {
        Map<Integer, Map<Integer, Long>> visits = new TreeMap<>();
        measurements.groups(week(rule), indexes(people), days).forEach((at, rows) -> {
            if (!at.get(1).isEmpty()) {
                visits.computeIfAbsent(Integer.valueOf(at.get(0)), day -> new TreeMap<>())
                        .put(Integer.valueOf(at.get(1)), rows.get(0).longValueExact());
            }
        });
        return new Week(visits);
    }
}
