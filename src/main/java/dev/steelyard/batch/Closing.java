package dev.steelyard.batch;

import dev.steelyard.batch.Obstacle.Kind;
import dev.steelyard.calendar.Period;
import dev.steelyard.govern.Deadlines;
import dev.steelyard.govern.Held;
import dev.steelyard.govern.PendingAppeals;
import dev.steelyard.govern.PeriodDecision;
import dev.steelyard.govern.PeriodStanding;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.LedgerDatabase;
import dev.steelyard.ledger.LedgerHolder;
import dev.steelyard.ledger.Payment;
import dev.steelyard.ledger.PaymentHistory;
import dev.steelyard.ledger.PeriodBook;
import dev.steelyard.ledger.PeriodBook.ClosedEdition;
import dev.steelyard.ledger.Publication;
import dev.steelyard.publish.Manifest;
import dev.steelyard.publish.Reproduction;
import dev.steelyard.publish.Verification;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import dev.steelyard.unit.Money;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Closes a period 关账: what its newest revision makes payable is what is paid, for good. Before that everything is looked at
 * that could be wrong with it; the revision is calculated again from the store.
 */
public final class Closing {

    /**
     * What is to be closed.
     *
     * @param signatures the roles that must have signed
     * @param by who closes; blank where nobody was named
     * @param undisputed whether those with a pending appeal are held and everybody else is paid
     * @param now the one reading of the clock
     */
    public record Order(
            String job,
            Period period,
            LocalDate asOf,
            List<String> signatures,
            String by,
            boolean undisputed,
            Path output,
            String language,
            OffsetDateTime now) {}

    /** How it ended. */
    public sealed interface Result {

        /** Nothing was changed. */
        record Refused(List<Obstacle> obstacles) implements Result {}

        /** It was closed before. */
        record AlreadyClosed(PeriodDecision closing) implements Result {}

        /**
         * @param paid the sum of what is payable now
         * @param lines how many lines that is
         */
        record Closed(PeriodDecision closing, Money paid, int lines, List<Held> held, Path folder) implements Result {}
    }

    /** Measures every slice of a calculation. */
    @FunctionalInterface
    public interface Measuring {
        void all(Recalculation calculation) throws IOException;
    }

    private final Order order;
    private final LedgerDatabase database;
    private final Ledger ledger;
    private final PeriodBook book;
    private final PaymentHistory history;
    private final Measuring measuring;
    private final Progress progress;
    private final List<Obstacle> obstacles = new ArrayList<>();

    public Closing(Order order, LedgerDatabase database, Measuring measuring, Progress progress) {
        this.order = order;
        this.database = database;
        this.ledger = new Ledger(database.source());
        this.book = new PeriodBook(database.source());
        this.history = new PaymentHistory(database.source());
        this.measuring = measuring;
        this.progress = progress;
    }

    public Result close() throws IOException {
        LedgerHolder holder =
                LedgerHolder.ofThisProcess(order.job(), order.period().toString(), order.now());
        LedgerHolder.Note note = holder.write(RunLauncher.ledgerFolder(order.output()));
        try {
            Publisher.finish(ledger, order.output(), order.now());
            return closeNow();
        } finally {
            note.close();
        }
    }

    private Result closeNow() throws IOException {
        JobPast past = new JobPast(database.source(), order.job());
        PeriodStanding standing = past.standing(order.period());
        if (standing.isClosed()) {
            return new Result.AlreadyClosed(standing.closing().orElseThrow());
        }
        Optional<Publication> newest = past.newest(order.period());
        if (newest.isEmpty()) {
            return new Result.Refused(List.of(Obstacle.of(Kind.NO_REVISION)));
        }
        Publication revision = newest.get();
        past.open().stream()
                .filter(other -> other.compareTo(order.period()) < 0)
                .forEach(other -> obstacles.add(Obstacle.of(Kind.EARLIER_OPEN, "period", other)));
        order.signatures().stream()
                .filter(role -> !standing.signatures(revision.revision()).containsKey(role))
                .forEach(role -> obstacles.add(
                        Obstacle.of(Kind.NOT_SIGNED, "role", role, "revision", "r" + revision.revision())));
        Path folder = order.output().resolve(revision.folder());
        List<Held> held = heldByEvents(revision);
        verify(revision, folder);
        if (obstacles.stream().noneMatch(obstacle -> obstacle.kind() == Kind.DIFFERS)) {
            held.addAll(recalculate(revision, folder, past));
        }
        return obstacles.isEmpty() ? release(revision, standing, held, folder) : new Result.Refused(obstacles);
    }

    private List<Held> heldByEvents(Publication revision) {
        List<Held> held = new ArrayList<>();
        history.earned(revision).forEach(line -> line.heldBy().stream()
                .map(event -> new Held(line.person().employeeId(), Held.Cause.ALLEGED, event))
                .filter(one -> !held.contains(one))
                .forEach(held::add));
        return held;
    }

    /** The folder against its manifest, the manifest against the ledger, the ledger's lines against the file's. */
    private void verify(Publication revision, Path folder) throws IOException {
        Verification verified = Verification.of(folder);
        verified.differences()
                .forEach(one -> differs(one.name() + ": " + brief(one.expected()) + " ≠ " + brief(one.found())));
        if (!verified.manifest().run().equals(revision.runId())) {
            differs("manifest.json: " + brief(revision.runId()) + " ≠ "
                    + brief(verified.manifest().run()));
        }
        if (obstacles.stream().noneMatch(obstacle -> obstacle.kind() == Kind.DIFFERS)) {
            List<PaymentHistory.Line> recorded = history.lines(revision);
            List<PaymentHistory.Line> published = Reproduction.payout(folder).stream()
                    .map(row -> new PaymentHistory.Line(
                            row.get("line_id"),
                            row.get("employee_id"),
                            row.get("component"),
                            Period.parse(row.get("source_period")).orElseThrow(),
                            new Money(new java.math.BigDecimal(row.get("amount"))),
                            row.get("status")))
                    .toList();
            if (!recorded.equals(published)) {
                differs("payout.csv: " + published.size() + " ≠ " + recorded.size());
            }
            if (recorded.stream().anyMatch(line -> line.status().equals("carried"))) {
                obstacles.add(runAgain(revision));
            }
        }
    }

    private Obstacle runAgain(Publication revision) {
        return Obstacle.of(Kind.RUN_AGAIN, "revision", "r" + revision.revision());
    }

    private void differs(String what) {
        obstacles.add(Obstacle.of(Kind.DIFFERS, "what", what));
    }

    private static String brief(String value) {
        return value.length() == 64 ? value.substring(0, 12) + "…" : value;
    }

    /** Calculates the revision again, compares, and returns who is held for a pending appeal. */
    private List<Held> recalculate(Publication revision, Path folder, JobPast past) throws IOException {
        Manifest manifest = Manifest.read(folder);
        EarlierRuns earlier = EarlierRuns.of(ledger, manifest.earlier()).with(past.of(order.period()));
        try (RunDesk.Work work = RunDesk.work(order.output(), revision.runId())) {
            Recalculation again = Recalculation.of(order.output(), manifest, earlier, work.folder(), progress);
            measuring.all(again);
            RunResult result = again.result();
            RunIdentity identity = identity(revision, manifest);
            Reproduction.scoreDifferences(folder, identity, result).forEach(this::differs);
            List<String> payout = Reproduction.payoutDifferences(folder, identity, result);
            boolean isStale = !trueUps(result).equals(published(folder));
            if (isStale) {
                obstacles.add(runAgain(revision));
            } else if (obstacles.stream().noneMatch(obstacle -> obstacle.kind() == Kind.RUN_AGAIN)) {
                payout.forEach(this::differs);
            }
            return appeals(revision, again);
        } catch (PurgedFromStore e) {
            obstacles.add(Obstacle.of(Kind.PURGED, "files", String.join(", ", e.names())));
            return List.of();
        }
    }

    private static Set<String> trueUps(RunResult result) {
        Set<String> notes = new HashSet<>();
        result.payout().stream()
                .filter(line -> line.corrects().isPresent())
                .forEach(line ->
                        notes.add(line.employee().id() + " " + line.note().en()));
        return notes;
    }

    private static Set<String> published(Path folder) throws IOException {
        Set<String> notes = new HashSet<>();
        Reproduction.payout(folder).stream()
                .filter(row -> row.get("component").equals("true_up"))
                .forEach(row -> notes.add(row.get("employee_id") + " " + row.get("note")));
        return notes;
    }

    private RunIdentity identity(Publication revision, Manifest manifest) {
        return new RunIdentity(
                revision.runId(),
                revision.job(),
                revision.period(),
                revision.revision(),
                revision.asOf(),
                revision.plan(),
                manifest.planHash(),
                manifest.exportsHash(),
                manifest.calendarHash(),
                manifest.engine());
    }

    private List<Held> appeals(Publication revision, Recalculation again) {
        List<Held> pending =
                new PendingAppeals(again.input().registers(), again.input().asOf()).of(order.period());
        if (order.undisputed()) {
            return pending;
        }
        pending.forEach(appeal -> obstacles.add(Obstacle.of(
                Kind.APPEAL_PENDING,
                "appeal",
                appeal.reference(),
                "person",
                appeal.employeeId(),
                "asOf",
                revision.asOf())));
        LocalDate published = ledger.revisions().stream()
                .filter(one -> one.job().equals(order.job()) && one.period().equals(order.period()))
                .findFirst()
                .orElseThrow()
                .asOf();
        LocalDate until = new Deadlines(again.input().calendar()).submitBy(published);
        if (!order.asOf().isAfter(until)) {
            obstacles.add(Obstacle.of(Kind.WINDOW_OPEN, "until", until));
        }
        return List.of();
    }

    private Result release(Publication revision, PeriodStanding standing, List<Held> held, Path folder)
            throws IOException {
        Set<String> disputed = new HashSet<>();
        held.stream().filter(one -> one.cause() == Held.Cause.APPEAL).forEach(one -> disputed.add(one.employeeId()));
        List<Payment> payments = history.payable(revision).stream()
                // An appeal disputes what its own period earned, not what is made good of others.
                .filter(payment -> !disputed.contains(payment.employeeId())
                        || !payment.sourcePeriod().equals(order.period()))
                .toList();
        PeriodDecision closing = new PeriodDecision(
                order.job(),
                order.period(),
                standing.decisions().size() + 1,
                PeriodDecision.Kind.CLOSE,
                revision.revision(),
                "",
                order.by(),
                "",
                order.asOf());
        book.close(
                closing,
                payments,
                held,
                new ClosedEdition(revision.runId(), revision.manifestHash(), revision.folder()),
                order.now());
        Money paid = payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
        return new Result.Closed(closing, paid, payments.size(), held, folder);
    }
}
