package dev.steelyard.app.closing;

import dev.steelyard.app.calculation.Calculated;
import dev.steelyard.app.calculation.EarlierRuns;
import dev.steelyard.app.calculation.JobPast;
import dev.steelyard.app.calculation.LogContext;
import dev.steelyard.app.calculation.Progress;
import dev.steelyard.app.calculation.PurgedFromStore;
import dev.steelyard.app.calculation.Recalculation;
import dev.steelyard.app.calculation.RunRequest;
import dev.steelyard.app.closing.Obstacle.Kind;
import dev.steelyard.app.publication.LedgerProof;
import dev.steelyard.app.publication.Recovery;
import dev.steelyard.engine.calendar.Period;
import dev.steelyard.engine.calendar.WorkingDays;
import dev.steelyard.engine.govern.Deadlines;
import dev.steelyard.engine.govern.Decider;
import dev.steelyard.engine.govern.Held;
import dev.steelyard.engine.govern.PendingAppeals;
import dev.steelyard.engine.govern.PeriodDecision;
import dev.steelyard.engine.govern.PeriodStanding;
import dev.steelyard.engine.govern.Signatory;
import dev.steelyard.engine.plan.Name;
import dev.steelyard.engine.run.RunIdentity;
import dev.steelyard.engine.run.RunInput;
import dev.steelyard.engine.run.RunResult;
import dev.steelyard.engine.unit.Money;
import dev.steelyard.ledger.database.ChainHead;
import dev.steelyard.ledger.database.LedgerDatabase;
import dev.steelyard.ledger.database.LedgerHolder;
import dev.steelyard.ledger.database.RecordedEditions;
import dev.steelyard.ledger.records.Ledger;
import dev.steelyard.ledger.records.PaymentHistory;
import dev.steelyard.ledger.records.PeriodBook;
import dev.steelyard.ledger.records.Publication;
import dev.steelyard.ledger.store.WorkFolder;
import dev.steelyard.output.publish.ForSystems;
import dev.steelyard.output.publish.Manifest;
import dev.steelyard.output.publish.Reproduction;
import dev.steelyard.output.publish.Verification;
import dev.steelyard.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
     * @param name what people call the job
     * @param signatures the roles that must have signed
     * @param workingDays as they are known today: deadlines go by them, whatever the revision was calculated by
     * @param systems how the job wants what accounting and payroll systems read
     * @param by who closes; blank where nobody was named
     * @param account of the machine on which it is typed
     * @param undisputed whether those with a pending appeal are held and everybody else is paid
     * @param now the one reading of the clock
     */
    public record Order(
            String job,
            Name name,
            Period period,
            LocalDate asOf,
            List<Signatory> signatures,
            WorkingDays workingDays,
            ForSystems systems,
            String by,
            String account,
            boolean undisputed,
            Path output,
            String language,
            int threads,
            OffsetDateTime now) {}

    /** How it ended. */
    public sealed interface Result {

        /** Nothing was changed. */
        record Refused(List<Obstacle> obstacles) implements Result {}

        /** It was closed before. */
        record AlreadyClosed(PeriodDecision closing) implements Result {}

        /** It was closed before, its edition was lost, and is there again. */
        record PublishedAgain(PeriodDecision closing, Path folder) implements Result {}

        /**
         * @param paid the sum of what is payable now
         * @param lines how many lines that is
         * @param withheld employee → what of theirs is on hold
         * @param sameAccount the roles that were signed under one account of the machine
         * @param head the end of the ledger's chain with it
         */
        record Closed(
                PeriodDecision closing,
                Money paid,
                int lines,
                List<Held> held,
                Map<String, Money> withheld,
                List<List<Signatory>> sameAccount,
                Path folder,
                ChainHead head)
                implements Result {}
    }

    private final Order order;
    private final LedgerDatabase database;
    private final Ledger ledger;
    private final PaymentHistory history;
    private final Progress progress;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private Decider decider = Decider.unnamed("");

    public Closing(Order order, LedgerDatabase database, Progress progress) {
        this.order = order;
        this.database = database;
        this.ledger = new Ledger(database.source());
        this.history = new PaymentHistory(database.source());
        this.progress = progress;
    }

    public Result close() throws IOException {
        LogContext.begin(order.job(), order.period());
        try {
            return hold();
        } finally {
            progress.end();
            LogContext.end();
        }
    }

    private Result hold() throws IOException {
        LedgerHolder holder =
                LedgerHolder.ofThisProcess(order.job(), order.period().toString(), order.now());
        LedgerHolder.Note note = database.announce(holder, RunRequest.ledgerFolder(order.output()));
        try {
            Recovery recovery = new Recovery(database, order.output(), order.now(), progress);
            recovery.refuseLostLedger();
            return closeNow(recovery.settle(order.job(), order.period()));
        } finally {
            note.close();
        }
    }

    /** @param again the folders that were lost and are there again */
    private Result closeNow(Set<String> again) throws IOException {
        JobPast past = new JobPast(database.source(), order.job());
        PeriodStanding standing = past.standing(order.period());
        if (standing.isClosed()) {
            PeriodDecision closing = standing.closing().orElseThrow();
            Optional<String> lost = new PeriodBook(database.source())
                    .edition(closing)
                    .map(PeriodBook.ClosedEdition::folder)
                    .filter(again::contains);
            return lost.isPresent()
                    ? new Result.PublishedAgain(closing, order.output().resolve(lost.get()))
                    : new Result.AlreadyClosed(closing);
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
                .map(Signatory::code)
                .filter(role -> !standing.signatures(revision.revision()).containsKey(role))
                .forEach(role -> obstacles.add(
                        Obstacle.of(Kind.NOT_SIGNED, "role", role, "revision", "r" + revision.revision())));
        Path folder = order.output().resolve(revision.folder());
        verify(revision, folder);
        new LedgerProof(database.source(), order.output())
                .of(order.job(), List.of(revision.runId()))
                .forEach(one -> differs(
                        one.place() + " " + one.figure() + ": " + brief(one.expected()) + " ≠ " + brief(one.found())));
        if (obstacles.stream().noneMatch(obstacle -> obstacle.kind() == Kind.DIFFERS)) {
            decider = decider(revision);
        }
        if (obstacles.stream().anyMatch(obstacle -> obstacle.kind() == Kind.DIFFERS)) {
            return new Result.Refused(obstacles);
        }
        return recalculate(revision, folder, past);
    }

    private Decider decider(Publication revision) throws IOException {
        Deciders.Result found = Deciders.of(database, order.output(), revision).find(order.by(), order.account());
        if (found instanceof Deciders.Result.Known known) {
            return known.decider();
        }
        if (found instanceof Deciders.Result.Several several) {
            obstacles.add(
                    Obstacle.of(Kind.BY_SEVERAL, "name", order.by().strip(), "ids", String.join(", ", several.ids())));
        } else if (found instanceof Deciders.Result.Own own) {
            obstacles.add(Obstacle.of(
                    Kind.BY_OWN,
                    "name",
                    own.decider().name() + " " + own.decider().employeeId()));
        }
        return Decider.unnamed(order.account());
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
        Verification verified;
        try {
            verified = Verification.of(
                    folder,
                    Optional.of(new RecordedEditions(database.source()).manifests(order.job(), order.period())));
        } catch (IOException e) {
            if (e.getCause() instanceof IllegalArgumentException) {
                differs("manifest.json");
                return;
            }
            throw e;
        }
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
                            row.get("basis"),
                            row.get("rate"),
                            new Money(new BigDecimal(row.get("amount"))),
                            row.get("currency"),
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

    /** Calculates the revision again, compares it with what was published, and closes it where nothing stands in the way. */
    private Result recalculate(Publication revision, Path folder, JobPast past) throws IOException {
        Manifest manifest = Manifest.read(folder);
        EarlierRuns earlier =
                EarlierRuns.of(ledger, manifest.earlier(), manifest.history()).with(past.of(order.period()));
        try (WorkFolder work = WorkFolder.under(order.output())) {
            Calculated again = Recalculation.of(order.output(), manifest, earlier, work.path(), progress)
                    .calculated(order.threads());
            RunResult result = again.result();
            RunIdentity identity = identity(revision, manifest);
            Reproduction.scoreDifferences(folder, identity, result).forEach(this::differs);
            List<String> payout = Reproduction.payoutDifferences(folder, identity, result);
            if (!trueUps(result).equals(published(folder))) {
                obstacles.add(runAgain(revision));
            } else if (obstacles.stream().noneMatch(obstacle -> obstacle.kind() == Kind.RUN_AGAIN)) {
                payout.forEach(this::differs);
            }
            List<Held> held = heldByEvents(revision);
            held.addAll(appeals(revision, result.input()));
            return obstacles.isEmpty()
                    ? release(revision, past.standing(order.period()), held, again, identity)
                    : new Result.Refused(obstacles);
        } catch (PurgedFromStore e) {
            obstacles.add(Obstacle.of(Kind.PURGED, "files", String.join(", ", e.names())));
            return new Result.Refused(obstacles);
        }
    }

    private static Set<String> trueUps(RunResult result) {
        Set<String> notes = new HashSet<>();
        result.payout().stream()
                .filter(line -> line.corrects().isPresent())
                .forEach(line ->
                        notes.add(line.employee().id() + " " + Words.in("en").say(line.note())));
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
                manifest.hashes(),
                manifest.engine(),
                false,
                manifest.ofSamples());
    }

    private List<Held> appeals(Publication revision, RunInput input) {
        List<Held> pending = new PendingAppeals(input.plan(), input.registers(), input.asOf()).of(order.period());
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
        LocalDate until = new Deadlines(order.workingDays(), input.plan()).submitBy(firstPublished());
        if (!order.asOf().isAfter(until)) {
            obstacles.add(Obstacle.of(Kind.WINDOW_OPEN, "until", until));
        }
        return List.of();
    }

    private Result release(
            Publication revision, PeriodStanding standing, List<Held> held, Calculated calculated, RunIdentity identity)
            throws IOException {
        Release release = new Release(order, database, progress, decider, firstPublished());
        Optional<Result> closed = release.publish(revision, standing, held, calculated, identity);
        release.differences().forEach(this::differs);
        return closed.orElseGet(() -> new Result.Refused(obstacles));
    }

    /** As-of of the first final revision: the day from which people may appeal. */
    private LocalDate firstPublished() {
        return ledger.revisions().stream()
                .filter(one -> one.job().equals(order.job()) && one.period().equals(order.period()))
                .findFirst()
                .orElseThrow()
                .asOf();
    }
}
