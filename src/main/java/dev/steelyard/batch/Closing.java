package dev.steelyard.batch;

import dev.steelyard.batch.Obstacle.Kind;
import dev.steelyard.calendar.Period;
import dev.steelyard.govern.Deadlines;
import dev.steelyard.govern.Held;
import dev.steelyard.govern.PendingAppeals;
import dev.steelyard.govern.PeriodDecision;
import dev.steelyard.govern.PeriodStanding;
import dev.steelyard.govern.SignOff;
import dev.steelyard.govern.Signatory;
import dev.steelyard.ledger.Ledger;
import dev.steelyard.ledger.LedgerDatabase;
import dev.steelyard.ledger.LedgerHolder;
import dev.steelyard.ledger.Payment;
import dev.steelyard.ledger.PaymentHistory;
import dev.steelyard.ledger.PeriodBook;
import dev.steelyard.ledger.PeriodBook.ClosedEdition;
import dev.steelyard.ledger.Publication;
import dev.steelyard.pay.PayoutLine;
import dev.steelyard.plan.Voucher;
import dev.steelyard.publish.Edition;
import dev.steelyard.publish.Manifest;
import dev.steelyard.publish.Reproduction;
import dev.steelyard.publish.Verification;
import dev.steelyard.run.Difference;
import dev.steelyard.run.PayoutBook;
import dev.steelyard.run.Reconciliation;
import dev.steelyard.run.RunIdentity;
import dev.steelyard.run.RunResult;
import dev.steelyard.unit.Money;
import dev.steelyard.workbook.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Closes a period 关账: what its newest revision makes payable is what is paid, for good. Before that everything is looked at
 * that could be wrong with it; the revision is calculated again from the store.
 */
public final class Closing {

    /**
     * What is to be closed.
     *
     * @param signatures the roles that must have signed
     * @param vouchers how the payout is written for accounting systems
     * @param by who closes; blank where nobody was named
     * @param undisputed whether those with a pending appeal are held and everybody else is paid
     * @param now the one reading of the clock
     */
    public record Order(
            String job,
            Period period,
            LocalDate asOf,
            List<Signatory> signatures,
            List<Voucher> vouchers,
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
            finish(database, order.output());
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
                .map(Signatory::code)
                .filter(role -> !standing.signatures(revision.revision()).containsKey(role))
                .forEach(role -> obstacles.add(
                        Obstacle.of(Kind.NOT_SIGNED, "role", role, "revision", "r" + revision.revision())));
        Path folder = order.output().resolve(revision.folder());
        verify(revision, folder);
        if (obstacles.stream().anyMatch(obstacle -> obstacle.kind() == Kind.DIFFERS)) {
            return new Result.Refused(obstacles);
        }
        return recalculate(revision, folder, past);
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

    /** Calculates the revision again, compares it with what was published, and closes it where nothing stands in the way. */
    private Result recalculate(Publication revision, Path folder, JobPast past) throws IOException {
        Manifest manifest = Manifest.read(folder);
        EarlierRuns earlier =
                EarlierRuns.of(ledger, manifest.earlier(), manifest.compared()).with(past.of(order.period()));
        try (RunDesk.Work work = RunDesk.work(order.output(), revision.runId())) {
            Recalculation again = Recalculation.of(order.output(), manifest, earlier, work.folder(), progress);
            measuring.all(again);
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
            held.addAll(appeals(revision, again));
            return obstacles.isEmpty()
                    ? release(revision, past.standing(order.period()), held, again.desk(), identity)
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
        LocalDate until = new Deadlines(again.input().calendar()).submitBy(firstPublished());
        if (!order.asOf().isAfter(until)) {
            obstacles.add(Obstacle.of(Kind.WINDOW_OPEN, "until", until));
        }
        return List.of();
    }

    private Result release(
            Publication revision, PeriodStanding standing, List<Held> held, RunDesk desk, RunIdentity identity)
            throws IOException {
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
        RunResult released =
                desk.result().with(PendingAppeals.hold(desk.result().payout(), order.period(), held));
        Set<String> payable = released.payout().stream()
                .filter(line -> line.status() == PayoutLine.Status.PAY)
                .map(line -> line.id(order.job(), revision.revision()))
                .collect(Collectors.toSet());
        List<Payment> payments = history.payable(revision).stream()
                .filter(payment -> payable.contains(payment.lineId()))
                .toList();
        progress.begin(Progress.Phase.REPORT, 0);
        int time = 1
                + (int) standing.decisions().stream()
                        .filter(one -> one.kind() == PeriodDecision.Kind.CLOSE && one.revision() == revision.revision())
                        .count();
        Edition edition = Edition.closed(
                order.output(), order.job(), order.period(), revision.revision(), time, revision.runId());
        edition.begin();
        Report report = new Report(identity, released, order.language(), signOff(standing, closing));
        for (Bundle bundle :
                new Publications(desk, report, Optional.of(firstPublished()), order.vouchers()).bundles()) {
            bundle.write(edition);
        }
        List<Difference> differences = new Reconciliation(
                        released.input().registers().schemas())
                .exports(desk.inputs())
                .payout(PayoutBook.of(identity, released), List.of(edition.stagedPayout()))
                .differences();
        if (!differences.isEmpty()) {
            edition.drop();
            differences.forEach(one -> differs(
                    (one.subject().en() + " " + one.file() + " " + one.figure().en()).strip() + ": " + one.expected()
                            + " ≠ " + one.found()));
            return new Result.Refused(obstacles);
        }
        Manifest manifest = Manifest.read(order.output().resolve(revision.folder()));
        String hash = edition.seal(
                identity,
                released,
                desk.inputs(),
                revision.manifestHash(),
                new Manifest.Reads(manifest.earlier(), manifest.compared(), manifest.findings()));
        progress.begin(Progress.Phase.PUBLISH, 0);
        String folder = order.output().relativize(edition.folder()).toString().replace('\\', '/');
        book.close(closing, payments, held, new ClosedEdition(revision.runId(), hash, folder), order.now());
        edition.publish(hash);
        Money paid = payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
        return new Result.Closed(closing, paid, payments.size(), held, edition.folder());
    }

    /** As-of of the first final revision: the day from which people may appeal. */
    private LocalDate firstPublished() {
        return ledger.revisions().stream()
                .filter(one -> one.job().equals(order.job()) && one.period().equals(order.period()))
                .findFirst()
                .orElseThrow()
                .asOf();
    }

    private SignOff signOff(PeriodStanding standing, PeriodDecision closing) {
        Map<String, PeriodDecision> signed = standing.signatures(closing.revision());
        Map<Signatory, PeriodDecision> byRole = new EnumMap<>(Signatory.class);
        for (Signatory role : Signatory.values()) {
            Optional.ofNullable(signed.get(role.code())).ifPresent(signature -> byRole.put(role, signature));
        }
        return new SignOff(order.signatures(), byRole, Optional.of(closing));
    }

    /** Gives the editions their names that a kill kept from them. */
    static void finish(LedgerDatabase database, Path output) throws IOException {
        PeriodBook book = new PeriodBook(database.source());
        for (PeriodBook.Recorded recorded : book.editions()) {
            Path folder = output.resolve(recorded.edition().folder());
            Edition edition = Edition.named(
                    output,
                    recorded.job(),
                    recorded.period(),
                    folder,
                    recorded.edition().runId());
            if (edition.awaits(recorded.edition().manifestHash())) {
                edition.publish(recorded.edition().manifestHash());
            }
        }
    }
}
