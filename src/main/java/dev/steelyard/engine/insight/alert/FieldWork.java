package dev.steelyard.engine.insight.alert;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.Scope;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.fact.Customer;
import dev.steelyard.engine.fact.TalkTrack;
import dev.steelyard.engine.measure.Demand;
import dev.steelyard.engine.measure.Groups;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.plan.Insight.LowPotential;
import dev.steelyard.engine.plan.Plan;
import dev.steelyard.engine.plan.Where;
import dev.steelyard.engine.plan.Where.Operator;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.register.Registers;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where people went in the period, and where they did not: customers of little and of much potential, departments, product
 * lines sold, records left incomplete. Of a year nothing: it helps while the work goes on.
 */
public final class FieldWork {

    private static final String VISITS = "visits";
    private static final String ORDERS = "orders";
    private static final Set<String> READ = Set.of(VISITS, ORDERS, "customers", "products");
    private static final Groups POTENTIALS = Groups.count(VISITS, List.of("customer.potential"), Where.ALWAYS);
    private static final Groups DEPARTMENTS = Groups.count(VISITS, List.of("department"), Where.ALWAYS);
    private static final Groups INCOMPLETE =
            Groups.count(VISITS, List.of("visited_at"), Where.ALWAYS.and("complete", Operator.ONE_OF, "no"));
    private static final Groups LINES = Groups.count(ORDERS, List.of("product.line"), Where.ALWAYS);

    private final Optional<LowPotential> rule;
    private final Registers registers;
    private final Measurements measurements;
    private final Period period;
    private final Map<String, Long> seen;
    private final Map<String, List<Customer>> worthwhile;

    /** Reads what {@link #demand} asked for. */
    public FieldWork(Plan plan, Registers registers, Measurements measurements, Period period) {
        this.rule = rule(plan);
        this.registers = registers;
        this.measurements = measurements;
        this.period = period;
        this.seen = hasCustomers() ? seen() : Map.of();
        this.worthwhile = hasCustomers() ? worthwhile() : Map.of();
    }

    /** Asks for the visits and orders that alerts look at; nothing for a year, or where the exports file describes none of them. */
    public static void demand(Plan plan, Registers registers, Period period, Demand demand) {
        if (!isAsked(registers, period)) {
            return;
        }
        List<Integer> everybody =
                registers.roster().employees().stream().map(Employee::index).toList();
        for (Groups groups : List.of(POTENTIALS, DEPARTMENTS, INCOMPLETE, LINES)) {
            demand.ask(groups, everybody, days(period));
        }
        rule(plan).ifPresent(rule -> demand.ask(customers(rule), everybody, days(period)));
    }

    private static boolean isAsked(Registers registers, Period period) {
        return !period.isYear() && registers.schemas().keySet().containsAll(READ);
    }

    private static Optional<LowPotential> rule(Plan plan) {
        return plan.insight().flatMap(insight -> insight.lowPotential());
    }

    /** Visits to the customers to see instead. */
    private static Groups customers(LowPotential rule) {
        return Groups.count(
                VISITS,
                List.of("customer_id"),
                Where.ALWAYS.and("customer.potential", Operator.ONE_OF, rule.instead()));
    }

    private static Days days(Period period) {
        return Window.PERIOD.days(Scope.of(period));
    }

    /** Whether there is anything to tell of visits: they were delivered. */
    public boolean isKnown() {
        return isAsked(registers, period) && registers.has(VISITS);
    }

    /** Whether the plan says which customers to see. */
    private boolean hasCustomers() {
        return isKnown() && rule.isPresent();
    }

    /**
     * Somebody's visits.
     *
     * @param all how many
     * @param low of them to customers of little potential
     */
    public record Visits(long all, long low) {}

    /** How many visits the person made in the period, and how many of them to customers of low potential; 0 where no visits were delivered. */
    public Visits visits(Employee person) {
        Map<String, Long> potentials = isKnown() ? counts(POTENTIALS, person) : Map.of();
        return new Visits(
                potentials.values().stream().mapToLong(Long::longValue).sum(),
                rule.map(LowPotential::potential).map(potentials::get).orElse(0L));
    }

    /** The customers of much potential of the person's region, least visited first. */
    public List<CustomerToSee> toSee(Employee person) {
        return hasCustomers() ? toSee(person.region(), counts(customers(rule.get()), person)) : List.of();
    }

    /** The same of a region, whoever goes there. */
    public List<CustomerToSee> toSee(String region) {
        return hasCustomers() ? toSee(region, Map.of()) : List.of();
    }

    private List<CustomerToSee> toSee(String region, Map<String, Long> own) {
        return leastSeen(worthwhile.getOrDefault(region, List.of())).stream()
                .map(one -> new CustomerToSee(
                        one.customerId(), one.customerName(), seen(one), own.getOrDefault(one.customerId(), 0L)))
                .sorted(Comparator.comparingLong(CustomerToSee::visits)
                        .thenComparingLong(CustomerToSee::own)
                        .thenComparing(CustomerToSee::customerId, CodePoints.ORDER))
                .limit(rule.orElseThrow().customers())
                .toList();
    }

    /** The least seen, as many as are shown and whoever is seen as little as the last of them. */
    private List<Customer> leastSeen(List<Customer> sorted) {
        int shown = rule.orElseThrow().customers();
        if (sorted.size() <= shown) {
            return sorted;
        }
        int end = shown;
        while (end > 0 && end < sorted.size() && seen(sorted.get(end)) == seen(sorted.get(shown - 1))) {
            end++;
        }
        return sorted.subList(0, end);
    }

    private long seen(Customer customer) {
        return seen.getOrDefault(customer.customerId(), 0L);
    }

    /** The talk tracks that fit where the person works and what they sell. */
    public List<TalkTrack> talkTracks(Employee person) {
        if (!isKnown() || !registers.has(TalkTrack.DATASET)) {
            return List.of();
        }
        Set<String> lines = new TreeSet<>(CodePoints.ORDER);
        if (registers.has(ORDERS)) {
            lines.addAll(counts(LINES, person).keySet());
            lines.remove("");
        }
        return fitting(counts(DEPARTMENTS, person).keySet(), lines);
    }

    /**
     * The tracks that fit somebody's work: for a department where they work and a product line that they sell, or for all;
     * the closest first, then by id. Where nothing is known to be sold, every line fits.
     */
    private List<TalkTrack> fitting(Set<String> departments, Set<String> lines) {
        return registers.all(TalkTrack.DATASET).stream()
                .filter(track -> track.department().isEmpty() || departments.contains(track.department()))
                .filter(track ->
                        track.productLine().isEmpty() || lines.isEmpty() || lines.contains(track.productLine()))
                .sorted(Comparator.comparingInt((TalkTrack track) -> generality(track, lines))
                        .thenComparing(TalkTrack::talkId, CodePoints.ORDER))
                .toList();
    }

    /** 0 where both department and a line that is sold are named, to 2 where it is for all. */
    private static int generality(TalkTrack track, Set<String> lines) {
        return (track.department().isEmpty() ? 1 : 0) + (lines.contains(track.productLine()) ? 0 : 1);
    }

    /** Day → how many of the person's visits on it have no complete record. */
    public Map<LocalDate, Long> incomplete(Employee person) {
        Map<LocalDate, Long> days = new TreeMap<>();
        if (isKnown()) {
            counts(INCOMPLETE, person).forEach((at, visits) -> days.merge(Days.dayOf(at), visits, Long::sum));
        }
        return days;
    }

    /** Customer → visits by anybody of the company. */
    private Map<String, Long> seen() {
        Map<String, Long> counted = new HashMap<>();
        for (Employee person : registers.roster().employees()) {
            counts(customers(rule.orElseThrow()), person)
                    .forEach((customer, visits) -> counted.merge(customer, visits, Long::sum));
        }
        return counted;
    }

    /** Region → its customers of much potential, least seen first. */
    private Map<String, List<Customer>> worthwhile() {
        return registers.all(Customer.DATASET).stream()
                .filter(customer -> rule.orElseThrow().instead().equals(customer.potential()))
                .sorted(Comparator.comparingLong(this::seen))
                .collect(Collectors.groupingBy(Customer::region));
    }

    /** Groups of one column → rows. */
    private Map<String, Long> counts(Groups groups, Employee person) {
        Map<String, Long> counts = new TreeMap<>(CodePoints.ORDER);
        measurements
                .groups(groups, List.of(person.index()), days(period))
                .forEach((group, rows) -> counts.put(group.get(0), rows.get(0).longValueExact()));
        return counts;
    }
}
