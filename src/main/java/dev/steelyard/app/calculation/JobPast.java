package dev.steelyard.app.calculation;

import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.govern.ClosedPeriod;
import dev.steelyard.engine.govern.ClosedPeriod.Paid;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.govern.Past;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.PeriodStanding;
import dev.steelyard.engine.pay.PaidPeriods;
import dev.steelyard.engine.pay.PayoutLine;
import dev.steelyard.engine.pay.PayoutLine.Component;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads from the ledger what of a job's past a calculation settles. */
public final class JobPast {

    private final PeriodBook book;
    private final PaymentHistory history;
    private final Map<Period, List<Publication>> revisions = new TreeMap<>();
    private final Map<Period, PeriodStanding> standings;
    private final DataSource source;
    private final String name;
    private final Set<String> jobs = new TreeSet<>();
    private final List<JobPast> all = new ArrayList<>();
    private final Map<Publication, List<PaidPeriods.Line>> editions = new HashMap<>();

    public JobPast(DataSource source, String job) {
        this.source = source;
        this.name = job;
        this.book = new PeriodBook(source);
        this.history = new PaymentHistory(source);
        this.standings = book.standings(job);
        List<Publication> published = new Ledger(source).revisions();
        published.forEach(revision -> jobs.add(revision.job()));
        published.stream().filter(revision -> revision.job().equals(job)).forEach(revision -> revisions
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

    /** The first open period after a closed one; where none was run yet, the one after the last that is closed. */
    public Period nextOpen(Period after) {
        return open().stream()
                .filter(other -> other.compareTo(after) > 0)
                .findFirst()
                .orElseGet(() -> {
                    List<Period> closed = closed();
                    return closed.get(closed.size() - 1).next();
                });
    }

    public Optional<Publication> newest(Period period) {
        return revisions.getOrDefault(period, List.of()).stream().reduce((one, other) -> other);
    }

    /** What a calculation of the period settles. */
    public Past of(Period period) {
        return settled(period)
                .after(new Editions(), balances(period), sameMonth(period))
                .publishedOn(revisions.getOrDefault(period, List.of()).stream()
                        .findFirst()
                        .map(Publication::asOf));
    }

    /** What closed periods of every job carried over, or hold as a claim, and nobody took yet, by person; what is owed alone. */
    public Map<String, Money> balances() {
        Map<String, Money> balances = balances(other -> true, other -> true);
        balances.values().removeIf(amount -> amount.signum() <= 0);
        return balances;
    }

    /**
     * What closed periods of every job carried over, or hold as a claim, before the period and nobody took yet; what later ones took
     * is taken too, whatever order they were closed in. Below 0: more was taken than is owed now, since what carried it over was
     * opened again, or the claim is none any more.
     */
    private Map<String, Money> balances(Period period) {
        return balances(other -> !other.equals(period), other -> other.compareTo(period) < 0);
    }

    /** @param before whose carried sums count; of others only what they took */
    private Map<String, Money> balances(Predicate<Period> of, Predicate<Period> before) {
        Map<String, Money> balances = new TreeMap<>();
        for (JobPast job : all()) {
            for (Period other : job.closed()) {
                if (of.test(other)) {
                    history.settlements(job.newest(other).orElseThrow())
                            .forEach((id, amount) -> balances.merge(id, amount, Money::plus));
                    history.balances(job.standing(other).closing().orElseThrow(), before.test(other))
                            .forEach((id, amount) -> balances.merge(id, amount, Money::plus));
                }
                // By the newest edition, as true-ups are: what it no longer holds it pays, and they settle that.
                if (before.test(other)) {
                    history.claims(job.newest(other).orElseThrow())
                            .forEach((id, amount) -> balances.merge(id, amount, Money::plus));
                }
            }
        }
        balances.values().removeIf(amount -> amount.signum() == 0);
        return balances;
    }

    /** The lines of the editions of shorter periods that end in the period's last month: the limit is one a month (rulings 116). */
    private List<PaidPeriods.Line> sameMonth(Period period) {
        return all().stream()
                .flatMap(job -> job.revisions.keySet().stream()
                        .filter(other -> other.kind().compareTo(period.kind()) < 0
                                && other.last().equals(period.last()))
                        .flatMap(other -> job.handedOut(other).stream()))
                .flatMap(revision -> lines(revision).stream())
                .filter(line -> !line.onHold())
                .toList();
    }

    private List<JobPast> all() {
        if (all.isEmpty()) {
            jobs.forEach(job -> all.add(job.equals(name) ? this : new JobPast(source, job)));
        }
        return all;
    }

    /** What periods paid, of those that this job never runs those of another. */
    private final class Editions implements PaidPeriods {

        @Override
        public Optional<List<Line>> of(Period period) {
            return find(period, JobPast::newest);
        }

        @Override
        public Optional<List<Line>> handedOut(Period period) {
            return find(period, JobPast::handedOut);
        }

        private Optional<List<Line>> find(Period period, BiFunction<JobPast, Period, Optional<Publication>> which) {
            boolean own = revisions.keySet().stream().anyMatch(other -> other.kind() == period.kind());
            return (own ? Stream.of(JobPast.this) : all().stream().filter(job -> job != JobPast.this))
                    .flatMap(job -> which.apply(job, period).stream())
                    .findFirst()
                    .map(JobPast.this::lines);
        }
    }

    private Optional<Publication> handedOut(Period period) {
        return standing(period).closing().map(this::revision).or(() -> newest(period));
    }

    private List<PaidPeriods.Line> lines(Publication revision) {
        return editions.computeIfAbsent(revision, history::paidLines);
    }

    private Past settled(Period period) {
        Optional<PeriodDecision> closing = standing(period).closing();
        if (closing.isPresent()) {
            return new Past(true, List.of(), history.trueUps(revision(closing.get())), Optional.empty());
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
                List.of(),
                Optional.empty());
    }

    /**
     * What a closed period still owes, or has paid too much.
     *
     * @param lines differences by person and component, of people who are not held
     * @param held people whom its close did not pay and nobody has paid since
     */
    public record Owed(Period period, int lines, Money amount, int held) {}

    /** The closed periods that owe something or hold somebody, oldest first. */
    public List<Owed> owed() {
        Map<Period, List<Paid>> paid = history.paid(closed().stream()
                .map(other -> standing(other).closing().orElseThrow())
                .toList());
        return closed().stream()
                .map(period -> owed(closedPeriod(period, paid.getOrDefault(period, List.of()))))
                .filter(owed -> owed.lines() > 0 || owed.held() > 0)
                .toList();
    }

    private static Owed owed(ClosedPeriod closed) {
        Map<String, Money> differences = new TreeMap<>();
        Set<String> paidPeople = new HashSet<>();
        closed.paid().forEach(line -> {
            if (PayoutLine.isForfeited(line.component())) {
                paidPeople.add(line.person().employeeId());
            }
            differences.merge(
                    line.person().employeeId() + "\u001f" + line.component(),
                    line.amount().negate(),
                    Money::plus);
        });
        Set<String> held = new HashSet<>();
        Set<String> disputed = new HashSet<>();
        closed.held().forEach(one -> {
            if (one.cause() == Held.Cause.APPEAL) {
                disputed.add(one.employeeId());
            } else if (!paidPeople.contains(one.employeeId())) {
                held.add(one.employeeId());
            }
        });
        // An allegation holds what a veto would take; whoever earned nothing of the kind waits for nothing.
        Set<String> earning = closed.earned().stream()
                .filter(line -> PayoutLine.isForfeited(line.component()))
                .map(line -> line.person().employeeId())
                .collect(Collectors.toSet());
        held.retainAll(earning);
        Set<String> paidParts = Set.copyOf(differences.keySet());
        Map<String, Money> earned = new TreeMap<>();
        closed.earned().stream()
                .filter(line -> !PayoutLine.isForfeited(line.component())
                        || !held.contains(line.person().employeeId()))
                .forEach(line -> earned.merge(
                        line.person().employeeId() + "\u001f" + line.component(), line.amount(), Money::plus));
        earned.forEach((part, amount) -> {
            String person = part.substring(0, part.indexOf('\u001f'));
            // What an appeal holds is a positive amount of which nothing was paid.
            if (disputed.contains(person) && amount.signum() > 0 && !paidParts.contains(part)) {
                held.add(person);
            } else {
                differences.merge(part, amount, Money::plus);
            }
        });
        // What an event forfeited stays so: no revision needs to say it.
        closed.held().stream()
                .filter(one -> one.cause() == Held.Cause.ALLEGED)
                .forEach(one -> differences.computeIfPresent(
                        one.employeeId() + "\u001f" + Component.VETO_FORFEIT,
                        (key, amount) -> amount.signum() > 0 ? Money.ZERO : amount));
        List<Money> owed = differences.values().stream()
                .filter(amount -> amount.signum() != 0)
                .toList();
        return new Owed(closed.period(), owed.size(), owed.stream().reduce(Money.ZERO, Money::plus), held.size());
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
