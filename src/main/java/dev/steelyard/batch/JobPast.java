package dev.steelyard.batch;

import dev.steelyard.calendar.Period;
import dev.steelyard.govern.ClosedPeriod;
import dev.steelyard.govern.ClosedPeriod.Paid;
import dev.steelyard.govern.Past;
import dev.steelyard.govern.PeriodDecision;
import dev.steelyard.govern.PeriodStanding;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.PaymentHistory;
import dev.steelyard.ledger.PeriodBook;
import dev.steelyard.ledger.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads from the ledger what of a job's past a calculation settles. */
public final class JobPast {

    private final PeriodBook book;
    private final PaymentHistory history;
    private final Map<Period, List<Publication>> revisions = new TreeMap<>();
    private final Map<Period, PeriodStanding> standings;

    public JobPast(DataSource source, String job) {
        this.book = new PeriodBook(source);
        this.history = new PaymentHistory(source);
        this.standings = book.standings(job);
        new Ledger(source)
                .revisions().stream()
                        .filter(revision -> revision.job().equals(job))
                        .forEach(revision -> revisions
                                .computeIfAbsent(revision.period(), period -> new ArrayList<>())
                                .add(revision));
    }

    public PeriodStanding standing(Period period) {
        return standings.getOrDefault(period, PeriodStanding.OPEN);
    }

    /** The periods of the job that have a final revision and are not closed, oldest first. */
    public List<Period> open() {
        return revisions.keySet().stream()
                .filter(period -> !standing(period).isClosed())
                .toList();
    }

    /** The closed ones, oldest first. */
    public List<Period> closed() {
        return revisions.keySet().stream()
                .filter(period -> standing(period).isClosed())
                .toList();
    }

    public Optional<Publication> newest(Period period) {
        return revisions.getOrDefault(period, List.of()).stream().reduce((one, other) -> other);
    }

    /** What a calculation of the period settles. */
    public Past of(Period period) {
        Optional<PeriodDecision> closing = standing(period).closing();
        if (closing.isPresent()) {
            return new Past(true, List.of(), history.trueUps(revision(closing.get())));
        }
        if (open().stream().anyMatch(other -> other.compareTo(period) < 0)) {
            return Past.NONE;
        }
        List<Period> before =
                closed().stream().filter(other -> other.compareTo(period) < 0).toList();
        if (before.isEmpty()) {
            return Past.NONE;
        }
        Map<Period, List<Paid>> paid = history.paid(closed().stream()
                .map(other -> standing(other).closing().orElseThrow())
                .toList());
        return new Past(
                false,
                before.stream()
                        .map(other -> closedPeriod(other, paid.getOrDefault(other, List.of())))
                        .toList(),
                List.of());
    }

    private ClosedPeriod closedPeriod(Period period, List<Paid> paid) {
        PeriodDecision closing = standing(period).closing().orElseThrow();
        Publication closed = revision(closing);
        Publication newest = newest(period).orElseThrow();
        return new ClosedPeriod(
                period,
                closed.revision(),
                newest.revision(),
                closed.asOf(),
                newest.asOf(),
                history.earned(newest),
                paid,
                book.held(closing),
                history.changes(closed, newest));
    }

    private Publication revision(PeriodDecision decision) {
        return revisions.get(decision.period()).get(decision.revision() - 1);
    }
}
