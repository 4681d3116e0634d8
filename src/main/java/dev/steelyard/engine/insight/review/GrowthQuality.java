package dev.steelyard.engine.insight.review;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Growth quality 增长质量: sales and gross margin beside those of the same period last year, for the company, each region,
 * team and person, in all and by customer kind, product line and lifecycle: volume beside profit, so that growth bought with
 * discounts shows. Everybody on the roster counts where their roster row stands.
 *
 * @param lines of the company, then the regions, then the teams; of each first the sum, then its groups
 * @param people of each person with sales in either period the sum, by id
 */
public record GrowthQuality(List<Line> lines, List<Line> people) {

    /** Whose sales. */
    public enum Level {
        COMPANY,
        REGION,
        TEAM,
        PERSON
    }

    /**
     * Sales of somebody, in all or of a group.
     *
     * @param subject the region, team or employee id; blank for the company
     * @param by the column that the group is of; blank for the sum
     * @param group blank also where the rows name none
     */
    public record Line(Level level, String subject, String by, String group, Figures figures) {}

    /** What was sold and what was left of it, now and in the same period last year. */
    public record Figures(BigDecimal sales, BigDecimal cost, BigDecimal salesBefore, BigDecimal costBefore) {

        private static final Figures NONE =
                new Figures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Figures plus(Figures other) {
            return new Figures(
                    sales.add(other.sales),
                    cost.add(other.cost),
                    salesBefore.add(other.salesBefore),
                    costBefore.add(other.costBefore));
        }

        /** Gross margin: sales less cost, exact, in the plan's currency; may be negative. */
        public BigDecimal margin() {
            return sales.subtract(cost);
        }

        /** Gross margin of the same period a year before, exact, in the plan's currency; may be negative. */
        public BigDecimal marginBefore() {
            return salesBefore.subtract(costBefore);
        }

        /** How much sales grew, as a fraction of last year's; empty where there were none. */
        public Optional<Fraction> growth() {
            return over(sales.subtract(salesBefore), salesBefore);
        }

        /** Gross margin as a fraction of sales; empty where nothing was sold. */
        public Optional<Fraction> marginRate() {
            return over(margin(), sales);
        }

        /** Gross margin of a year before as a fraction of its sales; empty where those are not above 0. */
        public Optional<Fraction> marginRateBefore() {
            return over(marginBefore(), salesBefore);
        }

        /** How much the gross margin grew, as a fraction of the one before; empty where that is not above 0. */
        public Optional<Fraction> marginGrowth() {
            return over(margin().subtract(marginBefore()), marginBefore());
        }

        private static Optional<Fraction> over(BigDecimal part, BigDecimal whole) {
            return whole.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(Fraction.of(part).over(Fraction.of(whole)));
        }
    }

    /** Asks for sales and cost of the period and of a year before; nothing where the plan does not say by what they are grouped. */
    public static void demand(Plan plan, Registers registers, Period period, Demand demand) {
        plan.growthQuality().ifPresent(rule -> {
            List<Integer> everybody =
                    registers.roster().employees().stream().map(Employee::index).toList();
            demand.ask(groups(rule), everybody, now(period));
            demand.ask(groups(rule), everybody, before(period));
        });
    }

    private static Groups groups(Plan.GrowthQuality rule) {
        return new Groups(rule.dataset(), List.of(rule.sales(), rule.cost()), rule.by());
    }

    private static Days now(Period period) {
        return Window.PERIOD.days(Scope.of(period));
    }

    private static Days before(Period period) {
        return Window.SAME_PERIOD_LAST_YEAR.days(Scope.of(period));
    }

    /** Empty where the plan does not ask for it or the export was not delivered. */
    public static Optional<GrowthQuality> of(Plan plan, Registers registers, Measurements measurements, Period period) {
        return plan.growthQuality()
                .filter(rule -> registers.has(rule.dataset()))
                .map(rule -> new Making(rule, registers, measurements, period).make());
    }

    /** Sums person by person, each read once. */
    private static final class Making {
        private final Plan.GrowthQuality rule;
        private final Registers registers;
        private final Measurements measurements;
        private final Period period;
        private final Map<List<String>, Figures> company = new TreeMap<>(Making::compare);
        private final Map<String, Map<List<String>, Figures>> regions = new TreeMap<>(CodePoints.ORDER);
        private final Map<String, Map<List<String>, Figures>> teams = new TreeMap<>(CodePoints.ORDER);
        private final List<Line> people = new ArrayList<>();

        Making(Plan.GrowthQuality rule, Registers registers, Measurements measurements, Period period) {
            this.rule = rule;
            this.registers = registers;
            this.measurements = measurements;
            this.period = period;
        }

        GrowthQuality make() {
            registers.roster().employees().forEach(this::add);
            List<Line> lines = new ArrayList<>();
            lines(Level.COMPANY, "", company, lines);
            regions.forEach((region, sums) -> lines(Level.REGION, region, sums, lines));
            teams.forEach((team, sums) -> lines(Level.TEAM, team, sums, lines));
            return new GrowthQuality(List.copyOf(lines), List.copyOf(people));
        }

        private void add(Employee person) {
            Map<List<String>, Figures> own = new TreeMap<>(Making::compare);
            read(person, now(period))
                    .forEach((group, sums) ->
                            put(own, group, new Figures(sums.get(0), sums.get(1), BigDecimal.ZERO, BigDecimal.ZERO)));
            read(person, before(period))
                    .forEach((group, sums) ->
                            put(own, group, new Figures(BigDecimal.ZERO, BigDecimal.ZERO, sums.get(0), sums.get(1))));
            if (own.isEmpty()) {
                return;
            }
            people.add(new Line(Level.PERSON, person.id(), "", "", sum(own, group -> true)));
            own.forEach((group, figures) -> {
                put(company, group, figures);
                put(of(regions, person.region()), group, figures);
                put(of(teams, person.team()), group, figures);
            });
        }

        private Map<List<String>, List<BigDecimal>> read(Employee person, Days days) {
            return measurements.groups(groups(rule), List.of(person.index()), days);
        }

        private static Map<List<String>, Figures> of(Map<String, Map<List<String>, Figures>> sums, String subject) {
            return sums.computeIfAbsent(subject, s -> new TreeMap<>(Making::compare));
        }

        private static void put(Map<List<String>, Figures> to, List<String> group, Figures figures) {
            to.merge(group, figures, Figures::plus);
        }

        private static Figures sum(Map<List<String>, Figures> of, Predicate<List<String>> which) {
            return of.entrySet().stream()
                    .filter(entry -> which.test(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(Figures.NONE, Figures::plus);
        }

        private void lines(Level level, String subject, Map<List<String>, Figures> of, List<Line> to) {
            to.add(new Line(level, subject, "", "", sum(of, group -> true)));
            for (int i = 0; i < rule.by().size(); i++) {
                int at = i;
                Function<List<String>, String> part = group -> group.get(at);
                of.keySet().stream()
                        .map(part)
                        .distinct()
                        .sorted(CodePoints.ORDER)
                        .forEach(value -> to.add(
                                new Line(level, subject, rule.by().get(at), value, sum(of, group -> part.apply(group)
                                        .equals(value)))));
            }
        }

        private static int compare(List<String> one, List<String> other) {
            for (int i = 0; i < one.size(); i++) {
                int order = CodePoints.ORDER.compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
