package dev.steelyard.engine.explain.rows;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.calendar.Window;
import dev.steelyard.engine.dataset.Row;
import dev.steelyard.engine.measure.Measurements;
import dev.steelyard.engine.measure.RowListener;
import dev.steelyard.engine.measure.Tally;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.plan.Indicator;
import dev.steelyard.engine.plan.Measure;
import dev.steelyard.engine.plan.Rules;
import dev.steelyard.engine.problem.SourceRef;
import dev.steelyard.engine.register.Employee;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.said.Said;
import dev.steelyard.engine.score.IndicatorScore;
import dev.steelyard.engine.score.Participant;
import dev.steelyard.engine.score.Population;
import dev.steelyard.engine.trace.SourceRow;
import dev.steelyard.engine.unit.Fraction;
import dev.steelyard.engine.verb.RowVerb;
import dev.steelyard.engine.verb.Verbs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source rows of one person's figures, kept while everything is measured: those, and only those, that were taken into
 * a cell which the person's figures are made of.
 */
public final class TakenRows implements SourceRows {

    /** Of so many people rows are looked for one by one; of more all are read. */
    private static final int MOST_SOUGHT = 12;

    private record Taken(Tally tally, int subject, LocalDate day, Row row) {}

    private final RunInput input;
    private final Population population;
    private final Map<SourceRef, SourceRef> corrections;
    private final RowCells cells;
    private final Map<Tally, BitSet> wanted = new HashMap<>();
    private final BitSet anybody = new BitSet();
    private final Set<String> asked;
    private final Map<Integer, List<Taken>> bySlice = new ConcurrentSkipListMap<>();

    /**
     * @param corrections original → the corrected row that was read in its place
     * @param audience who reads them
     * @param indicators those whose rows are shown, with those that their caps look at
     * @param whole whether the rows behind what no indicator reads are shown too
     */
    public TakenRows(
            RunInput input,
            Map<SourceRef, SourceRef> corrections,
            String employeeId,
            Audience audience,
            Collection<String> indicators,
            boolean whole) {
        this.input = input;
        this.corrections = Map.copyOf(corrections);
        this.cells = new RowCells(input.registers(), this::correction);
        this.population = new Population(input.plan(), input.registers(), input.calendar(), input.period());
        this.asked = indicators.stream().flatMap(this::withLimits).collect(Collectors.toSet());
        population.find(employeeId).ifPresent(person -> {
            input.plan().indicators().forEach((id, one) -> {
                if (asked.contains(id) && one.concerns(person.employee().track())) {
                    want(person, one);
                }
            });
            if (whole) {
                others(person, audience).forEach(facts -> want(facts, List.of(person.employee()), person));
            }
        });
    }

    private Stream<String> withLimits(String indicator) {
        return Stream.concat(
                Stream.of(indicator),
                input.plan().rules().pointsCaps().stream()
                        .filter(cap -> cap.indicator().equals(indicator))
                        .flatMap(cap -> Stream.concat(cap.when().stream(), cap.any().stream()))
                        .map(Rules.Limit::indicator));
    }

    /** The person's own facts that no indicator reads: enablement, milestones and, for whoever sees pay, commission. */
    private List<Facts> others(Participant person, Audience audience) {
        String track = person.employee().track();
        Rules rules = input.plan().rules();
        List<Facts> facts = new ArrayList<>();
        rules.compliance().enablement().forEach(enablement -> facts.add(enablement.of()));
        rules.milestones().stream()
                .filter(milestone -> milestone.tracks().contains(track))
                .forEach(milestone -> facts.add(milestone.of()));
        input.plan().pay().commission().stream()
                .filter(commission -> audience.seesPay(input.plan().pay()))
                // Whoever moves earns by the rules of each track they are on.
                .filter(commission -> !person.placed().assignments().isEmpty()
                        || commission.tracks().contains(track))
                .forEach(commission -> facts.add(commission.of()));
        return facts;
    }

    private void want(Participant person, Indicator indicator) {
        List<Employee> people = people(person, indicator.measure());
        Verbs.accumulated(indicator.measure()).forEach(reads -> want(reads.facts(), people, person));
    }

    private void want(Facts facts, List<Employee> people, Participant person) {
        BitSet subjects = wanted.computeIfAbsent(tally(facts, last(person)), tally -> new BitSet());
        people.forEach(one -> subjects.set(one.index()));
        anybody.or(subjects);
    }

    private static LocalDate last(Participant person) {
        return person.scope().days().last();
    }

    private Tally tally(Facts facts, LocalDate last) {
        return Tally.of(facts, input.registers().schemas(), last);
    }

    /** Whose rows an indicator of the person reads. */
    private List<Employee> people(Participant person, Measure measure) {
        Employee own = person.employee();
        return switch (measure.over()) {
            case SELF -> List.of(own);
            case TEAM -> input.registers().roster().employees().stream()
                    .filter(other -> other.team().equals(own.team()))
                    .toList();
            case REGION -> input.registers().roster().employees().stream()
                    .filter(other -> other.region().equals(own.region()))
                    .toList();
            case MENTEES -> population.mentees(person, measure.window().days(person.scope()));
        };
    }

    /** Listens to the rows of a slice; what an earlier listener of the same slice heard is forgotten. */
    public RowListener listener(int slice) {
        List<Taken> taken = new ArrayList<>();
        bySlice.put(slice, taken);
        return (tally, subject, day, row) -> {
            if (!anybody.get(subject)) {
                return;
            }
            BitSet subjects = wanted.get(tally);
            if (subjects != null && subjects.get(subject)) {
                taken.add(new Taken(tally, subject, day, row));
            }
        };
    }

    /**
     * Whose rows of a dataset are wanted.
     *
     * @return their ids; empty where they are so many that it is simpler to read all
     */
    public Optional<Set<String>> wanted(String dataset) {
        BitSet subjects = new BitSet();
        wanted.forEach((tally, of) -> {
            if (tally.dataset().equals(dataset)) {
                subjects.or(of);
            }
        });
        List<Employee> employees = input.registers().roster().employees();
        return subjects.cardinality() > MOST_SOUGHT
                ? Optional.empty()
                : Optional.of(subjects.stream()
                        .mapToObj(subject -> employees.get(subject).id())
                        .collect(Collectors.toSet()));
    }

    /** The datasets of which not every row was heard that the figures are made of. */
    public Set<String> incomplete(Measurements measurements) {
        Map<String, Long> missing = new TreeMap<>();
        wanted.forEach(
                (tally, subjects) -> missing.merge(tally.dataset(), measurements.taken(tally, subjects), Long::sum));
        bySlice.values()
                .forEach(slice ->
                        slice.forEach(taken -> missing.merge(taken.tally().dataset(), -1L, Long::sum)));
        missing.values().removeIf(rows -> rows == 0);
        return missing.keySet();
    }

    @Override
    public List<SourceRow> of(Participant person, IndicatorScore score) {
        Measure measure = score.indicator().measure();
        RowVerb verb = Verbs.find(measure.verb()).orElse(null);
        if (verb == null || !asked.contains(score.id())) {
            return List.of();
        }
        Map<SourceRef, Row> rows = new LinkedHashMap<>();
        Map<SourceRef, List<Said>> countsIn = new HashMap<>();
        LookedUpRows lookedUp = new LookedUpRows(input);
        RowLabels labels = new RowLabels(measure);
        List<RowVerb.Reads> all = verb.reads(measure);
        BitSet subjects = new BitSet();
        people(person, measure).forEach(one -> subjects.set(one.index()));
        for (int i = 0; i < all.size(); i++) {
            Said label = labels.of(i);
            for (Row row : lookedUp.of(all.get(i).facts(), person)) {
                add(row, label, rows, countsIn);
            }
        }
        for (List<Taken> slice : bySlice.values()) {
            for (Taken taken : slice) {
                for (int i = 0; i < all.size(); i++) {
                    if (isOf(all.get(i), taken, subjects, person, lookedUp)
                            && isCounted(measure, all.get(i), taken, person)
                            && labels.counts(taken.row())) {
                        add(taken.row(), labels.of(i), rows, countsIn);
                    }
                }
            }
        }
        List<SourceRow> found = new ArrayList<>();
        rows.forEach(
                (source, row) -> found.add(cells.of(row, ReadColumns.of(measure, row.schema()), countsIn.get(source))));
        return found;
    }

    @Override
    public List<SourceRow> of(Participant person, Facts facts, Days days) {
        Tally tally = tally(facts, last(person));
        return bySlice.values().stream()
                .flatMap(List::stream)
                .filter(taken -> taken.subject() == person.employee().index()
                        && taken.tally().equals(tally)
                        && !days.isEmpty()
                        && days.contains(taken.day()))
                .map(taken ->
                        cells.of(taken.row(), ReadColumns.of(facts, taken.row().schema()), share(person, taken.row())))
                .toList();
    }

    /** The person's share of a line that is split, or that takes such a line back (rules.md 8.4). */
    private List<Said> share(Participant person, Row row) {
        if (!row.schema().key().equals(List.of("order_line_id"))
                || input.registers().splits().isEmpty()) {
            return List.of();
        }
        Stream<String> lines = Stream.of("order_line_id", "original_line_id")
                .filter(column -> row.schema().column(column).isPresent())
                .map(row::textOrBlank);
        return lines.map(line -> input.registers().splits().of(line))
                .filter(splits -> !splits.isEmpty())
                .findFirst()
                .map(splits -> splits.stream()
                        .filter(split -> split.employeeId().equals(person.id()))
                        .map(split -> Said.of(
                                "explain.rowLabels.share",
                                "share",
                                Fraction.of(split.share())
                                                .times(Fraction.of(100))
                                                .plain() + "%"))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Optional<SourceRef> correction(SourceRef original) {
        return Optional.ofNullable(corrections.get(original));
    }

    private boolean isOf(RowVerb.Reads reads, Taken taken, BitSet subjects, Participant person, LookedUpRows lookedUp) {
        if (lookedUp.isLookedUp(reads.facts())) {
            return false;
        }
        Days days = reads.window().days(person.scope());
        return subjects.get(taken.subject())
                && tally(reads.facts(), last(person)).equals(taken.tally())
                && !days.isEmpty()
                && days.contains(taken.day());
    }

    /** In the period only the days count that were not on another track (rules.md 8.1). */
    private static boolean isCounted(Measure measure, RowVerb.Reads reads, Taken taken, Participant person) {
        return measure.over() != Measure.Over.SELF
                || reads.window().kind() != Window.Kind.PERIOD
                || person.presence().counted().stream().anyMatch(days -> days.contains(taken.day()));
    }

    private static void add(Row row, Said label, Map<SourceRef, Row> rows, Map<SourceRef, List<Said>> countsIn) {
        rows.putIfAbsent(row.source(), row);
        List<Said> labels = countsIn.computeIfAbsent(row.source(), source -> new ArrayList<>());
        if (!label.isBlank() && !labels.contains(label)) {
            labels.add(label);
        }
    }
}
