package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import dev.steelyard.engine.unit.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All cells of a run: every window, team and total is a merge of them. */
public final class Measurements {

    private static final String JOINT = String.valueOf(Accumulator.JOINT);

    private record Kept(Accumulator accumulator, int number) {}

    private final Map<String, Schema> schemas;
    private final Map<Tally, Kept> kept = new HashMap<>();

    /** The cells of finished slices, merged: of each tally one. */
    public Measurements(Map<String, Schema> schemas, Collection<Accumulator> accumulators) {
        this.schemas = schemas;
        for (Accumulator accumulator : accumulators) {
            List<Tally> tallies = accumulator.tallies();
            for (int i = 0; i < tallies.size(); i++) {
                kept.put(tallies.get(i), new Kept(accumulator, i));
            }
        }
    }

    /** These and more, asked for later. */
    public Measurements plus(Measurements more) {
        Measurements all = new Measurements(schemas, List.of());
        all.kept.putAll(kept);
        all.kept.putAll(more.kept);
        return all;
    }

    /** Whether the run asked for these. */
    public boolean has(Groups groups) {
        return kept.containsKey(Tally.of(groups, schemas));
    }

    /**
     * The cells of these people on these days (whole segments), merged; each once however the spans overlap.
     *
     * @throws IllegalStateException if the run did not ask for these facts
     */
    public Cell read(Facts facts, Collection<Integer> subjects, List<Days> spans) {
        return read(facts, subjects, spans, spans.get(spans.size() - 1).last());
    }

    /**
     * The same.
     *
     * @param last the last day of what is scored
     */
    public Cell read(Facts facts, Collection<Integer> subjects, List<Days> spans, LocalDate last) {
        return read(Tally.of(facts, schemas, last), subjects, spans);
    }

    /**
     * Grouped sums of these people on these days (whole months): group → the sum of each column.
     *
     * @throws IllegalStateException if the run did not ask for them
     */
    public Map<List<String>, List<BigDecimal>> groups(Groups groups, Collection<Integer> subjects, Days days) {
        return sums((Cell.Groups) read(Tally.of(groups, schemas), subjects, List.of(days)));
    }

    /** The same of each of these people by themselves: person → group → the sum of each column; who has no row is left out. */
    public Map<Integer, Map<List<String>, List<BigDecimal>>> groupsByPerson(
            Groups groups, Collection<Integer> subjects, Days days) {
        Tally tally = Tally.of(groups, schemas);
        Kept at = kept(tally);
        Map<Integer, Map<List<String>, List<BigDecimal>>> all = new LinkedHashMap<>();
        for (int subject : subjects) {
            Map<List<String>, List<BigDecimal>> own =
                    sums((Cell.Groups) read(at, tally, List.of(subject), List.of(days)));
            if (!own.isEmpty()) {
                all.put(subject, own);
            }
        }
        return all;
    }

    private static Map<List<String>, List<BigDecimal>> sums(Cell.Groups read) {
        Map<List<String>, List<BigDecimal>> sums = new LinkedHashMap<>();
        read.forEach((group, from, width) -> {
            List<BigDecimal> values = new ArrayList<>(width);
            for (int i = from; i < from + width; i++) {
                values.add(read.all().total(i));
            }
            sums.put(List.of(group.split(JOINT, -1)), values);
        });
        return sums;
    }

    /** How often rows were taken into the cells of these people; 0 where the run did not ask. */
    public long taken(Tally tally, BitSet subjects) {
        Kept at = kept.get(tally);
        long[] rows = {0};
        if (at != null) {
            subjects.stream().forEach(subject -> at.accumulator()
                    .forEachSegment(at.number(), subject, (number, person, segment, cell) -> rows[0] += cell.rows()));
        }
        return rows[0];
    }

    private Cell read(Tally tally, Collection<Integer> subjects, List<Days> spans) {
        return read(kept(tally), tally, subjects, spans);
    }

    private Kept kept(Tally tally) {
        Kept at = kept.get(tally);
        if (at == null) {
            throw new IllegalStateException("the run did not ask for " + tally);
        }
        return at;
    }

    private static Cell read(Kept at, Tally tally, Collection<Integer> subjects, List<Days> spans) {
        List<Cell> found = new ArrayList<>(1);
        for (int subject : subjects) {
            at.accumulator().forEachSegment(at.number(), subject, (number, person, segment, cell) -> {
                LocalDate first = at.accumulator().first(person, segment);
                for (Days days : spans) {
                    if (days.contains(first)) {
                        found.add(cell);
                        break;
                    }
                }
            });
        }
        // Nobody who reads a cell adds to it: one alone is what it would be merged to.
        if (found.size() == 1) {
            return found.get(0);
        }
        Cell merged = tally.newCell();
        found.forEach(merged::merge);
        return merged;
    }

    /** What the facts come to for these people on these days; 0 where there is nothing. */
    public Fraction figure(Facts facts, Collection<Integer> subjects, List<Days> spans) {
        return Total.of(read(facts, subjects, spans), facts.aggregate()).value().orElse(Fraction.ZERO);
    }

    /** What the facts come to for these people on these days; 0 where there is nothing. */
    public Fraction figure(Facts facts, Collection<Integer> subjects, Days days) {
        return figure(facts, subjects, List.of(days));
    }
}
