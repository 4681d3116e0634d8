package dev.steelyard.engine.register;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.KnownDataset;
import dev.steelyard.engine.dataset.Losses;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.fact.Adjustment;
import dev.steelyard.engine.fact.AppealRow;
import dev.steelyard.engine.fact.Assignment;
import dev.steelyard.engine.fact.CalibrationRow;
import dev.steelyard.engine.fact.ComplianceEvent;
import dev.steelyard.engine.fact.CustomerAssignment;
import dev.steelyard.engine.fact.EmployeeRow;
import dev.steelyard.engine.fact.Exam;
import dev.steelyard.engine.fact.Leave;
import dev.steelyard.engine.fact.Mentorship;
import dev.steelyard.engine.fact.PriceEvent;
import dev.steelyard.engine.fact.Product;
import dev.steelyard.engine.fact.PublishedShare;
import dev.steelyard.engine.fact.SplitRow;
import dev.steelyard.engine.fact.TargetRow;
import dev.steelyard.engine.problem.Problem;
import dev.steelyard.engine.unit.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is kept row by row: the roster and the small registers, as look-ups; the decisions in force on the
 * as-of day are already in them.
 */
public final class Registers {

    private static final String ROSTER = EmployeeRow.DATASET.name();

    private final Map<String, Schema> schemas;
    private final Set<String> present;
    private final Map<String, List<Row>> rows;
    private final Map<String, Map<String, Row>> byKey = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Optional<? extends Record>>> found = new ConcurrentHashMap<>();
    private final Losses losses;
    private final Roster roster;
    private final List<Calibration> calibrations;
    private final List<Appeal> appeals;
    private final Targets targets;
    private final MarketShare marketShare;
    private final List<ComplianceEvent> events;
    private final List<ComplianceEvent> eventsAsDelivered;
    private final List<ComplianceEvent> dismissed;
    private final Map<String, List<Assignment>> assignments;
    private final Map<String, List<Leave>> leaves;
    private final Splits splits;
    private final CustomerAssignments customerAssignments;
    private final PriceEvents priceEvents;
    private final List<Adjustment> adjustments;
    private final List<Product> products;
    private final List<Exam> exams;
    private final List<Mentorship> mentorships;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param schemas every dataset there is
     * @param present the datasets that were delivered, streamed ones too
     * @param rows accepted rows by register
     * @param asOf decides which decisions are known (rulings 14)
     */
    public Registers(Map<String, Schema> schemas, Set<String> present, Map<String, List<Row>> rows, LocalDate asOf) {
        this(schemas, present, rows, Losses.NONE, asOf);
    }

    /** @param losses what of the registers could not be read */
    public Registers(
            Map<String, Schema> schemas,
            Set<String> present,
            Map<String, List<Row>> rows,
            Losses losses,
            LocalDate asOf) {
        this.losses = losses;
        this.schemas = Collections.unmodifiableMap(new LinkedHashMap<>(schemas));
        this.present = Set.copyOf(present);
        this.appeals =
                Appeal.inForce(AppealRow.DATASET.read(rows.getOrDefault(AppealRow.DATASET.name(), List.of())), asOf);
        this.roster = Roster.of(rows.getOrDefault(ROSTER, List.of()), losses);
        this.rows = onePerPerson(withDismissals(rows, appeals), roster);
        this.eventsAsDelivered =
                ComplianceEvent.DATASET.read(rows.getOrDefault(ComplianceEvent.DATASET.name(), List.of()));
        this.calibrations = Calibration.inForce(all(CalibrationRow.DATASET), asOf, problems::add);
        this.targets = new Targets(all(TargetRow.DATASET), calibrations);
        this.marketShare = new MarketShare(all(PublishedShare.DATASET));
        this.events = ComplianceEvent.verified(all(ComplianceEvent.DATASET), problems::add);
        this.dismissed = dismissed(all(ComplianceEvent.DATASET));
        this.assignments = Assignment.byPerson(all(Assignment.DATASET));
        this.leaves = all(Leave.DATASET).stream().collect(Collectors.groupingBy(Leave::employeeId));
        this.splits = new Splits(all(SplitRow.DATASET), id -> roster.find(id).isPresent());
        this.customerAssignments = new CustomerAssignments(all(CustomerAssignment.DATASET));
        this.priceEvents = new PriceEvents(all(PriceEvent.DATASET));
        this.adjustments = all(Adjustment.DATASET);
        this.products = all(Product.DATASET);
        this.exams = Exam.oldestFirst(all(Exam.DATASET));
        this.mentorships = Mentorship.oldestFirst(all(Mentorship.DATASET));
    }

    private Registers(Registers other, Targets targets, List<Appeal> appeals) {
        this.schemas = other.schemas;
        this.present = other.present;
        this.rows = withDismissals(other.rows, appeals);
        this.roster = other.roster;
        this.losses = other.losses;
        this.calibrations = other.calibrations;
        this.appeals = List.copyOf(appeals);
        this.targets = targets;
        this.marketShare = other.marketShare;
        this.eventsAsDelivered = other.eventsAsDelivered;
        this.events = ComplianceEvent.verified(all(ComplianceEvent.DATASET), problem -> {});
        this.dismissed = dismissed(all(ComplianceEvent.DATASET));
        this.assignments = other.assignments;
        this.leaves = other.leaves;
        this.splits = other.splits;
        this.customerAssignments = other.customerAssignments;
        this.priceEvents = other.priceEvents;
        this.adjustments = other.adjustments;
        this.products = other.products;
        this.exams = other.exams;
        this.mentorships = other.mentorships;
        this.problems.addAll(other.problems);
    }

    private static List<ComplianceEvent> dismissed(List<ComplianceEvent> events) {
        return events.stream()
                .filter(event -> event.isDismissed() && event.verifiedDate().isPresent())
                .toList();
    }

    /** The roster as what the rows of each person agree on, so that whoever looks a person up finds one row. */
    private static Map<String, List<Row>> onePerPerson(Map<String, List<Row>> rows, Roster roster) {
        if (roster.size() == rows.getOrDefault(ROSTER, List.of()).size()) {
            return rows;
        }
        Map<String, List<Row>> result = new HashMap<>(rows);
        result.put(ROSTER, roster.employees().stream().map(Employee::row).toList());
        return Map.copyOf(result);
    }

    /** Events dismissed on appeal count as dismissed for whatever reads them (rulings 84). */
    private static Map<String, List<Row>> withDismissals(Map<String, List<Row>> rows, List<Appeal> appeals) {
        Set<String> dismissed = appeals.stream()
                .filter(appeal -> appeal.effect() == Appeal.Effect.DISMISS_EVENT)
                .map(Appeal::subject)
                .collect(Collectors.toSet());
        Map<String, List<Row>> result = new HashMap<>(rows);
        result.computeIfPresent(
                ComplianceEvent.DATASET.name(), (dataset, events) -> ComplianceEvent.dismiss(events, dismissed));
        return Map.copyOf(result);
    }

    /** How a dataset is described; null where the run does not know it. */
    public Schema schema(String dataset) {
        return schemas.get(dataset);
    }

    /** Dataset → how it is described, in the order of the exports file. */
    public Map<String, Schema> schemas() {
        return schemas;
    }

    /** Whether the dataset was delivered at all; if not, whatever reads it is missing (rulings 21). */
    public boolean has(String dataset) {
        return present.contains(dataset);
    }

    /** Whether the dataset was delivered at all. */
    public boolean has(KnownDataset<?> dataset) {
        return has(dataset.name());
    }

    /** What a register says, in file order; read anew each time. Nothing where it was not delivered. */
    public <R extends Record> List<R> all(KnownDataset<R> dataset) {
        return dataset.read(rows(dataset.name()));
    }

    /** What a register with a single key column says of a key; empty where it does not have it. Read once: it is asked for each row. */
    @SuppressWarnings("unchecked")
    public <R extends Record> Optional<R> find(KnownDataset<R> dataset, String key) {
        Map<String, Optional<? extends Record>> known =
                found.computeIfAbsent(dataset.name(), name -> new ConcurrentHashMap<>());
        Optional<? extends Record> one = known.get(key);
        if (one == null) {
            one = row(dataset.name(), key).flatMap(dataset::read);
            known.put(key, one);
        }
        return (Optional<R>) one;
    }

    /** The rows of a register that counted, in file order; none where it was not delivered. */
    public List<Row> rows(String dataset) {
        return rows.getOrDefault(dataset, List.of());
    }

    /** The row of a register with a single key column; empty where there is none. */
    public Optional<Row> row(String dataset, String key) {
        return Optional.ofNullable(byKey.computeIfAbsent(dataset, this::indexed).get(key));
    }

    /** Key → row of a register with a single key column. */
    public Map<String, Row> byKey(String dataset) {
        return Collections.unmodifiableMap(byKey.computeIfAbsent(dataset, this::indexed));
    }

    private Map<String, Row> indexed(String dataset) {
        String key = schemas.get(dataset).key().get(0);
        return rows(dataset).stream().collect(Collectors.toMap(row -> row.text(key), Function.identity()));
    }

    /** Everybody on the roster. */
    public Roster roster() {
        return roster;
    }

    /** Where the person was assigned, oldest first; none where the roster row alone says it. */
    public List<Assignment> assignments(String employeeId) {
        return assignments.getOrDefault(employeeId, List.of());
    }

    /** Employee id → assignments, oldest first. */
    public Map<String, List<Assignment>> assignments() {
        return Collections.unmodifiableMap(assignments);
    }

    /** A person's leave, in file order; none of whom there is none (rules.md 8.2). */
    public List<Leave> leaves(String employeeId) {
        return leaves.getOrDefault(employeeId, List.of());
    }

    /** Employee id → leave. */
    public Map<String, List<Leave>> leaves() {
        return Collections.unmodifiableMap(leaves);
    }

    /** Whether leave covers half of the days, or assignments say that the person was elsewhere on some of them. */
    public boolean isAwayOrMoves(String employeeId, Days days) {
        long away = days.first()
                .datesUntil(days.last().plusDays(1))
                .filter(day -> leaves(employeeId).stream()
                        .anyMatch(leave -> leave.days().contains(day)))
                .count();
        return 2 * away >= days.first().until(days.last()).getDays() + 1
                || assignments(employeeId).size() > 1;
    }

    /** Who shares which order line (rules.md 8.4). */
    public Splits splits() {
        return splits;
    }

    /** Whose a customer is on which day (rules.md 8.6 and 8.13). */
    public CustomerAssignments customerAssignments() {
        return customerAssignments;
    }

    /** When the price of which product changed (rules.md 8.9). */
    public PriceEvents priceEvents() {
        return priceEvents;
    }

    /** Adjustments by hand, as they were delivered. */
    public List<Adjustment> adjustments() {
        return adjustments;
    }

    /** The products, in file order. */
    public List<Product> products() {
        return products;
    }

    /** Exams of a product on a day, oldest first. */
    public List<Exam> exams() {
        return exams;
    }

    /** Pairs of mentor and mentee, oldest first. */
    public List<Mentorship> mentorships() {
        return mentorships;
    }

    /** The mentees of all pairs who are on the roster, each once. */
    public List<Employee> mentees() {
        return mentorships.stream()
                .map(pair -> roster.find(pair.menteeId()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** What of the registers could not be read. */
    public Losses losses() {
        return losses;
    }

    /** Targets, those that the committee decided in their place (ruling 82). */
    public Targets targets() {
        return targets;
    }

    /** The published market shares of regions (ruling 7). */
    public MarketShare marketShare() {
        return marketShare;
    }

    /** Verified events that count. */
    public List<ComplianceEvent> events() {
        return events;
    }

    /** Events that are dismissed, by the register or on appeal, and had been verified on a day: what they did is undone. */
    public List<ComplianceEvent> dismissedEvents() {
        return dismissed;
    }

    /** A compliance event as the register has it, before any appeal dismissed it; empty where it has none. */
    public Optional<ComplianceEvent> eventAsDelivered(String eventId) {
        return eventsAsDelivered.stream()
                .filter(event -> event.eventId().equals(eventId))
                .findFirst();
    }

    /** The committee's decisions in force at as-of, in the order in which they take effect (ruling 82). */
    public List<Calibration> calibrations() {
        return calibrations;
    }

    /**
     * Committee decisions that are not in force, because they lack something or are decided later, by id: as if each were
     * decided on a day. Those that do not say which target, or what it should be, are left out.
     */
    public List<Calibration> proposals(LocalDate day) {
        Set<String> inForce = calibrations.stream().map(Calibration::decisionId).collect(Collectors.toSet());
        return all(CalibrationRow.DATASET).stream()
                .filter(row -> !inForce.contains(row.decisionId()))
                .flatMap(row -> Calibration.supposed(row, day).stream())
                .sorted(Comparator.comparing(Calibration::decisionId, CodePoints.ORDER))
                .toList();
    }

    /** The same with one target replaced, and nothing else: for asking what a proposal would change. */
    public Registers supposing(Calibration proposal) {
        return new Registers(this, targets.with(proposal), appeals);
    }

    /** The same with one appeal more in force, and nothing else: for asking what upholding it would change. */
    public Registers supposing(Appeal appeal) {
        List<Appeal> all = new ArrayList<>(appeals);
        all.add(appeal);
        return new Registers(this, targets.again(), all);
    }

    /** The appeals that are upheld and decided by as-of, in the order in which they take effect (ruling 83). */
    public List<Appeal> appeals() {
        return appeals;
    }

    /** What was found while the look-ups were made. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
