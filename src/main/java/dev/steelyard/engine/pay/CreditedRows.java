package dev.steelyard.engine.pay;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Facts.Aggregate;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.plan.Pay.Commission;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.unit.CodePoints;
import dev.steelyard.engine.unit.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The lines of the period that a person's commission is earned on 计入提成的明细, of split lines the person's part (rules.md 8.4).
 *
 * @param commissions what people earn by which rule on which days
 */
public record CreditedRows(
        Plan plan, Registers registers, Period period, Measurements measurements, Commissions commissions) {

    /** So many lines are told one by one. */
    private static final int LARGEST = 10;

    private static final List<String> CUSTOMERS = List.of("customer_id", "hospital_id", "dealer_id");

    /**
     * A line.
     *
     * @param customer blank where the line names none
     * @param amount what of it counts for the person; negative of a return
     */
    public record Row(String line, LocalDate day, String customer, Fraction amount) {}

    /**
     * What a rule credits.
     *
     * @param rows how many lines
     * @param amount their sum, which the tiers cut
     * @param largest the ten largest by amount, whichever their sign; equal ones by day and line
     */
    public record Credit(Name rule, int rows, Fraction amount, List<Row> largest) {}

    private static final Comparator<Row> BY_SIZE = Comparator.comparing(CreditedRows::size)
            .reversed()
            .thenComparing(Row::day)
            .thenComparing(Row::line, CodePoints.ORDER);

    private static Fraction size(Row row) {
        return row.amount().signum() < 0 ? row.amount().negate() : row.amount();
    }

    /** Asks for the lines of whom the period pays; a year pays no ladder. */
    public static void demand(Plan plan, Registers registers, Population population, Period period, Demand demand) {
        for (Commission rule : rules(plan, registers)) {
            List<Integer> people = population.participants().stream()
                    .filter(person -> rule.tracks().stream()
                            .anyMatch(track -> plan.tracks().get(track).cycle() == period.kind()))
                    .map(person -> person.employee().index())
                    .toList();
            if (!people.isEmpty()) {
                demand.ask(lines(rule, registers), people, period.days());
            }
        }
    }

    private static List<Commission> rules(Plan plan, Registers registers) {
        return plan.pay().commission().stream()
                .filter(rule -> registers.has(rule.of().dataset())
                        && rule.of().aggregate() == Aggregate.SUM
                        && rule.of().columns().size() == 1
                        && registers.schema(rule.of().dataset()).key().size() == 1
                        && registers.schema(rule.of().dataset()).date().isPresent())
                .toList();
    }

    private static Groups lines(Commission rule, Registers registers) {
        Schema schema = registers.schema(rule.of().dataset());
        List<String> by =
                new ArrayList<>(List.of(schema.key().get(0), schema.date().orElseThrow()));
        customer(schema).forEach(by::add);
        return new Groups(
                rule.of().dataset(), rule.of().columns(), by, rule.of().where());
    }

    private static Stream<String> customer(Schema schema) {
        return CUSTOMERS.stream()
                .filter(column -> schema.column(column).isPresent())
                .limit(1);
    }

    /**
     * What each rule credits the person, in the plan's order; nothing where there is no line.
     *
     * @param apart lines that are in no ladder: returns of what an earlier period paid
     */
    public List<Credit> of(Participant person, Set<String> apart) {
        List<Commission> rules = rules(plan, registers);
        List<Credit> credits = new ArrayList<>();
        for (Earned earned : commissions.earned(person)) {
            Groups lines = lines(earned.commission(), registers);
            if (rules.contains(earned.commission()) && measurements.has(lines)) {
                List<Row> rows = rows(lines, person, earned.days(), apart);
                if (!rows.isEmpty()) {
                    credits.add(new Credit(
                            earned.commission().name(),
                            rows.size(),
                            rows.stream().map(Row::amount).reduce(Fraction.ZERO, Fraction::plus),
                            rows.stream().sorted(BY_SIZE).limit(LARGEST).toList()));
                }
            }
        }
        return credits;
    }

    private List<Row> rows(Groups lines, Participant person, List<Days> spans, Set<String> apart) {
        List<Row> rows = new ArrayList<>();
        measurements
                .groups(lines, List.of(person.employee().index()), period.days())
                .forEach((group, sums) -> {
                    LocalDate day = Days.dayOf(group.get(1));
                    if (!apart.contains(group.get(0)) && spans.stream().anyMatch(days -> days.contains(day))) {
                        rows.add(new Row(
                                group.get(0), day, group.size() > 2 ? group.get(2) : "", Fraction.of(sums.get(0))));
                    }
                });
        return rows;
    }
}
