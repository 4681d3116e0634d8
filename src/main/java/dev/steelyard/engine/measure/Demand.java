package dev.steelyard.engine.measure;

import dev.steelyard.engine.calendar.Days;
import dev.steelyard.engine.dataset.Schema;
import dev.steelyard.engine.plan.Facts;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a run asks of the exports, gathered before the first row is read: which tallies, for whom, over which months;
 * and for each dataset over which days its rows count as used.
 */
public final class Demand {

    /** Whom a tally is kept for, and in which months. */
    static final class Ask {
        final BitSet subjects = new BitSet();
        final BitSet months = new BitSet();
    }

    private final Map<String, Schema> schemas;
    private final Map<String, Map<Tally, Ask>> asks = new HashMap<>();
    private final Map<String, Map<String, BitSet>> used = new HashMap<>();

    /** Nothing is asked yet. */
    public Demand(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** Asks for facts of these people (roster numbers) on days (whole months) that end with what is scored, or are told by no other. */
    public void ask(Facts facts, Collection<Integer> subjects, Days days) {
        ask(facts, subjects, days, days.last());
    }

    /**
     * Asks for facts of these people (roster numbers) on these days (whole months).
     *
     * @param last the last day of what is scored
     */
    public void ask(Facts facts, Collection<Integer> subjects, Days days, LocalDate last) {
        ask(Tally.of(facts, schemas, last), subjects, days);
    }

    /** Asks for grouped sums of these people (roster numbers) on these days (whole months). */
    public void ask(Groups groups, Collection<Integer> subjects, Days days) {
        ask(Tally.of(groups, schemas), subjects, days);
    }

    private void ask(Tally tally, Collection<Integer> subjects, Days days) {
        Ask ask = asks.computeIfAbsent(tally.dataset(), dataset -> new LinkedHashMap<>())
                .computeIfAbsent(tally, t -> new Ask());
        subjects.forEach(ask.subjects::set);
        addMonths(ask.months, days);
        use(tally.dataset(), tally.date(), days);
    }

    /** Says that a report or rule reads the dataset's rows on these days, so that they count as used. */
    public void use(String dataset, String date, Days days) {
        addMonths(used.computeIfAbsent(dataset, d -> new HashMap<>()).computeIfAbsent(date, d -> new BitSet()), days);
    }

    private static void addMonths(BitSet months, Days days) {
        if (!days.isEmpty()) {
            months.set(days.firstMonth(), days.lastMonth() + 1);
        }
    }

    Map<Tally, Ask> asks(String dataset) {
        return Collections.unmodifiableMap(asks.getOrDefault(dataset, Map.of()));
    }

    /** What is asked of a dataset. */
    public Set<Tally> tallies(String dataset) {
        return asks(dataset).keySet();
    }

    /** Date column → months in which its rows are used. */
    Map<String, BitSet> used(String dataset) {
        return Collections.unmodifiableMap(used.getOrDefault(dataset, Map.of()));
    }
}
